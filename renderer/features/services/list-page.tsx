import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
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
import { serviceStatuses, type Service } from '#shared/services/model.ts';
import { NewService } from './new-service.tsx';
import { ServicePanel } from './service-panel.tsx';
import styles from './services.module.css';

export const listRoute = createLazyRoute('/shell/services')({ component: ListPage });

function ListPage() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  const { data: rows, error } = useQuery(api.services.list.queryOptions());
  const find = (search.find ?? '').trim().toLowerCase();
  const set = (changes: Partial<typeof search>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const begin = (): void => set({ new: true });
  useKeys({ n: begin, Escape: () => set({ service: undefined, tab: undefined }) });
  const shown = useMemo(() => (rows ?? []).filter((row) => (search.status === undefined || row.status === search.status) && row.name.toLowerCase().includes(find)), [rows, search.status, find]);
  const current = rows?.find((row) => row.id === search.service);
  const crumbs = [{ label: t('services.title') }];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  return (
    <Page crumbs={crumbs} layout="fill" actions={<Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('services.new')}</Button>}
      panel={current === undefined ? null : <ServicePanel key={current.id} service={current} tab={search.tab ?? 'details'} onTab={(tab) => set({ tab: tab === 'history' ? tab : undefined })} onClose={() => set({ service: undefined, tab: undefined })} />}>
      <PageTitle>{t('services.title')}</PageTitle>
      {search.new === true ? <NewService onClose={() => set({ new: undefined })} onCreated={(id) => set({ new: undefined, service: id })} /> : null}
      {rows !== undefined && rows.length === 0 ? (
        <EmptyPlace title={t('services.emptyTitle')} text={t('services.emptyText')} {...(search.new === true ? {} : { actions: <Button kind="primary" icon="plus" onClick={begin}>{t('services.new')}</Button> })} />
      ) : (
        <ListTable place="services" defaultSort="name" passing={passing} label={t('services.title')} columns={columns} rows={shown} rowId={rowId} currentId={search.service ?? null}
          onCurrentChange={(row) => set({ service: row.id }, search.service !== undefined)} findText={nameOf} empty={rows === undefined ? t('kit.loading') : t('services.nothing')}
          tools={<>
            <Segmented label={t('services.filter')} value={search.status ?? 'all'} onChange={(status) => set({ status: status === 'all' ? undefined : status })}
              options={[{ value: 'all', label: t('services.all'), count: countText(rows?.length ?? 0) }, ...serviceStatuses.map((status) => ({ value: status, label: t(`services.status-${status}`), count: countText((rows ?? []).filter((row) => row.status === status).length) }))]} />
            <div className={styles.find}><TextField label={t('services.find')} labelHidden placeholder={t('services.find')} size="small" optional maxLength={500} value={search.find ?? ''} onChangeText={(text) => set({ find: text === '' ? undefined : text })} onCommit={() => undefined} /></div>
          </>} />
      )}
    </Page>
  );
}

const passing = ['service'];
const rowId = (row: Service): string => row.id;
const nameOf = (row: Service): string => row.name;
const columns: readonly Column<Service>[] = [
  { id: 'name', head: t('services.service'), value: nameOf, cell: (row) => <span className="m" dir="auto">{row.name}</span>, width: { min: 220, grow: 3 } },
  { id: 'status', head: t('services.status'), value: (row) => row.status, text: (row) => t(`services.status-${row.status}`), cell: (row) => <span className={row.status === 'live' ? undefined : 't3'}>{t(`services.status-${row.status}`)}</span>, width: 110 },
  { id: 'owner', head: t('services.owner'), value: (row) => row.owner, cell: (row) => <span className="t2" dir="auto">{row.owner}</span>, width: { min: 160, grow: 2 } },
  { id: 'agreements', head: t('services.agreements'), value: (row) => row.agreements, sum: (rows) => countText(rows.reduce((sum, row) => sum + row.agreements, 0)), cell: (row) => (row.agreements === 0 ? <span className="t3">–</span> : countText(row.agreements)), align: 'end', width: 110 },
];
