import type { Reading } from '#shared/metrics/model.ts';
import { parseNumberText } from '#shared/format/number-text.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';

/** One line of the grid: a metric of a service and a customer. */
export type MetricLine = { readonly key: string; readonly metric: string; readonly service: string | null; readonly customer: string | null; readonly byMonth: ReadonlyMap<string, Reading> };

export function firstDay(month: string): PlainDate {
  return `${month}-01`;
}

export function lastDay(month: string): PlainDate {
  return addDays(addMonths(firstDay(month), 1), -1);
}

/** The month 'YYYY-MM' that a value is for; null for another span. */
export function monthOfReading(reading: Pick<Reading, 'from' | 'to'>): string | null {
  const month = reading.from.slice(0, 7);
  return reading.from === firstDay(month) && reading.to === lastDay(month) ? month : null;
}

/** The lines of all values, by metric, service, customer; the values of months in them. */
export function linesOf(readings: readonly Reading[]): readonly MetricLine[] {
  const lines = new Map<string, MetricLine & { readonly byMonth: Map<string, Reading> }>();
  for (const reading of readings) {
    const key = JSON.stringify([reading.metric, reading.service, reading.customer]);
    const line = lines.get(key) ?? { key, metric: reading.metric, service: reading.service, customer: reading.customer, byMonth: new Map<string, Reading>() };
    lines.set(key, line);
    const month = monthOfReading(reading);
    if (month !== null) line.byMonth.set(month, reading);
  }
  return [...lines.values()].toSorted((one, other) => compare(`${one.metric} ${one.service ?? ''}`, `${other.metric} ${other.service ?? ''}`));
}

/** What is typed into a cell. */
export type CellValue = { readonly value: number | null; readonly unit: '%' | null; readonly numerator: number | null; readonly denominator: number | null };

/** "72.5", "72,5 %", "290 of 400" or "290/400"; null where it is none of them. A plain number keeps the unit that the line has. */
export function readCell(text: string, unit: '%' | null): CellValue | null {
  const fraction = /^(\d[\d.,'’\s]*)\s*(?:of|\/)\s*(\d[\d.,'’\s]*)$/u.exec(text.trim());
  if (fraction !== null) {
    const [numerator, denominator] = [parseNumberText(fraction[1] ?? ''), parseNumberText(fraction[2] ?? '')];
    return numerator === null || denominator === null || denominator === 0 || numerator > denominator ? null : { value: (numerator / denominator) * 100, unit: '%', numerator, denominator };
  }
  const written = text.trim();
  const share = written.endsWith('%') || unit === '%';
  const value = parseNumberText(written.replace(/%$/u, ''), 7);
  if (value === null) return null;
  return share && (value < 0 || value > 100) ? null : { value, unit: share ? '%' : null, numerator: null, denominator: null };
}

/** The value as it stands in its cell. */
export function cellText(reading: Reading | undefined): string {
  if (reading === undefined) return '';
  if (reading.value !== null) return String(Math.round(reading.value * 1000) / 1000);
  return reading.numerator === null || reading.denominator === null ? '' : `${reading.numerator} of ${reading.denominator}`;
}

/** Per cent where the line's latest value is a share. */
export function unitOf(line: MetricLine): '%' | null {
  return [...line.byMonth].toSorted(([one], [other]) => (one < other ? 1 : -1))[0]?.[1].unit ?? null;
}

function compare(one: string, other: string): number {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}
