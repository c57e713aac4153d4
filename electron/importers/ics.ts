import ICAL from 'ical.js';
import type { CalendarClosure } from '#shared/calendar/model.ts';
import { closureUid } from '#shared/calendars/closure-uid.ts';
import type { ClosureProposal } from '#shared/calendars/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { cleanLine } from '#shared/format/text.ts';
import { addDays, dateOfDayNumber, dayNumber, plainDateSchema, yearOf, type PlainDate } from '#shared/time/plain-date.ts';
import { isZone, zoneOf } from '#shared/time/zone.ts';
import { datesOf, type Recurrence } from '#shared/time/recurrence.ts';

export type IcsOptions = {
  /** The calendar's own zone: times with a zone or `Z` are shown on its wall clock. */
  readonly zone: string;
  /** Repetitions that are no plain yearly rule are written out for these years, both included. */
  readonly fromYear: number;
  readonly toYear: number;
};

export type IcsResult = {
  readonly proposals: readonly ClosureProposal[];
  /** What the file holds beside closures, in words, each with its line. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
};

/** Bytes, events and closures that one file may bring. */
export const icsLimits = { bytes: 5_000_000, events: 20_000, proposals: 20_000 } as const;

/**
 * Reads an iCalendar file (RFC 5545) into closures to decide: whole days (DTEND exclusive), parts of days, yearly rules, other repetitions
 * written out, EXDATE and moved occurrences honoured, cancelled events left out. Events of the category "observance" are entered as
 * ignored: observances are not closures. Throws `invalid-input` with the line for a file that is no iCalendar, or is too large.
 */
export function readIcs(text: string, options: IcsOptions): IcsResult {
  if (text.length > icsLimits.bytes) throw tooLarge('The file is larger than 5 MB.');
  const root = parse(text);
  const lines = eventLines(text);
  if (lines.length > icsLimits.events) throw tooLarge(`The file has more than ${icsLimits.events} events.`);
  const proposals: ClosureProposal[] = [];
  const skipped: { line: number; reason: string }[] = [];
  const events = root.getAllSubcomponents('vevent');
  const moved = movedOccurrences(events);
  events.forEach((event, index) => {
    const line = lines[index] ?? 1;
    try {
      for (const proposal of proposalsOf(event, moved, options)) {
        proposals.push(proposal);
        if (proposals.length > icsLimits.proposals) throw tooLarge(`The file has more than ${icsLimits.proposals} closures.`);
      }
    } catch (error) {
      if (!(error instanceof SkippedEvent)) throw error instanceof ParleyError ? error : notReadable(line, error);
      skipped.push({ line, reason: error.message });
    }
  });
  return { proposals, skipped };
}

/** An event that is read and closes nothing. */
class SkippedEvent extends Error {}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const repetitions = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function parse(text: string): ICAL.Component {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new ParleyError('invalid-input', 'This is no iCalendar file: its first line is not BEGIN:VCALENDAR.', { details: [{ path: 'line 1', message: 'BEGIN:VCALENDAR is missing' }], wayOut: 'Export the calendar as .ics and import that file.' });
  }
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const first = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    if (!Array.isArray(first)) throw new Error('no calendar in it');
    return new ICAL.Component(first);
  } catch (error) {
    throw notReadable(faultyLine(text, error), error);
  }
}

function proposalsOf(event: ICAL.Component, moved: ReadonlyMap<string, Set<string>>, options: IcsOptions): ClosureProposal[] {
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') throw new SkippedEvent('The event is cancelled.');
  const span = spanOf(event, options.zone);
  const uid = textOf(event, 'uid') || `${span.from}/${textOf(event, 'summary')}`;
  const isObservance = isObservanceEvent(event);
  const label = cleanLine(cleanLine(textOf(event, 'summary')).slice(0, 500));
  const propose = (closure: CalendarClosure, key: string): ClosureProposal => ({
    uid: closureUid(isObservance ? 'observance' : 'public', `${uid.slice(0, 500)}|${key}`),
    closure: label === '' ? closure : { ...closure, label },
    state: isObservance ? 'rejected' : 'proposed',
  });
  if (event.hasProperty('recurrence-id') || !event.hasProperty('rrule')) {
    const listed = event.getAllProperties('rdate');
    // Counted before each is read: reading one makes an object with a zone.
    if (listed.reduce((sum, property) => sum + property.toJSON().length - 3, 0) > icsLimits.proposals) throw tooLarge(`The file has more than ${icsLimits.proposals} closures.`);
    const dates = listed.flatMap((property) => property.getValues().map(dateOfValue));
    return [span.from, ...dates].flatMap((from) => closuresOf(shifted(span, from)).map((closure) => propose(closure, `${closure.from}${closure.fromTime ?? ''}`)));
  }
  const rule = recurrenceOf(event);
  const left = new Set([...exceptions(event), ...(moved.get(uid) ?? [])]);
  const yearly = left.size === 0 ? yearlyClosure(rule, span) : null;
  if (yearly) return [propose(yearly, 'yearly')];
  return datesOf(rule, span.from, options.fromYear, options.toYear).filter((from) => !left.has(from)).flatMap((from) => closuresOf(shifted(span, from)).map((closure) => propose(closure, `${closure.from}${closure.fromTime ?? ''}`)));
}

/** From a minute of a date to a minute of another (exclusive), on the calendar's wall clock; minutes 0 and 0 are whole days. */
type Span = { readonly from: PlainDate; readonly fromMinute: number; readonly to: PlainDate; readonly toMinute: number };

function spanOf(event: ICAL.Component, zone: string): Span {
  const start = event.getFirstProperty('dtstart');
  if (!start) throw new SkippedEvent('The event has no start.');
  const begins = wallClock(start, zone);
  const end = event.getFirstProperty('dtend');
  const duration = event.getFirstPropertyValue('duration');
  const ends = end ? wallClock(end, zone).at : duration instanceof ICAL.Duration ? begins.at + duration.toSeconds() * 1000 : begins.at + (begins.isDate ? dayMs : 0);
  // RFC 5545 wants an end after the start; a date whose end is itself is one day in many exports.
  const until = begins.isDate && ends <= begins.at ? begins.at + dayMs : ends;
  if (until <= begins.at) throw new SkippedEvent('The event takes no time.');
  return { from: dateAt(begins.at), fromMinute: minuteAt(begins.at), to: dateAt(until), toMinute: minuteAt(until) };
}

function closuresOf(span: Span): CalendarClosure[] {
  if (span.from === span.to) return [{ kind: 'date', from: span.from, to: span.from, fromTime: timeAt(span.fromMinute), toTime: timeAt(span.toMinute) }];
  const closures: CalendarClosure[] = [];
  const firstWhole = span.fromMinute === 0 ? span.from : addDays(span.from, 1);
  const lastWhole = addDays(span.to, -1);
  if (span.fromMinute > 0) closures.push({ kind: 'date', from: span.from, to: span.from, fromTime: timeAt(span.fromMinute) });
  if (firstWhole === lastWhole) closures.push({ kind: 'date', from: firstWhole, to: lastWhole });
  else if (firstWhole < lastWhole) closures.push({ kind: 'range', from: firstWhole, to: lastWhole });
  if (span.toMinute > 0) closures.push({ kind: 'date', from: span.to, to: span.to, fromTime: '00:00', toTime: timeAt(span.toMinute) });
  return closures;
}

/** A rule that says no more than "every year on this day" stays one: it closes years that no file names. */
function yearlyClosure(rule: Recurrence, span: Span): CalendarClosure | null {
  const [, month, day] = span.from.split('-').map(Number);
  const closures = closuresOf(span);
  const [closure] = closures;
  const isSameDay = rule.byDay.length + rule.bySetPosition.length === 0 && rule.byMonth.every((one) => one === month) && rule.byMonthDay.every((one) => one === day);
  if (rule.freq !== 'YEARLY' || rule.interval > 1 || rule.count !== null || rule.until !== null || !isSameDay || closures.length !== 1 || !closure) return null;
  if (rule.byMonthDay.length > 0 && rule.byMonth.length === 0) return null;
  if (dayNumber(closure.to) - dayNumber(closure.from) > 364) return null;
  return { ...closure, kind: 'yearly', from: closure.from.slice(5), to: closure.to.slice(5) };
}

/** The rule's parts that are dates. Throws for those that closures do not know, so that the event is skipped with its reason. */
function recurrenceOf(event: ICAL.Component): Recurrence {
  const rule = ruleOf(event);
  const freq = repetitions.find((one) => one === rule.freq);
  if (!freq) throw new SkippedEvent('It repeats more often than daily.');
  const parts: Readonly<Record<string, unknown>> = rule.parts;
  const list = (name: string): unknown[] => (Array.isArray(parts[name]) ? parts[name] : parts[name] === undefined ? [] : [parts[name]]);
  if (list('BYYEARDAY').length + list('BYWEEKNO').length > 0) throw new SkippedEvent('Its repetition by week or by day of the year is not read.');
  return {
    freq,
    interval: Math.max(1, rule.interval),
    count: rule.count,
    until: rule.until === null ? null : dateOfValue(rule.until),
    byMonth: list('BYMONTH').map(Number),
    byMonthDay: list('BYMONTHDAY').map(Number),
    byDay: list('BYDAY').map((text) => ({ weekday: weekdayCodes.indexOf(String(text).slice(-2).toUpperCase()), nth: Number(String(text).slice(0, -2)) || 0 })),
    bySetPosition: list('BYSETPOS').map(Number),
  };
}

function ruleOf(event: ICAL.Component): ICAL.Recur {
  try {
    const rule: unknown = event.getFirstPropertyValue('rrule');
    if (rule instanceof ICAL.Recur) return rule;
  } catch (error) {
    throw new SkippedEvent(`Its repetition cannot be read: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  throw new SkippedEvent('Its repetition cannot be read.');
}

function exceptions(event: ICAL.Component): PlainDate[] {
  return event.getAllProperties('exdate').flatMap((property) => property.getValues().map(dateOfValue));
}

/** Occurrences that another event of the same UID replaces, by UID. */
function movedOccurrences(events: readonly ICAL.Component[]): Map<string, Set<string>> {
  const moved = new Map<string, Set<string>>();
  for (const event of events) {
    const value: unknown = event.getFirstPropertyValue('recurrence-id');
    if (!(value instanceof ICAL.Time)) continue;
    const uid = textOf(event, 'uid');
    moved.set(uid, (moved.get(uid) ?? new Set()).add(dateOfValue(value)));
  }
  return moved;
}

function shifted(span: Span, from: PlainDate): Span {
  return { ...span, from, to: addDays(from, dayNumber(span.to) - dayNumber(span.from)) };
}

/** The calendar's wall clock at a DATE or DATE-TIME, as local milliseconds: its zone by IANA name, by the file's VTIMEZONE, `Z`, or floating. */
function wallClock(property: ICAL.Property, zone: string): { at: number; isDate: boolean } {
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new Error(`${property.name.toUpperCase()} is no date`);
  // The text as written: the parsed value has already carried month 13 into the next year.
  const date = String(property.jCal[3]).slice(0, 10);
  if (!plainDateSchema.safeParse(date).success || yearOf(date) < 1800 || yearOf(date) > 2399) throw new Error(`${property.name.toUpperCase()} is no date`);
  const local = Date.UTC(value.year, value.month - 1, value.day, value.hour, value.minute, value.second);
  if (value.isDate) return { at: local, isDate: true };
  const name: unknown = property.getFirstParameter('tzid');
  if (typeof name === 'string' && isZone(name)) return { at: zoneOf(zone).toLocal(zoneOf(name).toInstant(local)), isDate: false };
  const isFloating = value.zone === null || value.zone === ICAL.Timezone.localTimezone;
  return { at: isFloating ? local : zoneOf(zone).toLocal(value.toUnixTime() * 1000), isDate: false };
}

function isObservanceEvent(event: ICAL.Component): boolean {
  const categories = event.getAllProperties('categories').flatMap((property) => property.getValues().map(String));
  return categories.some((category) => /observance/i.test(category)) || /^\s*observance\b/i.test(textOf(event, 'description'));
}

function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function dateOfValue(value: unknown): PlainDate {
  return value instanceof ICAL.Time ? value.toString().slice(0, 10) : '';
}

function dateAt(local: number): PlainDate {
  return dateOfDayNumber(Math.floor(local / dayMs));
}

function minuteAt(local: number): number {
  return Math.floor((((local % dayMs) + dayMs) % dayMs) / minuteMs);
}

function timeAt(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Lines on which events begin, counted from 1. */
function eventLines(text: string): number[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
}

/** The parser names the text of a faulty line; its number is looked up. Without one the last line: something was not closed. */
function faultyLine(text: string, error: unknown): number {
  const lines = text.split(/\r\n|\n|\r/);
  const quoted = error instanceof Error ? /"([^"]{3,})"?$/s.exec(error.message)?.[1] : undefined;
  const found = quoted === undefined ? -1 : lines.findIndex((line) => line.startsWith(quoted.slice(0, 60)) || (line.length > 2 && quoted.startsWith(line)));
  return found === -1 ? lines.length : found + 1;
}

function notReadable(line: number, cause: unknown): ParleyError {
  const message = cause instanceof Error && cause.message !== '' ? cause.message.slice(0, 200) : 'not readable';
  return new ParleyError('invalid-input', `The iCalendar file cannot be read at line ${line}.`, { details: [{ path: `line ${line}`, message }], wayOut: 'Export the calendar again, or correct that line.', cause });
}

function tooLarge(message: string): ParleyError {
  return new ParleyError('invalid-input', message, { wayOut: 'Split it by year and import the parts.' });
}
