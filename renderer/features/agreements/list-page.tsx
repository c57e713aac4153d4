import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { AddChip, Chip, Chips } from '#renderer/ui/chips.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { SortBy } from '#renderer/ui/table/columns.ts';
import { agreementStates, type AgreementListRow } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { listColumns } from './list-columns.tsx';
import styles from './list-page.module.css';
import { agreementStateWords, kindWords } from './words.ts';

export const listRoute = createLazyRoute('/shell/agreements')({ component: ListPage });

const kinds = ['sla', 'ola', 'uc'] as const;
const noRows: readonly AgreementListRow[] = [];

function ListPage() {
  const search = listRoute.useSearch();
  const navigate = useNavigate();
  const { data: rows = noRows, error, isPending } = useQuery(api.agreements.list.queryOptions({ input: { archived: false } }));
  const create = (): void => void navigate({ to: '/agreements/new' });
  useKeys({ n: create });
  const shown = useMemo(() => rows.filter((row) => fits(row, search)), [rows, search]);
  const sort = useMemo(() => sortOf(search.sort), [search.sort]);
  const filter = (change: Partial<typeof search>): void => void navigate({ to: '/agreements', search: { ...search, ...change } });
  const open = (row: AgreementListRow): void => {
    if (row.inForce === null && row.open?.state === 'draft') void navigate({ to: '/agreements/$id/draft', params: { id: row.id } });
    else void navigate({ to: '/agreements/$id', params: { id: row.id } });
  };
  const button = <Button kind="primary" icon="plus" keyHint="N" onClick={create}>{t('agreements.newAgreement')}</Button>;
  if (error !== null) return <Page crumbs={[{ label: t('kit.agreements') }]}><Failure error={error} /></Page>;
  if (rows.length === 0 && !isPending) {
    return (
      <Page crumbs={[{ label: t('kit.agreements') }]}>
        <PageTitle>{t('kit.agreements')}</PageTitle>
        <EmptyPlace title={t('agreements.emptyTitle')} text={t('agreements.emptyText')} actions={button} />
      </Page>
    );
  }
  return (
    <Page crumbs={[{ label: t('kit.agreements') }]} layout="fill" actions={button}>
      <PageTitle>{t('kit.agreements')}</PageTitle>
      <div className={styles.chips}>
        <Chips label={t('agreements.filters')}>
          {search.state === undefined ? null : <Chip name={t('agreements.state')} value={agreementStateWords(search.state)} onRemove={() => filter({ state: undefined })} />}
          {search.kind === undefined ? null : <Chip name={t('agreements.kind')} value={kindWords(search.kind)} onRemove={() => filter({ kind: undefined })} />}
          {search.organisation === undefined ? null : <Chip name={t('agreements.organisation')} value={search.organisation} onRemove={() => filter({ organisation: undefined })} />}
          {search.service === undefined ? null : <Chip name={t('agreements.service')} value={search.service} onRemove={() => filter({ service: undefined })} />}
          <AddFilter rows={rows} search={search} onFilter={filter} />
        </Chips>
        <span className={styles.count}>{t('kit.rows', { count: shown.length })}</span>
      </div>
      <DataTable label={t('kit.agreements')} columns={listColumns} rows={shown} rowId={(row) => row.id} onOpen={open} rowHeight={44} sort={sort} findText={(row) => `${row.number} ${row.title}`}
        onSortChange={(next) => void navigate({ to: '/agreements', search: { ...search, sort: next.length === 0 ? undefined : next.map((entry) => `${entry.descending ? '-' : ''}${entry.column}`).join(',') }, replace: true })}
        empty={<EmptyPlace title={t('agreements.noneFits')} text={t('agreements.noneFitsText')} actions={<Button onClick={() => void navigate({ to: '/agreements' })}>{t('agreements.removeFilters')}</Button>} />} />
    </Page>
  );
}

type Search = ReturnType<typeof listRoute.useSearch>;

function AddFilter({ rows, search, onFilter }: { rows: readonly AgreementListRow[]; search: Search; onFilter: (change: Partial<Search>) => void }) {
  const [opened, setOpened] = useState(false);
  const organisations = [...new Set(rows.flatMap((row) => [...row.providers, ...row.customers]))].toSorted();
  const services = [...new Set(rows.flatMap((row) => row.services))].toSorted();
  const take = (change: Partial<Search>): void => { setOpened(false); onFilter(change); };
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('kit.addFilter')} width={300} target={<AddChip expanded={opened} onClick={() => setOpened(!opened)} />}>
      <div className={styles.filters}>
        <SelectField label={t('agreements.state')} value={search.state ?? null} choices={agreementStates.map((value) => ({ value, label: agreementStateWords(value) }))} onChange={(value) => take({ state: agreementStates.find((state) => state === value) })} />
        <SelectField label={t('agreements.kind')} value={search.kind ?? null} choices={kinds.map((value) => ({ value, label: kindWords(value) }))} onChange={(value) => take({ kind: kinds.find((kind) => kind === value) })} />
        <SelectField label={t('agreements.organisation')} value={search.organisation ?? null} choices={organisations.map((value) => ({ value, label: value }))} onChange={(organisation) => take({ organisation })} />
        <SelectField label={t('agreements.service')} value={search.service ?? null} choices={services.map((value) => ({ value, label: value }))} onChange={(service) => take({ service })} />
      </div>
    </PopoverPanel>
  );
}

function fits(row: AgreementListRow, search: Search): boolean {
  if (search.state !== undefined && row.state !== search.state) return false;
  if (search.kind !== undefined && row.kind !== search.kind) return false;
  if (search.organisation !== undefined && !row.providers.includes(search.organisation) && !row.customers.includes(search.organisation)) return false;
  return search.service === undefined || row.services.includes(search.service);
}

function sortOf(text: string | undefined): readonly SortBy[] {
  if (text === undefined) return [];
  return text.split(',').map((part) => (part.startsWith('-') ? { column: part.slice(1), descending: true } : { column: part, descending: false }));
}
