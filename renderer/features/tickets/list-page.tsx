import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useMedia } from '#renderer/app/use-media.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { columnName, type Column } from '#renderer/ui/table/columns.ts';
import { usePagedRows } from '#renderer/ui/table/use-paged-rows.ts';
import { ticketColumns, type ExportFormat, type ExportInput } from '#shared/exports/model.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { ticketGroupings, type TicketRow } from '#shared/tickets/model.ts';
import { listColumns } from './list-columns.tsx';
import { ListChips } from './list-chips.tsx';
import { groupedSort, listFilter, listGrouping, listSort } from './list.ts';
import type { ListSearch } from './search.ts';

export const ticketListRoute = createLazyRoute('/shell/monitoring/tickets')({ component: TicketList });

const groupings = ticketGroupings.map((id) => ({ id, name: t(`tickets.${id}`) }));

/** All tickets of the workspace; the server sorts, filters and groups, and answers what comes into sight. */
function TicketList() {
  const search = ticketListRoute.useSearch();
  const navigate = useNavigate();
  const roomy = useMedia('(min-width: 1600px)');
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = workspace?.zone ?? 'UTC';
  const group = listGrouping(search.group);
  const query = { filter: listFilter(search, zone), sort: groupedSort(listSort(search.sort), group).map(({ column, descending }) => ({ by: column, descending })) };
  const { source, answer, error, retry } = usePagedRows<TicketRow, { total: number; rows: readonly TicketRow[] }>({
    queryKey: api.tickets.list.queryKey({ input: query }),
    load: (offset, limit) => client.tickets.list({ ...query, offset, limit }),
    read: (page) => page,
  });
  const { data: counts } = useQuery({ ...api.tickets.groups.queryOptions({ input: { filter: query.filter, by: group ?? 'state' } }), enabled: group !== null });
  const groups = useMemo(() => (group === null ? undefined : counts?.map(({ value, count }) => ({ key: value ?? t('table.groupEmpty'), count, head: <><span dir="auto" className="clip">{value ?? t('table.groupEmpty')}</span> <span className="t3 tn">{countText(count)}</span></> }))), [group, counts]);
  const columns = useMemo(() => listColumns(zone, roomy, answer?.total ?? null), [zone, roomy, answer?.total]);
  const change = (part: Partial<ListSearch>): void => void navigate({ to: '/monitoring/tickets', search: { ...search, ...part }, replace: true });
  const open = (row: TicketRow): void => void navigate({ to: '/monitoring/tickets/$ticket', params: { ticket: String(row.no) } });
  const toExport = (format: ExportFormat, shown: readonly Column<TicketRow>[]): ExportInput => ({
    kind: 'tickets', name: t('tickets.title'), format, query,
    columns: shown.flatMap((column) => ticketColumns.filter((id) => id === column.id).map((id) => ({ id, head: columnName(column) }))),
  });
  const find = async (text: string): Promise<number | null> => (await client.tickets.find({ ...query, text })).index;
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } }, { label: t('tickets.title') }] as const;
  if (error !== null && answer === undefined) return <Page crumbs={crumbs}><Failure error={error} onRetry={retry} /></Page>;
  const isFiltered = Object.keys(query.filter).length > 0;
  const empty = answer === undefined ? null : isFiltered
    ? <EmptyPlace title={t('tickets.none')} text={t('tickets.noneText')} actions={<Button onClick={() => void navigate({ to: '/monitoring/tickets', search: { sort: search.sort } })}>{t('tickets.removeFilters')}</Button>} />
    : <EmptyPlace title={t('tickets.noTickets')} text={t('tickets.noTicketsText')} actions={<Button kind="primary" onClick={() => void navigate({ to: '/monitoring' })}>{t('tickets.importTickets')}</Button>} />;
  return (
    <Page crumbs={crumbs} layout="fill">
      <PageTitle beside={answer === undefined ? null : <span className="t13 t3 tn">{countText(answer.total)}</span>}>{t('tickets.title')}</PageTitle>
      <p className="t13 t2">{t('tickets.listLead')}</p>
      <ListTable place="tickets" defaultSort="-opened" label={t('tickets.title')} columns={columns} source={{ ...source, find, ...(groups === undefined ? {} : { groups }) }} rowId={rowId} onOpen={open} empty={empty}
        chips={<ListChips search={search} onChange={change} />} groupings={groupings} toExport={toExport} />
    </Page>
  );
}

function rowId(row: TicketRow): string {
  return String(row.no);
}
