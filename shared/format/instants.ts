import { dateText } from './dates.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What of an instant is written. */
export type InstantParts = { readonly weekday?: boolean; readonly year?: boolean; readonly seconds?: boolean };

/**
 * An instant (ms UTC) on the clock of a zone: "Mon 26 Oct, 16:05". `year` adds the year, `seconds` the seconds,
 * `weekday: false` leaves the day's name out.
 */
export function instantText(instant: number, zone: string, parts: InstantParts = {}): string {
  const day = dateText(localDate(instant, zone), { weekday: parts.weekday !== false, year: parts.year === true });
  return `${day}, ${timeText(instant, zone, parts.seconds === true)}`;
}

/** The day of an instant on the calendar of a zone, without its time: "Mon 26 Oct". */
export function dayText(instant: number, zone: string, parts: Omit<InstantParts, 'seconds'> = {}): string {
  return dateText(localDate(instant, zone), { weekday: parts.weekday !== false, year: parts.year === true });
}

/** The time of an instant on the clock of a zone: "16:05", with seconds "16:05:09". */
export function timeText(instant: number, zone: string, seconds = false): string {
  const { hour, minute, second } = localParts(instant, zone);
  return `${hour}:${minute}${seconds ? `:${second}` : ''}`;
}

/** The date of an instant in a zone as 'YYYY-MM-DD'. */
export function localDate(instant: number, zone: string): string {
  const { year, month, day } = localParts(instant, zone);
  return `${year}-${month}-${day}`;
}

type LocalParts = { year: string; month: string; day: string; hour: string; minute: string; second: string };

function localParts(instant: number, zone: string): LocalParts {
  const offset = steadyOffset(instant, zone);
  if (offset !== null) {
    const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = new Date(instant + offset).toISOString().split(/[-T:.]/u);
    return { year, month, day, hour, minute, second };
  }
  return askedParts(instant, zone);
}

/** A week is short enough that a zone's clock does not change twice in it. */
const weekMs = 604_800_000;
const offsets = new Map<string, Map<number, number | null>>();

/**
 * What the clock of a zone is ahead of UTC (ms) through the week of an instant; null where it changes in that week, and outside the years 0 to 9999.
 * Asking the platform is slow, and a screen of times asks hundreds of times.
 */
function steadyOffset(instant: number, zone: string): number | null {
  const week = Math.floor(instant / weekMs);
  if (week < -102_000 || week > 418_000) return null;
  const own = offsets.get(zone) ?? new Map<number, number | null>();
  if (own.size === 0 || own.size > 4000) { own.clear(); offsets.set(zone, own); }
  const known = own.get(week);
  if (known !== undefined) return known;
  const [first, last] = [offsetAt(week * weekMs, zone), offsetAt((week + 1) * weekMs, zone)];
  const offset = first === last ? first : null;
  own.set(week, offset);
  return offset;
}

function offsetAt(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = askedParts(instant, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
}

function askedParts(instant: number, zone: string): LocalParts {
  const parts: LocalParts = { year: '0000', month: '01', day: '01', hour: '00', minute: '00', second: '00' };
  for (const { type, value } of formatOf(zone).formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day' || type === 'hour' || type === 'minute' || type === 'second') {
      parts[type] = value.padStart(type === 'year' ? 4 : 2, '0');
    }
  }
  return parts;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
