import type { CalendarClosure, CalendarDefinition } from '#shared/calendar/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { yearOf, type PlainDate } from '#shared/time/plain-date.ts';
import { cell, headRow, row, type DraftTable } from './build.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { dayAndMonth, weekdayDate } from './format.ts';

/** One closure of one year as it is printed: the first day sorts it. */
type Occurrence = { readonly name: string; readonly year: number; readonly on: PlainDate; readonly text: string };

const yearsMost = 4;
const rowsMost = 80;

/** Calendars with closures inside the term (without a term: with any), each with its table. */
export function closureTables(context: PrintContext): { readonly calendar: PrintedCalendar; readonly table: DraftTable }[] {
  return context.calendars.flatMap((calendar, index) => {
    if (calendar.definition === null) return [];
    const found = occurrencesOf(calendar.definition, context);
    return found.length === 0 ? [] : [{ calendar, table: tableOf(calendar, found, context, index) }];
  });
}

export function closureLabel(context: PrintContext, calendar: PrintedCalendar): string {
  return `closures-${context.calendars.indexOf(calendar)}`;
}

function tableOf(calendar: PrintedCalendar, found: readonly Occurrence[], context: PrintContext, index: number): DraftTable {
  const { words, document } = context;
  const years = [...new Set(found.map((occurrence) => occurrence.year))].sort((one, other) => one - other).slice(0, yearsMost);
  const names = [...new Set(found.filter((occurrence) => years.includes(occurrence.year)).toSorted(byDayOfYear).map((occurrence) => occurrence.name))].slice(0, rowsMost);
  const width = years.length > 3 ? 26 : 36;
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [154 - width * years.length, ...years.map(() => width)],
    caption: fillPattern(document.term === undefined ? words.hours.closureCaptionAll : words.hours.closureCaption, { name: calendar.name }), label: `closures-${index}`,
    head: headRow([words.hours.closure, ...years.map((year) => yearHead(year, context))]),
    rows: names.map((name) => row([cell(name), ...years.map((year) => cell(textsOf(found, name, year, words.separator) || words.dash))])),
  };
}

function textsOf(found: readonly Occurrence[], name: string, year: number, separator: string): string {
  return found.filter((occurrence) => occurrence.name === name && occurrence.year === year).map((occurrence) => occurrence.text).join(separator);
}

function byDayOfYear(one: Occurrence, other: Occurrence): number {
  const day = (occurrence: Occurrence) => occurrence.on.slice(5);
  return day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.year - other.year;
}

/** "2026, from April", "2027", "2028, to March". */
function yearHead(year: number, context: PrintContext): string {
  const { words, document } = context;
  const month = (date: PlainDate) => words.sentences.months[Number(date.slice(5, 7)) - 1] ?? '';
  if (document.term === undefined) return String(year);
  const begins = yearOf(document.term.from) === year && !document.term.from.endsWith('-01-01');
  const ends = yearOf(document.term.to) === year && !document.term.to.endsWith('-12-31');
  if (begins && ends) return fillPattern(words.hours.yearPart, { year, from: month(document.term.from), to: month(document.term.to) });
  if (begins) return fillPattern(words.hours.yearFrom, { year, month: month(document.term.from) });
  return ends ? fillPattern(words.hours.yearTo, { year, month: month(document.term.to) }) : String(year);
}

function occurrencesOf(definition: CalendarDefinition, context: PrintContext): Occurrence[] {
  const { words } = context;
  const all: CalendarClosure[] = [
    ...(definition.holidays ?? []).map((date): CalendarClosure => ({ kind: 'date', from: date, to: date })),
    ...(definition.holidays_every_year ?? []).map((day): CalendarClosure => ({ kind: 'yearly', from: day, to: day })),
    ...Object.entries(definition.breaks_on_date ?? {}).flatMap(([date, ranges]) => ranges.map(([fromTime, toTime]): CalendarClosure => ({ kind: 'date', from: date, to: date, fromTime, toTime }))),
    ...(definition.closures ?? []),
  ];
  const span = spanOf(all, context);
  const found = all.flatMap((closure) =>
    spansOf(closure, span)
      .filter(({ from, to }) => to >= span.from && from <= span.to)
      .map(({ from, to }) => occurrence(closure, from < span.from ? span.from : from, to > span.to ? span.to : to, words)),
  );
  return found.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function occurrence(closure: CalendarClosure, from: PlainDate, to: PlainDate, words: PrintContext['words']): Occurrence {
  const days = from === to ? weekdayDate(from, words) : fillPattern(words.hours.range, { from: weekdayDate(from, words), to: weekdayDate(to, words) });
  const isPart = closure.fromTime !== undefined || closure.toTime !== undefined;
  const text = isPart ? fillPattern(words.hours.partFrom, { date: days, from: closure.fromTime ?? '00:00', to: closure.toTime ?? '24:00' }) : days;
  const own = closure.label ?? '';
  return { name: own === '' ? dayAndMonth(from, words) : own, year: yearOf(from), on: from, text };
}

type DateSpan = { readonly from: PlainDate; readonly to: PlainDate };

/** The term; without one the years that the dated closures name. */
function spanOf(closures: readonly CalendarClosure[], context: PrintContext): DateSpan {
  const { term } = context.document;
  if (term !== undefined) return term;
  const dated = closures.filter((closure) => closure.kind !== 'yearly').flatMap((closure) => [closure.from, closure.to]).sort();
  const first = dated[0];
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return { from: '2026-01-01', to: '2026-12-31' };
  return { from: first, to: last };
}

function spansOf(closure: CalendarClosure, span: DateSpan): DateSpan[] {
  if (closure.kind !== 'yearly') return [{ from: closure.from, to: closure.to }];
  const spans: DateSpan[] = [];
  for (let year = yearOf(span.from) - 1; year <= Math.min(yearOf(span.to), yearOf(span.from) + yearsMost); year += 1) {
    const isOver = closure.to < closure.from;
    const from = `${year}-${closure.from}`;
    if (closure.from === '02-29' && !isLeap(year)) continue;
    const end = closure.to === '02-29' && !isLeap(isOver ? year + 1 : year) ? '02-28' : closure.to;
    spans.push({ from, to: `${isOver ? year + 1 : year}-${end}` });
  }
  return spans;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
