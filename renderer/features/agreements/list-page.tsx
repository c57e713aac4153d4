import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip, Chips } from '#renderer/ui/chips.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { listColumns } from './list-columns.tsx';
import { agreementStateWords, kindWords } from './words.ts';

export const listRoute = createLazyRoute('/shell/agreements')({ component: ListPage });

const noRows: readonly AgreementListRow[] = [];
const rowId = (row: AgreementListRow): string => row.id;
const findText = (row: AgreementListRow): string => `${row.number} ${row.title}`;

function ListPage() {
  const search = listRoute.useSearch();
  const navigate = useNavigate();
  const { data: rows = noRows, error, isPending } = useQuery(api.agreements.list.queryOptions({ input: { archived: false } }));
  const create = (): void => void navigate({ to: '/agreements/new' });
  useKeys({ n: create });
  const shown = useMemo(() => rows.filter((row) => fits(row, search)), [rows, search]);
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
      <ListTable place="agreements" label={t('kit.agreements')} columns={listColumns} rows={shown} rowId={rowId} onOpen={open} rowHeight={44} findText={findText}
        empty={<EmptyPlace title={t('agreements.noneFits')} text={t('agreements.noneFitsText')} actions={<Button onClick={() => void navigate({ to: '/agreements' })}>{t('agreements.removeFilters')}</Button>} />}
        tools={search.state === undefined && search.kind === undefined && search.organisation === undefined && search.service === undefined ? null : (
        <Chips label={t('agreements.filters')}>
          {search.state === undefined ? null : <Chip name={t('agreements.state')} value={agreementStateWords(search.state)} onRemove={() => filter({ state: undefined })} />}
          {search.kind === undefined ? null : <Chip name={t('agreements.kind')} value={kindWords(search.kind)} onRemove={() => filter({ kind: undefined })} />}
          {search.organisation === undefined ? null : <Chip name={t('agreements.organisation')} value={search.organisation} onRemove={() => filter({ organisation: undefined })} />}
          {search.service === undefined ? null : <Chip name={t('agreements.service')} value={search.service} onRemove={() => filter({ service: undefined })} />}
        </Chips>
        )} />
    </Page>
  );
}

type Search = ReturnType<typeof listRoute.useSearch>;

function fits(row: AgreementListRow, search: Search): boolean {
  if (search.state !== undefined && row.state !== search.state) return false;
  if (search.kind !== undefined && row.kind !== search.kind) return false;
  if (search.organisation !== undefined && !row.providers.includes(search.organisation) && !row.customers.includes(search.organisation)) return false;
  return search.service === undefined || row.services.includes(search.service);
}
