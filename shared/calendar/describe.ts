import { weekdays, type Weekday } from '#shared/time/plain-date.ts';
import { minutesOf, timeOfMinute, type CalendarDefinition, type MinuteRange } from './model.ts';

const names: Record<Weekday, string> = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' };

/**
 * The weekly hours in one line for screens and paper: `Mon–Fri 08:00–17:00`, `Mon–Thu 08:00–12:00 and 13:00–17:00, Fri 08:00–15:00`,
 * `24×7`. An overnight range shows the time of the next date: `Mon–Sun 22:00–06:00`. A week without hours: `closed`.
 */
export function describeWeek(definition: CalendarDefinition): string {
  const days = weekdays.map((weekday) => ({ weekday, text: rangesText((definition.week[weekday] ?? []).map(minutesOf)) }));
  if (days.every((day) => day.text === '00:00–24:00')) return '24×7';
  const groups: { first: Weekday; last: Weekday; text: string; count: number }[] = [];
  for (const { weekday, text } of days) {
    const last = groups.at(-1);
    if (last && last.text === text) {
      last.last = weekday;
      last.count += 1;
    } else groups.push({ first: weekday, last: weekday, text, count: 1 });
  }
  const open = groups.filter((group) => group.text !== '');
  if (open.length === 0) return 'closed';
  return open.map((group) => `${daysText(group.first, group.last, group.count)} ${group.text}`).join(', ');
}

/** Overlapping and touching ranges of one date joined. */
export function mergedRanges(ranges: readonly MinuteRange[]): MinuteRange[] {
  const merged: MinuteRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}

function daysText(first: Weekday, last: Weekday, count: number): string {
  if (count === 1) return names[first];
  return count === 2 ? `${names[first]}, ${names[last]}` : `${names[first]}–${names[last]}`;
}

function rangesText(ranges: readonly MinuteRange[]): string {
  const texts = mergedRanges(ranges).map((range) => `${timeOfMinute(range.from)}–${timeOfMinute(range.to > 1440 ? range.to - 1440 : range.to)}`);
  const last = texts.pop();
  return last === undefined ? '' : texts.length === 0 ? last : `${texts.join(', ')} and ${last}`;
}
