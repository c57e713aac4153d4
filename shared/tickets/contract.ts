import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ticketFacetsSchema, ticketFilterSchema, ticketGroupings, ticketInputSchema, ticketQuerySchema, ticketRowSchema, ticketSchema } from './model.ts';

const key = z.strictObject({ no: z.int() });

/** Tickets as they were imported or typed; what a target makes of them is `compliance`. */
export const ticketsContract = {
  /** A window of the tickets that fit, and how many fit. */
  list: oc.input(ticketQuerySchema).output(z.strictObject({ total: z.int(), rows: z.array(ticketRowSchema) })),
  /** What the list can be filtered by, most frequent first. */
  facets: oc.input(z.strictObject({})).output(ticketFacetsSchema),
  /** How many of the tickets that fit each group of a column has, in the order in which a list sorted by it shows them. */
  groups: oc.input(z.strictObject({ filter: ticketFilterSchema.default({}), by: z.enum(ticketGroupings) })).output(z.array(z.strictObject({ value: z.string().nullable(), count: z.int() }))),
  /** The place in the list of the first ticket whose number begins with the text; null where there is none. */
  find: oc.input(ticketQuerySchema.pick({ filter: true, sort: true }).extend({ text: z.string().min(1).max(100) })).output(z.strictObject({ index: z.int().nullable() })),
  /** One ticket with its log, by number of the row or by the source's own number. */
  show: oc.input(z.union([key, z.strictObject({ key: z.string().min(1).max(400) })])).output(ticketSchema),
  /** Types a ticket; the same key again replaces what was typed. Refused with `invalid-input` where its times cannot be. */
  save: oc.input(ticketInputSchema).output(z.strictObject({ no: z.int() })),
  /** Removes a typed ticket. Refused with `rule-violated` for an imported one. */
  remove: oc.input(key).output(z.strictObject({ removed: z.literal(true) })),
};
