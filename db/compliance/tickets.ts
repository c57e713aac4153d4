import { z } from 'zod';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { stateClasses } from '#shared/ledger/model.ts';
import { kept, type KeptKind } from '../kept.ts';
import type { Reader, Store } from '../store.ts';
import { eventOfRow, timelineBytes } from '../tickets/import-writer.ts';

/** A ticket in memory: where it belongs and its packed log. */
export type MeasuredTicket = {
  readonly no: number;
  readonly key: string;
  readonly openedAt: number;
  readonly customerNo: number | null;
  readonly serviceNo: number | null;
  readonly service: string | null;
  readonly site: string | null;
  readonly group: string | null;
  readonly bytes: Uint8Array;
};

/** All tickets of a workspace with what their sources' words mean. */
export type MeasuredTickets = { readonly tickets: readonly MeasuredTicket[]; readonly meaning: Meaning };

/** Tables whose change makes untrue what was made from tickets. */
export const ticketTables: ReadonlySet<string> = new Set(['tickets', 'ticket_events', 'ticket_timelines', 'mappings', 'source_values', 'sources', 'services', 'organisations']);

const ticketsKind: KeptKind = { name: 'tickets', most: 1, madeFrom: ticketTables };

/**
 * The tickets of an open store. They are kept in memory until tickets or meanings change, here or by another process, so that a
 * changed target is judged without reading them again.
 */
export function measuredTickets(store: Store): MeasuredTickets {
  return kept(store, ticketsKind, '', () => store.read((reader): MeasuredTickets => ({ tickets: readTickets(reader), meaning: readMeaning(reader) })));
}

type TicketRow = {
  no: number; key: string; opened_at: number; customer_no: number | null; service_no: number | null; service: string | null; team: string | null; extra_json: string | null; bytes: Uint8Array | null;
};

function readTickets(reader: Reader): MeasuredTicket[] {
  const tickets: MeasuredTicket[] = [];
  const rows = reader.iterate<TicketRow>(
    `SELECT tickets.no, tickets.key, tickets.opened_at, tickets.customer_no, tickets.service_no, services.name AS service, team.value AS team, tickets.extra_json, timeline.bytes
     FROM tickets LEFT JOIN ticket_timelines AS timeline ON timeline.ticket_no = tickets.no
     LEFT JOIN services ON services.no = tickets.service_no LEFT JOIN source_values AS team ON team.no = tickets.team_no ORDER BY tickets.no`,
  );
  for (const row of rows) {
    tickets.push({
      no: row.no, key: row.key, openedAt: row.opened_at, customerNo: row.customer_no, serviceNo: row.service_no, service: row.service, site: siteOf(row.extra_json), group: row.team,
      bytes: row.bytes ?? timelineOfEvents(reader, row.no),
    });
  }
  return tickets;
}

const extraSchema = z.looseObject({ site: z.string().nullable().optional() });

function siteOf(json: string | null): string | null {
  if (json === null) return null;
  const extra: unknown = JSON.parse(json);
  return extraSchema.parse(extra).site ?? null;
}

/** A timeline is derived: where it is not there it is made from the events again. */
function timelineOfEvents(reader: Reader, no: number): Uint8Array {
  const row = reader.get<{ opened_at: number; first_response_at: number | null; resolved_at: number | null; closed_at: number | null; hold_ms: number | null; has_history: number; status_no: number | null; priority_no: number | null; team_no: number | null }>(
    'SELECT opened_at, first_response_at, resolved_at, closed_at, hold_ms, has_history, status_no, priority_no, team_no FROM tickets WHERE no = ?', no,
  );
  if (!row) throw new Error('A ticket went while it was read.');
  const events = reader.all<Parameters<typeof eventOfRow>[0]>('SELECT happened_at, status_no, priority_no, team_no, type_no, actor_no, line, fields_json FROM ticket_events WHERE ticket_no = ? ORDER BY seq', no);
  const ticket = {
    openedAt: row.opened_at, firstResponseAt: row.first_response_at, resolvedAt: row.resolved_at, closedAt: row.closed_at, holdMs: row.hold_ms, hasHistory: row.has_history === 1,
    statusNo: row.status_no, priorityNo: row.priority_no, teamNo: row.team_no,
  };
  return timelineBytes(ticket, events.map(eventOfRow));
}

const stateClass = z.enum(stateClasses).nullable();

/** What the numbers of every source mean today. */
export function readMeaning(reader: Reader): Meaning {
  const status = new Map<number, { value: string; stateClass: z.infer<typeof stateClass>; pauseReason: string | null }>();
  const priority = new Map<number, { value: string; mapped: string | null }>();
  const team = new Map<number, string>();
  const rows = reader.all<{ no: number; field: string; value: string; state_class: string | null; pause_reason: string | null; priority: string | null }>(
    `SELECT source_values.no, source_values.field, source_values.value, mappings.state_class, mappings.pause_reason, mappings.priority
     FROM source_values JOIN sources ON sources.no = source_values.source_no
     LEFT JOIN mappings ON mappings.source_id = sources.id AND mappings.field = source_values.field AND mappings.value = source_values.value
     WHERE source_values.field IN ('status', 'priority', 'team')`,
  );
  for (const row of rows) {
    if (row.field === 'status') status.set(row.no, { value: row.value, stateClass: stateClass.parse(row.state_class), pauseReason: row.pause_reason });
    else if (row.field === 'priority') priority.set(row.no, { value: row.value, mapped: row.priority });
    else team.set(row.no, row.value);
  }
  return { status, priority, team };
}

export type TicketFacts = { readonly no: number; readonly key: string; readonly title: string | null; readonly source: string; readonly customer: string | null; readonly service: string | null };

/** What is known of tickets by their numbers. */
export function ticketFacts(reader: Reader, nos: readonly number[]): Map<number, TicketFacts> {
  const rows = reader.all<TicketFacts>(
    `SELECT tickets.no, tickets.key, tickets.title, sources.name AS source, organisations.name AS customer, services.name AS service
     FROM tickets JOIN sources ON sources.no = tickets.source_no LEFT JOIN organisations ON organisations.no = tickets.customer_no LEFT JOIN services ON services.no = tickets.service_no
     WHERE tickets.no IN (SELECT value FROM json_each(?))`,
    JSON.stringify(nos),
  );
  return new Map(rows.map((row) => [row.no, row]));
}

/** Numbers of the tickets whose key or title holds a text, letter case aside. */
export function ticketsWithText(reader: Reader, text: string): Set<number> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return new Set(reader.all<{ no: number }>("SELECT no FROM tickets WHERE key LIKE :pattern ESCAPE '\\' OR title LIKE :pattern ESCAPE '\\'", { pattern }).map((row) => row.no));
}

/** The last event of these tickets, ms UTC; null without one. */
export function lastEvent(reader: Reader, nos: readonly number[]): number | null {
  if (nos.length === 0) return null;
  return reader.value<number>('SELECT max(happened_at) FROM ticket_events WHERE ticket_no IN (SELECT value FROM json_each(?))', JSON.stringify(nos)) ?? null;
}
