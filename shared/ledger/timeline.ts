import { ParleyError } from '#shared/errors.ts';
import type { Instant } from '#shared/time/instant.ts';

/** The ticket after one update, as numbers of the source's own values (its dictionary). Null is as in the event before. */
export type TimelineEvent = { readonly at: Instant; readonly status: number | null; readonly priority: number | null; readonly team: number | null };

/**
 * A ticket's log in source values; meaning is applied when it is replayed, so that a changed value map needs no new timelines.
 * A ticket without history has at most one event, at `openedAt`, with its latest values.
 */
export type TicketTimeline = {
  readonly openedAt: Instant;
  readonly firstResponseAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Total time on hold, where the source gives only that. */
  readonly holdMs: number | null;
  readonly hasHistory: boolean;
  /** Updates that the source itself is missing. */
  readonly missingUpdates: number;
  readonly events: readonly TimelineEvent[];
};

/** What `readTimeline` fills: reused from ticket to ticket, so that replay allocates nothing. -1 is none. */
export type TimelineBuffer = {
  openedAt: Instant;
  firstResponseAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  holdMs: number | null;
  hasHistory: boolean;
  missingUpdates: number;
  count: number;
  readonly at: Instant[];
  readonly status: number[];
  readonly priority: number[];
  readonly team: number[];
};

export function timelineBuffer(): TimelineBuffer {
  return { openedAt: 0, firstResponseAt: null, resolvedAt: null, closedAt: null, holdMs: null, hasHistory: false, missingUpdates: 0, count: 0, at: [], status: [], priority: [], team: [] };
}

/**
 * Packs a timeline: a version, flags, the largest unit that divides all its times (ms, s or min), then variable-length integers:
 * times as differences, values only where they change.
 */
export function packTimeline(timeline: TicketTimeline): Uint8Array<ArrayBuffer> {
  const unitCode = unitCodeOf(timeline);
  const unit = units[unitCode] ?? 1;
  const bytes: number[] = [formatVersion, flagsOf(timeline) | (unitCode << unitShift)];
  writeSigned(bytes, timeline.openedAt / unit);
  for (const at of [timeline.firstResponseAt, timeline.resolvedAt, timeline.closedAt]) if (at !== null) writeSigned(bytes, (at - timeline.openedAt) / unit);
  if (timeline.holdMs !== null) writeUnsigned(bytes, timeline.holdMs);
  if (timeline.missingUpdates > 0) writeUnsigned(bytes, timeline.missingUpdates);
  writeUnsigned(bytes, timeline.events.length);
  let at = timeline.openedAt;
  let status: number | null = null;
  let priority: number | null = null;
  let team: number | null = null;
  for (const event of timeline.events) {
    writeSigned(bytes, (event.at - at) / unit);
    bytes.push((event.status === status ? 0 : statusBit) | (event.priority === priority ? 0 : priorityBit) | (event.team === team ? 0 : teamBit));
    if (event.status !== status) writeUnsigned(bytes, (event.status ?? -1) + 1);
    if (event.priority !== priority) writeUnsigned(bytes, (event.priority ?? -1) + 1);
    if (event.team !== team) writeUnsigned(bytes, (event.team ?? -1) + 1);
    ({ at, status, priority, team } = event);
  }
  return Uint8Array.from(bytes);
}

/** The timeline again. Throws `storage` where the bytes are no timeline. */
export function unpackTimeline(bytes: Uint8Array): TicketTimeline {
  const buffer = timelineBuffer();
  readTimeline(bytes, buffer);
  const { openedAt, firstResponseAt, resolvedAt, closedAt, holdMs, hasHistory, missingUpdates } = buffer;
  const events = Array.from({ length: buffer.count }, (_, index) => ({
    at: buffer.at[index] ?? 0,
    status: orNull(buffer.status[index]),
    priority: orNull(buffer.priority[index]),
    team: orNull(buffer.team[index]),
  }));
  return { openedAt, firstResponseAt, resolvedAt, closedAt, holdMs, hasHistory, missingUpdates, events };
}

/** Unpacks into a buffer that is used again. Throws `storage` where the bytes are no timeline. */
export function readTimeline(bytes: Uint8Array, into: TimelineBuffer): void {
  if (bytes[0] !== formatVersion) throw unreadable();
  const flags = bytes[1] ?? 0;
  const unit = units[flags >> unitShift] ?? 1;
  position = 2;
  const openedAt = readSigned(bytes) * unit;
  into.openedAt = openedAt;
  into.hasHistory = (flags & historyFlag) !== 0;
  into.firstResponseAt = flags & responseFlag ? openedAt + readSigned(bytes) * unit : null;
  into.resolvedAt = flags & resolvedFlag ? openedAt + readSigned(bytes) * unit : null;
  into.closedAt = flags & closedFlag ? openedAt + readSigned(bytes) * unit : null;
  into.holdMs = flags & holdFlag ? readUnsigned(bytes) : null;
  into.missingUpdates = flags & missingFlag ? readUnsigned(bytes) : 0;
  const count = readUnsigned(bytes);
  let at = openedAt;
  let status = -1;
  let priority = -1;
  let team = -1;
  for (let index = 0; index < count; index += 1) {
    at += readSigned(bytes) * unit;
    const changed = bytes[position] ?? 0;
    position += 1;
    if (changed & statusBit) status = readUnsigned(bytes) - 1;
    if (changed & priorityBit) priority = readUnsigned(bytes) - 1;
    if (changed & teamBit) team = readUnsigned(bytes) - 1;
    into.at[index] = at;
    into.status[index] = status;
    into.priority[index] = priority;
    into.team[index] = team;
  }
  into.count = count;
  if (position > bytes.length) throw unreadable();
}

const formatVersion = 1;
const [historyFlag, responseFlag, resolvedFlag, closedFlag, holdFlag, missingFlag] = [1, 2, 4, 8, 16, 32];
const unitShift = 6;
const units = [1, 1000, 60_000];
const [statusBit, priorityBit, teamBit] = [1, 2, 4];

/** Where the reader stands in the bytes of the call that runs. */
let position = 0;

function flagsOf(timeline: TicketTimeline): number {
  return (timeline.hasHistory ? historyFlag : 0)
    | (timeline.firstResponseAt === null ? 0 : responseFlag)
    | (timeline.resolvedAt === null ? 0 : resolvedFlag)
    | (timeline.closedAt === null ? 0 : closedFlag)
    | (timeline.holdMs === null ? 0 : holdFlag)
    | (timeline.missingUpdates === 0 ? 0 : missingFlag);
}

function unitCodeOf(timeline: TicketTimeline): number {
  const times = [timeline.openedAt, timeline.firstResponseAt, timeline.resolvedAt, timeline.closedAt, ...timeline.events.map((event) => event.at)];
  for (let code = units.length - 1; code > 0; code -= 1) {
    const unit = units[code] ?? 1;
    if (times.every((at) => at === null || at % unit === 0)) return code;
  }
  return 0;
}

/** Numbers up to 2^53, seven bits a byte, the lowest first. */
function writeUnsigned(bytes: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

function writeSigned(bytes: number[], value: number): void {
  writeUnsigned(bytes, value < 0 ? -value * 2 - 1 : value * 2);
}

function readUnsigned(bytes: Uint8Array): number {
  let byte = bytes[position] ?? 0;
  position += 1;
  if (byte < 128) return byte;
  let value = byte - 128;
  let factor = 128;
  do {
    byte = bytes[position] ?? 0;
    position += 1;
    value += (byte & 127) * factor;
    factor *= 128;
  } while (byte >= 128);
  return value;
}

function readSigned(bytes: Uint8Array): number {
  const value = readUnsigned(bytes);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || value < 0 ? null : value;
}

function unreadable(): ParleyError {
  return new ParleyError('storage', 'A packed ticket log cannot be read.', { wayOut: 'Check the workspace; the logs are rebuilt from the imported events.' });
}
