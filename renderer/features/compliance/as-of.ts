import { dateText, parseDateText, weekdayOfDate } from '#shared/format/dates.ts';
import { instantText, localDate, timeText } from '#shared/format/instants.ts';
import { parseInstant } from '#shared/time/instant.ts';
import { addDays } from '#shared/time/plain-date.ts';

/** An end on the clock of a zone; midnight is 24:00 of the day that it ends: "Mon 23 Nov 2026, 24:00". `plain` leaves the weekday out. */
export function asOfText(at: number, zone: string, plain = false): string {
  if (timeText(at, zone, true) !== '00:00:00') return instantText(at, zone, { year: true, weekday: !plain });
  const day = addDays(localDate(at, zone), -1);
  return `${plain ? '' : `${weekdayOfDate(day)} `}${dateText(day)}, 24:00`;
}

/** What a person typed as an ISO instant, local in the zone: "31 May 2026 24:00", "2026-05-31T16:00", "31 May 2026". Null when it is none. */
export function parseAsOf(text: string, zone: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T/.test(trimmed)) return readable(trimmed, zone);
  const match = /^(.*?)(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(trimmed);
  const date = parseDateText((match?.[1] ?? '').replace(/,\s*$/, ''));
  if (date === null) return null;
  const [hour, minute, second] = [Number(match?.[2] ?? 24), match?.[3] ?? '00', match?.[4] ?? '00'];
  if (hour === 24) return minute === '00' ? readable(`${addDays(date, 1)}T00:00:00`, zone) : null;
  return readable(`${date}T${String(hour).padStart(2, '0')}:${minute}:${second}`, zone);
}

function readable(text: string, zone: string): string | null {
  try {
    parseInstant(text, zone);
    return text;
  } catch {
    return null;
  }
}
