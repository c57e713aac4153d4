import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { isZone } from '#shared/time/zone.ts';
import { plainDateSchema } from '#shared/time/plain-date.ts';

/** `08:00`; up to `48:00` where a range runs over midnight. */
export const clockTimeSchema = z.string().regex(/^(?:[0-3]\d|4[0-7]):[0-5]\d$|^48:00$/, 'a time is HH:MM, up to 48:00');
const startTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a range begins between 00:00 and 23:59');

/**
 * `["22:00","06:00"]`: local wall clock, half-open, to the minute. A second time at or before the first is on the next date,
 * as are times from 24:00 on. Overlapping ranges are merged (calculation-rules section 2).
 */
export const clockRangeSchema = z.tuple([startTimeSchema, clockTimeSchema], 'a range is ["HH:MM","HH:MM"]');
export type ClockRange = z.infer<typeof clockRangeSchema>;

const rangesSchema = z.array(clockRangeSchema).max(100);
const monthDaySchema = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day of every year is MM-DD').refine(existsInLeapYear, { message: 'this day does not exist' });

const endTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a closure ends between 00:00 and 24:00; at or before its begin it runs over midnight');
const closureTimes = { fromTime: startTimeSchema.optional(), toTime: endTimeSchema.optional(), label: lineText.max(500).optional() };

/**
 * A closure: a date, a range of dates (both included), or the same days of every year (across New Year where `to` is before `from`).
 * With times it closes that part of each of its days.
 */
export const calendarClosureSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), from: plainDateSchema, to: plainDateSchema, ...closureTimes }),
    z.strictObject({ kind: z.literal('range'), from: plainDateSchema, to: plainDateSchema, ...closureTimes }),
    z.strictObject({ kind: z.literal('yearly'), from: monthDaySchema, to: monthDaySchema, ...closureTimes }),
  ])
  .refine((closure) => closure.kind === 'yearly' || closure.to >= closure.from, { message: 'to is not before from', path: ['to'] })
  .refine((closure) => closure.kind !== 'date' || closure.to === closure.from, { message: 'a date closes one day: from and to are the same', path: ['to'] });
export type CalendarClosure = z.infer<typeof calendarClosureSchema>;

const weekSchema = z.strictObject({
  mon: rangesSchema.optional(), tue: rangesSchema.optional(), wed: rangesSchema.optional(), thu: rangesSchema.optional(),
  fri: rangesSchema.optional(), sat: rangesSchema.optional(), sun: rangesSchema.optional(),
});

/** Opening hours in an IANA zone. `special_days` replace the weekly hours of their date; closures of every kind win over both. */
export const calendarDefinitionSchema = z.strictObject({
  tz: z.string().refine(isZone, { message: 'there is no such time zone; write an IANA name, such as Europe/Berlin' }),
  week: weekSchema,
  holidays: z.array(plainDateSchema).max(20_000).optional(),
  special_days: z.record(plainDateSchema, rangesSchema).optional(),
  breaks_on_date: z.record(plainDateSchema, rangesSchema).optional(),
  holidays_every_year: z.array(monthDaySchema).max(366).optional(),
  closures: z.array(calendarClosureSchema).max(20_000).optional(),
});
export type CalendarDefinition = z.infer<typeof calendarDefinitionSchema>;

/** The name of the built-in calendar that is always open. */
export const aroundTheClock = '24x7';

/** A calendar written out, or the name of one; `24x7` is built in. */
export const calendarReferenceSchema = z.union([calendarDefinitionSchema, lineText.min(1).max(200)]);
export type CalendarReference = z.infer<typeof calendarReferenceSchema>;

/** A range in minutes after 00:00 of its date, `from` below 1440, `to` up to 2880. */
export type MinuteRange = { readonly from: number; readonly to: number };

/** `["22:00","06:00"]` → 1320 to 1800. */
export function minutesOf([from, to]: ClockRange): MinuteRange {
  const begins = minuteOf(from);
  const ends = minuteOf(to);
  return { from: begins, to: ends <= begins ? ends + 1440 : ends };
}

/** `08:30` → 510. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 510 → `08:30`, 1800 → `30:00`. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function existsInLeapYear(monthDay: string): boolean {
  return plainDateSchema.safeParse(`2028-${monthDay}`).success;
}
