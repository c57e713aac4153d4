import type { Calendar } from '#shared/calendar/calendar.ts';
import { dueAt } from '#shared/calendar/due.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { noContext, type ClockContext, type ClockCycle, type ClockMark, type ClockResult, type ClockVerdict, type TicketHistory } from './model.ts';
import { pausesOf, pausingReasons, stoppedTime } from './pauses.ts';
import { stepAt, stepCalendar, type ClockRules, type ClockStep } from './rules.ts';
import { classCodes, isStopped, noPriority, replayOf, type Replay } from './replay.ts';
import { clockStart, countingPriority, nextRunning, stoppingOf, type Stopping } from './stopping.ts';

/**
 * The verdict of one ticket under one term at `asOf`, in ms (calculation-rules section 3). The ticket's own priority is told in the result
 * and not compared: whoever asks decides whether the term is the one for it. Throws `invalid-input` where the calendar has no opening.
 */
export function evaluateClock(history: TicketHistory, rules: ClockRules, calendar: Calendar, asOf: Instant, context: ClockContext = noContext): ClockResult {
  const replay = replayOf(history, rules.priorities);
  return judge(replay, rules, pausingReasons(rules, replay.reasons), calendar, asOf, context);
}

/**
 * The same for a replay, which is how many tickets are judged; null, before anything is computed, where the ticket counts under another
 * priority than the term's.
 */
export function judgeOwn(replay: Replay, rules: ClockRules, pausing: readonly boolean[], calendar: Calendar, asOf: Instant, context: ClockContext): ClockResult | null {
  stoppingOf(replay, rules, asOf, stopping);
  if (rules.priority === noPriority || countingPriority(replay, rules.priorityCounts, endOf(stopping, asOf)) !== rules.priority) return null;
  return judgeStopped(replay, rules, pausing, calendar, asOf, context);
}

/**
 * The moment that says which version of an agreement measures a ticket under these rules: the start of its clock, or its stop where the
 * takeover says so (open: `asOf`); calculation-rules section 3.
 */
export function takeoverMoment(replay: Replay, rules: ClockRules, asOf: Instant): Instant {
  if (rules.takeover === 'start' && rules.onPriorityChange === 'retroactive') return replay.openedAt;
  stoppingOf(replay, rules, asOf, stopping);
  const end = Math.max(endOf(stopping, asOf), replay.openedAt);
  return rules.takeover === 'stop' ? end : clockStart(replay, rules, countingPriority(replay, rules.priorityCounts, end), end);
}

export function judge(replay: Replay, rules: ClockRules, pausing: readonly boolean[], calendar: Calendar, asOf: Instant, context: ClockContext): ClockResult {
  stoppingOf(replay, rules, asOf, stopping);
  return judgeStopped(replay, rules, pausing, calendar, asOf, context);
}

/** Reused from ticket to ticket; every judgement fills it first. */
const stopping: Stopping = { stop: null, cancelledAt: null, isApproximate: false, isUnknown: false };
const noMarks: readonly ClockMark[] = [];
const noCycles: readonly ClockCycle[] = [];

function endOf(state: Stopping, asOf: Instant): Instant {
  return state.stop ?? state.cancelledAt ?? asOf;
}

function judgeStopped(replay: Replay, rules: ClockRules, pausing: readonly boolean[], termCalendar: Calendar, asOf: Instant, context: ClockContext): ClockResult {
  const { stop, cancelledAt, isApproximate, isUnknown } = stopping;
  const end = Math.max(endOf(stopping, asOf), replay.openedAt);
  const priority = countingPriority(replay, rules.priorityCounts, end);
  const start = clockStart(replay, rules, priority, end);
  const step = stepAt(rules, rules.takeover === 'stop' ? end : start);
  const calendar = stepCalendar(rules, step, termCalendar);
  const runs = rules.reopen.policy === 'new-cycle' && replay.hasHistory && rules.cycles !== 'sum' ? cyclesOf(replay, start, end) : null;
  const marks = marksOf(replay, isApproximate, isUnknown);
  if (runs === null || runs.length < 2) {
    const run = runOnce(replay, rules, step, pausing, calendar, context, start, stop, end, asOf);
    return result(run, noCycles);
  }
  const cycles = runs.map((run, index) => {
    const isLast = index === runs.length - 1;
    return runOnce(replay, rules, step, pausing, calendar, context, run.from, isLast ? stop : run.to, run.to, asOf);
  });
  const last = cycles[cycles.length - 1];
  const deciding = rules.cycles === 'any' ? (cycles.find((cycle) => cycle.verdict === 'missed') ?? last) : last;
  return result(deciding ?? runOnce(replay, rules, step, pausing, calendar, context, start, stop, end, asOf), cycles);

  function result(run: Run, cycles: readonly ClockCycle[]): ClockResult {
    const isLeftOut = context.leftOut !== undefined && context.leftOut !== null;
    const verdict: ClockVerdict = cancelledAt !== null ? 'cancelled' : isLeftOut ? 'excluded' : isUnknown ? 'not derivable' : run.verdict;
    const isDecided = cancelledAt === null && !isUnknown && (run.verdict === 'met' || run.verdict === 'missed');
    return {
      verdict,
      start: run.start,
      stop: run.stop,
      due: isUnknown ? null : run.due,
      decidedAt: isDecided ? Math.min(run.stop ?? Infinity, run.due) : null,
      cancelledAt,
      countedMs: run.countedMs,
      pausedMs: run.pausedMs,
      actualMs: run.end - run.start,
      priority,
      marks,
      missingUpdates: replay.missingUpdates,
      cycles,
    };
  }
}

type Run = ClockCycle & { readonly due: Instant; readonly pausedMs: number; readonly end: Instant };

function runOnce(
  replay: Replay, rules: ClockRules, step: ClockStep, pausing: readonly boolean[], calendar: Calendar, context: ClockContext,
  start: Instant, stop: Instant | null, end: Instant, asOf: Instant,
): Run {
  const { within } = step;
  const elapsedMs = calendar.elapsed(start, end);
  const stops = stoppedTime(pausesOf(replay, rules, pausing, start, end), rules, context, start, end);
  let pausedMs = 0;
  for (const pause of stops) pausedMs += calendar.elapsed(pause.from, pause.to);
  let due = dueTime(calendar, start, step, stops);
  const hold = holdOf(replay, rules, elapsedMs - pausedMs);
  if (hold > 0) {
    pausedMs += hold;
    due = within.kind === 'end-of-business-day' ? dueAfterHold(calendar, start, step, hold) : within.kind === 'elapsed-hours' || within.kind === 'calendar-days' ? due + hold : calendar.add(due, hold);
  }
  const countedMs = elapsedMs - pausedMs;
  const isHours = within.kind === 'business-hours' || within.kind === 'elapsed-hours';
  const verdict = stop === null ? (due < asOf ? 'missed' : 'open') : (isHours ? countedMs <= within.seconds * 1000 : stop <= due) ? 'met' : 'missed';
  return { start, stop, due, countedMs, verdict, pausedMs, end };
}

/** As `dueAt`; for hours, where most tickets are, without lists: a pause moves the due time if less than the target is used when it begins. */
export function dueTime(calendar: Calendar, start: Instant, step: ClockStep, stops: readonly Interval[]): Instant {
  const { within } = step;
  if (within.kind !== 'business-hours') return dueAt(calendar, start, within, stops);
  let allowed = within.seconds * 1000;
  for (const pause of stops) {
    if (calendar.elapsed(start, pause.from) >= allowed) break;
    allowed += calendar.elapsed(pause.from, pause.to);
  }
  return calendar.add(start, allowed);
}

/** The total hold of a ticket without history: working time that cannot be placed. */
function holdOf(replay: Replay, rules: ClockRules, most: number): number {
  if (replay.hasHistory || replay.holdMs === null || !rules.pausesMove || rules.pauseReasons?.size === 0) return 0;
  return Math.min(replay.holdMs, most);
}

function dueAfterHold(calendar: Calendar, start: Instant, step: ClockStep, hold: number): Instant {
  const due = dueAt(calendar, start, step.within);
  const moved = calendar.add(due, hold);
  return dueAt(calendar, moved, { kind: 'end-of-business-day', days: 0 });
}

/** Runs of a clock that begins a new cycle at every reopening: `[start, stopped)`, `[reopened, …)`, the last one up to `end`. */
function cyclesOf(replay: Replay, start: Instant, end: Instant): readonly Interval[] {
  const runs: Interval[] = [];
  let from = start;
  let index = 0;
  while (index < replay.count) {
    const at = replay.at[index] ?? Infinity;
    if (at >= end) break;
    const running = isStopped(replay.state[index] ?? classCodes.unknown) ? nextRunning(replay, index + 1, end) : -1;
    if (running < 0) {
      index += 1;
      continue;
    }
    const reopened = replay.at[running] ?? end;
    if (at > start) runs.push({ from, to: at });
    from = Math.max(reopened, start);
    index = running;
  }
  runs.push({ from, to: end });
  return runs;
}

function marksOf(replay: Replay, isApproximate: boolean, isUnknown: boolean): readonly ClockMark[] {
  if (replay.hasHistory && replay.missingUpdates === 0 && !isApproximate && !isUnknown) return noMarks;
  const marks: ClockMark[] = [];
  if (!replay.hasHistory) marks.push('aggregate: pauses not re-derivable');
  if (replay.missingUpdates > 0) marks.push('history incomplete');
  if (isApproximate) marks.push('approximate');
  if (isUnknown) marks.push('not derivable');
  return marks;
}
