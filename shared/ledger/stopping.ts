import type { Instant } from '#shared/time/instant.ts';
import type { ClockRules } from './rules.ts';
import { classCodes, isRunning, isStopped, noPriority, type Replay } from './replay.ts';

/** Where a ticket's clock stands at as of. */
export type Stopping = {
  stop: Instant | null;
  cancelledAt: Instant | null;
  /** Guessed from a state. */
  isApproximate: boolean;
  /** The source does not say. */
  isUnknown: boolean;
};

const dayMs = 86_400_000;

/**
 * When the clock of a ticket stops (calculation-rules section 3, exchange-formats "Incident event logs"), as known at `asOf`.
 * Response: the recorded time, else the first row that is not New. Resolution: `resolvedAt`, else `closedAt`, else the beginning of the
 * stopped state that the ticket is in. A ticket that runs again after its own time is open.
 */
export function stoppingOf(replay: Replay, rules: ClockRules, asOf: Instant, into: Stopping): void {
  into.stop = null;
  into.cancelledAt = null;
  into.isApproximate = false;
  into.isUnknown = false;
  const last = lastEventAt(replay, asOf);
  if (rules.stop === 'first-response') firstResponse(replay, asOf, into);
  else resolution(replay, rules, asOf, last, into);
  if (last < 0 || replay.state[last] !== classCodes.cancelled) return;
  const cancelledAt = replay.hasHistory ? streakStart(replay, last, isCancelled) : (replay.closedAt ?? replay.resolvedAt ?? replay.openedAt);
  const stoppedBefore = into.stop !== null && into.stop < cancelledAt && replay.hasHistory && (rules.stop === 'first-response' || replay.resolvedAt !== null);
  if (stoppedBefore) return;
  into.cancelledAt = Math.min(cancelledAt, asOf);
  into.stop = null;
  into.isUnknown = false;
}

/** Place of the last event at or before an instant, -1 where there is none. */
export function lastEventAt(replay: Replay, at: Instant): number {
  let index = replay.count - 1;
  while (index >= 0 && (replay.at[index] ?? Infinity) > at) index -= 1;
  return index;
}

/**
 * The agreement priority that a ticket counts under, at its stop (open: at as of), first or highest; -1 is none. Without a row before `end`
 * the first row's.
 */
export function countingPriority(replay: Replay, counts: ClockRules['priorityCounts'], end: Instant): number {
  if (replay.count === 0) return noPriority;
  const last = Math.max(0, lastEventAt(replay, end));
  if (counts === 'at-stop') return replay.priority[last] ?? noPriority;
  if (counts === 'first') return replay.priority[0] ?? noPriority;
  let highest = noPriority;
  for (let index = 0; index <= last; index += 1) {
    const priority = replay.priority[index] ?? noPriority;
    if (priority !== noPriority && (highest === noPriority || priority < highest)) highest = priority;
  }
  return highest;
}

/** Where the clock starts: at the creation, or afresh with the change to the priority that counts. */
export function clockStart(replay: Replay, rules: ClockRules, priority: number, end: Instant): Instant {
  if (rules.onPriorityChange === 'retroactive' || rules.priorityCounts === 'first') return replay.openedAt;
  const last = lastEventAt(replay, end);
  if (rules.priorityCounts === 'highest') {
    const reached = replay.priority.findIndex((candidate, index) => index <= last && candidate === priority);
    return reached <= 0 ? replay.openedAt : (replay.at[reached] ?? replay.openedAt);
  }
  let first = last;
  while (first > 0 && replay.priority[first - 1] === priority) first -= 1;
  return first <= 0 ? replay.openedAt : (replay.at[first] ?? replay.openedAt);
}

/** The first instant of a running state at or after place `from` and before `end`; -1 where there is none. */
export function nextRunning(replay: Replay, from: number, end: Instant): number {
  for (let index = from; index < replay.count; index += 1) {
    if ((replay.at[index] ?? Infinity) >= end) return -1;
    if (isRunning(replay.state[index] ?? classCodes.unknown)) return index;
  }
  return -1;
}

function firstResponse(replay: Replay, asOf: Instant, into: Stopping): void {
  if (replay.firstResponseAt !== null) {
    if (replay.firstResponseAt <= asOf) into.stop = Math.max(replay.firstResponseAt, replay.openedAt);
    return;
  }
  if (!replay.hasHistory || replay.count === 0) return;
  if (replay.state[0] !== classCodes.new) {
    into.isUnknown = true;
    return;
  }
  into.isApproximate = true;
  for (let index = 1; index < replay.count; index += 1) {
    const at = replay.at[index] ?? Infinity;
    if (at > asOf) return;
    if (replay.state[index] !== classCodes.new) {
      if (replay.state[index] !== classCodes.cancelled) into.stop = at;
      return;
    }
  }
}

function resolution(replay: Replay, rules: ClockRules, asOf: Instant, last: number, into: Stopping): void {
  const own = rules.stop === 'closed' ? replay.closedAt : (replay.resolvedAt ?? replay.closedAt);
  const state = last < 0 ? classCodes.unknown : (replay.state[last] ?? classCodes.unknown);
  if (own !== null) {
    if (own > asOf) return;
    into.stop = Math.max(own, replay.openedAt);
    const runsAgain = replay.hasHistory && (replay.at[last] ?? -Infinity) > own && !isStopped(state) && state !== classCodes.unknown && state !== classCodes.cancelled;
    if (runsAgain) into.stop = null;
  } else if (replay.hasHistory) {
    const isStop = rules.stop === 'closed' ? isClosed : isStopped;
    if (isStop(state)) into.stop = streakStart(replay, last, isStop);
  } else if (isStopped(state) && (rules.stop === 'resolved' || state === classCodes.closed)) into.isUnknown = true;
  if (rules.reopen.policy === 'ignore-after' && replay.hasHistory) ignoreLateReopening(replay, (rules.reopen.days ?? 0) * dayMs, own, asOf, into);
}

/** A reopening more than the agreed days after a stop is another matter: the stop stays. A day is 24 hours. */
function ignoreLateReopening(replay: Replay, most: number, own: Instant | null, asOf: Instant, into: Stopping): void {
  const end = into.stop ?? asOf + 1;
  for (let index = 0; index < replay.count; index += 1) {
    const from = replay.at[index] ?? Infinity;
    if (from >= end) return;
    if (!isStopped(replay.state[index] ?? classCodes.unknown)) continue;
    const running = nextRunning(replay, index + 1, end);
    if (running < 0) return;
    const stopped = own !== null && own > from && own < (replay.at[running] ?? 0) ? own : from;
    if ((replay.at[running] ?? 0) - stopped > most) {
      into.stop = stopped;
      return;
    }
    index = running;
  }
}

function streakStart(replay: Replay, last: number, belongs: (state: number) => boolean): Instant {
  let first = last;
  while (first > 0 && belongs(replay.state[first - 1] ?? classCodes.unknown)) first -= 1;
  return replay.at[first] ?? replay.openedAt;
}

function isClosed(state: number): boolean {
  return state === classCodes.closed;
}

function isCancelled(state: number): boolean {
  return state === classCodes.cancelled;
}
