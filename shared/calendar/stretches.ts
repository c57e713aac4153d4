import type { Instant } from '#shared/time/instant.ts';
import { subtract, type Interval } from '#shared/time/interval.ts';
import type { ClosedInterval } from './expand.ts';

/** A stretch of one kind. `label` is the closure's own words, where it has some. */
export type CalendarStretch = { readonly from: Instant; readonly to: Instant; readonly kind: 'open' | 'out of hours' | 'closure'; readonly label: string | null };

/** `[from, to)` cut into open time, closures and the rest; neighbours of the same kind and label are one stretch. */
export function stretchesOf(from: Instant, to: Instant, open: readonly Interval[], closed: readonly ClosedInterval[]): readonly CalendarStretch[] {
  const known: CalendarStretch[] = [
    ...open.map((interval) => ({ from: interval.from, to: interval.to, kind: 'open' as const, label: null })),
    ...closed.map((closure) => ({ from: closure.from, to: closure.to, kind: 'closure' as const, label: closure.label })),
  ];
  const rest = subtract([{ from, to }], [...known].sort(byStart));
  const all = [...known, ...rest.map((interval) => ({ ...interval, kind: 'out of hours' as const, label: null }))].sort(byStart);
  const joined: CalendarStretch[] = [];
  for (const stretch of all) {
    const cut = { ...stretch, from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) };
    if (cut.to <= cut.from) continue;
    const last = joined.at(-1);
    if (last && last.kind === cut.kind && last.label === cut.label) joined[joined.length - 1] = { ...last, to: cut.to };
    else joined.push(cut);
  }
  return joined;
}

function byStart(one: Interval, other: Interval): number {
  return one.from - other.from;
}
