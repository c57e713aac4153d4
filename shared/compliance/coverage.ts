import type { Instant } from '#shared/time/instant.ts';
import { clip, unionOf, type Interval } from '#shared/time/interval.ts';
import { addDays, daysBetween, startOfDay, type PlainDate } from '#shared/time/plain-date.ts';

/** How much of a period the imported data cover, in whole days of the agreement's zone (calculation-rules section 4). */
export type Coverage = { readonly state: 'whole' | 'partly' | 'none'; readonly measuredDays: number; readonly days: number };

/** The coverage of `[from, to)` by what the sources say that they know. A day counts when it is covered from its first to its last moment. */
export function coverageOf(known: readonly Interval[], from: PlainDate, to: PlainDate, zone: string): Coverage {
  const days = Math.max(0, daysBetween(from, to));
  const begin = startOfDay(from, zone);
  const end = startOfDay(to, zone);
  const inside = clip(unionOf(known), begin, end);
  const first = inside[0];
  if (first === undefined) return { state: 'none', measuredDays: 0, days };
  if (first.from === begin && first.to === end) return { state: 'whole', measuredDays: days, days };
  let measuredDays = 0;
  for (let day = 0; day < days; day += 1) {
    const date = addDays(from, day);
    if (isCovered(inside, startOfDay(date, zone), startOfDay(addDays(date, 1), zone))) measuredDays += 1;
  }
  return { state: 'partly', measuredDays, days };
}

/** The end of the data: the default of `as of`. Null where nothing is covered. */
export function endOfCoverage(known: readonly Interval[]): Instant | null {
  return known.reduce<Instant | null>((latest, interval) => (latest === null || interval.to > latest ? interval.to : latest), null);
}

function isCovered(union: readonly Interval[], from: Instant, to: Instant): boolean {
  return union.some((interval) => interval.from <= from && interval.to >= to);
}
