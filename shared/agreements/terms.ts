import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { calendarReferenceSchema } from '#shared/calendar/model.ts';
import { moneySchema } from '#shared/money/money.ts';
import { percentSchema } from '#shared/ratio/decimal.ts';
import { durationSchema } from '#shared/time/duration.ts';
import { completenessItems } from './completeness-items.ts';

/** `T-001`: identifies a term for as long as its agreement lives, never reused. */
export const termCodeSchema = z.string().regex(/^[A-Z]{1,3}-[0-9A-Z]{1,12}$/, 'a code is letters, a hyphen, digits: T-001');

const text = (most: number) => lineText.min(1, 'this is empty').max(most, `at most ${most} characters`);
const paragraphs = (most: number) => paragraphText.min(1, 'this is empty').max(most, `at most ${most} characters`);
const date = z.iso.date();
/** A metric's value: far beyond any that is measured, and exact as an integer of thousandths. */
const quantity = z.number().min(-1e12).max(1e12);

/** Measuring periods (calculation-rules section 1). */
export const measuringPeriodSchema = z.union([
  z.enum(['calendar-month', 'calendar-quarter', 'calendar-year', 'four-weeks', '4-4-5']),
  z.strictObject({ kind: z.literal('month-from-day'), day: z.int().min(1).max(28) }),
  z.strictObject({ kind: z.literal('fiscal-quarter'), startMonth: z.int().min(1).max(12) }),
]);
export type MeasuringPeriod = z.infer<typeof measuringPeriodSchema>;

/** What happens to a ticket that is stopped and runs again (calculation-rules section 3). `days` goes with `ignore-after`. */
export const reopenSchema = z
  .strictObject({ policy: z.enum(['gap-is-pause', 'gap-counts', 'new-cycle', 'ignore-after']), days: z.int().min(0).max(3650).optional() })
  .refine((reopen) => (reopen.policy === 'ignore-after') === (reopen.days !== undefined), { message: 'days goes with ignore-after, and with nothing else', path: ['days'] });
export type ReopenRule = z.infer<typeof reopenSchema>;

const target = {
  id: termCodeSchema,
  name: text(500).optional(),
  calendar: calendarReferenceSchema.optional(),
  period: measuringPeriodSchema.default('calendar-month'),
  source: text(500).optional(),
  splitBy: z.enum(['site', 'group', 'service']).optional(),
  splitVerdict: z.enum(['each', 'overall']).optional(),
  takeover: z.enum(['start', 'stop']).optional(),
};

const clock = {
  ...target,
  priority: text(100),
  within: durationSchema,
  atLeastPercent: percentSchema,
  /** Absent: every pause reason pauses. Empty: none does. */
  pauseReasons: z.array(text(100)).max(50).optional(),
  belongsTo: z.enum(['decided', 'due', 'opened']).default('decided'),
  start: z.literal('created').default('created'),
  priorityCounts: z.enum(['at-stop', 'first', 'highest']).default('at-stop'),
  onPriorityChange: z.enum(['retroactive', 'afresh']).default('retroactive'),
  reopen: reopenSchema.default({ policy: 'gap-is-pause' }),
  cycles: z.enum(['last', 'any', 'sum']).default('last'),
  maintenanceStopsClock: z.boolean().default(false),
  steps: z.array(z.strictObject({ from: date, within: durationSchema.optional(), atLeastPercent: percentSchema.optional() })).max(50).optional(),
};

export const responseTermSchema = z.strictObject({
  ...clock, type: z.literal('response'), pausesMove: z.boolean().default(false), stop: z.enum(['first-response', 'resolved', 'closed']).default('first-response'),
});
export const resolutionTermSchema = z.strictObject({
  ...clock, type: z.literal('resolution'), pausesMove: z.boolean().default(true), stop: z.enum(['first-response', 'resolved', 'closed']).default('resolved'),
});
export const availabilityTermSchema = z.strictObject({
  ...target,
  type: z.literal('availability'),
  /** One service of the agreement; absent: each of its services is measured. */
  service: text(500).optional(),
  atLeastPercent: percentSchema,
  method: text(500).optional(),
  maintenance: z.strictObject({ maxMinutesPerPeriod: z.int().min(0).optional(), noticeDays: z.int().min(0).max(3650).optional() }).optional(),
  degradationWeight: z.number().min(0).max(1).default(1),
  shortestOutageMinutes: z.number().min(0).max(100_000).default(0),
  wholeMinutes: z.boolean().default(false),
  gapPolicy: z.enum(['up', 'down', 'undetermined']).default('undetermined'),
  maintenanceLessensAgreedTime: z.boolean().default(true),
  unplannedInMaintenanceCounts: z.boolean().default(false),
  userWeighted: z.boolean().default(false),
  /** Users of the service, where outages are weighted by the users affected. */
  users: z.int().min(1).max(1_000_000_000).optional(),
  steps: z.array(z.strictObject({ from: date, atLeastPercent: percentSchema })).max(50).optional(),
});
export const metricTermSchema = z
  .strictObject({
    ...target,
    type: z.literal('metric'),
    name: text(500),
    unit: lineText.max(50),
    direction: z.enum(['at-least', 'at-most', 'between']),
    target: quantity,
    targetTo: quantity.optional(),
    formula: paragraphs(2000).optional(),
    steps: z.array(z.strictObject({ from: date, target: quantity, targetTo: quantity.optional() })).max(50).optional(),
  })
  .refine((term) => (term.direction === 'between') === (term.targetTo !== undefined), { message: 'targetTo goes with between, and with nothing else', path: ['targetTo'] })
  .refine((term) => term.targetTo === undefined || term.targetTo >= term.target, { message: 'targetTo is not below target', path: ['targetTo'] });
/** Kept, shown and printed; computed by a later release. */
export const creditTermSchema = z.strictObject({
  id: termCodeSchema,
  type: z.literal('credit'),
  of: termCodeSchema,
  fee: moneySchema.optional(),
  tiers: z.array(z.strictObject({ below: percentSchema, creditPercent: percentSchema })).min(1).max(50),
  capPercentPerPeriod: percentSchema.optional(),
  capPercentPerYear: percentSchema.optional(),
  claimWithinDays: z.int().min(0).max(3650).optional(),
});
export const exclusionTermSchema = z.strictObject({
  id: termCodeSchema,
  type: z.literal('exclusion'),
  name: text(500),
  condition: paragraphs(5000),
  approval: paragraphs(1000).optional(),
  capMinutesPerPeriod: z.int().min(0).optional(),
});
export const clauseTermSchema = z.strictObject({
  id: termCodeSchema,
  type: z.literal('clause'),
  category: z.enum(completenessItems),
  heading: text(500),
  text: paragraphs(100_000),
});

export const termSchema = z.discriminatedUnion('type', [
  responseTermSchema, resolutionTermSchema, availabilityTermSchema, metricTermSchema, creditTermSchema, exclusionTermSchema, clauseTermSchema,
]);
export type ResponseTerm = z.infer<typeof responseTermSchema>;
export type ResolutionTerm = z.infer<typeof resolutionTermSchema>;
/** A target whose clock runs on tickets. */
export type ClockTerm = ResponseTerm | ResolutionTerm;
export type AvailabilityTerm = z.infer<typeof availabilityTermSchema>;
export type MetricTerm = z.infer<typeof metricTermSchema>;
export type CreditTerm = z.infer<typeof creditTermSchema>;
export type ExclusionTerm = z.infer<typeof exclusionTermSchema>;
export type ClauseTerm = z.infer<typeof clauseTermSchema>;
export type Term = z.infer<typeof termSchema>;
