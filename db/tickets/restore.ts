import type { SqlValue } from '../reader.ts';
import type { Tx } from '../transaction.ts';
import { eventOfRow, timelineBytes, type TicketImage } from './import-writer.ts';

type Row = { readonly [column: string]: SqlValue };

/** Everything of one ticket as the log keeps it, so that its removal can be taken back: its row, its events, its digest as hexadecimal. */
export function ticketImage(tx: Tx, no: number): Row | null {
  const ticket = tx.get<Row>('SELECT * FROM tickets WHERE no = ?', no);
  if (ticket === undefined) return null;
  const events = tx.all<Row>('SELECT happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json FROM ticket_events WHERE ticket_no = ? ORDER BY seq', no);
  const { digest } = ticket;
  return { ...ticket, digest: digest instanceof Uint8Array ? Buffer.from(digest).toString('hex') : null, events: JSON.stringify(events) };
}

/** Writes a removal into the open change as one image. */
export function logTicketRemoval(tx: Tx, no: number): void {
  const image = ticketImage(tx, no);
  if (image === null) return;
  tx.run("INSERT INTO change_rows (change_no, table_name, row_id, op, before_json) VALUES (?, 'tickets', ?, 'delete', ?)", tx.change.no, String(no), JSON.stringify(image));
}

/** Takes a ticket that was brought back away again; logged like its first removal. */
export function removeTicketRow(tx: Tx, no: number): void {
  logTicketRemoval(tx, no);
  tx.run('DELETE FROM ticket_index WHERE rowid = ?', no);
  tx.run('DELETE FROM tickets WHERE no = ?', no);
  touch(tx);
}

/** Puts a removed ticket back exactly, with its events, its timeline and its place in the search. */
export function insertTicketImage(tx: Tx, image: Row): void {
  const { events: kept, ...stored } = image;
  const events = JSON.parse(String(kept)) as TicketImage['events'];
  const ticket: Row = { ...stored, digest: typeof stored['digest'] === 'string' ? Buffer.from(stored['digest'], 'hex') : null };
  const columns = Object.keys(ticket);
  tx.run(`INSERT INTO tickets (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, columns.map((column) => ticket[column] ?? null));
  const no = Number(ticket['no']);
  const insert = tx.prepare('INSERT INTO ticket_events (ticket_no, seq, happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  events.forEach((event, index) => insert.run(no, index + 1, event.happened_at, event.kind, event.status_no, event.priority_no, event.team_no, event.type_no, event.actor_no, event.line, event.fields_json));
  tx.run('INSERT INTO ticket_timelines (ticket_no, bytes) VALUES (?, ?)', no, timelineOfRow(ticket, events.map(eventOfRow)));
  tx.run('INSERT INTO ticket_index (rowid, key, title) VALUES (?, ?, ?)', no, ticket['key'] ?? '', ticket['title'] ?? '');
  tx.run("INSERT INTO change_rows (change_no, table_name, row_id, op, after_json) VALUES (?, 'tickets', ?, 'insert', ?)", tx.change.no, String(no), JSON.stringify(image));
  touch(tx);
}

/** The packed timeline of a stored ticket. */
export function timelineOfRow(ticket: Row, events: Parameters<typeof timelineBytes>[1]): Uint8Array {
  const number = (column: string): number | null => (typeof ticket[column] === 'number' ? ticket[column] : null);
  return timelineBytes(
    {
      openedAt: number('opened_at') ?? 0,
      firstResponseAt: number('first_response_at'),
      resolvedAt: number('resolved_at'),
      closedAt: number('closed_at'),
      holdMs: number('hold_ms'),
      hasHistory: ticket['has_history'] === 1,
      statusNo: number('status_no'),
      priorityNo: number('priority_no'),
      teamNo: number('team_no'),
    },
    events,
  );
}

function touch(tx: Tx): void {
  tx.run('DELETE FROM target_results');
  tx.touch('tickets', 'ticket_events', 'ticket_timelines', 'ticket_results', 'target_results');
}
