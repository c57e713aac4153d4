import type { Instant } from '#shared/time/instant.ts';
import { clip, unionOf, type Interval } from '#shared/time/interval.ts';
import type { ClockContext } from './model.ts';
import type { ClockRules } from './rules.ts';
import { classCodes, isStopped, type Replay } from './replay.ts';
import { nextRunning } from './stopping.ts';

/** A stretch of states that does not count: waiting for a reason, or the gap between a stopped and the next running state. */
export type Pause = Interval & { readonly kind: 'waiting' | 'closed'; readonly reason: string | null };

/** The word for a reopening gap in the ledger's reasons. */
export const gapReason = 'closed';

/** Which pause reasons pause this term's clock, by place in `reasons`. */
export function pausingReasons(rules: ClockRules, reasons: readonly (string | null)[]): readonly boolean[] {
  return reasons.map((reason) => rules.pausesMove && (rules.pauseReasons === null || (reason !== null && rules.pauseReasons.has(reason))));
}

/**
 * The pauses of a ticket in `[start, end)`, in order and disjoint. A reopening gap runs from a stopped state to the next running one before
 * `end`; a stopped state that no running one follows is no gap (calculation-rules section 3). Without history nothing says when a state began.
 */
export function pausesOf(replay: Replay, rules: ClockRules, pausing: readonly boolean[], start: Instant, end: Instant): readonly Pause[] {
  if (!replay.hasHistory) return none;
  let pauses: Pause[] | null = null;
  const gapPauses = rules.reopen.policy !== 'gap-counts';
  let index = 0;
  while (index < replay.count) {
    const at = replay.at[index] ?? Infinity;
    if (at >= end) break;
    const state = replay.state[index] ?? classCodes.unknown;
    let next = index + 1;
    let to: Instant | null = null;
    let kind: Pause['kind'] = 'waiting';
    if (state === classCodes.waiting) {
      if (pausing[replay.reason[index] ?? 0] === true) to = next < replay.count ? (replay.at[next] ?? end) : end;
    } else if (gapPauses && isStopped(state)) {
      const running = nextRunning(replay, next, end);
      if (running >= 0) {
        to = replay.at[running] ?? end;
        next = running;
        kind = 'closed';
      }
    }
    if (to !== null) {
      const pause = { from: Math.max(at, start), to: Math.min(to, end), kind, reason: kind === 'closed' ? gapReason : (replay.reasons[replay.reason[index] ?? 0] ?? null) };
      if (pause.to > pause.from) {
        pauses ??= [];
        addPause(pauses, pause);
      }
    }
    index = next;
  }
  return pauses ?? none;
}

/** Everything that does not count in `[start, end)`, as one union: pauses, exclusions, and maintenance where it stops the clock. */
export function stoppedTime(pauses: readonly Pause[], rules: ClockRules, context: ClockContext, start: Instant, end: Instant): readonly Interval[] {
  const maintenance = rules.maintenanceStopsClock ? context.maintenance : none;
  if (context.excluded.length === 0 && maintenance.length === 0) return pauses;
  return unionOf([...pauses, ...clip(context.excluded, start, end), ...clip(maintenance, start, end)]);
}

const none: readonly never[] = [];

/** Neighbours of one kind and reason are one pause. */
function addPause(pauses: Pause[], pause: Pause): void {
  const last = pauses.at(-1);
  if (last !== undefined && last.to === pause.from && last.kind === pause.kind && last.reason === pause.reason) pauses[pauses.length - 1] = { ...last, to: pause.to };
  else pauses.push(pause);
}
