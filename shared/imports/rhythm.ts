import { addDays, addMonths, daysBetween, type PlainDate } from '../time/plain-date.ts';

/** Days of a coverage, both inside. */
export type DaySpan = { readonly from: PlainDate; readonly to: PlainDate };

/**
 * On which day the data of a source is expected to go on to next: the last day that it has, and the usual step between the last days
 * of its files (the median; about a month is a month). Null while there is one file only. calculation-rules section 4, coverage.
 */
export function nextExpectedOn(lastDays: readonly PlainDate[]): PlainDate | null {
  const days = [...new Set(lastDays)].toSorted();
  const last = days.at(-1);
  const steps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day)).toSorted((a, b) => a - b);
  const step = steps[Math.floor(steps.length / 2)];
  if (last === undefined || step === undefined) return null;
  return isAboutMonth(step) ? addMonths(last, 1) : addDays(last, step);
}

/** The days between the first and the last that no span covers. */
export function gapsIn(spans: readonly DaySpan[]): readonly DaySpan[] {
  const gaps: DaySpan[] = [];
  let covered: PlainDate | null = null;
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (covered !== null && from > addDays(covered, 1)) gaps.push({ from: addDays(covered, 1), to: addDays(from, -1) });
    if (covered === null || to > covered) covered = to;
  }
  return gaps;
}

/** How many days the spans have, each inside by itself. */
export function daysIn(spans: readonly DaySpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
}

function isAboutMonth(days: number): boolean {
  return days >= 28 && days <= 31;
}
