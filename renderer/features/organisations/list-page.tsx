import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { OrganisationRow } from '#shared/organisations/model.ts';
import { CustomersTabs } from './customers-tabs.tsx';
import styles from './list.module.css';
import { NewOrganisation } from './new-organisation.tsx';
import { organisationFilters, sidesWords, type OrganisationFilter } from './words.ts';

export const listRoute = createLazyRoute('/shell/customers')({ component: ListPage });

const labels = { all: t('organisations.all'), customers: t('organisations.customersOnly'), providers: t('organisations.providersOnly'), ours: t('organisations.oursOnly'), archived: t('organisations.archivedOnly') };

function ListPage() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  const { data: rows, error } = useQuery(api.organisations.list.queryOptions({ input: { archived: true } }));
  const show = search.show ?? 'all';
  const find = useDeferredValue(search.find ?? '').trim().toLowerCase();
  const set = (changes: Partial<typeof search>): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace: true });
  const begin = (): void => set({ new: true });
  useKeys({ n: begin });
  const counts = useMemo(() => countsOf(rows ?? []), [rows]);
  const shown = useMemo(() => (rows ?? []).filter((row) => isShown(row, show) && row.name.toLowerCase().includes(find)), [rows, show, find]);
  const crumbs = [{ label: t('organisations.title') }];
  const action = <Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('organisations.new')}</Button>;
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  return (
    <Page crumbs={crumbs} layout="fill" actions={action}>
      <PageTitle>{t('organisations.title')}</PageTitle>
      <CustomersTabs value="organisations" />
      {search.new === true ? <NewOrganisation onClose={() => set({ new: undefined })} onCreated={(id) => void navigate({ to: '/customers/$id', params: { id } })} /> : null}
      {rows !== undefined && rows.length === 0 ? (
        <EmptyPlace title={t('organisations.emptyTitle')} text={t('organisations.emptyText')} {...(search.new === true ? {} : { actions: <Button kind="primary" icon="plus" onClick={begin}>{t('organisations.new')}</Button> })} />
      ) : (
        <ListTable place="organisations" defaultSort="name" label={t('organisations.title')} columns={columns} rows={shown} rowId={rowId}
          onOpen={(row) => void navigate({ to: '/customers/$id', params: { id: row.id } })} findText={nameOf} empty={rows === undefined ? t('kit.loading') : t('organisations.nothing')}
          tools={<>
            <Segmented label={t('organisations.filter')} value={show} onChange={(next) => set({ show: next === 'all' ? undefined : next })}
              options={organisationFilters.map((filter) => ({ value: filter, label: labels[filter], ...(counts === null ? {} : { count: countText(counts[filter]) }) }))} />
            <div className={styles.find}><TextField label={t('organisations.find')} labelHidden placeholder={t('organisations.find')} size="small" optional maxLength={500} value={search.find ?? ''} onChangeText={(text) => set({ find: text === '' ? undefined : text.slice(0, 500) })} onCommit={() => undefined} /></div>
          </>} />
      )}
    </Page>
  );
}

const rowId = (row: OrganisationRow): string => row.id;
const nameOf = (row: OrganisationRow): string => row.name;

const columns: readonly Column<OrganisationRow>[] = [
  {
    id: 'name', head: t('organisations.organisation'), value: nameOf, width: { min: 240, grow: 3 },
    cell: (row) => <span className={styles.name}><Link to="/customers/$id" params={{ id: row.id }} tabIndex={-1} dir="auto" className="clip">{row.name}</Link>{row.parent === null ? null : <span className="t12 t3 clip">{t('organisations.partOf', { name: row.parent })}</span>}</span>,
  },
  { id: 'sides', head: t('organisations.sides'), value: (row) => [sidesWords(row.sides), row.ours ? t('organisations.ours') : '', row.archived ? t('organisations.archived') : ''].filter((word) => word !== '').join(' · '), width: { min: 180, grow: 2 } },
  { id: 'sites', head: t('organisations.sites'), value: (row) => row.sites, sum: (rows) => figure(rows.reduce((sum, row) => sum + row.sites, 0)), cell: (row) => figure(row.sites), align: 'end', width: 80 },
  { id: 'people', head: t('organisations.people'), value: (row) => row.people, sum: (rows) => figure(rows.reduce((sum, row) => sum + row.people, 0)), cell: (row) => figure(row.people), align: 'end', width: 80 },
  { id: 'agreements', head: t('organisations.agreements'), value: (row) => row.agreements, sum: (rows) => figure(rows.reduce((sum, row) => sum + row.agreements, 0)), cell: (row) => figure(row.agreements), align: 'end', width: 110 },
  { id: 'zone', head: t('organisations.zone'), value: (row) => row.zone, cell: (row) => <span className="t2">{row.zone}</span>, width: { min: 150, grow: 1 } },
];

function figure(count: number) {
  return count === 0 ? <span className="t3">–</span> : countText(count);
}

function isShown(row: OrganisationRow, filter: OrganisationFilter): boolean {
  if (filter === 'archived') return row.archived;
  if (row.archived) return false;
  if (filter === 'customers') return row.sides.includes('customer');
  if (filter === 'providers') return row.sides.includes('provider');
  return filter === 'all' || row.ours;
}

function countsOf(rows: readonly OrganisationRow[]): Readonly<Record<OrganisationFilter, number>> {
  const counts = { all: 0, customers: 0, providers: 0, ours: 0, archived: 0 };
  for (const row of rows) for (const filter of organisationFilters) if (isShown(row, filter)) counts[filter] += 1;
  return counts;
}
