import { ParleyError } from '#shared/errors.ts';
import { zoneOf } from './zone.ts';

/** Integer milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted. */
export type Instant = number;

/** How an instant was written: a date, a local date-time, with `Z`, or with an offset. */
export type InstantForm = 'date' | 'local' | 'utc' | 'offset';

/** An instant with the form it came in, so that an answer can be given in the same form. */
export type WrittenInstant = { readonly at: Instant; readonly form: InstantForm };

/**
 * Reads ISO 8601: with `Z` or an offset, or local in `zone` (`compatible` at clock changes). A date alone is its 00:00 in `zone`.
 * Throws `invalid-input` for anything else, for days that do not exist, and for a local time without a zone.
 */
export function parseInstant(text: string, zone?: string): Instant {
  return parseWrittenInstant(text, zone).at;
}

/** As `parseInstant` for a field of an input: its refusal points at `path`. */
export function parseInstantAt(path: string, text: string, zone: string): Instant {
  try {
    return parseInstant(text, zone);
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    throw new ParleyError(error.code, error.message, { details: [{ path, message: error.message }], ...(error.wayOut === null ? {} : { wayOut: error.wayOut }) });
  }
}

/** As `parseInstant`, and tells the form. */
export function parseWrittenInstant(text: string, zone?: string): WrittenInstant {
  const match = pattern.exec(text);
  if (match === null) throw notAnInstant(text);
  const [, year = '', month = '', day = '', hour, minute, second, fraction, offset] = match;
  const local = localMilliseconds(text, [year, month, day, hour ?? '0', minute ?? '0', second ?? '0'].map(Number), fraction);
  if (offset !== undefined) {
    if (/^z$/i.test(offset)) return { at: local, form: 'utc' };
    return { at: local - offsetMilliseconds(text, offset), form: 'offset' };
  }
  if (zone === undefined) {
    throw new ParleyError('invalid-input', `${JSON.stringify(text)} has no offset, and no time zone is given.`, { wayOut: 'Add Z or an offset, or name the zone of the times.' });
  }
  return { at: zoneOf(zone).toInstant(local), form: hour === undefined ? 'date' : 'local' };
}

/** `2026-01-12T13:00:00+01:00`; a fraction only where there is one. The offset is that of `zone` at the instant. */
export function formatInstant(at: Instant, zone: string): string {
  const offset = zoneOf(zone).offsetAt(at);
  return `${wallClock(at + offset)}${offsetText(offset)}`;
}

/** An instant in the form of another one: a date, a local time, `Z`, or the offset of `zone` at that instant. */
export function formatInstantAs(form: InstantForm, at: Instant, zone: string): string {
  if (form === 'utc') return `${wallClock(at)}Z`;
  if (form === 'offset') return formatInstant(at, zone);
  const local = wallClock(zoneOf(zone).toLocal(at));
  return form === 'date' ? local.slice(0, local.indexOf('T')) : local;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

function localMilliseconds(text: string, parts: readonly number[], fraction: string | undefined): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) throw notAnInstant(text);
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  return date.getTime();
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetMilliseconds(text: string, offset: string): number {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) throw notAnInstant(text);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function wallClock(local: number): string {
  return new Date(local).toISOString().slice(0, -1).replace('.000', '');
}

function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 === 0 ? [] : [Math.floor(seconds % 60)])];
  return `${offset < 0 ? '-' : '+'}${fields.map((field) => String(field).padStart(2, '0')).join(':')}`;
}

function notAnInstant(text: string): ParleyError {
  return new ParleyError('invalid-input', `${JSON.stringify(text)} is not a date and time.`, { wayOut: 'Write it as 2026-01-31T09:00, with Z or an offset where it is not local.' });
}
