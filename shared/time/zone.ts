import { Temporal } from 'temporal-polyfill';
import { ParleyError } from '#shared/errors.ts';
import type { Instant } from './instant.ts';

/**
 * Clock changes of one IANA zone as plain numbers. Wall-clock readings are "local milliseconds": the reading taken as if it were UTC.
 * Temporal is asked once per clock change and zone; everything after that is arithmetic.
 */
export type Zone = {
  readonly id: string;
  /** Milliseconds to add to an instant to get the wall clock, negative west of Greenwich. */
  offsetAt(at: Instant): number;
  /** Temporal's `compatible` rule: in a gap forward by the gap, a time that occurs twice is its first occurrence (calculation-rules section 1). */
  toInstant(local: number): Instant;
  /** The wall clock at an instant, as local milliseconds. */
  toLocal(at: Instant): number;
  /** Instants in `[from, to)` at which the clock changes. */
  changes(from: Instant, to: Instant): readonly Instant[];
};

/** The zone of an IANA name. Throws `invalid-input` for a name that no zone has. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const made = compileZone(zoneId(name));
  zones.set(name, made);
  return made;
}

/** Whether a name is an IANA zone's. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!zoneNamePattern.test(name)) return false;
  try {
    atInstant(0, name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Throws `invalid-input` that points at `path` where a name is given that is no zone's. */
export function checkZone(path: string, name: string | null | undefined): void {
  if (name === undefined || name === null || isZone(name)) return;
  throw new ParleyError('invalid-input', `${name} is no time zone.`, { details: [{ path, message: 'Unknown time zone' }], wayOut: 'Name it as Continent/City: Europe/Berlin.' });
}

const zones = new Map<string, Zone>();
const zoneNamePattern = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/;
const dayMs = 86_400_000;
const yearMs = 366 * dayMs;
const tableFrom = Date.UTC(1790, 0, 1);
const tableTo = Date.UTC(2410, 0, 1);

function zoneId(name: string): string {
  if (isZone(name)) return atInstant(0, name).timeZoneId;
  throw new ParleyError('invalid-input', `There is no time zone ${JSON.stringify(name)}.`, { wayOut: 'Write an IANA name, such as Europe/Berlin or UTC.' });
}

function atInstant(at: Instant, name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
}

/** Between `changes[n - 1]` and `changes[n]` the offset is `offsets[n]`; `localEnds[n]` is the wall clock at which that stretch ends. */
type Table = { from: Instant; to: Instant; changes: number[]; offsets: number[]; localEnds: number[] };

function compileZone(id: string): Zone {
  if (id === 'UTC') return fixedZone(id);
  let table: Table = { from: 0, to: 0, changes: [], offsets: [offsetByTemporal(id, 0)], localEnds: [Infinity] };
  let hint = 0;

  function cover(from: Instant, to: Instant): void {
    if (from >= table.from && to <= table.to) return;
    const length = Math.max(table.to - table.from, 2 * yearMs);
    const isFirst = table.to === table.from;
    const start = from < table.from || isFirst ? from - length : table.from;
    const end = to > table.to || isFirst ? to + length : table.to;
    table = readTable(id, isFirst ? start : Math.min(start, table.from), isFirst ? end : Math.max(end, table.to));
    hint = 0;
  }

  function stretchAt(at: Instant): number {
    const { changes } = table;
    let index = hint;
    while (index > 0 && at < (changes[index - 1] ?? -Infinity)) index -= 1;
    while (index < changes.length && at >= (changes[index] ?? Infinity)) index += 1;
    hint = index;
    return index;
  }

  return {
    id,
    offsetAt(at) {
      if (isFar(at)) return offsetByTemporal(id, at);
      cover(at, at);
      return table.offsets[stretchAt(at)] ?? 0;
    },
    toLocal(at) {
      if (isFar(at)) return at + offsetByTemporal(id, at);
      cover(at, at);
      return at + (table.offsets[stretchAt(at)] ?? 0);
    },
    toInstant(local) {
      if (isFar(local)) return toInstantByTemporal(id, local);
      cover(local - 2 * dayMs, local + 2 * dayMs);
      const { changes, offsets, localEnds } = table;
      let index = hint;
      while (index > 0 && local < (localEnds[index - 1] ?? -Infinity)) index -= 1;
      while (index < changes.length && local >= (localEnds[index] ?? Infinity)) index += 1;
      hint = index;
      const instant = local - (offsets[index] ?? 0);
      const begins = index === 0 ? -Infinity : (changes[index - 1] ?? -Infinity);
      return instant >= begins ? instant : local - (offsets[index - 1] ?? 0);
    },
    changes(from, to) {
      cover(from, to);
      return table.changes.filter((at) => at >= from && at < to);
    },
  };
}

function readTable(id: string, from: Instant, to: Instant): Table {
  const changes: number[] = [];
  const offsets = [offsetByTemporal(id, from)];
  const localEnds: number[] = [];
  let next = atInstant(from, id).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds <= to) {
    changes.push(next.epochMilliseconds);
    localEnds.push(next.epochMilliseconds + (offsets.at(-1) ?? 0));
    offsets.push(next.offsetNanoseconds / 1e6);
    next = next.getTimeZoneTransition('next');
  }
  return { from, to, changes, offsets, localEnds };
}

/** Outside 1790 to 2410 no table is kept: single answers only, such as for 9999-12-31. */
function isFar(at: number): boolean {
  return !(at > tableFrom && at < tableTo);
}

function toInstantByTemporal(id: string, local: number): Instant {
  return Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1)).toZonedDateTime(id).epochMilliseconds;
}

function offsetByTemporal(id: string, at: Instant): number {
  return atInstant(at, id).offsetNanoseconds / 1e6;
}

function fixedZone(id: string): Zone {
  return { id, offsetAt: () => 0, toLocal: (at) => at, toInstant: (local) => local, changes: () => [] };
}
