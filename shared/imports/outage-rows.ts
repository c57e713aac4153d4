import type { Instant } from '#shared/time/instant.ts';
import { readCells, readNumber, type CellReader, type RowReading } from './cells.ts';
import type { CsvRecord } from './csv.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Problem } from './problems.ts';

export const outageKinds = ['outage', 'degradation', 'planned', 'unobserved'] as const;
export type OutageKind = (typeof outageKinds)[number];

/** One row of an outage file. `end` null: it goes on. Weight is the part that counts, in parts per billion. */
export type OutageRow = {
  readonly line: number;
  readonly raw: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly service: string;
  readonly kind: OutageKind;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly weightPpb: number | null;
  readonly users: number | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly approvedBy: string | null;
};

/** Reads rows of outages. Without a key of its own an outage is known by service, kind and start, so that its end can be brought later. */
export function outageRowReader(reading: RowReading): (record: CsvRecord) => OutageRow | Problem {
  const cells = readCells(reading);
  return (record) => cells.check(record) ?? outageRow(cells, record);
}

const kindWords: Readonly<Record<string, OutageKind>> = {
  outage: 'outage',
  unplanned: 'outage',
  down: 'outage',
  incident: 'outage',
  degradation: 'degradation',
  degraded: 'degradation',
  planned: 'planned',
  maintenance: 'planned',
  'planned maintenance': 'planned',
  scheduled: 'planned',
  unobserved: 'unobserved',
  'not observed': 'unobserved',
  unknown: 'unobserved',
};

function outageRow(cells: CellReader, record: CsvRecord): OutageRow | Problem {
  const { text, time, fault } = cells;
  const { fields } = record;
  const service = text(fields, 'service');
  if (service === null) return fault(record, 'service-missing', '');
  const start = time(fields, 'start');
  const end = time(fields, 'end');
  if (Number.isNaN(start) || Number.isNaN(end)) return cells.unreadable(record, ['start', 'end']);
  if (start === null) return fault(record, 'time-missing', cells.columnOf('start'));
  if (end !== null && end < start) return fault(record, 'end-before-start', `${cells.quoted(fields, 'end')} lies before ${cells.quoted(fields, 'start')}`);
  const type = text(fields, 'type');
  const kind = type === null ? 'outage' : kindWords[type.toLowerCase()];
  if (kind === undefined) return fault(record, 'type-unknown', cells.quoted(fields, 'type'));
  const weightPpb = weightOf(text(fields, 'weight'));
  const users = cells.number(fields, 'users');
  if (Number.isNaN(weightPpb)) return fault(record, 'number-unreadable', cells.quoted(fields, 'weight'));
  if (users !== null && !(Number.isSafeInteger(users) && users >= 0)) return fault(record, 'number-unreadable', cells.quoted(fields, 'users'));
  return {
    line: record.line,
    raw: record.raw,
    fingerprint: fingerprintOf(fields),
    key: text(fields, 'key') ?? `${service}|${kind}|${start}`,
    service,
    kind,
    start,
    end,
    weightPpb,
    users,
    reason: text(fields, 'reason'),
    ticket: text(fields, 'ticket'),
    approvedBy: text(fields, 'approvedBy'),
  };
}

/** `0.5` or `50 %`; NaN outside of 0 to 1. */
function weightOf(text: string | null): number | null {
  if (text === null) return null;
  const value = readNumber(text) / (text.includes('%') ? 100 : 1);
  return value >= 0 && value <= 1 ? Math.round(value * 1_000_000_000) : NaN;
}
