import { dueAt } from '#shared/calendar/due.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import type { Duration } from '#shared/time/duration.ts';
import type { Instant } from '#shared/time/instant.ts';
import { addDays, startOfDay, yearOf, type PlainDate } from '#shared/time/plain-date.ts';
import { zoneOf } from '#shared/time/zone.ts';
import { durationAlone } from '../phrases.ts';
import { cell, headRow, paragraph, row, type DraftTable } from './build.ts';
import type { PrintContext, PrintedCalendar } from './context.ts';
import { capital, counted, localOf, longDate, moment, shortDate } from './format.ts';
import type { DraftBlock } from '#shared/documents/model.ts';

const minute = 60_000;
const searched = 400;

type Form = { readonly within: Duration; readonly calendar: PrintedCalendar };
type Example = { readonly start: Instant; readonly due: Instant; readonly closed: PlainDate | null };

/** What each form of a duration means, with a start and an end that the calendar computes; empty where no target has a clock. */
export function durationsTable(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  const forms = formsOf(context);
  if (forms.length === 0) return [];
  const examples = forms.map((form) => ({ form, example: exampleOf(form, context) }));
  const change = clockChange(context, forms);
  const years = new Set([...examples.map(({ example }) => example), ...(change === null ? [] : [change.example])].flatMap((example) => [example.start, example.due]).map((at) => yearOf(localOf(at, document.zone).date)));
  const oneYear = years.size === 1;
  const at = (instant: Instant, calendar: PrintedCalendar) => (oneYear ? moment(instant, calendar.calendar.zone, words) : `${moment(instant, calendar.calendar.zone, words)} ${localOf(instant, calendar.calendar.zone).date.slice(0, 4)}`);
  const rows = examples.map(({ form, example }) => row([cell(capital(durationAlone(form.within, words.sentences))), cell(meaningOf(form, example, context)), cell(at(example.start, form.calendar)), cell(at(example.due, form.calendar))]));
  if (change !== null) {
    const meaning = `${words.hours.meanings.around}; ${fillPattern(words.hours.meanings.clock, { date: longDate(change.on, words) })}`;
    rows.push(row([cell(capital(durationAlone(change.form.within, words.sentences))), cell(meaning), cell(at(change.example.start, change.form.calendar)), cell(at(change.example.due, change.form.calendar))]));
  }
  const table: DraftTable = {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: oneYear ? [44, 50, 30, 30] : [40, 46, 34, 34], caption: words.hours.durations, label: 'durations',
    head: headRow([words.hours.words, words.hours.meaning, words.hours.starts, words.hours.up]), rows, keepWithNext: oneYear,
  };
  const [year] = years;
  return [table, ...(oneYear && year !== undefined ? [paragraph('note', fillPattern(words.hours.inYear, { year }))] : [])];
}

/** One of each kind and calendar, the first that is used, up to eight. */
function formsOf(context: PrintContext): Form[] {
  const found = new Map<string, Form>();
  for (const term of context.clocks) {
    const calendar = context.calendarOf(term);
    if (calendar === null) continue;
    const key = `${JSON.stringify(term.within)} ${calendar.key}`;
    if (!found.has(key)) found.set(key, { within: term.within, calendar });
  }
  return [...found.values()].slice(0, 8);
}

/** Starts two hours before a closing that is followed by a closed weekday or a weekend, so that the table shows what closures do. */
function exampleOf(form: Form, context: PrintContext): Example {
  const { calendar } = form.calendar;
  const first = context.document.term?.from ?? '2026-04-01';
  if (form.calendar.definition === null) {
    const start = startOfDay(addDays(first, 1), calendar.zone) + 23 * 60 * minute + 50 * minute;
    return { start, due: dueAt(calendar, start, form.within), closed: null };
  }
  let fallback: Example | null = null;
  for (let day = 0; day < searched; day += 1) {
    const date = addDays(first, day);
    const hours = calendar.hoursOn(date);
    const last = hours.at(-1);
    if (last === undefined || !calendar.isBusinessDay(date)) continue;
    const start = Math.max(last.from, last.to - 2 * 60 * minute);
    const due = dueAt(calendar, start, form.within);
    const closed = closedWeekday(form.calendar, date, due);
    const example = { start, due, closed };
    fallback ??= example;
    if (closed !== null) return example;
    if (day > 120 && !calendar.isBusinessDay(addDays(date, 1))) return fallback;
  }
  const start = calendar.nextOpening(startOfDay(first, calendar.zone));
  return fallback ?? { start, due: dueAt(calendar, start, form.within), closed: null };
}

/** A date between start and end that a closure closes although the week would open it. */
function closedWeekday(printed: PrintedCalendar, from: PlainDate, due: Instant): PlainDate | null {
  const { calendar } = printed;
  const end = localOf(due, calendar.zone).date;
  for (let date = addDays(from, 1), day = 0; date < end && day < 60; date = addDays(date, 1), day += 1) {
    const stretches = calendar.stretches(startOfDay(date, calendar.zone), startOfDay(addDays(date, 1), calendar.zone));
    if (stretches.some((stretch) => stretch.kind === 'closure') && !stretches.some((stretch) => stretch.kind === 'open')) return date;
  }
  return null;
}

/** The first clock change of the term for a duration around the clock. */
function clockChange(context: PrintContext, forms: readonly Form[]): { form: Form; example: Example; on: PlainDate } | null {
  const form = forms.find((candidate) => candidate.within.kind === 'elapsed-hours' && candidate.within.seconds >= 3600);
  const { term, zone } = context.document;
  if (form === undefined || term === undefined) return null;
  const clock = zoneOf(zone);
  for (let day = 0; day < searched; day += 1) {
    const on = addDays(term.from, day);
    const midnight = startOfDay(on, zone);
    if (clock.offsetAt(midnight) === clock.offsetAt(startOfDay(addDays(on, 1), zone))) continue;
    const start = midnight + 30 * minute;
    return { form, on, example: { start, due: dueAt(form.calendar.calendar, start, form.within), closed: null } };
  }
  return null;
}

function meaningOf(form: Form, example: Example, context: PrintContext): string {
  const { words } = context;
  const { meanings } = words.hours;
  const { within } = form;
  const closed = example.closed === null ? '' : `; ${fillPattern(meanings.closed, { date: shortDate(example.closed, words) })}`;
  const { name } = form.calendar;
  if ('seconds' in within) return within.kind === 'elapsed-hours' ? meanings.around : fillPattern(meanings.business, { name }) + closed;
  if (within.kind === 'calendar-days') return fillPattern(meanings['calendar-days'], { days: counted(words.counts.calendarDays, within.days, words) });
  if (within.kind === 'business-days') return fillPattern(meanings['business-days'], { days: counted(words.counts.businessDays, within.days, words), name }) + closed;
  return (within.days === 0 ? fillPattern(meanings.sameDay, { name }) : fillPattern(meanings['end-of-business-day'], { nth: words.sentences.nthDay(within.days), name })) + closed;
}
