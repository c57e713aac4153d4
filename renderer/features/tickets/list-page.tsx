import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useMedia } from '#renderer/app/use-media.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { exportList } from '#renderer/ui/list/export-list.ts';
import { useColumnChoice } from '#renderer/ui/table/column-chooser.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { usePagedRows } from '#renderer/ui/table/use-paged-rows.ts';
import { ticketColumns } from '#shared/exports/model.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { TicketRow } from '#shared/tickets/model.ts';
import styles from './figure.module.css';
import { ListChips } from './list-chips.tsx';
import { listFilter, listSort, listSortText } from './list.ts';
import type { ListSearch } from './search.ts';

export const ticketListRoute = createLazyRoute('/shell/monitoring/tickets')({ component: TicketList });

function TicketList() {
  const search = ticketListRoute.useSearch();
  const navigate = useNavigate();
  const roomy = useMedia('(min-width: 1600px)');
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = workspace?.zone ?? 'UTC';
  const query = { filter: listFilter(search, zone), sort: listSort(search.sort).map(({ column, descending }) => ({ by: column, descending })) };
  const { source, answer, error, retry } = usePagedRows<TicketRow, { total: number; rows: readonly TicketRow[] }>({
    queryKey: api.tickets.list.queryKey({ input: query }),
    load: (offset, limit) => client.tickets.list({ ...query, offset, limit }),
    read: (page) => page,
  });
  const columns = useMemo(() => columnsOf(zone, roomy, answer?.total ?? null), [zone, roomy, answer?.total]);
  const { columns: shown, chooser } = useColumnChoice('tickets', columns, t('tickets.columns'));
  const sort = useMemo(() => listSort(search.sort), [search.sort]);
  const change = (part: Partial<ListSearch>): void => void navigate({ to: '/monitoring/tickets', search: { ...search, ...part }, replace: true });
  const open = (row: TicketRow): void => void navigate({ to: '/monitoring/tickets/$ticket', params: { ticket: String(row.no) } });
  const exportCsv = (): void => void exportList({ kind: 'tickets', name: t('tickets.title'), format: 'csv', query, columns: shown.flatMap(({ id }) => ticketColumns.filter((known) => known === id)).map((id) => ({ id, head: id })) });
  useKeys({ e: exportCsv });
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } }, { label: t('tickets.title') }] as const;
  if (error !== null && answer === undefined) return <Page crumbs={crumbs}><Failure error={error} onRetry={retry} /></Page>;
  const isFiltered = Object.keys(query.filter).length > 0;
  const empty = answer === undefined ? null : isFiltered
    ? <EmptyPlace title={t('tickets.none')} text={t('tickets.noneText')} actions={<Button onClick={() => void navigate({ to: '/monitoring/tickets', search: { sort: search.sort } })}>{t('tickets.removeFilters')}</Button>} />
    : <EmptyPlace title={t('tickets.noTickets')} text={t('tickets.noTicketsText')} actions={<Button kind="primary" onClick={() => void navigate({ to: '/monitoring' })}>{t('tickets.importTickets')}</Button>} />;
  return (
    <Page crumbs={crumbs} layout="fill" actions={<Button icon="download" onClick={exportCsv}>{t('tickets.export')}</Button>}>
      <PageTitle beside={answer === undefined ? null : <span className="t13 t3 tn">{countText(answer.total)}</span>}>{t('tickets.title')}</PageTitle>
      <p className="t13 t2">{t('tickets.listLead')}</p>
      <div className={styles.tools}><ListChips search={search} onChange={change} />{chooser}</div>
      <DataTable label={t('tickets.title')} columns={shown} source={source} rowId={(row) => String(row.no)} sort={sort} onSortChange={(next) => change({ sort: listSortText(next) })} onOpen={open} empty={empty} />
    </Page>
  );
}

function columnsOf(zone: string, roomy: boolean, total: number | null): readonly Column<TicketRow>[] {
  const columns: readonly (Column<TicketRow> & { readonly roomy?: boolean })[] = [
    { id: 'key', head: t('tickets.ticket'), sortable: true, width: { min: 96, grow: 0.5 }, cell: (row) => <span className="id m">{row.key}</span>, foot: total === null ? null : t('tickets.count', { count: countText(total) }) },
    { id: 'title', head: t('tickets.subject'), sortable: true, width: { min: 80, grow: 2 }, cell: (row) => row.title ?? <span className="t3">–</span> },
    { id: 'opened', head: t('tickets.opened'), sortable: true, width: { min: 160, grow: 0.3 }, cell: (row) => <span className="tn t2">{instantText(row.openedAt, zone, { year: true })}</span> },
    { id: 'resolved', head: t('tickets.resolved'), sortable: true, width: { min: 160, grow: 0.3 }, cell: (row) => <span className="tn t2">{row.resolvedAt === null ? '–' : instantText(row.resolvedAt, zone, { year: true })}</span> },
    { id: 'state', head: t('tickets.state'), sortable: true, width: { min: 90, grow: 0.5 }, cell: (row) => row.state ?? '' },
    { id: 'priority', head: t('tickets.priority'), sortable: true, width: { min: 100, grow: 0.5 }, cell: (row) => row.priority ?? '' },
    { id: 'team', head: t('tickets.team'), sortable: true, width: { min: 90, grow: 0.6 }, cell: (row) => <span className="t2">{row.team ?? ''}</span> },
    { id: 'service', head: t('tickets.service'), sortable: true, width: { min: 90, grow: 0.6 }, cell: (row) => <span className="t2">{row.service ?? ''}</span> },
    { id: 'customer', roomy: true, head: t('tickets.customer'), sortable: true, width: { min: 110, grow: 0.8 }, cell: (row) => <span className="t2">{row.customer ?? ''}</span> },
  ];
  return columns.filter((column) => roomy || column.roomy !== true);
}
