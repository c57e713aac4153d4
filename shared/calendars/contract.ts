import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarClosureSchema } from '#shared/calendar/model.ts';
import { plainDateSchema } from '#shared/time/plain-date.ts';
import {
  calendarChangesSchema, calendarInputSchema, calendarRowSchema, calendarSchema, calendarYearSchema, closureInYearSchema, closureListRowSchema, closureStates, importResultSchema,
} from './model.ts';

const id = z.string().min(1);
const byId = z.strictObject({ id });
const year = z.int().min(1970).max(2100);
const version = z.int().min(1).optional();
const places = z.array(z.strictObject({ code: z.string(), name: z.string() }));
const country = z.string().min(2).max(3);

/** Opening hours with their versions. A calendar is named by its id or name. */
export const calendarsContract = {
  list: oc.input(z.strictObject({ archived: z.boolean().default(false) }).default({ archived: false })).output(z.array(calendarRowSchema)),
  show: oc.input(byId.extend({ version })).output(calendarSchema),
  /** Equal content of the same name answers the version that is there, other content becomes the next one. */
  create: oc.input(calendarInputSchema).output(z.strictObject({ id: z.string(), version: z.int() })),
  change: oc.input(calendarChangesSchema).output(z.strictObject({ id: z.string(), version: z.int() })),
  remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
  /** A year's open time, day by day; `from` is the day from which the next closure is looked for. */
  year: oc.input(byId.extend({ version, year, from: plainDateSchema.optional() })).output(calendarYearSchema),
};

/** Closures of calendars: made by hand, or proposed by a source and decided one by one. */
export const closuresContract = {
  /** Closures of a calendar's lists, each with what it does in the year. */
  list: oc.input(z.strictObject({ calendar: id, version, year })).output(z.strictObject({ lists: z.array(closureListRowSchema), closures: z.array(closureInYearSchema) })),
  add: oc.input(z.strictObject({ calendar: id, closure: calendarClosureSchema })).output(z.strictObject({ id: z.string() })),
  change: oc.input(z.strictObject({ id, closure: calendarClosureSchema })).output(z.strictObject({ id: z.string() })),
  remove: oc.input(z.strictObject({ ids: z.array(id).min(1).max(20_000) })).output(z.strictObject({ removed: z.int() })),
  decide: oc.input(z.strictObject({ ids: z.array(id).min(1).max(20_000), state: z.enum(closureStates) })).output(z.strictObject({ decided: z.int() })),
  importHolidays: oc.input(z.strictObject({ calendar: id, country, region: z.string().min(1).max(20).optional(), years: z.array(year).min(1).max(30) })).output(importResultSchema),
  importIcs: oc.input(z.strictObject({ calendar: id, text: z.string().max(5_000_000), fromYear: year, toYear: year })).output(
    importResultSchema.extend({ skipped: z.array(z.strictObject({ line: z.int(), reason: z.string() })) }),
  ),
  countries: oc.output(places),
  regions: oc.input(z.strictObject({ country })).output(places),
};
