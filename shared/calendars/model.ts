import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { calendarClosureSchema, calendarDefinitionSchema } from '#shared/calendar/model.ts';
import { plainDateSchema } from '#shared/time/plain-date.ts';
import { holidayTypes } from './closure-uid.ts';

const calendarNameSchema = lineText.min(1, 'A name is needed').max(200, 'At most 200 characters').refine((name) => name !== '24x7', { message: '24x7 is built in' });

/** What `calendars create FILE` reads: a calendar with its name. */
export const calendarInputSchema = calendarDefinitionSchema.extend({
  schema: z.literal('parley/calendar/1').optional(),
  name: calendarNameSchema,
  purpose: paragraphText.max(2000).optional(),
});
export type CalendarInput = z.infer<typeof calendarInputSchema>;

/** New name or purpose; new zone, week or special days are edited in place where nothing approved pins the version, else they become the next one. */
const calendarFieldsSchema = z.strictObject({
  name: calendarNameSchema.optional(),
  purpose: paragraphText.max(2000).nullable().optional(),
  hours: calendarDefinitionSchema.pick({ tz: true, week: true, special_days: true }).optional(),
});

/** `was`: what the person had seen of the fields. */
export const calendarChangesSchema = calendarFieldsSchema.extend({ id: z.string(), was: calendarFieldsSchema.optional() });

export const calendarRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  purpose: z.string().nullable(),
  zone: z.string(),
  version: z.int(),
  /** The week in words: `Mon–Fri 08:00–17:00`. */
  hours: z.string(),
  archivedOn: z.string().nullable(),
  /** Closures that wait for a decision. */
  proposed: z.int(),
  sites: z.int(),
  agreements: z.int(),
});
export type CalendarRow = z.infer<typeof calendarRowSchema>;

/** `isKept`: an approved or signed agreement pins the version; it never changes again. */
export const calendarVersionRowSchema = z.strictObject({ id: z.string(), version: z.int(), zone: z.string(), sealedAt: z.int().nullable(), isKept: z.boolean() });
export type CalendarVersionRow = z.infer<typeof calendarVersionRowSchema>;

export const closureListRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  zone: z.string(),
  proposed: z.int(),
  applied: z.int(),
});
export type ClosureListRow = z.infer<typeof closureListRowSchema>;

export const calendarUseSchema = z.strictObject({
  sites: z.array(z.strictObject({ id: z.string(), name: z.string(), organisation: z.string(), organisationId: z.string() })),
  agreements: z.array(z.strictObject({ id: z.string(), number: z.string(), title: z.string(), version: z.int(), state: z.string(), calendarVersion: z.int(), targets: z.int() })),
});
export type CalendarUse = z.infer<typeof calendarUseSchema>;

export const calendarSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  purpose: z.string().nullable(),
  version: z.int(),
  versionId: z.string(),
  hours: z.string(),
  definition: calendarDefinitionSchema,
  versions: z.array(calendarVersionRowSchema),
  lists: z.array(closureListRowSchema),
  usedBy: calendarUseSchema,
});
export type ShownCalendar = z.infer<typeof calendarSchema>;

export const closureStates = ['proposed', 'applied', 'rejected'] as const;
export type ClosureState = (typeof closureStates)[number];

export const storedClosureSchema = z.strictObject({
  id: z.string(),
  listId: z.string(),
  closure: calendarClosureSchema,
  origin: z.enum(['manual', 'date-holidays', 'ics']),
  state: z.enum(closureStates),
  /** What the source calls it, where it is not a public holiday. */
  observance: z.enum(holidayTypes).nullable(),
});
export type StoredClosure = z.infer<typeof storedClosureSchema>;

/** A closure with what it does in one year: its dates there, and the open time that it takes (or would take), ms. */
export const closureInYearSchema = storedClosureSchema.extend({ dates: z.array(plainDateSchema), closesMs: z.int() });
export type ClosureInYear = z.infer<typeof closureInYearSchema>;

/** Closures as they come from a source, before anyone has decided. */
export type ClosureProposal = { readonly uid: string; readonly closure: z.infer<typeof calendarClosureSchema>; readonly state: ClosureState };

export const importResultSchema = z.strictObject({ listId: z.string(), read: z.int(), added: z.int(), unchanged: z.int(), observances: z.int() });

export const dayKinds = ['open', 'closed', 'closure', 'proposed'] as const;

/** A year of one calendar: one letter a day, and what follows from it. Times in ms, instants in ms UTC. */
export const calendarYearSchema = z.strictObject({
  year: z.int(),
  openMs: z.int(),
  businessDays: z.int(),
  /** From 1 January on, one entry a day. */
  days: z.array(z.enum(dayKinds)),
  /** Open time of each month. */
  monthsOpenMs: z.array(z.int()).length(12),
  longestGap: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  /** The first closure on or after the asked day that takes open time. */
  nextClosure: z.strictObject({ date: plainDateSchema, label: z.string().nullable() }).nullable(),
  clockChanges: z.array(z.strictObject({ date: plainDateSchema, minutes: z.int(), isInHours: z.boolean() })),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;
