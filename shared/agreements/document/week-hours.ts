import { mergedRanges } from '#shared/calendar/describe.ts';
import { minutesOf, timeOfMinute, type MinuteRange } from '#shared/calendar/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import type { PrintedCalendar } from './context.ts';
import { list } from './format.ts';
import type { AgreementWords } from './words/words.ts';

/** Open minutes of each day of the week, Monday first, in the week without closures. Overnight ranges are cut at midnight. */
export function openMinutes(calendar: PrintedCalendar): MinuteRange[][] {
  const { definition } = calendar;
  if (definition === null) return weekdays.map(() => [{ from: 0, to: 1440 }]);
  const week: MinuteRange[][] = weekdays.map(() => []);
  weekdays.forEach((weekday, day) => {
    for (const range of (definition.week[weekday] ?? []).map(minutesOf)) {
      week[day]?.push({ from: range.from, to: Math.min(range.to, 1440) });
      if (range.to > 1440) week[(day + 1) % 7]?.push({ from: 0, to: range.to - 1440 });
    }
  });
  return week.map((ranges) => mergedRanges(ranges));
}

/** "Monday to Friday 08:00–18:00"; days of equal hours are joined; empty where the week has no hours. */
export function weekText(calendar: PrintedCalendar, words: AgreementWords): string {
  const { definition } = calendar;
  if (definition === null) return words.hours.everyDay;
  const days = weekdays.map((weekday) => list(mergedRanges((definition.week[weekday] ?? []).map(minutesOf)).map(rangeText), words));
  const groups: { first: number; last: number; text: string }[] = [];
  days.forEach((text, day) => {
    const last = groups.at(-1);
    if (last?.text === text) last.last = day;
    else groups.push({ first: day, last: day, text });
  });
  return groups.filter((group) => group.text !== '').map((group) => fillPattern(words.hoursOfWeek.times, { days: daysText(group.first, group.last, words), times: group.text })).join(words.separator);
}

function daysText(first: number, last: number, words: AgreementWords): string {
  const from = words.weekdays[first] ?? '';
  const to = words.weekdays[last] ?? '';
  if (first === 0 && last === 6) return words.hoursOfWeek.everyDay;
  if (first === last) return from;
  return fillPattern(last === first + 1 ? words.hoursOfWeek.two : words.hoursOfWeek.days, { from, to });
}

/** "22:00–06:00". */
export function rangeText(range: MinuteRange): string {
  return `${timeOfMinute(range.from)}–${timeOfMinute(range.to > 1440 ? range.to - 1440 : range.to)}`;
}
