import type { Calendar, CalendarStretch } from '#shared/calendar/calendar.ts';
import type { Instant } from '#shared/time/instant.ts';
import { clip, type Interval } from '#shared/time/interval.ts';
import { judge } from './clock.ts';
import { dueMovesOf } from './due-moves.ts';
import { noContext, type ClockContext, type ClockResult, type Ledger, type LedgerClass, type LedgerStretch, type LedgerSums, type ReasonedInterval, type TicketHistory } from './model.ts';
import { pausesOf, pausingReasons, type Pause } from './pauses.ts';
import { classCodes, isStopped, replayOf, type Replay } from './replay.ts';
import { nextRunning } from './stopping.ts';
import { stepAt, stepCalendar, type ClockRules } from './rules.ts';

/**
 * Where every millisecond of a ticket went under one term: contiguous stretches from start to stop (open: to `asOf`), each of exactly one
 * class, the first that applies of closure, out of hours, excluded, maintenance, paused, counted (calculation-rules section 3). The classes
 * sum to wall time. Where reopening begins a new cycle, the ledger is that of the cycle that decides. A ticket that an accepted exclusion
 * leaves out has all its time in the hours excluded.
 */
export function ledgerOf(history: TicketHistory, rules: ClockRules, calendar: Calendar, asOf: Instant, context: ClockContext = noContext): Ledger {
  const replay = replayOf(history, rules.priorities);
  const pausing = pausingReasons(rules, replay.reasons);
  const result = judge(replay, rules, pausing, calendar, asOf, context);
  const end = result.start + result.actualMs;
  const step = stepAt(rules, rules.takeover === 'stop' ? end : result.start);
  const hours = stepCalendar(rules, step, calendar);
  const pauses = pausesOf(replay, rules, pausing, result.start, end);
  const leftOut = context.leftOut ?? null;
  const taken: readonly ReasonedInterval[] = leftOut === null ? context.excluded : [{ from: -Infinity, to: Infinity, reason: leftOut }];
  const excluded = clip(taken, result.start, end);
  const maintenance = rules.maintenanceStopsClock ? clip(context.maintenance, result.start, end) : [];
  const view: View = { history, replay, rules, calendar: hours, result, end, pauses, excluded: withReasons(taken, excluded), maintenance: withReasons(context.maintenance, maintenance) };
  const stretches = withHold(view, sweep(view));
  const sums = sumsOf(stretches);
  return {
    ...result,
    ...(leftOut === null ? {} : { countedMs: 0, pausedMs: sums.excluded }),
    ticket: history.key,
    term: rules.term,
    stretches,
    sums,
    dueMoves: result.due === null || leftOut !== null ? [] : dueMovesOf(hours, step, result, pauses, view.excluded, view.maintenance),
    countedByTeam: teamsOf(stretches),
  };
}

type View = {
  readonly history: TicketHistory;
  readonly replay: Replay;
  readonly rules: ClockRules;
  readonly calendar: Calendar;
  readonly result: ClockResult;
  readonly end: Instant;
  readonly pauses: readonly Pause[];
  readonly excluded: readonly ReasonedInterval[];
  readonly maintenance: readonly ReasonedInterval[];
};

function withReasons(all: readonly ReasonedInterval[], clipped: readonly Interval[]): ReasonedInterval[] {
  return clipped.map((interval) => ({ ...interval, reason: all.find((candidate) => candidate.from <= interval.from && candidate.to >= interval.to)?.reason ?? '' }));
}

function sweep(view: View): LedgerStretch[] {
  const { result, end, calendar, replay } = view;
  const hours = calendar.stretches(result.start, end);
  const marked: readonly Interval[] = [...hours, ...view.pauses, ...view.excluded, ...view.maintenance];
  const edges = new Set<Instant>([result.start, end]);
  for (const interval of marked) edges.add(interval.from).add(interval.to);
  for (let index = 0; index < replay.count; index += 1) edges.add(replay.at[index] ?? end);
  const points = [...edges].filter((at) => at >= result.start && at <= end).sort((one, other) => one - other);
  const stretches: LedgerStretch[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const from = points[index] ?? end;
    const to = points[index + 1] ?? end;
    addStretch(stretches, pieceAt(view, hours, stretches, from, to));
  }
  return stretches;
}

function pieceAt(view: View, hours: readonly CalendarStretch[], before: readonly LedgerStretch[], from: Instant, to: Instant): LedgerStretch {
  const piece = (kind: LedgerClass, reason: string | null, rule: string, event = -1): LedgerStretch => ({
    from, to, class: kind, reason, rule, state: stateAt(view, event), team: teamAt(view, event), ms: to - from,
  });
  const stretch = hours.find((candidate) => candidate.from <= from && candidate.to > from);
  if (stretch?.kind === 'closure') return piece('closure', stretch.label, stretch.label === null || stretch.label === '' ? 'closed on this day' : `closed: ${stretch.label}`);
  if (stretch?.kind === 'out of hours') return piece('out of hours', null, view.rules.hours === '' ? 'outside the hours' : `outside ${view.rules.hours}`);
  const event = eventAt(view.replay, from);
  const excluded = covering(view.excluded, from);
  if (excluded) return piece('excluded', excluded.reason, 'excluded: accepted by the customer', event);
  const maintenance = covering(view.maintenance, from);
  if (maintenance) return piece('maintenance', maintenance.reason, 'maintenance stops this clock', event);
  const pause = covering(view.pauses, from);
  if (pause) return piece('paused', pause.reason, pause.kind === 'closed' ? gapRule(view.rules) : `waiting${pause.reason === null ? '' : ` for ${pause.reason}`}: the clock is paused`, event);
  return piece('counted', null, countedRule(view, before, event), event);
}

function gapRule(rules: ClockRules): string {
  if (rules.reopen.policy === 'ignore-after') return `reopened within ${rules.reopen.days ?? 0} days: the gap is a pause`;
  return 'reopened: the gap is a pause';
}

function countedRule(view: View, before: readonly LedgerStretch[], event: number): string {
  const state = view.replay.state[event] ?? classCodes.unknown;
  const last = before.at(-1);
  const isReplayed = view.replay.hasHistory && event >= 0;
  if (isReplayed && state === classCodes.waiting) {
    const reason = view.replay.reasons[view.replay.reason[event] ?? 0] ?? null;
    return `waiting${reason === null ? '' : ` for ${reason}`}: does not pause this clock`;
  }
  if (isReplayed && isStopped(state)) {
    return nextRunning(view.replay, event + 1, view.end) >= 0 ? 'reopened: the gap counts' : 'stopped state before the stop: counts as running';
  }
  if (!before.some((stretch) => stretch.class === 'counted')) {
    if (view.result.start !== view.replay.openedAt) return view.rules.onPriorityChange === 'afresh' ? 'priority changed: the clock starts afresh' : 'reopened: a new cycle begins';
    if (last === undefined) return 'opened';
    if (before.every((stretch) => stretch.class === 'out of hours' || stretch.class === 'closure')) return 'opened before the hours';
  }
  const lastPause = before.findLast((stretch) => stretch.class !== 'out of hours' && stretch.class !== 'closure');
  if (lastPause?.class === 'paused') return lastPause.reason === 'closed' ? 'reopened' : 'resumed';
  return 'in progress';
}

/** Neighbours that differ in nothing that a reader sees are one stretch. */
function addStretch(stretches: LedgerStretch[], piece: LedgerStretch): void {
  const last = stretches.at(-1);
  const continues = last !== undefined && last.class === piece.class && last.reason === piece.reason && last.state === piece.state && last.team === piece.team;
  if (continues && (last.rule === piece.rule || piece.rule === 'in progress')) stretches[stretches.length - 1] = { ...last, to: piece.to, ms: piece.to - last.from };
  else stretches.push(piece);
}

/** Without history the total hold is known, but not when: it is shown as the last working time before the stop. */
function withHold(view: View, stretches: LedgerStretch[]): LedgerStretch[] {
  const { replay, result } = view;
  if (replay.hasHistory) return stretches;
  const rule = 'aggregate: pauses not re-derivable';
  let hold = result.pausedMs - stretches.reduce((sum, stretch) => sum + (stretch.class === 'counted' ? 0 : inHours(stretch)), 0);
  const shown: LedgerStretch[] = [];
  for (const stretch of stretches.toReversed()) {
    if (stretch.class !== 'counted') {
      shown.push(stretch);
      continue;
    }
    const paused = Math.min(hold, stretch.ms);
    hold -= paused;
    if (paused > 0) shown.push({ ...stretch, from: stretch.to - paused, class: 'paused', reason: 'hold', rule, ms: paused });
    if (paused < stretch.ms) shown.push({ ...stretch, to: stretch.to - paused, rule: result.pausedMs > 0 ? rule : stretch.rule, ms: stretch.ms - paused });
  }
  return shown.reverse();
}

function inHours(stretch: LedgerStretch): number {
  return stretch.class === 'out of hours' || stretch.class === 'closure' ? 0 : stretch.ms;
}

function sumsOf(stretches: readonly LedgerStretch[]): LedgerSums {
  const sums: Record<LedgerClass | 'wall', number> = { closure: 0, 'out of hours': 0, excluded: 0, maintenance: 0, paused: 0, counted: 0, wall: 0 };
  for (const stretch of stretches) {
    sums[stretch.class] += stretch.ms;
    sums.wall += stretch.ms;
  }
  return sums;
}

function teamsOf(stretches: readonly LedgerStretch[]): { team: string | null; ms: number }[] {
  const teams = new Map<string | null, number>();
  for (const stretch of stretches) if (stretch.class === 'counted') teams.set(stretch.team, (teams.get(stretch.team) ?? 0) + stretch.ms);
  return [...teams].map(([team, ms]) => ({ team, ms })).sort((one, other) => other.ms - one.ms);
}

function covering<T extends Interval>(intervals: readonly T[], at: Instant): T | undefined {
  return intervals.find((interval) => interval.from <= at && interval.to > at);
}

/** The event in force at an instant; -1 before the first. */
function eventAt(replay: Replay, at: Instant): number {
  let index = replay.count - 1;
  while (index >= 0 && (replay.at[index] ?? Infinity) > at) index -= 1;
  return index;
}

/** The source's own word, of the last event up to `event` that says one. */
function stateAt(view: View, event: number): string | null {
  for (let index = event; index >= 0; index -= 1) {
    const state = view.history.events[index]?.state ?? null;
    if (state !== null) return state;
  }
  return null;
}

function teamAt(view: View, event: number): string | null {
  for (let index = event; index >= 0; index -= 1) {
    const team = view.history.events[index]?.team ?? null;
    if (team !== null) return team;
  }
  return null;
}

