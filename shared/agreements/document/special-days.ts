import { mergedRanges } from '#shared/calendar/describe.ts';
import { minutesOf } from '#shared/calendar/model.ts';
import { bold, cell, headRow, row, type DraftTable } from './build.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { list, weekdayDate } from './format.ts';
import { rangeText } from './week-hours.ts';

type SpecialDay = { readonly calendar: PrintedCalendar; readonly date: string; readonly text: string };

/** Dates of the term (without a term: all) whose own hours replace those of the week, in one table over all calendars; null where there is none. */
export function specialDaysTable(context: PrintContext): DraftTable | null {
  const { words, calendars } = context;
  const days = calendars.flatMap((calendar) => specialDaysOf(calendar, context));
  if (days.length === 0) return null;
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [38, 46, 70], caption: words.hours.special, label: 'special-days',
    head: headRow([words.hours.calendar, words.hours.date, words.hours.open]),
    rows: days.map((day) => row([cell([bold(day.calendar.name)]), cell(weekdayDate(day.date, words, true)), cell(day.text)])),
  };
}

function specialDaysOf(calendar: PrintedCalendar, { words, document }: PrintContext): SpecialDay[] {
  const { term } = document;
  return Object.entries(calendar.definition?.special_days ?? {})
    .filter(([date]) => term === undefined || (date >= term.from && date <= term.to))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, ranges]) => ({ calendar, date, text: list(mergedRanges(ranges.map(minutesOf)).map(rangeText), words) || words.hours.notOpen }));
}
