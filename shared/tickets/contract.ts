import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ticketFacetsSchema, ticketInputSchema, ticketQuerySchema, ticketRowSchema, ticketSchema } from './model.ts';

const key = z.strictObject({ no: z.int() });

/** Tickets as they were imported or typed; what a target makes of them is `compliance`. */
export const ticketsContract = {
  /** A window of the tickets that fit, and how many fit. */
  list: oc.input(ticketQuerySchema).output(z.strictObject({ total: z.int(), rows: z.array(ticketRowSchema) })),
  /** What the list can be filtered by, most frequent first. */
  facets: oc.input(z.strictObject({})).output(ticketFacetsSchema),
  /** All tickets that fit, in their order, as CSV: a transfer. */
  csv: oc.input(ticketQuerySchema.pick({ filter: true, sort: true })).output(z.strictObject({ file: z.string(), name: z.string(), rows: z.int() })),
  /** One ticket with its log, by number of the row or by the source's own number. */
  show: oc.input(z.union([key, z.strictObject({ key: z.string().min(1).max(400) })])).output(ticketSchema),
  /** Types a ticket; the same key again replaces what was typed. Refused with `invalid-input` where its times cannot be. */
  save: oc.input(ticketInputSchema).output(z.strictObject({ no: z.int() })),
  /** Removes a typed ticket. Refused with `rule-violated` for an imported one. */
  remove: oc.input(key).output(z.strictObject({ removed: z.literal(true) })),
};
