import { subtract, unionOf, type Interval } from '#shared/time/interval.ts';
import type { Zone } from '#shared/time/zone.ts';
import type { ClosedRange, DayRules } from './day-rules.ts';
import type { MinuteRange } from './model.ts';

/** A closed stretch of time with the closure's own words. */
export type ClosedInterval = Interval & { readonly label: string | null };

/** Open and closed time of a run of dates, as instants: each sorted and disjoint. */
export type Expansion = { readonly open: readonly Interval[]; readonly closed: readonly ClosedInterval[] };

/**
 * The dates `[fromDay, toDay)` as instants. A range becomes two instants first and is empty where its close is not after its open;
 * then ranges are united; then closures cut (calculation-rules sections 1 and 2). Ranges of neighbouring dates that reach into
 * the run are only seen where their dates are in it.
 */
export function expand(rules: DayRules, zone: Zone, fromDay: number, toDay: number): Expansion {
  const open: Interval[] = [];
  const closed: ClosedInterval[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    for (const range of rules.openingsOn(day)) pushRange(open, zone, day, range);
    for (const range of rules.closuresOn(day)) pushClosure(closed, zone, day, range);
  }
  const apart = disjoint(closed);
  return { open: subtract(unionOf(open), unionOf(apart)), closed: apart };
}

/** Open time of the ranges that begin on one date, after closures. */
export function openingsOf(rules: DayRules, zone: Zone, day: number): readonly Interval[] {
  const ranges = rules.openingsOn(day);
  if (ranges.length === 0) return [];
  const open: Interval[] = [];
  const closed: ClosedInterval[] = [];
  for (const range of ranges) pushRange(open, zone, day, range);
  for (let near = day - 2; near <= day + 2; near += 1) {
    for (const range of rules.closuresOn(near)) pushClosure(closed, zone, near, range);
  }
  return subtract(unionOf(open), unionOf(closed));
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

function pushRange(list: Interval[], zone: Zone, day: number, range: MinuteRange): void {
  const from = zone.toInstant(day * dayMs + range.from * minuteMs);
  const to = zone.toInstant(day * dayMs + range.to * minuteMs);
  if (to > from) list.push({ from, to });
}

function pushClosure(list: ClosedInterval[], zone: Zone, day: number, range: ClosedRange): void {
  const from = zone.toInstant(day * dayMs + range.from * minuteMs);
  const to = zone.toInstant(day * dayMs + range.to * minuteMs);
  if (to > from) list.push({ from, to, label: range.label });
}

/** Closures without overlap: where two cover the same time, the one that began first keeps it; at the same beginning, one with words. */
function disjoint(closures: ClosedInterval[]): ClosedInterval[] {
  closures.sort((one, other) => one.from - other.from || Number(one.label === null) - Number(other.label === null));
  const apart: ClosedInterval[] = [];
  let end = -Infinity;
  for (const closure of closures) {
    if (closure.to <= end) continue;
    apart.push(closure.from >= end ? closure : { from: end, to: closure.to, label: closure.label });
    end = closure.to;
  }
  return apart;
}
