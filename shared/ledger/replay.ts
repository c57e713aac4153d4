import type { Priority } from '#shared/agreements/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { priorityIndex, type Meaning } from './meaning.ts';
import { stateClasses, type StateClass, type TicketHistory } from './model.ts';
import { readTimeline, timelineBuffer, type TimelineBuffer } from './timeline.ts';

/** State classes as numbers, for replay. */
export const classCodes = { unknown: -1, new: 0, active: 1, waiting: 2, resolved: 3, closed: 4, cancelled: 5 } as const;

/** No agreement priority fits; `unsaid` in a source's row is "as the row before". */
export const noPriority = -1;
const unsaid = -2;

/**
 * A ticket ready for the clock: its events in flat arrays, nothing left to look up. States and priorities that a row leaves open are
 * already those of the row before; times do not go back and do not lie before `openedAt`.
 */
export type Replay = {
  openedAt: Instant;
  firstResponseAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  holdMs: number | null;
  hasHistory: boolean;
  missingUpdates: number;
  count: number;
  readonly at: Instant[];
  readonly state: number[];
  /** Place in `reasons`; 0 is no reason. */
  readonly reason: number[];
  /** Place in the agreement's list of priorities. */
  readonly priority: number[];
  reasons: readonly (string | null)[];
};

export function emptyReplay(): Replay {
  return { openedAt: 0, firstResponseAt: null, resolvedAt: null, closedAt: null, holdMs: null, hasHistory: false, missingUpdates: 0, count: 0, at: [], state: [], reason: [], priority: [], reasons: [null] };
}

/** Meaning as flat tables for one agreement's priorities, by the source's numbers. */
export type CompiledMeaning = { readonly state: readonly number[]; readonly reason: readonly number[]; readonly priority: readonly number[]; readonly reasons: readonly (string | null)[] };

export function compileMeaning(meaning: Meaning, priorities: readonly Priority[]): CompiledMeaning {
  const reasons: (string | null)[] = [null];
  const state: number[] = [];
  const reason: number[] = [];
  const priority: number[] = [];
  for (const [number, status] of meaning.status) {
    state[number] = classCode(status.stateClass);
    reason[number] = reasonIndex(reasons, status.pauseReason);
  }
  for (const [number, entry] of meaning.priority) priority[number] = priorityIndex(priorities, entry.value, entry.mapped);
  return { state: filled(state, classCodes.unknown), reason: filled(reason, 0), priority: filled(priority, noPriority), reasons };
}

/** Unpacks a timeline into a replay that is used again. */
export function loadTimeline(bytes: Uint8Array, meaning: CompiledMeaning, replay: Replay): void {
  readTimeline(bytes, scratch);
  takeTimes(scratch, replay);
  replay.reasons = meaning.reasons;
  replay.count = scratch.count;
  for (let index = 0; index < scratch.count; index += 1) {
    const status = scratch.status[index] ?? -1;
    const priority = scratch.priority[index] ?? -1;
    setEvent(replay, index, scratch.at[index] ?? 0, status < 0 ? classCodes.unknown : (meaning.state[status] ?? classCodes.unknown), status < 0 ? 0 : (meaning.reason[status] ?? 0), priority < 0 ? unsaid : (meaning.priority[priority] ?? noPriority));
  }
  settlePriorities(replay);
}

/** The replay of a history in words. */
export function replayOf(history: TicketHistory, priorities: readonly Priority[]): Replay {
  const replay = emptyReplay();
  takeTimes(history, replay);
  const reasons: (string | null)[] = [null];
  replay.count = history.events.length;
  for (const [index, event] of history.events.entries()) {
    setEvent(replay, index, event.at, classCode(event.stateClass), reasonIndex(reasons, event.pauseReason), event.priority === null ? unsaid : priorityIndex(priorities, event.priority, event.mappedPriority));
  }
  replay.reasons = reasons;
  settlePriorities(replay);
  return replay;
}

export function isRunning(state: number): boolean {
  return state === classCodes.new || state === classCodes.active;
}

export function isStopped(state: number): boolean {
  return state === classCodes.resolved || state === classCodes.closed;
}

const scratch: TimelineBuffer = timelineBuffer();

type TicketTimes = Pick<Replay, 'openedAt' | 'firstResponseAt' | 'resolvedAt' | 'closedAt' | 'holdMs' | 'hasHistory' | 'missingUpdates'>;

function takeTimes(from: Readonly<TicketTimes>, replay: Replay): void {
  replay.openedAt = from.openedAt;
  replay.firstResponseAt = from.firstResponseAt;
  replay.resolvedAt = from.resolvedAt;
  replay.closedAt = from.closedAt;
  replay.holdMs = from.holdMs;
  replay.hasHistory = from.hasHistory;
  replay.missingUpdates = from.missingUpdates;
}

function setEvent(replay: Replay, index: number, at: Instant, state: number, reason: number, priority: number): void {
  const earliest = index === 0 ? replay.openedAt : (replay.at[index - 1] ?? replay.openedAt);
  replay.at[index] = at < earliest ? earliest : at;
  const isSaid = state !== classCodes.unknown;
  replay.state[index] = isSaid || index === 0 ? state : (replay.state[index - 1] ?? classCodes.unknown);
  replay.reason[index] = isSaid || index === 0 ? reason : (replay.reason[index - 1] ?? 0);
  replay.priority[index] = priority === unsaid && index > 0 ? (replay.priority[index - 1] ?? unsaid) : priority;
}

/** Rows before the first one that names a priority have that one. */
function settlePriorities(replay: Replay): void {
  if (replay.count === 0 || replay.priority[0] !== unsaid) return;
  let named = 0;
  while (named < replay.count && replay.priority[named] === unsaid) named += 1;
  const priority = named < replay.count ? (replay.priority[named] ?? noPriority) : noPriority;
  for (let index = 0; index < named; index += 1) replay.priority[index] = priority;
}

function classCode(stateClass: StateClass | null): number {
  return stateClass === null ? classCodes.unknown : stateClasses.indexOf(stateClass);
}

function reasonIndex(reasons: (string | null)[], reason: string | null): number {
  const known = reasons.indexOf(reason);
  return known >= 0 ? known : reasons.push(reason) - 1;
}

/** Without holes, so that the engine keeps it a plain array of small numbers. */
function filled(sparse: readonly number[], empty: number): number[] {
  return Array.from({ length: sparse.length }, (_, index) => sparse[index] ?? empty);
}
