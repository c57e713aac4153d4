import { addDays, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';
import { readCells, readNumber, type CellReader, type RowReading } from './cells.ts';
import type { CsvRecord } from './csv.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Problem } from './problems.ts';
import { readTime, type DateOrder } from './times.ts';

/**
 * One value of a metric. `from` and `to` are its first and its last day. The value is in thousandths of its unit, a share in per
 * cent in parts per billion.
 */
export type ReadingRow = {
  readonly line: number;
  readonly raw: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly metric: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly valueMilli: number | null;
  readonly valuePpb: number | null;
  readonly unit: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly service: string | null;
  readonly customer: string | null;
  readonly note: string | null;
};

/** Reads rows of metric values. A period that ends on the day of the month or week on which it began ends the day before: it is half-open. */
export function readingRowReader(reading: RowReading): (record: CsvRecord) => ReadingRow | Problem {
  const cells = readCells(reading);
  return (record) => cells.check(record) ?? readingRow(cells, record, reading.order);
}

function readingRow(cells: CellReader, record: CsvRecord, order: DateOrder): ReadingRow | Problem {
  const { text, fault } = cells;
  const { fields } = record;
  const metric = text(fields, 'metric');
  if (metric === null) return fault(record, 'metric-missing', '');
  const [fromText, toText] = [text(fields, 'from'), text(fields, 'to')];
  if (fromText === null) return fault(record, 'time-missing', cells.columnOf('from'));
  const from = dayOf(fromText, order);
  const given = toText === null ? from : dayOf(toText, order);
  if (from === null) return fault(record, 'date-unreadable', cells.quoted(fields, 'from'));
  if (given === null) return fault(record, 'date-unreadable', cells.quoted(fields, 'to'));
  if (given < from) return fault(record, 'end-before-start', `${cells.quoted(fields, 'to')} lies before ${cells.quoted(fields, 'from')}`);
  const to = isHalfOpen(from, given) ? addDays(given, -1) : given;
  const unit = text(fields, 'unit');
  const written = text(fields, 'value');
  const value = written === null ? null : readNumber(written);
  const [numerator, denominator] = [cells.number(fields, 'numerator'), cells.number(fields, 'denominator')];
  if (value !== null && !Number.isSafeInteger(Math.round(value * 1000))) return fault(record, 'number-unreadable', cells.quoted(fields, 'value'));
  if (!isCount(numerator)) return fault(record, 'number-unreadable', cells.quoted(fields, 'numerator'));
  if (!isCount(denominator)) return fault(record, 'number-unreadable', cells.quoted(fields, 'denominator'));
  if (value === null && (numerator === null || denominator === null || denominator === 0)) return fault(record, 'value-missing', '');
  const isShare = value !== null && value >= 0 && value <= 100 && (unit === '%' || written?.includes('%') === true);
  const [service, customer] = [text(fields, 'service'), text(fields, 'customer')];
  return {
    line: record.line,
    raw: record.raw,
    fingerprint: fingerprintOf(fields),
    key: JSON.stringify([metric.toLowerCase(), service, customer, from, to]),
    metric,
    from,
    to,
    valueMilli: value === null || isShare ? null : Math.round(value * 1000),
    valuePpb: value !== null && isShare ? Math.round(value * 10_000_000) : null,
    unit: unit ?? (isShare ? '%' : null),
    numerator,
    denominator,
    service,
    customer,
    note: text(fields, 'note'),
  };
}

function dayOf(text: string, order: DateOrder): PlainDate | null {
  const month = /^(\d{4})-(\d{2})$/u.exec(text);
  const time = readTime(month ? `${text}-01` : text, order);
  return time === null ? null : new Date(time.wall).toISOString().slice(0, 10);
}

function isHalfOpen(from: PlainDate, to: PlainDate): boolean {
  return to > from && (from.slice(8) === to.slice(8) || daysBetween(from, to) % 7 === 0);
}

function isCount(value: number | null): boolean {
  return value === null || (Number.isSafeInteger(value) && value >= 0);
}
