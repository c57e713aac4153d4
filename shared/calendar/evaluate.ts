import { z } from 'zod';
import { ParleyError, type ErrorCode } from '#shared/errors.ts';
import { detailsOfIssues } from '#shared/refusal.ts';
import { formatInstantAs, parseWrittenInstant, type Instant, type InstantForm } from '#shared/time/instant.ts';
import { unionOf, type Interval } from '#shared/time/interval.ts';
import { addDays, dateOf } from '#shared/time/plain-date.ts';
import { compileCalendar, type Calendar } from './calendar.ts';
import { addBusinessDays, addOutsidePauses, countBusinessDays, dueAt, endOfBusinessDay, pausedOpenTime } from './due.ts';
import { aroundTheClock, calendarDefinitionSchema, calendarReferenceSchema } from './model.ts';

export type CaseAnswer =
  | { readonly id: string; readonly answer: boolean | number | string }
  /** `id` is null where the case has none. */
  | { readonly id: string | null; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** Answers of a file of cases, in the order of the file. */
export type CaseAnswers = { readonly answers: readonly CaseAnswer[] };

/**
 * `calendar evaluate`: one answer per case. A case that cannot be answered gets its error and stops no other. `expected` is never read.
 * Throws `invalid-input` only where the file is no file of cases. `named` gives a workspace's calendar; pure callers know `24x7` alone.
 */
export function evaluateCases(file: unknown, named: (name: string) => Calendar | null = () => null): CaseAnswers {
  const parsed = casesFileSchema.safeParse(file);
  if (!parsed.success) {
    throw new ParleyError('invalid-input', 'This is no file of calendar cases.', { details: detailsOfIssues(parsed.error.issues), wayOut: 'Give an object with "cases", each with id, op and calendar.' });
  }
  const compiled = new Map<string, Calendar>();
  return { answers: parsed.data.cases.map((written) => answerOf(written, named, compiled)) };
}

const instantText = z.string();
const pausesSchema = z.array(z.tuple([instantText, instantText])).max(10_000);
const integer = z.int();

/** Words beside a case that are kept for readers. They never change an answer. */
const words = { id: z.string(), expected: z.unknown().optional(), source: z.unknown().optional(), note: z.unknown().optional(), independent_check: z.unknown().optional() };
const head = { ...words, calendar: calendarReferenceSchema };

export const calendarCaseSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('due'), ...head, start: instantText, target_seconds: integer, pauses: pausesSchema.optional() }),
  z.strictObject({ op: z.literal('elapsed'), ...head, start: instantText, end: instantText, pauses: pausesSchema.optional() }),
  z.strictObject({ op: z.literal('is_open'), ...head, at: instantText }),
  z.strictObject({ op: z.literal('due_working_days'), ...head, start: instantText, working_days: integer, end_of_day: z.boolean().optional() }),
  z.strictObject({ op: z.literal('due_working_days_then_pause'), ...head, start: instantText, working_days: integer, end_of_day: z.boolean().optional(), pauses: pausesSchema }),
  z.strictObject({ op: z.literal('count_working_days'), ...head, start: instantText, end: instantText, inclusive_of_end: z.boolean().optional() }),
  z.strictObject({ op: z.literal('pause_working_seconds'), ...head, pauses: pausesSchema }),
]);
type CalendarCase = z.infer<typeof calendarCaseSchema>;

const casesFileSchema = z.strictObject({
  schema: z.string().optional(),
  about: z.unknown().optional(),
  cases: z.array(z.unknown()).max(100_000),
});

/** The JSON Schema of the input: the file with its cases written out. */
export const calendarCasesFileSchema = z.strictObject({ schema: z.string().optional(), about: z.string().optional(), cases: z.array(calendarCaseSchema) });

function answerOf(written: unknown, named: (name: string) => Calendar | null, compiled: Map<string, Calendar>): CaseAnswer {
  const id = typeof written === 'object' && written !== null && 'id' in written && typeof written.id === 'string' ? written.id : null;
  try {
    const parsed = calendarCaseSchema.safeParse(written);
    if (!parsed.success) throw faultsOf(written, parsed.error.issues);
    return { id: parsed.data.id, answer: answer(parsed.data, calendarOf(parsed.data, named, compiled)) };
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    return { id, error: { code: error.code, message: messageOf(error) } };
  }
}

function answer(asked: CalendarCase, calendar: Calendar): boolean | number | string {
  const read = (text: string): { at: Instant; form: InstantForm } => parseWrittenInstant(text, calendar.zone);
  switch (asked.op) {
    case 'is_open':
      return calendar.isOpen(read(asked.at).at);
    case 'elapsed': {
      const from = read(asked.start).at;
      const to = read(asked.end).at;
      const whole = calendar.elapsed(from, to);
      const pauses = readPauses(asked.pauses, calendar).map((pause) => ({ from: Math.max(pause.from, from), to: Math.min(pause.to, to) }));
      return seconds(whole - pausedOpenTime(calendar, pauses));
    }
    case 'pause_working_seconds':
      return seconds(pausedOpenTime(calendar, readPauses(asked.pauses, calendar)));
    case 'due': {
      const start = read(asked.start);
      const due = addOutsidePauses(calendar, start.at, asked.target_seconds * 1000, readPauses(asked.pauses, calendar));
      return formatInstantAs(start.form, due, calendar.zone);
    }
    case 'due_working_days': {
      const start = read(asked.start);
      const landing = addBusinessDays(calendar, start.at, asked.working_days);
      return formatInstantAs(start.form, asked.end_of_day === true ? endOfBusinessDay(calendar, landing) : landing, calendar.zone);
    }
    case 'due_working_days_then_pause': {
      const start = read(asked.start);
      if (asked.working_days < 0) throw new ParleyError('invalid-input', 'working_days: days before a pause are not negative.');
      const kind = asked.end_of_day === true ? 'end-of-business-day' : 'business-days';
      return formatInstantAs(start.form, dueAt(calendar, start.at, { kind, days: asked.working_days }, readPauses(asked.pauses, calendar)), calendar.zone);
    }
    case 'count_working_days': {
      const from = dateOf(read(asked.start).at, calendar.zone);
      const to = dateOf(read(asked.end).at, calendar.zone);
      if (to < from) throw new ParleyError('invalid-input', 'The end lies before the start.');
      return countBusinessDays(calendar, from, asked.inclusive_of_end === true ? addDays(to, 1) : to);
    }
  }
}

function readPauses(pauses: readonly (readonly [string, string])[] | undefined, calendar: Calendar): Interval[] {
  return unionOf((pauses ?? []).map(([begins, ends], index) => {
    const from = parseWrittenInstant(begins, calendar.zone).at;
    const to = parseWrittenInstant(ends, calendar.zone).at;
    if (to < from) throw new ParleyError('invalid-input', `pauses[${index}]: the pause ends before it begins.`);
    return { from, to };
  }));
}

function calendarOf(asked: CalendarCase, named: (name: string) => Calendar | null, compiled: Map<string, Calendar>): Calendar {
  const key = JSON.stringify(asked.calendar);
  const known = compiled.get(key);
  if (known) return known;
  const made = compiledCalendar(asked.calendar, named);
  compiled.set(key, made);
  return made;
}

function compiledCalendar(reference: CalendarCase['calendar'], named: (name: string) => Calendar | null): Calendar {
  if (typeof reference !== 'string') return compileCalendar(reference);
  if (reference === aroundTheClock) return compileCalendar(aroundTheClock);
  const calendar = named(reference);
  if (calendar === null) throw new ParleyError('not-found', `calendar: there is no calendar ${JSON.stringify(reference)}.`);
  return calendar;
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** A union hides what is wrong with a calendar that is written out, so its own faults are named. */
function faultsOf(written: unknown, issues: Parameters<typeof detailsOfIssues>[0]): ParleyError {
  const calendar = typeof written === 'object' && written !== null && 'calendar' in written ? written.calendar : undefined;
  const own = typeof calendar === 'object' && calendar !== null ? calendarDefinitionSchema.safeParse(calendar) : null;
  const details = [
    ...(own && !own.success ? detailsOfIssues(own.error.issues).map((detail) => ({ path: `calendar.${detail.path}`, message: detail.message })) : []),
    ...detailsOfIssues(issues).filter((detail) => detail.path !== 'calendar' || own === null),
  ];
  return new ParleyError('invalid-input', 'The case is not as it must be.', { details });
}

function messageOf(error: ParleyError): string {
  const faults = error.details.slice(0, 5).map((detail) => (detail.path === '' ? detail.message : `${detail.path}: ${detail.message}`));
  return faults.length === 0 ? error.message : faults.join('; ');
}
