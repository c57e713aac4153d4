import { zoneOf } from '#shared/time/zone.ts';
import type { Instant } from '#shared/time/instant.ts';

export const dateOrders = ['year-month-day', 'day-month-year', 'month-day-year'] as const;
/** In which order numbers like `2/3/2026` are meant. A four-digit year in front is always year, month, day. */
export type DateOrder = (typeof dateOrders)[number];

/** A date and time as it was written. `wall` is the reading taken as if it were UTC, in milliseconds; `offset` is null where none is written. */
export type WrittenTime = { readonly wall: number; readonly offset: number | null; readonly hasTime: boolean };

/**
 * Reads one written date and time: ISO, `29/2/2016 01:16`, `29.02.2016 01:16:30`, `2/29/16 1:16 AM`, `11/May/24 03:26 PM`,
 * `Feb 29, 2016`, Unix seconds and milliseconds. Null for everything else and for days that do not exist.
 * `24:00` is the next day's midnight.
 */
export function readTime(text: string, order: DateOrder): WrittenTime | null {
  return readPlain(text, order) ?? readByPattern(text.trim(), order);
}

/** Makes instants of written times in one zone; a written offset wins over it. Null where a time has neither. */
export function instantReader(order: DateOrder, zone: string | null): (text: string) => Instant | null {
  const local = zone === null ? null : zoneOf(zone);
  let lastText = '';
  let last: Instant | null = null;
  return (text) => {
    if (text === lastText) return last;
    const written = readTime(text, order);
    lastText = text;
    if (written === null) last = null;
    else if (written.offset !== null) last = written.wall - written.offset;
    else last = local === null ? null : local.toInstant(written.wall);
    return last;
  };
}

/** What a column of dates says about the order of day and month. Feed it every value; `decided` is null while all fit both. */
export class DateEvidence {
  /** Values whose first number can be no month. */
  dayFirst = 0;
  /** Values whose second number can be no month. */
  monthFirst = 0;
  yearFirst = 0;
  /** Values that fit both orders. */
  either = 0;
  withOffset = 0;
  withoutOffset = 0;
  unreadable = 0;
  readonly byHour: number[] = Array.from({ length: 24 }, () => 0);
  /** Values by month of the wall clock (year × 12 + month, counted from 0) and their span, under each order of day and month. */
  readonly dayFirstSpan = new WallSpan();
  readonly monthFirstSpan = new WallSpan();
  #last = '';

  add(text: string): void {
    if (text === this.#last) return;
    this.#last = text;
    const ordered = readTime(text, 'day-month-year');
    const other = readTime(text, 'month-day-year');
    const time = ordered ?? other;
    if (time === null) {
      this.unreadable += 1;
      return;
    }
    if (time.offset === null) this.withoutOffset += 1;
    else this.withOffset += 1;
    const hour = Math.floor(time.wall / 3_600_000) % 24;
    if (time.hasTime) this.byHour[(hour + 24) % 24] = (this.byHour[(hour + 24) % 24] ?? 0) + 1;
    if (ordered !== null) this.dayFirstSpan.add(ordered.wall);
    if (other !== null) this.monthFirstSpan.add(other.wall);
    if (ordered !== null && other !== null) {
      if (ordered.wall !== other.wall) this.either += 1;
      else if (isYearFirst(text)) this.yearFirst += 1;
    } else if (ordered === null) this.monthFirst += 1;
    else this.dayFirst += 1;
  }
}

/** Wall-clock readings by month, with the first and the last. */
export class WallSpan {
  readonly months = new Map<number, number>();
  from = Infinity;
  to = -Infinity;
  #lastDay = NaN;
  #lastMonth = 0;

  add(wall: number): void {
    if (wall < this.from) this.from = wall;
    if (wall > this.to) this.to = wall;
    const day = Math.floor(wall / dayMs);
    if (day !== this.#lastDay) {
      const date = new Date(wall);
      this.#lastDay = day;
      this.#lastMonth = date.getUTCFullYear() * 12 + date.getUTCMonth();
    }
    this.months.set(this.#lastMonth, (this.months.get(this.#lastMonth) ?? 0) + 1);
  }
}

function isYearFirst(text: string): boolean {
  return /^\s*\d{4}[-/.]/u.test(text);
}

/** `d/m/yyyy h:mm`, `yyyy-mm-dd hh:mm:ss` and the like without regular expressions: most exports are of this form. */
function readPlain(text: string, order: DateOrder): WrittenTime | null {
  const numbers = [0, 0, 0, 0, 0, 0];
  const lengths = [0, 0, 0, 0, 0, 0];
  let index = 0;
  let part = 0;
  const { length } = text;
  if (length < 8 || length > 19) return null;
  for (; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      numbers[part] = (numbers[part] ?? 0) * 10 + code - 48;
      lengths[part] = (lengths[part] ?? 0) + 1;
      continue;
    }
    if (lengths[part] === 0 || part === 5) return null;
    const isSeparator = part < 2 ? code === 47 || code === 45 || code === 46 : part === 2 ? code === 32 || code === 84 : code === 58;
    if (!isSeparator) return null;
    part += 1;
  }
  if ((part !== 2 && part !== 4 && part !== 5) || lengths[part] === 0) return null;
  const [first = 0, second = 0, third = 0, hour = 0, minute = 0, seconds = 0] = numbers;
  const [firstLength = 0, secondLength = 0, thirdLength = 0, hourLength = 0, minuteLength = 0] = lengths;
  if (secondLength > 2 || (part > 2 && (hourLength > 2 || minuteLength !== 2))) return null;
  const clock = clockMs(hour, minute, seconds, 0);
  if (clock === null) return null;
  if (firstLength === 4 && thirdLength <= 2) return wallTime(first, second, third, clock, null, part > 2);
  if (firstLength > 2 || thirdLength !== 4) return null;
  return order === 'month-day-year' ? wallTime(third, first, second, clock, null, part > 2) : wallTime(third, second, first, clock, null, part > 2);
}

const clockPart = String.raw`(?:[T ,]+(?:at )?(?:(AM|PM|a\.m\.|p\.m\.|오전|오후) *)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: *(AM|PM|a\.m\.|p\.m\.|a|p|Uhr|h))?(?: *(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT))?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.년 ]+(\d{1,2})[-/.월 ]+(\d{1,2})[.일]?${clockPart}$`, 'iu');
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/u;
const numeric = new RegExp(String.raw`^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})${clockPart}$`, 'iu');
const dayMonthName = new RegExp(String.raw`^(?:\p{L}+\.?,? +)?(\d{1,2})\.?[-/. ]*(\p{L}+)\.?[-/., ]*(\d{4}|\d{2})${clockPart}$`, 'iu');
const monthNameDay = new RegExp(String.raw`^(?:\p{L}+, +)?(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})${clockPart}$`, 'iu');

function readByPattern(text: string, order: DateOrder): WrittenTime | null {
  if (text.length > 60) return null;
  if (/^\d{10}$/u.test(text)) return { wall: Number(text) * 1000, offset: 0, hasTime: true };
  if (/^\d{13}$/u.test(text)) return { wall: Number(text), offset: 0, hasTime: true };
  const digits = compact.exec(text);
  if (digits) {
    const [, year, month, day, hour, minute, second, zulu] = digits;
    return withClock(Number(year), Number(month), Number(day), [undefined, hour, minute, second, undefined, undefined, zulu]);
  }
  const iso = yearFirst.exec(text);
  if (iso) return withClock(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  const numbers = numeric.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3] ?? '')];
    return order === 'month-day-year' ? withClock(year, first, second, numbers.slice(4)) : withClock(year, second, first, numbers.slice(4));
  }
  const named = dayMonthName.exec(text);
  if (named) return withClock(fullYear(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1]), named.slice(4));
  const american = monthNameDay.exec(text);
  if (american) return withClock(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]), american.slice(4));
  return null;
}

function withClock(year: number, month: number, day: number, clock: readonly (string | undefined)[]): WrittenTime | null {
  const [before, hourText, minuteText, secondText, fraction, after, zone] = clock;
  if (hourText === undefined) return wallTime(year, month, day, 0, null, false);
  const half = before ?? after;
  let hour = Number(hourText);
  if (half !== undefined && /^[ap오]/iu.test(half)) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^(?:p|오후)/iu.test(half) ? 12 : 0);
  }
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = clockMs(hour, Number(minuteText), Number(secondText ?? '0'), milliseconds);
  const offset = zone === undefined ? null : offsetMs(zone);
  if (time === null || Number.isNaN(offset)) return null;
  return wallTime(year, month, day, time, offset, true);
}

function clockMs(hour: number, minute: number, second: number, milliseconds: number): number | null {
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second + milliseconds > 0)) return null;
  return hour * 3_600_000 + minute * 60_000 + second * 1000 + milliseconds;
}

const dayMs = 86_400_000;
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function wallTime(year: number, month: number, day: number, clock: number, offset: number | null, hasTime: boolean): WrittenTime | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > (monthLengths[month - 1] ?? 0)) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return { wall: daysFromCivil(year, month, day) * dayMs + clock, offset, hasTime };
}

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, chrono-compatible date algorithms). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function offsetMs(text: string): number {
  if (/^(?:z|utc|gmt)$/iu.test(text)) return 0;
  const match = /([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(text);
  if (!match) return NaN;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
  return minutes > 18 * 60 ? NaN : (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}

function fullYear(text: string): number {
  return text.length === 2 ? Number(text) + (Number(text) >= 70 ? 1900 : 2000) : Number(text);
}

/** Month names of English, German, French, Spanish and Portuguese, as far as three or four letters tell them apart. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  if (lower.startsWith('juil')) return 7;
  return monthNames.findIndex((names) => names.some((start) => lower.startsWith(start))) + 1;
}
