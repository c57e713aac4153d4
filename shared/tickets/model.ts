import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { stateClasses } from '#shared/imports/profile.ts';

export const ticketSorts = ['key', 'opened', 'resolved', 'state', 'priority', 'team', 'service', 'customer', 'title'] as const;

/** Columns by which the list can be grouped. */
export const ticketGroupings = ['state', 'priority', 'team', 'service', 'customer'] as const satisfies readonly (typeof ticketSorts)[number][];
export type TicketGrouping = (typeof ticketGroupings)[number];

/** Which tickets: each filter that is given has to hold. Instants are ms UTC, spans half-open. */
export const ticketFilterSchema = z.strictObject({
  search: z.string().max(500).optional(),
  sourceId: z.string().optional(),
  importId: z.string().optional(),
  customerId: z.string().optional(),
  serviceId: z.string().optional(),
  states: z.array(z.enum(stateClasses)).max(stateClasses.length).optional(),
  priorities: z.array(z.string().max(400)).max(100).optional(),
  teams: z.array(z.string().max(400)).max(100).optional(),
  openedFrom: z.int().optional(),
  openedTo: z.int().optional(),
});
export type TicketFilter = z.infer<typeof ticketFilterSchema>;

export const ticketQuerySchema = z.strictObject({
  filter: ticketFilterSchema.default({}),
  sort: z.array(z.strictObject({ by: z.enum(ticketSorts), descending: z.boolean().default(false) })).max(ticketSorts.length).default([{ by: 'opened', descending: true }]),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(500).default(100),
});
export type TicketQuery = z.infer<typeof ticketQuerySchema>;

export const ticketRowSchema = z.strictObject({
  no: z.int(),
  key: z.string(),
  title: z.string().nullable(),
  source: z.string(),
  customer: z.string().nullable(),
  service: z.string().nullable(),
  site: z.string().nullable(),
  state: z.string().nullable(),
  stateClass: z.enum(stateClasses).nullable(),
  priority: z.string().nullable(),
  team: z.string().nullable(),
  type: z.string().nullable(),
  openedAt: z.int(),
  firstResponseAt: z.int().nullable(),
  resolvedAt: z.int().nullable(),
  closedAt: z.int().nullable(),
  holdMs: z.int().nullable(),
  hasHistory: z.boolean(),
  sourceVerdict: z.enum(['met', 'missed']).nullable(),
  revision: z.int(),
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

const counted = z.array(z.strictObject({ value: z.string(), count: z.int() }));
const named = z.array(z.strictObject({ id: z.string(), name: z.string(), count: z.int() }));
export const ticketFacetsSchema = z.strictObject({ priorities: counted, teams: counted, services: named, customers: named, sources: named });
export type TicketFacets = z.infer<typeof ticketFacetsSchema>;

/** One event as the source wrote it. `line` is that of the file of the import that brought it. */
export const ticketEventSchema = z.strictObject({
  at: z.int(),
  line: z.int(),
  updates: z.int().nullable(),
  state: z.string().nullable(),
  stateClass: z.enum(stateClasses).nullable(),
  pauseReason: z.string().nullable(),
  priority: z.string().nullable(),
  team: z.string().nullable(),
  type: z.string().nullable(),
  actor: z.string().nullable(),
});

export const ticketSchema = ticketRowSchema.extend({
  sourceId: z.string(),
  isTyped: z.boolean(),
  import: z.strictObject({ id: z.string(), file: z.string(), at: z.int() }),
  missingUpdates: z.int(),
  events: z.array(ticketEventSchema),
});
export type Ticket = z.infer<typeof ticketSchema>;

const text = lineText.min(1).max(400);
const instant = z.string().min(1).max(50);

/** A ticket typed by hand. Times are instants, or local in `zone`. */
export const ticketInputSchema = z.strictObject({
  schema: z.literal('parley/ticket/1').optional(),
  key: text,
  title: lineText.max(2000).optional(),
  opened: instant,
  firstResponse: instant.optional(),
  resolved: instant.optional(),
  closed: instant.optional(),
  state: text.optional(),
  priority: text.optional(),
  type: text.optional(),
  group: text.optional(),
  customer: text.optional(),
  service: text.optional(),
  site: text.optional(),
  holdMinutes: z.number().min(0).optional(),
  zone: z.string().optional(),
});
export type TicketInput = z.infer<typeof ticketInputSchema>;
