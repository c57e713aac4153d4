import { ParleyError } from '#shared/errors.ts';
import type { Instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { dateOfDayNumber, dayNumber, plainDateSchema, yearOf, type PlainDate } from './plain-date.ts';
import { datesOf, type Recurrence } from './recurrence.ts';
import { zoneOf } from './zone.ts';

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayMs = 86_400_000;
/** More occurrences than a plan has; a rule without an end stops here. */
const mostOccurrences = 20_000;

/**
 * A recurrence rule of RFC 5545 (3.3.10) as text: FREQ from DAILY to YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS.
 * `FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;UNTIL=20261231`. UNTIL is a last day, included. Throws `invalid-input` at `path` for any other text.
 */
export function parseRepeatRule(text: string, path = 'repeat'): Recurrence {
  const parts = new Map<string, string>();
  for (const part of text.trim().replace(/^RRULE:/i, '').split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (more.length > 0 || value === '' || !knownParts.has(name.toUpperCase()) || parts.has(name.toUpperCase())) throw unreadable(path, part);
    parts.set(name.toUpperCase(), value.toUpperCase());
  }
  const freq = frequencies.find((name) => name === parts.get('FREQ'));
  if (freq === undefined) throw unreadable(path, parts.get('FREQ') ?? text);
  if (parts.has('COUNT') && parts.has('UNTIL')) throw unreadable(path, 'COUNT and UNTIL together');
  const numbers = (name: string, least: number, most: number): number[] => (parts.get(name)?.split(',') ?? []).map((value) => numberIn(path, value, least, most));
  return {
    freq,
    interval: numbers('INTERVAL', 1, 1000)[0] ?? 1,
    count: numbers('COUNT', 1, mostOccurrences)[0] ?? null,
    until: untilOf(path, parts.get('UNTIL')),
    byMonth: numbers('BYMONTH', 1, 12),
    byMonthDay: numbers('BYMONTHDAY', -31, 31),
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map((value) => weekdayOfRule(path, value)),
    bySetPosition: numbers('BYSETPOS', -366, 366),
  };
}

/**
 * The occurrences of a window that begin before `until`, in order, the first one included whatever the rule says. Each has the window's own
 * wall-clock times in its zone: a time in a gap of the clock moves forward by the gap, one that occurs twice is its first (calculation-rules
 * section 1), and an occurrence that is left without length is dropped. Without a rule the window itself.
 */
export function occurrencesOf(window: Interval & { readonly zone: string; readonly repeat: string | null }, until: Instant): Interval[] {
  if (window.repeat === null) return [{ from: window.from, to: window.to }];
  const zone = zoneOf(window.zone);
  const [begin, end] = [zone.toLocal(window.from), zone.toLocal(window.to)];
  const first = Math.floor(begin / dayMs);
  const [timeOfDay, days, endOfDay] = [begin - first * dayMs, Math.floor(end / dayMs) - first, end - Math.floor(end / dayMs) * dayMs];
  const firstDate = dateOfDayNumber(first);
  const lastYear = yearOf(dateOfDayNumber(Math.floor(zone.toLocal(Math.max(until, window.from)) / dayMs)));
  const dates = datesOf(parseRepeatRule(window.repeat), firstDate, yearOf(firstDate), Math.min(lastYear, yearOf(firstDate) + 100));
  const occurrences: Interval[] = [{ from: window.from, to: window.to }];
  for (const date of dates.slice(0, mostOccurrences)) {
    const day = dayNumber(date);
    if (day === first) continue;
    const from = zone.toInstant(day * dayMs + timeOfDay);
    const to = zone.toInstant((day + days) * dayMs + endOfDay);
    if (from >= until) break;
    if (to > from) occurrences.push({ from, to });
  }
  return occurrences;
}

const knownParts: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS']);

function numberIn(path: string, text: string, least: number, most: number): number {
  const value = /^[+-]?\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most) || value === 0) throw unreadable(path, text);
  return value;
}

function untilOf(path: string, text: string | undefined): PlainDate | null {
  if (text === undefined) return null;
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T\d{6}Z?)?$/.exec(text);
  const date = plainDateSchema.safeParse(`${match?.[1] ?? ''}-${match?.[2] ?? ''}-${match?.[3] ?? ''}`);
  if (!date.success) throw unreadable(path, text);
  return date.data;
}

function weekdayOfRule(path: string, text: string): { weekday: number; nth: number } {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  if (match === null) throw unreadable(path, text);
  return { weekday: weekdayCodes.indexOf(match[2] ?? ''), nth: match[1] === undefined ? 0 : numberIn(path, match[1], -53, 53) };
}

function unreadable(path: string, part: string): ParleyError {
  return new ParleyError('invalid-input', `${JSON.stringify(part)} is no repetition.`, { details: [{ path, message: 'Not a recurrence rule' }], wayOut: 'Write it as in calendars: FREQ=WEEKLY;BYDAY=SU;UNTIL=20261231.' });
}
