import type { Calendar } from '#shared/calendar/calendar.ts';
import { subtract, unionOf, type Interval } from '#shared/time/interval.ts';
import { dueTime } from './clock.ts';
import type { ClockResult, DueMove, ReasonedInterval } from './model.ts';
import type { Pause } from './pauses.ts';
import type { ClockStep } from './rules.ts';

/**
 * How the due time moved: first the target by itself, then everything that began before the due time of its moment, in order of time.
 * Exclusions and maintenance come before pauses that they overlap, as in the ledger.
 */
export function dueMovesOf(
  calendar: Calendar, step: ClockStep, result: ClockResult,
  pauses: readonly Pause[], excluded: readonly ReasonedInterval[], maintenance: readonly ReasonedInterval[],
): readonly DueMove[] {
  const { start } = result;
  const first = dueTime(calendar, start, step, []);
  const moves: DueMove[] = [{ cause: 'target', reason: null, from: start, to: null, addedMs: calendar.elapsed(start, Math.max(first, start)), due: first }];
  const taken: Interval[] = [];
  let due = first;
  for (const cause of causesOf(pauses, excluded, maintenance)) {
    if (cause.from >= due) continue;
    taken.push({ from: cause.from, to: cause.to });
    const moved = dueTime(calendar, start, step, unionOf(taken));
    const addedMs = calendar.elapsed(cause.from, cause.to);
    if (addedMs > 0) moves.push({ ...cause, addedMs, due: moved });
    due = moved;
  }
  const last = moves.at(-1);
  if (result.due !== null && last !== undefined && result.due !== last.due) {
    moves.push({ cause: 'paused', reason: 'hold', from: start, to: null, addedMs: result.pausedMs, due: result.due });
  }
  return moves;
}

type Cause = { readonly cause: 'paused' | 'excluded' | 'maintenance'; readonly reason: string | null; readonly from: number; readonly to: number };

function causesOf(pauses: readonly Pause[], excluded: readonly ReasonedInterval[], maintenance: readonly ReasonedInterval[]): Cause[] {
  const above = unionOf([...excluded, ...maintenance]);
  const causes: Cause[] = excluded.map((interval) => ({ cause: 'excluded', reason: interval.reason, from: interval.from, to: interval.to }));
  for (const window of maintenance) {
    for (const left of subtract([window], unionOf(excluded))) causes.push({ cause: 'maintenance', reason: window.reason, ...left });
  }
  for (const pause of pauses) {
    for (const left of subtract([{ from: pause.from, to: pause.to }], above)) causes.push({ cause: 'paused', reason: pause.reason, from: left.from, to: left.to });
  }
  return causes.sort((one, other) => one.from - other.from);
}
