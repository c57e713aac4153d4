import { ParleyError } from '#shared/errors.ts';
import type { Instant } from './instant.ts';
import { addDays, addMonths, daysBetween, startOfDay, type PlainDate } from './plain-date.ts';

/** How time is cut into measuring periods (calculation-rules section 1); the agreement document's `period`. */
export type PeriodKind =
  | 'calendar-month' | 'calendar-quarter' | 'calendar-year' | 'four-weeks' | '4-4-5'
  | { readonly kind: 'month-from-day'; readonly day: number }
  | { readonly kind: 'fiscal-quarter'; readonly startMonth: number };

/** A half-open period of dates in a zone: `from` is its first day, `to` the day after its last. */
export type Period = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** `2026-03`, `2026-Q1`, `2026`; for the others their first day. */
  readonly label: string;
  /** Cut by the span that was asked for: pro rata. */
  readonly isPartial: boolean;
};

/**
 * The whole period that a date lies in. `anchor` is the first day of the first four weeks or of the first 4-4-5 year (the agreement's first
 * day); these kinds throw `invalid-input` without one.
 */
export function periodOf(kind: PeriodKind, date: PlainDate, anchor?: PlainDate): Period {
  if (kind === 'four-weeks') return weeksFrom(date, [4], anchorOf(kind, anchor));
  if (kind === '4-4-5') return weeksFrom(date, [4, 4, 5], anchorOf(kind, anchor));
  const [months, day, firstMonth] = monthsOf(kind);
  const monthStart = `${(date.slice(-2) < pad(day) ? addMonths(`${date.slice(0, -2)}01`, -1) : date).slice(0, -2)}${pad(day)}`;
  const month = Number(monthStart.slice(5, 7));
  const from = addMonths(monthStart, -((((month - firstMonth) % months) + months) % months));
  return { from, to: addMonths(from, months), label: labelOf(kind, from), isPartial: false };
}

/** The periods of a kind that cover `[from, to)`, in order; the first and last are cut to it and marked. Empty where `to` is not after `from`. */
export function periodsBetween(kind: PeriodKind, from: PlainDate, to: PlainDate, anchor?: PlainDate): Period[] {
  const periods: Period[] = [];
  let date = from;
  while (date < to) {
    const whole = periodOf(kind, date, anchor);
    const isPartial = whole.from < from || whole.to > to;
    periods.push({ ...whole, from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to, isPartial });
    date = whole.to;
  }
  return periods;
}

/** Calendar months, `YYYY-MM`, that cover `[from, to)`. */
export function monthsBetween(from: PlainDate, to: PlainDate): Period[] {
  return periodsBetween('calendar-month', from, to);
}

/** The instants of a period in a zone, `[from, to)`. */
export function instantsOf(period: { readonly from: PlainDate; readonly to: PlainDate }, zone: string): { readonly from: Instant; readonly to: Instant } {
  return { from: startOfDay(period.from, zone), to: startOfDay(period.to, zone) };
}

function monthsOf(kind: Exclude<PeriodKind, 'four-weeks' | '4-4-5'>): [months: number, day: number, firstMonth: number] {
  if (kind === 'calendar-month') return [1, 1, 1];
  if (kind === 'calendar-quarter') return [3, 1, 1];
  if (kind === 'calendar-year') return [12, 1, 1];
  return kind.kind === 'month-from-day' ? [1, kind.day, 1] : [3, 1, kind.startMonth];
}

function labelOf(kind: PeriodKind, from: PlainDate): string {
  if (kind === 'calendar-month') return from.slice(0, 7);
  if (kind === 'calendar-quarter') return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
  return kind === 'calendar-year' ? from.slice(0, 4) : from;
}

function weeksFrom(date: PlainDate, weeks: readonly number[], anchor: PlainDate): Period {
  const round = weeks.reduce((sum, length) => sum + length, 0) * 7;
  let from = addDays(anchor, Math.floor(daysBetween(anchor, date) / round) * round);
  for (const length of weeks) {
    const to = addDays(from, length * 7);
    if (date < to) return { from, to, label: from, isPartial: false };
    from = to;
  }
  return { from, to: addDays(from, round), label: from, isPartial: false };
}

function anchorOf(kind: string, anchor: PlainDate | undefined): PlainDate {
  if (anchor !== undefined) return anchor;
  throw new ParleyError('invalid-input', `Periods of ${kind} need a first day.`, { wayOut: 'Give the agreement a first day.' });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
