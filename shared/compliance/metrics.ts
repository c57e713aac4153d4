import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { MetricTerm } from '#shared/agreements/terms.ts';
import { shareOf, type Share } from '#shared/statistics/wilson.ts';
import type { Interval } from '#shared/time/interval.ts';
import { daysBetween, type PlainDate } from '#shared/time/plain-date.ts';
import { bucketsOf, type By, type PeriodVerdict } from './compliance.ts';
import { coverageOf, type Coverage } from './coverage.ts';

/** A metric's value for a period, typed or imported; `from` and `to` are its first and last day. */
export type Reading = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

export type MetricRow = {
  readonly term: string;
  readonly priority: null;
  readonly month: string | null;
  readonly share: Share | null;
  readonly open: 0;
  readonly cancelled: 0;
  readonly coverage: Coverage;
  readonly verdict: PeriodVerdict;
  /** From numerator and denominator where every reading has them, else the mean of the readings, as they weigh the same. */
  readonly value: number | null;
  readonly readings: number;
};

export type MetricInput = {
  readonly document: AgreementDocument;
  readonly term: MetricTerm;
  readonly readings: readonly Reading[];
  /** What spans of values the sources cover. */
  readonly known: readonly Interval[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by: By;
};

/**
 * A metric target's rows (calculation-rules section 4). A reading belongs to the row that its first day lies in; a row is measured on the
 * days that its readings span. A month without a reading has a row where the sources cover some of it: `no events` where they cover it whole.
 */
export function metricRowsOf(input: MetricInput): MetricRow[] {
  const { term, document, by } = input;
  return bucketsOf(input.from, input.to, by.month, document.zone).flatMap((bucket): MetricRow[] => {
    const readings = input.readings.filter((reading) => reading.from >= bucket.from && reading.from < bucket.to);
    const coverage = readings.length === 0 ? coverageOf(input.known, bucket.from, bucket.to, document.zone) : spanOf(readings, bucket.from, bucket.to);
    if (readings.length === 0 && by.month && coverage.state === 'none') return [];
    const counts = countsOf(readings);
    const value = readings.length === 0 ? null : counts === null ? readings.reduce((sum, reading) => sum + valueOfReading(term, reading), 0) / readings.length : asValue(term, counts);
    const verdict = coverage.state === 'none' ? 'not measured' : coverage.state === 'partly' ? 'partly measured' : value === null ? 'no events' : isKept(term, value, bucket.from, counts) ? 'met' : 'missed';
    return [{ term: term.id, priority: null, month: bucket.month, share: counts === null ? null : shareOf(counts.numerator, counts.denominator), open: 0, cancelled: 0, coverage, verdict, value, readings: readings.length }];
  });
}

/** What a reading says in the unit of the target: by its own counts where it has them, so that 69 of 100 and 71.5 % have one mean. */
function valueOfReading(term: MetricTerm, reading: Reading): number {
  const counts = isPercent(term) ? countsOf([reading]) : null;
  return counts === null ? reading.value : asValue(term, counts);
}

type Counts = { readonly numerator: number; readonly denominator: number };

/** Exact where the counts are known and the unit is per cent. */
function isKept(term: MetricTerm, value: number, on: PlainDate, counts: Counts | null): boolean {
  const { target, targetTo } = goalOn(term, on);
  const compared = (goal: number): number => (counts !== null && isPercent(term) ? compareShare(counts, goal) : value - goal);
  if (term.direction === 'at-least') return compared(target) >= 0;
  if (term.direction === 'at-most') return compared(target) <= 0;
  return compared(target) >= 0 && compared(targetTo ?? target) <= 0;
}

function goalOn(term: MetricTerm, on: PlainDate): { target: number; targetTo: number | undefined } {
  let goal: { target: number; targetTo: number | undefined } = { target: term.target, targetTo: term.targetTo };
  for (const step of [...(term.steps ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (step.from <= on) goal = { target: step.target, targetTo: step.targetTo ?? goal.targetTo };
  }
  return goal;
}

/** The sign of numerator ÷ denominator − goal %, the goal as the decimal that was written, to nine decimals. */
function compareShare(counts: Counts, goal: number): number {
  const difference = BigInt(counts.numerator) * 100n * 1_000_000_000n - BigInt(Math.round(goal * 1_000_000_000)) * BigInt(counts.denominator);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function asValue(term: MetricTerm, counts: Counts): number {
  return (counts.numerator / counts.denominator) * (isPercent(term) ? 100 : 1);
}

function isPercent(term: MetricTerm): boolean {
  return term.unit === '%';
}

function countsOf(readings: readonly Reading[]): Counts | null {
  let numerator = 0;
  let denominator = 0;
  for (const reading of readings) {
    if (reading.numerator === null || reading.denominator === null) return null;
    numerator += reading.numerator;
    denominator += reading.denominator;
  }
  return denominator > 0 && numerator <= denominator ? { numerator, denominator } : null;
}

function spanOf(readings: readonly Reading[], from: PlainDate, to: PlainDate): Coverage {
  const days = daysBetween(from, to);
  const measured = new Set<number>();
  for (const reading of readings) {
    for (let day = Math.max(0, daysBetween(from, reading.from)); day <= Math.min(days - 1, daysBetween(from, reading.to)); day += 1) measured.add(day);
  }
  return { state: measured.size === 0 ? 'none' : measured.size === days ? 'whole' : 'partly', measuredDays: measured.size, days };
}
