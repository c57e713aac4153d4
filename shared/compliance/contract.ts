import { oc } from '@orpc/contract';
import { z } from 'zod';
import { versionStates } from '#shared/agreements/model.ts';
import { clockVerdicts, ledgerClasses } from '#shared/ledger/model.ts';
import { durationSchema } from '#shared/time/duration.ts';

const agreement = z.string().min(1).max(200);
const date = z.iso.date();
const instantText = z.string().min(1).max(50);
const code = z.string().min(1).max(20);

/** Dates are half-open in the agreement's zone. `version` absent: those in force, each on its days, else the draft. `asOf` absent: the end of the data. */
const question = { id: agreement, version: z.int().min(1).optional(), from: date, to: date, asOf: instantText.optional() };

export const shareSchema = z.strictObject({ numerator: z.int(), denominator: z.int(), percent: z.number(), wilson95: z.tuple([z.number(), z.number()]), smallSample: z.boolean() });
export const coverageSchema = z.strictObject({ state: z.enum(['whole', 'partly', 'none']), measuredDays: z.int(), days: z.int() });
export const periodVerdicts = ['met', 'missed', 'no events', 'partly measured', 'not measured'] as const;
const verdict = z.enum(periodVerdicts);
const period = z.strictObject({ from: date, to: date, zone: z.string() });

export const complianceRowSchema = z.strictObject({
  term: z.string(),
  priority: z.string().nullable(),
  month: z.string().nullable(),
  share: shareSchema.nullable(),
  open: z.int(),
  cancelled: z.int(),
  coverage: coverageSchema,
  verdict,
  /** The version that measured it; only where several measure. */
  version: z.int().optional(),
  /** Site, group or service, where the term is split. */
  part: z.string().optional(),
  /** Tickets that accepted exclusions leave out; only where there are any. */
  excluded: z.int().optional(),
  /** Only with metrics: the value of the period, and how many readings made it. */
  value: z.number().nullable().optional(),
  readings: z.int().optional(),
});
export const availabilityRowSchema = z.strictObject({
  term: z.string(),
  service: z.string(),
  month: z.string().nullable(),
  agreedMinutes: z.number(),
  downMinutes: z.number(),
  excludedMinutes: z.number(),
  undeterminedMinutes: z.number(),
  percent: z.number().nullable(),
  bounds: z.tuple([z.number(), z.number()]).nullable(),
  percentIfGranted: z.number().nullable(),
  budgetMinutes: z.number(),
  outages: z.int(),
  coverage: coverageSchema,
  verdict,
  /** The version that measured it, and its days in the period, half-open; only where several measure. */
  version: z.int().optional(),
  from: date.optional(),
  to: date.optional(),
});
const complianceSchema = z.strictObject({ asOf: z.string(), period, rows: z.array(complianceRowSchema) });
const availabilitySchema = z.strictObject({ asOf: z.string(), period, rows: z.array(availabilityRowSchema) });
export type ComplianceAnswer = z.infer<typeof complianceSchema>;
export type AvailabilityAnswer = z.infer<typeof availabilitySchema>;

/** One cell of the matrix, empty in a month in which the row's version measured nothing; for availability `met` and `of` are null and the minutes speak. */
export const cellSchema = z.strictObject({
  month: z.string(),
  verdict,
  coverage: coverageSchema,
  share: shareSchema.nullable(),
  open: z.int(),
  cancelled: z.int(),
  downMinutes: z.number().nullable(),
  budgetMinutes: z.number().nullable(),
  percent: z.number().nullable(),
  value: z.number().nullable(),
  /** Nothing is measured here: another version is in force. */
  isElsewhere: z.boolean(),
});
export const matrixRowSchema = z.strictObject({
  term: z.string(),
  type: z.enum(['response', 'resolution', 'availability', 'metric']),
  name: z.string(),
  priority: z.string().nullable(),
  /** The service of an availability row, the part of a split term. */
  part: z.string().nullable(),
  /** The version that measured it; null where one measures all. */
  version: z.int().nullable(),
  goalPercent: z.number().nullable(),
  /** Of a clock target. */
  within: durationSchema.nullable(),
  /** Of a metric: what was agreed, "at least 70 %". */
  goal: z.string().nullable(),
  cells: z.array(cellSchema),
  /** The whole span. */
  all: cellSchema.omit({ month: true }),
  /** Whole months with a verdict, and how many of them met it. */
  monthsKept: z.int(),
  monthsMeasured: z.int(),
  /** Fewer than 20 a month in the median of its measured months. */
  isSmall: z.boolean(),
  /** Why nothing of it can be measured, with the way out: what the agreement does not say and the figures need. Null where they are there. */
  missing: z.string().nullable(),
});
export const matrixSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  customers: z.array(z.string()),
  version: z.int(),
  state: z.enum(versionStates),
  /** The versions that measure, each on its days; one that was asked for, or the draft, measures all. */
  measuring: z.array(z.int()),
  asOf: z.number(),
  /** The end of the tickets' data, null without any. */
  dataFrom: z.number().nullable(),
  dataTo: z.number().nullable(),
  outagesFrom: z.number().nullable(),
  outagesTo: z.number().nullable(),
  period,
  months: z.array(z.strictObject({ month: z.string(), coverage: coverageSchema })),
  rows: z.array(matrixRowSchema),
});
export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
export type MatrixCell = z.infer<typeof cellSchema>;

const stretchSchema = z.strictObject({ class: z.enum(ledgerClasses), ms: z.number() });
const mark = z.string();
export const figureTicketSchema = z.strictObject({
  no: z.int(),
  key: z.string(),
  title: z.string().nullable(),
  openedAt: z.number(),
  verdict: z.enum(clockVerdicts),
  priority: z.string().nullable(),
  group: z.string().nullable(),
  service: z.string().nullable(),
  dueAt: z.number().nullable(),
  stopAt: z.number().nullable(),
  countedMs: z.number(),
  pausedMs: z.number(),
  wallMs: z.number(),
  /** Time against the target; above 0 is late. Hours: counted time, days: wall time against the due time. */
  toTargetMs: z.number().nullable(),
  marks: z.array(mark),
  /** The ticket's own wall time by class, in the order of time. */
  strip: z.array(stretchSchema),
});
export type FigureTicket = z.infer<typeof figureTicketSchema>;

export const ticketSorts = ['toTarget', 'opened', 'key', 'title', 'counted', 'paused', 'wall', 'due', 'group', 'service'] as const;
/** The figure's own conditions that a list of tickets can leave: then it shows more than the figure counts. */
export const figureConditions = ['period', 'priority'] as const;
const words = z.array(z.string().max(500)).max(100).optional();
/** Tickets behind a figure. `from` and `to` cut to a month open one cell. Without `verdicts` all of the figure, decided or not. */
const figure = {
  ...question,
  term: code,
  /** Only the tickets of this version, where several measure. */
  measuring: z.int().min(1).optional(),
  part: z.string().max(500).optional(),
  verdicts: z.array(z.enum(clockVerdicts)).max(5).optional(),
  search: z.string().max(500).optional(),
  without: z.array(z.enum(figureConditions)).max(2).optional(),
  /** The source's own words of the latest state and priority. */
  states: words,
  priorities: words,
  groups: words,
  services: words,
  customers: words,
  /** Days in the agreement's zone, half-open. */
  openedFrom: date.optional(),
  openedTo: date.optional(),
  sort: z.enum(ticketSorts).default('toTarget'),
  descending: z.boolean().default(true),
  /** What decides where `sort` is equal. */
  thenBy: z.array(z.strictObject({ by: z.enum(ticketSorts), descending: z.boolean() })).max(9).optional(),
};
const sums = z.strictObject({ count: z.int(), countedMs: z.number(), pausedMs: z.number(), wallMs: z.number() });
export const figureTicketsSchema = z.strictObject({
  term: z.string(),
  name: z.string(),
  priority: z.string().nullable(),
  version: z.int(),
  asOf: z.number(),
  goalPercent: z.number(),
  within: durationSchema,
  share: shareSchema.nullable(),
  coverage: coverageSchema,
  verdict,
  /** Of the filtered tickets, by verdict and together. */
  groups: z.array(sums.extend({ verdict: z.enum(clockVerdicts) })),
  total: sums,
  medianCountedMs: z.number().nullable(),
  zone: z.string(),
  title: z.string(),
  customers: z.array(z.string()),
  /** Which of a ticket's priorities counts, and what puts it into a period. */
  priorityCounts: z.enum(['at-stop', 'first', 'highest']),
  belongsTo: z.enum(['decided', 'due', 'opened']),
  /** Where the ticket of `placeOf` stands among the filtered ones, and its neighbours' numbers. */
  place: z.strictObject({ index: z.int(), before: z.int().nullable(), after: z.int().nullable() }).nullable(),
  /** The window of rows, grouped missed, met, open, cancelled, not derivable; inside a group in the order asked for. */
  rows: z.array(figureTicketSchema),
});
export type FigureTickets = z.infer<typeof figureTicketsSchema>;

const facet = z.array(z.strictObject({ value: z.string(), count: z.int() }));
/** What the tickets of a figure can be filtered by, most frequent first. */
export const ticketFacetsSchema = z.strictObject({ states: facet, priorities: facet, groups: facet, services: facet, customers: facet });
export type TicketFacets = z.infer<typeof ticketFacetsSchema>;

export const figureOutageSchema = z.strictObject({
  no: z.int(),
  key: z.string(),
  kind: z.enum(['outage', 'degradation', 'planned', 'unobserved']),
  from: z.number(),
  to: z.number().nullable(),
  reason: z.string().nullable(),
  weightPpb: z.number().nullable(),
  /** Inside the span and the service hours. */
  hoursMinutes: z.number(),
  /** What of it counts as downtime after exclusions; overlapping outages share it. */
  countedMinutes: z.number(),
  /** Whether another one overlaps it, so that both are one interruption. */
  isMerged: z.boolean(),
  approvedBy: z.string().nullable(),
  /** The exclusion or maintenance that touches it. */
  exclusion: z.strictObject({ kind: z.enum(['maintenance', 'force-majeure', 'customer-caused', 'agreed']), state: z.enum(['proposed', 'accepted', 'refused']), reason: z.string() }).nullable(),
});
export type FigureOutage = z.infer<typeof figureOutageSchema>;
const ledgerStretchSchema = z.strictObject({
  from: z.string(), to: z.string(), class: z.enum(ledgerClasses), reason: z.string().nullable(), rule: z.string(), state: z.string().nullable(), team: z.string().nullable(), ms: z.number(),
});
export const ledgerSchema = z.strictObject({
  ticket: z.string(),
  term: z.string(),
  start: z.string(),
  stop: z.string().nullable(),
  due: z.string().nullable(),
  verdict: z.enum(clockVerdicts),
  stretches: z.array(ledgerStretchSchema),
  sums: z.record(z.string(), z.number()),
  marks: z.array(mark),
  missingUpdates: z.int(),
  dueMoves: z.array(z.strictObject({ cause: z.enum(['target', 'paused', 'excluded', 'maintenance']), reason: z.string().nullable(), addedMs: z.number(), from: z.string(), to: z.string().nullable(), due: z.string() })),
  countedByTeam: z.array(z.strictObject({ team: z.string().nullable(), ms: z.number() })),
});
export const ticketLedgerSchema = z.strictObject({
  no: z.int(),
  ledger: ledgerSchema,
  title: z.string().nullable(),
  source: z.string(),
  customer: z.string().nullable(),
  service: z.string().nullable(),
  zone: z.string(),
  asOf: z.number(),
  version: z.int(),
  within: durationSchema,
  goalPercent: z.number(),
  /** Of the agreement; and of the target, with the priority that it is for. */
  agreement: z.string(),
  customers: z.array(z.string()),
  name: z.string(),
  priority: z.string(),
  /** What stops the target's clock. */
  stopsWith: z.enum(['first-response', 'resolved', 'closed']),
  sentence: z.string(),
  countedMs: z.number(),
  toTargetMs: z.number().nullable(),
  /** The same ticket under every clock term that its priority counts under, of this version and of the others. */
  others: z.array(z.strictObject({ version: z.int(), term: z.string(), name: z.string(), within: durationSchema, validTo: z.string().nullable(), verdict: z.enum(clockVerdicts), due: z.number().nullable(), countedMs: z.number(), toTargetMs: z.number().nullable() })),
  /** The source's own log. */
  events: z.array(z.strictObject({ at: z.number(), state: z.string().nullable(), priority: z.string().nullable(), team: z.string().nullable() })),
});
export type TicketLedger = z.infer<typeof ticketLedgerSchema>;

export const meaningsSchema = z.strictObject({
  openedAt: z.number(),
  of: z.int(),
  choices: z.array(z.strictObject({ within: durationSchema, due: z.number(), kept: z.int(), of: z.int(), isPresent: z.boolean() })),
});
export type Meanings = z.infer<typeof meaningsSchema>;

/** A number is the ticket's row, a text the source's own key. `term` absent: the first one that its priority counts under. */
const ledgerQuestion = z.strictObject({ id: agreement, version: z.int().min(1).optional(), ticket: z.union([z.int(), z.string().min(1).max(500)]), term: code.optional(), asOf: instantText.optional() });
/** A file to download by its id, and how many rows it has. */
const transfer = z.strictObject({ file: z.string(), name: z.string(), rows: z.int() });

export const complianceContract = {
  rows: oc.input(z.strictObject({ ...question, by: z.array(z.enum(['priority', 'month'])).max(2).default([]) })).output(complianceSchema),
  availability: oc.input(z.strictObject({ ...question, by: z.array(z.enum(['priority', 'month'])).max(2).default([]) })).output(availabilitySchema),
  /** Everything of the compliance screen, and of the draft's live column. Without dates the last 12 whole or begun months of the data. */
  matrix: oc.input(z.strictObject({ ...question, from: date.optional(), to: date.optional(), months: z.int().min(1).max(60).default(12) })).output(matrixSchema),
  /** The matrix as CSV, a transfer. */
  matrixCsv: oc.input(z.strictObject({ ...question, from: date.optional(), to: date.optional(), months: z.int().min(1).max(60).default(12) })).output(transfer),
  tickets: oc.input(z.strictObject({ ...figure, placeOf: z.int().optional(), offset: z.int().min(0).default(0), limit: z.int().min(0).max(500).default(100) })).output(figureTicketsSchema),
  /** The same tickets as CSV, a transfer. */
  ticketsCsv: oc.input(z.strictObject(figure)).output(transfer),
  ticketFacets: oc.input(z.strictObject(figure)).output(ticketFacetsSchema),
  /** Outages behind an availability figure, in the order of time. */
  outages: oc.input(z.strictObject({ ...question, term: code, service: z.string().min(1).max(500), measuring: z.int().min(1).optional() })).output(z.strictObject({ rows: z.array(figureOutageSchema) })),
  /** One ticket, every stretch of its time. */
  ledger: oc.input(ledgerQuestion).output(ticketLedgerSchema),
  /** Its stretches as CSV, a transfer. */
  ledgerCsv: oc.input(ledgerQuestion).output(transfer),
  /** What a duration could mean: due time of a ticket opened at `openedAt`, and how many of the data's tickets it would have kept. */
  meanings: oc.input(z.strictObject({ id: agreement, version: z.int().min(1).optional(), term: code, within: durationSchema.optional(), openedAt: instantText.optional(), from: date.optional(), to: date.optional(), asOf: instantText.optional() })).output(meaningsSchema),
};
