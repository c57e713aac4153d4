import type { ReactNode } from 'react';
import type { Column } from '#renderer/ui/table/columns.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { TicketRow } from '#shared/tickets/model.ts';
import type { Instant } from '#shared/time/instant.ts';

/** The columns of the list of all tickets; the customer only where there is room. */
export function listColumns(zone: string, roomy: boolean, total: number | null): readonly Column<TicketRow>[] {
  const at = (instant: Instant | null): ReactNode => <span className="tn t2">{instant === null ? '–' : instantText(instant, zone, { weekday: false, year: true })}</span>;
  const words = (text: string | null, quiet = false): ReactNode => <span dir="auto" className={quiet ? 't2' : undefined}>{text ?? <span className="t3">–</span>}</span>;
  const columns: readonly (Column<TicketRow> & { readonly roomy?: boolean })[] = [
    { id: 'key', head: t('tickets.ticket'), value: (row) => row.key, width: 118, cell: (row) => <span className="id m">{row.key}</span>, foot: total === null ? null : t('tickets.count', { count: countText(total) }) },
    { id: 'title', head: t('tickets.subject'), value: (row) => row.title, width: { min: 130, grow: 3 }, cell: (row) => words(row.title) },
    { id: 'opened', head: t('tickets.opened'), kind: 'instant', value: (row) => row.openedAt, width: { min: 134, grow: 0.2 }, cell: (row) => at(row.openedAt) },
    { id: 'resolved', head: t('tickets.resolved'), kind: 'instant', value: (row) => row.resolvedAt, width: { min: 134, grow: 0.2 }, cell: (row) => at(row.resolvedAt) },
    { id: 'state', head: t('tickets.state'), value: (row) => row.state, width: { min: 90, grow: 0.5 }, cell: (row) => words(row.state) },
    { id: 'priority', head: t('tickets.priority'), value: (row) => row.priority, width: { min: 100, grow: 0.5 }, cell: (row) => words(row.priority) },
    { id: 'team', head: t('tickets.team'), value: (row) => row.team, width: { min: 90, grow: 0.6 }, cell: (row) => words(row.team, true) },
    { id: 'service', head: t('tickets.service'), value: (row) => row.service, width: { min: 90, grow: 0.6 }, cell: (row) => words(row.service, true) },
    { id: 'customer', roomy: true, head: t('tickets.customer'), value: (row) => row.customer, width: { min: 110, grow: 0.8 }, cell: (row) => words(row.customer, true) },
  ];
  return columns.filter((column) => roomy || column.roomy !== true);
}
