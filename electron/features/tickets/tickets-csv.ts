import { listTickets } from '#db/tickets/queries.ts';
import type { Reader } from '#db/store.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { csvText } from '#shared/format/csv.ts';
import type { TicketQuery } from '#shared/tickets/model.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';

/** More tickets than a workspace is made for. */
const everything = 10_000_000;

/** The tickets of a list as CSV for spreadsheets: instants with the offset of the workspace's zone. */
export function ticketsCsv(reader: Reader, query: Pick<TicketQuery, 'filter' | 'sort'>): { readonly text: string; readonly rows: number } {
  const { zone } = workspaceRow(reader);
  const iso = (at: Instant | null) => (at === null ? '' : formatInstant(at, zone));
  const { rows } = listTickets(reader, { ...query, offset: 0, limit: everything });
  const head = ['Ticket', 'Title', 'State', 'Priority', 'Team', 'Type', 'Service', 'Customer', 'Site', 'Opened', 'First response', 'Resolved', 'Closed', 'Source'];
  const lines = rows.map((row) => [row.key, row.title ?? '', row.state ?? '', row.priority ?? '', row.team ?? '', row.type ?? '', row.service ?? '', row.customer ?? '', row.site ?? '', iso(row.openedAt), iso(row.firstResponseAt), iso(row.resolvedAt), iso(row.closedAt), row.source]);
  return { text: csvText([head, ...lines]), rows: rows.length };
}
