import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { packTimeline } from '#shared/ledger/timeline.ts';
import type { Instant } from '#shared/time/instant.ts';
import { missingUpdates } from '#shared/imports/ticket-log.ts';
import type { Reader, SqlValue, WriteStatement } from '../reader.ts';
import type { Tx } from '../transaction.ts';

/** One event as it is stored: numbers of the source's dictionary, the source's own count and a fingerprint of the row. */
export type StoredEvent = {
  readonly at: Instant;
  readonly statusNo: number | null;
  readonly priorityNo: number | null;
  readonly teamNo: number | null;
  readonly typeNo: number | null;
  readonly actorNo: number | null;
  readonly line: number;
  readonly updates: number | null;
  readonly fingerprint: string;
};

/** A ticket's own row, all that an import says about it. */
export type StoredTicket = {
  readonly title: string | null;
  readonly customerNo: number | null;
  readonly serviceNo: number | null;
  readonly statusNo: number | null;
  readonly priorityNo: number | null;
  readonly teamNo: number | null;
  readonly typeNo: number | null;
  readonly openedAt: Instant;
  readonly firstResponseAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly holdMs: number | null;
  readonly hasHistory: boolean;
  readonly sourceVerdict: 'met' | 'missed' | null;
  readonly extraJson: string | null;
};

export type KnownTicket = { readonly no: number; readonly revision: number; readonly digest: Uint8Array };

type TicketColumns = { [column: string]: SqlValue };
type EventRow = { happened_at: number; kind: number; status_no: number | null; priority_no: number | null; team_no: number | null; type_no: number | null; actor_no: number | null; line: number; fields_json: string | null };

const ticketColumns = [
  'title', 'customer_no', 'service_no', 'status_no', 'priority_no', 'team_no', 'type_no', 'opened_at', 'first_response_at', 'resolved_at', 'closed_at',
  'due_at', 'hold_ms', 'has_history', 'source_verdict', 'extra_json', 'digest',
] as const;

/** A number that no row has, and none that an image of a removed one, or a file that was once attached to one, still names. */
export function nextRowNo(tx: Tx, kind: 'ticket' | 'outage'): number {
  const table = kind === 'ticket' ? 'tickets' : 'outages';
  return (tx.value<number>(`SELECT max(coalesce((SELECT max(no) FROM ${table}), 0), coalesce((SELECT max(row_no) FROM import_images WHERE kind = :kind), 0),
    coalesce((SELECT max(coalesce(after_json, before_json) ->> :column) FROM change_rows WHERE table_name = 'pinned_rows'), 0))`, { kind, column: `$.${kind}_no` }) ?? 0) + 1;
}

/** Finds a source's ticket by its key. */
export function ticketLookup(reader: Reader | Tx, sourceNo: number): (key: string) => KnownTicket | undefined {
  const find = reader.prepare<KnownTicket>('SELECT no, revision, digest FROM tickets WHERE source_no = ? AND key = ?');
  return (key) => find.get(sourceNo, key);
}

/** Reads a ticket's stored log. */
export function eventLookup(reader: Reader | Tx): (ticketNo: number) => StoredEvent[] {
  const find = reader.prepare<EventRow>('SELECT happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json FROM ticket_events WHERE ticket_no = ? ORDER BY seq');
  return (ticketNo) => find.all(ticketNo).map(eventOfRow);
}

/** Event kinds in `ticket_events.kind`. */
export const eventKinds = { snapshot: 0, update: 1 } as const;

/** Writes the tickets of one import, with their events, packed logs and search entries; keeps images of what it replaces. */
export class TicketWriter {
  readonly #sourceNo: number;
  readonly #importNo: number;
  readonly #insertTicket: WriteStatement<unknown>;
  readonly #updateTicket: WriteStatement<unknown>;
  readonly #insertEvent: WriteStatement<unknown>;
  readonly #insertTimeline: WriteStatement<unknown>;
  readonly #insertIndex: WriteStatement<unknown>;
  readonly #deleteEvents: WriteStatement<unknown>;
  readonly #deleteResults: WriteStatement<unknown>;
  readonly #insertImage: WriteStatement<unknown>;
  readonly #ticketRow: WriteStatement<TicketColumns>;
  readonly #eventRows: WriteStatement<EventRow>;
  #nextNo: number;

  constructor(tx: Tx, sourceNo: number, importNo: number) {
    this.#sourceNo = sourceNo;
    this.#importNo = importNo;
    this.#nextNo = nextRowNo(tx, 'ticket');
    this.#insertTicket = tx.prepare(
      `INSERT INTO tickets (${ticketColumns.join(', ')}, no, source_no, key, revision, first_import_no, import_no) VALUES (${ticketColumns.map(() => '?').join(', ')}, ?, ?, ?, 1, ?, ?)`,
    );
    this.#updateTicket = tx.prepare(`UPDATE tickets SET ${ticketColumns.map((column) => `${column} = ?`).join(', ')}, revision = ?, import_no = ? WHERE no = ?`);
    this.#insertEvent = tx.prepare(
      'INSERT INTO ticket_events (ticket_no, seq, happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#insertTimeline = tx.prepare('INSERT INTO ticket_timelines (ticket_no, bytes) VALUES (?, ?) ON CONFLICT (ticket_no) DO UPDATE SET bytes = excluded.bytes');
    this.#insertIndex = tx.prepare('INSERT OR REPLACE INTO ticket_index (rowid, key, title) VALUES (?, ?, ?)');
    this.#deleteEvents = tx.prepare('DELETE FROM ticket_events WHERE ticket_no = ?');
    this.#deleteResults = tx.prepare('DELETE FROM ticket_results WHERE ticket_no = ?');
    this.#insertImage = tx.prepare("INSERT INTO import_images (kind, row_no, revision, import_no, image) VALUES ('ticket', ?, ?, ?, ?)");
    this.#ticketRow = tx.prepare('SELECT * FROM tickets WHERE no = ?');
    this.#eventRows = tx.prepare('SELECT happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json FROM ticket_events WHERE ticket_no = ? ORDER BY seq');
    tx.touch('tickets', 'ticket_events', 'ticket_timelines');
  }

  insert(key: string, ticket: StoredTicket, events: readonly StoredEvent[], digest: Uint8Array): void {
    const no = this.#nextNo;
    this.#nextNo += 1;
    this.#insertTicket.run(...valuesOf(ticket, digest), no, this.#sourceNo, key, this.#importNo, this.#importNo);
    this.#writeLog(no, ticket, events);
    this.#insertIndex.run(no, key, ticket.title ?? '');
  }

  update(known: KnownTicket, key: string, ticket: StoredTicket, events: readonly StoredEvent[], digest: Uint8Array): void {
    const before = this.#ticketRow.get(known.no);
    if (before === undefined) throw new Error('A ticket to update is not there.');
    this.#insertImage.run(known.no, known.revision, this.#importNo, packImage({ ticket: before, events: this.#eventRows.all(known.no) }));
    this.#updateTicket.run(...valuesOf(ticket, digest), known.revision + 1, this.#importNo, known.no);
    this.#deleteEvents.run(known.no);
    this.#deleteResults.run(known.no);
    this.#writeLog(known.no, ticket, events);
    this.#insertIndex.run(known.no, key, ticket.title ?? '');
  }

  /** The ticket as it stands, with what the file says of its parties: for a file that brings older updates only. */
  merged(known: KnownTicket, ticket: StoredTicket): StoredTicket {
    const row = this.#ticketRow.get(known.no);
    if (row === undefined) throw new Error('A ticket to update is not there.');
    const number = (column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);
    return {
      ...ticket,
      title: ticket.title ?? (typeof row['title'] === 'string' ? row['title'] : null),
      statusNo: number('status_no'),
      priorityNo: number('priority_no'),
      teamNo: number('team_no'),
      typeNo: number('type_no'),
      openedAt: number('opened_at') ?? ticket.openedAt,
      firstResponseAt: number('first_response_at'),
      resolvedAt: number('resolved_at'),
      closedAt: number('closed_at'),
      dueAt: number('due_at'),
      holdMs: number('hold_ms'),
      sourceVerdict: row['source_verdict'] === 'met' || row['source_verdict'] === 'missed' ? row['source_verdict'] : null,
    };
  }

  #writeLog(no: number, ticket: StoredTicket, events: readonly StoredEvent[]): void {
    const kind = ticket.hasHistory ? eventKinds.update : eventKinds.snapshot;
    for (let seq = 0; seq < events.length; seq += 1) {
      const event = events[seq];
      if (event === undefined) continue;
      this.#insertEvent.run(no, seq + 1, event.at, kind, event.statusNo, event.priorityNo, event.teamNo, event.typeNo, event.actorNo, event.line, fieldsOf(event));
    }
    this.#insertTimeline.run(no, timelineBytes(ticket, events));
  }
}

/** The packed log that replay reads. A ticket without history has one event at its opening, with its latest values. */
export function timelineBytes(ticket: Pick<StoredTicket, 'openedAt' | 'firstResponseAt' | 'resolvedAt' | 'closedAt' | 'holdMs' | 'hasHistory' | 'statusNo' | 'priorityNo' | 'teamNo'>, events: readonly StoredEvent[]): Uint8Array {
  const { openedAt, firstResponseAt, resolvedAt, closedAt, holdMs, hasHistory } = ticket;
  return packTimeline({
    openedAt,
    firstResponseAt,
    resolvedAt,
    closedAt,
    holdMs,
    hasHistory,
    missingUpdates: hasHistory ? missingUpdates(events.map((event) => event.updates)) : 0,
    events: hasHistory
      ? events.map((event) => ({ at: event.at, status: event.statusNo, priority: event.priorityNo, team: event.teamNo }))
      : [{ at: openedAt, status: ticket.statusNo, priority: ticket.priorityNo, team: ticket.teamNo }],
  });
}

/** The events of a row set of `ticket_events`, with what `fields_json` keeps. */
export function eventOfRow(row: Omit<EventRow, 'kind'>): StoredEvent {
  const fields = row.fields_json === null ? {} : (JSON.parse(row.fields_json) as { updates?: number; digest?: string });
  return {
    at: row.happened_at,
    statusNo: row.status_no,
    priorityNo: row.priority_no,
    teamNo: row.team_no,
    typeNo: row.type_no,
    actorNo: row.actor_no,
    line: row.line,
    updates: fields.updates ?? null,
    fingerprint: fields.digest ?? '',
  };
}

export type TicketImage = { readonly ticket: TicketColumns; readonly events: readonly EventRow[] };

/** An image of a ticket and its events, packed; blobs as hexadecimal. */
export function packImage(image: TicketImage): Uint8Array {
  const { digest } = image.ticket;
  const hex = digest instanceof Uint8Array ? Buffer.from(digest).toString('hex') : null;
  return deflateRawSync(JSON.stringify({ ...image, ticket: { ...image.ticket, digest: hex } }), { level: 1 });
}

export function unpackImage(bytes: Uint8Array): TicketImage {
  const image = JSON.parse(inflateRawSync(bytes).toString('utf8')) as TicketImage;
  return { ...image, ticket: { ...image.ticket, digest: Buffer.from(String(image.ticket['digest'] ?? ''), 'hex') } };
}

function fieldsOf({ updates, fingerprint }: StoredEvent): string {
  return updates === null ? `{"digest":"${fingerprint}"}` : `{"updates":${updates},"digest":"${fingerprint}"}`;
}

function valuesOf(ticket: StoredTicket, digest: Uint8Array): SqlValue[] {
  return [
    ticket.title, ticket.customerNo, ticket.serviceNo, ticket.statusNo, ticket.priorityNo, ticket.teamNo, ticket.typeNo, ticket.openedAt, ticket.firstResponseAt,
    ticket.resolvedAt, ticket.closedAt, ticket.dueAt, ticket.holdMs, ticket.hasHistory ? 1 : 0, ticket.sourceVerdict, ticket.extraJson, digest,
  ];
}
