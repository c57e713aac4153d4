import { missingUpdates } from '#shared/imports/ticket-log.ts';
import type { StateClass } from '#shared/imports/profile.ts';
import type { Ticket, TicketFilter, TicketGrouping, TicketQuery, TicketRow } from '#shared/tickets/model.ts';
import type { Reader, SqlValue } from '../reader.ts';
import { typedSource } from '../imports/typed.ts';

/** What a source's word stands for is joined by number: dictionary, then value map. */
const from = `FROM tickets
  JOIN sources ON sources.no = tickets.source_no
  LEFT JOIN organisations ON organisations.no = tickets.customer_no
  LEFT JOIN services ON services.no = tickets.service_no
  LEFT JOIN source_values AS state ON state.no = tickets.status_no
  LEFT JOIN mappings AS meaning ON meaning.source_id = sources.id AND meaning.field = 'status' AND meaning.value = state.value
  LEFT JOIN source_values AS priority ON priority.no = tickets.priority_no
  LEFT JOIN source_values AS team ON team.no = tickets.team_no
  LEFT JOIN source_values AS type ON type.no = tickets.type_no`;

const columns = `tickets.no, tickets.key, tickets.title, sources.name AS source, organisations.name AS customer, services.name AS service, json_extract(tickets.extra_json, '$.site') AS site,
  state.value AS state, meaning.state_class AS stateClass, priority.value AS priority, team.value AS team, type.value AS type, opened_at AS openedAt, first_response_at AS firstResponseAt,
  resolved_at AS resolvedAt, closed_at AS closedAt, hold_ms AS holdMs, has_history AS hasHistory, source_verdict AS sourceVerdict, revision`;

type Row = Omit<TicketRow, 'hasHistory'> & { hasHistory: number };

const sortColumns: Readonly<Record<TicketQuery['sort'][number]['by'], string>> = {
  key: 'tickets.key',
  opened: 'tickets.opened_at',
  resolved: 'tickets.resolved_at',
  state: 'state.value',
  priority: 'priority.value',
  team: 'team.value',
  service: 'services.name',
  customer: 'organisations.name',
  title: 'tickets.title',
};

/** The numbers of all tickets that fit, in the order asked for, then as they came. */
export function ticketOrder(reader: Reader, { filter, sort }: Pick<TicketQuery, 'filter' | 'sort'>): Int32Array {
  const { where, values } = conditions(filter);
  const order = [...sort.map(({ by, descending }) => `${sortColumns[by]} ${descending ? 'DESC' : 'ASC'}`), 'tickets.no'].join(', ');
  return Int32Array.from(reader.all<{ no: number }>(`SELECT tickets.no AS no ${from} ${where} ORDER BY ${order}`, values), (row) => row.no);
}

/** The tickets of these numbers, in their order; a number that is gone is left out. */
export function ticketsWithNumbers(reader: Reader, numbers: readonly number[] | Int32Array): TicketRow[] {
  const rows = reader.all<Row>(`SELECT ${columns} ${from} WHERE tickets.no IN (SELECT value FROM json_each(?))`, JSON.stringify([...numbers]));
  const byNumber = new Map(rows.map((row) => [row.no, rowOf(row)]));
  return [...numbers].flatMap((no) => byNumber.get(no) ?? []);
}

/** How many of the tickets that fit have each value of a column, in the column's order; tickets without one come first. */
export function ticketGroups(reader: Reader, filter: TicketFilter, by: TicketGrouping): { value: string | null; count: number }[] {
  const { where, values } = conditions(filter);
  return reader.all(`SELECT ${sortColumns[by]} AS value, count(*) AS count ${from} ${where} GROUP BY ${sortColumns[by]} ORDER BY ${sortColumns[by]}`, values);
}

/** The numbers of tickets whose key begins with the text, whatever its case. */
export function ticketNumbersWithKey(reader: Reader, start: string): ReadonlySet<number> {
  return new Set(reader.all<{ no: number }>('SELECT no FROM tickets WHERE substr(key, 1, ?) = ? COLLATE NOCASE', [...start].length, start).map(({ no }) => no));
}

export type ShownTicket = Ticket;

/** One ticket with its log; null where there is none. */
export function ticketWith(reader: Reader, by: { readonly no: number } | { readonly key: string }): ShownTicket | null {
  const [condition, value] = 'no' in by ? ['tickets.no = ?', by.no] : ['tickets.key = ?', by.key];
  const row = reader.get<Row & { sourceId: string; importId: string; importFile: string; importedAt: number }>(
    `SELECT ${columns}, sources.id AS sourceId, imports.id AS importId, files.name AS importFile, changes.happened_at AS importedAt
     ${from} JOIN imports ON imports.no = tickets.import_no JOIN files ON files.id = imports.file_id JOIN changes ON changes.no = imports.change_no WHERE ${condition} ORDER BY tickets.no LIMIT 1`,
    value,
  );
  if (row === undefined) return null;
  const { sourceId, importId, importFile, importedAt, ...rest } = row;
  const events = eventsOf(reader, row.no, sourceId);
  return {
    ...rowOf(rest),
    sourceId,
    isTyped: row.source === typedSource,
    import: { id: importId, file: importFile, at: importedAt },
    missingUpdates: row.hasHistory === 1 ? missingUpdates(events.map(({ updates }) => updates)) : 0,
    events,
  };
}

/** The number of the ticket of that key that was typed by hand; null where there is none. */
export function typedTicketNo(reader: Reader, key: string): number | null {
  return reader.value<number>('SELECT tickets.no FROM tickets JOIN sources ON sources.no = tickets.source_no WHERE sources.name = ? AND key = ?', typedSource, key) ?? null;
}

type EventRow = { at: number; line: number; updates: number | null; state: string | null; stateClass: StateClass | null; pauseReason: string | null; priority: string | null; team: string | null; type: string | null; actor: string | null };

function eventsOf(reader: Reader, ticketNo: number, sourceId: string): EventRow[] {
  return reader.all<EventRow>(
    `SELECT happened_at AS at, line, json_extract(fields_json, '$.updates') AS updates, state.value AS state, meaning.state_class AS stateClass, meaning.pause_reason AS pauseReason,
       priority.value AS priority, team.value AS team, type.value AS type, actor.value AS actor
     FROM ticket_events
     LEFT JOIN source_values AS state ON state.no = ticket_events.status_no
     LEFT JOIN mappings AS meaning ON meaning.source_id = ? AND meaning.field = 'status' AND meaning.value = state.value
     LEFT JOIN source_values AS priority ON priority.no = ticket_events.priority_no
     LEFT JOIN source_values AS team ON team.no = ticket_events.team_no
     LEFT JOIN source_values AS type ON type.no = ticket_events.type_no
     LEFT JOIN source_values AS actor ON actor.no = ticket_events.actor_no
     WHERE ticket_no = ? ORDER BY seq`,
    sourceId, ticketNo,
  );
}

function rowOf(row: Row): TicketRow {
  return { ...row, hasHistory: row.hasHistory === 1 };
}

function conditions(filter: TicketFilter): { where: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  function add(part: string, ...given: SqlValue[]): void {
    parts.push(part);
    values.push(...given);
  }
  const words = searchWords(filter.search);
  if (words !== null) add('tickets.no IN (SELECT rowid FROM ticket_index WHERE ticket_index MATCH ?)', words);
  if (filter.sourceId !== undefined) add('sources.id = ?', filter.sourceId);
  if (filter.importId !== undefined) add('tickets.import_no = (SELECT no FROM imports WHERE id = ?)', filter.importId);
  if (filter.customerId !== undefined) add('organisations.id = ?', filter.customerId);
  if (filter.serviceId !== undefined) add('services.id = ?', filter.serviceId);
  if (filter.openedFrom !== undefined) add('tickets.opened_at >= ?', filter.openedFrom);
  if (filter.openedTo !== undefined) add('tickets.opened_at < ?', filter.openedTo);
  if (filter.states !== undefined) add(`coalesce(meaning.state_class, 'unknown') IN (SELECT value FROM json_each(?))`, JSON.stringify(filter.states));
  if (filter.priorities !== undefined) add('priority.value IN (SELECT value FROM json_each(?))', JSON.stringify(filter.priorities));
  if (filter.teams !== undefined) add('team.value IN (SELECT value FROM json_each(?))', JSON.stringify(filter.teams));
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

/** Words as prefixes, each quoted, so that nothing of FTS5's own language gets in; null where there is no word. */
function searchWords(search: string | undefined): string | null {
  const words = (search ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}
