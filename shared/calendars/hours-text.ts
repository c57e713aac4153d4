import { mergedRanges } from '#shared/calendar/describe.ts';
import { minutesOf, timeOfMinute, type ClockRange } from '#shared/calendar/model.ts';
import { clockRangeOf } from '#shared/calendar/normalise.ts';

const dayMinutes = 1440;

/** The intervals of a day as they are typed: `08:00–12:00, 13:00–17:00`, `22:00–06:00` over midnight, empty where it is closed. */
export function hoursText(ranges: readonly ClockRange[]): string {
  return mergedRanges(ranges.map(minutesOf)).map(({ from, to }) => `${timeOfMinute(from)}–${timeOfMinute(to > dayMinutes && to - dayMinutes <= from ? to - dayMinutes : to)}`).join(', ');
}

/** What typed hours mean: ranges in order, or the part of the text that is none. */
export type TypedHours = { readonly ranges: ClockRange[] } | { readonly wrong: string };

/**
 * Reads typed hours: `8-12, 13-17`, `8:30–17.00`, `0800 to 1700`, `22:00–06:00` over midnight, `24 h`, `closed` or nothing.
 * An end at or before its begin is on the next date. Overlapping ranges are merged (calculation-rules section 2).
 */
export function parseHoursText(text: string): TypedHours {
  const plain = text.trim().toLowerCase();
  if (plain === '' || plain === 'closed' || plain === '-' || plain === '–') return { ranges: [] };
  if (/^(?:24\s?h|24 hours|all day|24x7|24×7)$/u.test(plain)) return { ranges: [['00:00', '24:00']] };
  const ranges: ClockRange[] = [];
  for (const part of plain.split(/\s*(?:,|;|\+|&|\band\b)\s*/u)) {
    const range = rangeOf(part);
    if (range === null) return { wrong: part };
    ranges.push(range);
  }
  return { ranges: mergedRanges(ranges.map(minutesOf)).map(clockRangeOf) };
}

function rangeOf(part: string): ClockRange | null {
  const written = /^(?<from>[\d:.h ]+?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?<to>[\d:.h ]+)$/u.exec(part);
  const from = minuteTyped(written?.groups?.['from']);
  const to = minuteTyped(written?.groups?.['to']);
  return from === null || to === null || from >= dayMinutes ? null : [timeOfMinute(from), timeOfMinute(to)];
}

/** `8`, `08:30`, `8.30`, `0830`, `8h30`, `24:00`, up to `48:00` → minutes after midnight; null where it is no time. */
function minuteTyped(text: string | undefined): number | null {
  const written = /^(\d{1,2})(?:[:.h](\d{2})|h)?$|^(\d{2})(\d{2})$/u.exec((text ?? '').trim());
  if (written === null) return null;
  const hours = Number(written[1] ?? written[3]);
  const minutes = Number(written[2] ?? written[4] ?? 0);
  const minute = hours * 60 + minutes;
  return minutes < 60 && minute <= 2 * dayMinutes ? minute : null;
}
