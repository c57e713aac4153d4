import type { Instant } from '#shared/time/instant.ts';
import { readCells, type CellReader, type RowReading } from './cells.ts';
import type { CsvRecord } from './csv.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Problem } from './problems.ts';

/** One row of a ticket file in Parley's terms; texts are the source's own. A missing value is null. */
export type TicketRow = {
  readonly line: number;
  readonly raw: string;
  readonly fingerprint: string;
  readonly key: string;
  /** When the ticket was as this row says: the update's time, or the opening where a file has one row per ticket. */
  readonly at: Instant;
  /** The source's own count of updates. */
  readonly updates: number | null;
  readonly opened: Instant | null;
  readonly firstResponse: Instant | null;
  readonly resolved: Instant | null;
  readonly closed: Instant | null;
  readonly due: Instant | null;
  readonly holdMs: number | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly priority: string | null;
  readonly type: string | null;
  readonly group: string | null;
  readonly actor: string | null;
  readonly customer: string | null;
  readonly service: string | null;
  readonly site: string | null;
  readonly verdict: 'met' | 'missed' | null;
};

/** Reads rows of tickets: a row, or the problem that keeps it out. */
export function ticketRowReader(reading: RowReading): (record: CsvRecord) => TicketRow | Problem {
  const cells = readCells(reading);
  const isLog = reading.fit.profile.layout === 'event-log';
  return (record) => cells.check(record) ?? ticketRow(cells, record, isLog);
}

/** Whether reading a row gave a problem. */
export function isProblem<Row extends object>(row: Row | Problem): row is Problem {
  return 'code' in row;
}

const scientific = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d+$/iu;

function ticketRow(cells: CellReader, record: CsvRecord, isLog: boolean): TicketRow | Problem {
  const { text, time, fault } = cells;
  const { fields } = record;
  const key = text(fields, 'key');
  if (key === null) return fault(record, 'no-key', cells.written(fields, 'key'));
  if (scientific.test(key)) return fault(record, 'key-damaged', key);
  const opened = time(fields, 'opened');
  const updated = time(fields, 'updated');
  const firstResponse = time(fields, 'firstResponse');
  const resolved = time(fields, 'resolved');
  const closed = time(fields, 'closed');
  const due = time(fields, 'due');
  if (Number.isNaN(opened) || Number.isNaN(updated) || Number.isNaN(firstResponse) || Number.isNaN(resolved) || Number.isNaN(closed)) {
    return cells.unreadable(record, ['opened', 'updated', 'firstResponse', 'resolved', 'closed']);
  }
  const at = isLog ? updated : opened;
  if (at === null) return fault(record, 'time-missing', cells.columnOf(isLog ? 'updated' : 'opened'));
  const updates = cells.number(fields, 'updates');
  const hold = cells.number(fields, 'holdMinutes');
  if (updates !== null && !Number.isSafeInteger(updates)) return fault(record, 'number-unreadable', `${cells.columnOf('updates')} ${JSON.stringify(text(fields, 'updates'))}`);
  const holdMs = hold === null ? null : Math.round(hold * 60_000);
  if (holdMs !== null && !(Number.isSafeInteger(holdMs) && holdMs >= 0)) return fault(record, 'number-unreadable', `${cells.columnOf('holdMinutes')} ${JSON.stringify(text(fields, 'holdMinutes'))}`);
  if (opened !== null) {
    const early = firstBefore(opened, resolved, closed, firstResponse);
    if (early !== null) return fault(record, 'resolved-before-opened', `${cells.quoted(fields, 'opened')} lies after ${cells.quoted(fields, early)}`);
  }
  return {
    line: record.line,
    raw: record.raw,
    fingerprint: fingerprintOf(fields),
    key,
    at,
    updates,
    opened,
    firstResponse,
    resolved,
    closed,
    due: Number.isNaN(due) ? null : due,
    holdMs,
    title: text(fields, 'title'),
    state: text(fields, 'state'),
    priority: text(fields, 'priority'),
    type: text(fields, 'type'),
    group: text(fields, 'group'),
    actor: text(fields, 'actor'),
    customer: text(fields, 'customer'),
    service: text(fields, 'service'),
    site: text(fields, 'site'),
    verdict: verdictOf(text(fields, 'verdict')),
  };
}

function firstBefore(opened: Instant, resolved: Instant | null, closed: Instant | null, firstResponse: Instant | null): 'resolved' | 'closed' | 'firstResponse' | null {
  if (resolved !== null && resolved < opened) return 'resolved';
  if (closed !== null && closed < opened) return 'closed';
  if (firstResponse !== null && firstResponse < opened) return 'firstResponse';
  return null;
}

/** The source's own flag "made SLA". */
function verdictOf(text: string | null): 'met' | 'missed' | null {
  if (text === null) return null;
  if (/^(?:true|yes|1|met|within sla)$/iu.test(text)) return 'met';
  return /^(?:false|no|0|missed|breached|sla violated)$/iu.test(text) ? 'missed' : null;
}
