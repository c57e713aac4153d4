import type { Instant } from './instant.ts';

/** A half-open stretch of time `[from, to)`. Empty where `to` is not after `from`. */
export type Interval = { readonly from: Instant; readonly to: Instant };

/** The union of intervals: sorted, disjoint, touching ones joined, empty ones dropped. */
export function unionOf(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((interval) => interval.to > interval.from).sort((one, other) => one.from - other.from);
  const united: Interval[] = [];
  for (const interval of sorted) {
    const last = united.at(-1);
    if (last === undefined || interval.from > last.to) united.push(interval);
    else if (interval.to > last.to) united[united.length - 1] = { from: last.from, to: interval.to };
  }
  return united;
}

/** What of `intervals` is left outside `cuts`. Both are unions: sorted and disjoint. */
export function subtract(intervals: readonly Interval[], cuts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let first = 0;
  for (const interval of intervals) {
    let from = interval.from;
    while (first < cuts.length && (cuts[first]?.to ?? Infinity) <= interval.from) first += 1;
    for (let index = first; index < cuts.length && from < interval.to; index += 1) {
      const cut = cuts[index];
      if (cut === undefined || cut.from >= interval.to) break;
      if (cut.from > from) left.push({ from, to: cut.from });
      from = Math.max(from, cut.to);
    }
    if (from < interval.to) left.push({ from, to: interval.to });
  }
  return left;
}

/** What of `intervals` lies inside `[from, to)`. */
export function clip(intervals: readonly Interval[], from: Instant, to: Instant): Interval[] {
  return intervals
    .map((interval) => ({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) }))
    .filter((interval) => interval.to > interval.from);
}
