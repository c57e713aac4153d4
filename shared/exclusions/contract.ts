import { oc } from '@orpc/contract';
import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';

const text = (most: number) => lineText.min(1, 'Say something').max(most, `At most ${most} characters`);
const instant = z.string().min(1).max(50);

export const exclusionKinds = ['maintenance', 'force-majeure', 'customer-caused', 'agreed'] as const;

/**
 * Time, a ticket, or some time of a ticket that is left out of an agreement's figures once the customer accepts it. Times are instants, or
 * local in the agreement's zone; only a whole ticket goes without them.
 */
export const exclusionInputSchema = z.strictObject({
  schema: z.literal('parley/exclusion/1').optional(),
  /** Id or number. */
  agreement: text(200),
  kind: z.enum(exclusionKinds),
  /** One service of the workspace; absent: all of the agreement. */
  service: text(500).optional(),
  /** One ticket by its key. */
  ticket: text(500).optional(),
  start: instant.optional(),
  end: instant.optional(),
  reason: paragraphText.min(1, 'Say something').max(2000, 'At most 2000 characters'),
});

export const exclusionSchema = z.strictObject({
  /** Null: a maintenance window that the agreement has not decided about yet. */
  id: z.string().nullable(),
  maintenanceId: z.string().nullable(),
  kind: z.enum(exclusionKinds),
  service: z.string().nullable(),
  ticket: z.string().nullable(),
  /** Null for a whole ticket. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** How a maintenance window repeats; `from` and `to` are its first time. */
  repeat: z.string().nullable(),
  /** Announced later than the agreement's notice for maintenance: it excludes nothing until it is accepted. */
  isLate: z.boolean(),
  reason: z.string(),
  author: z.string().nullable(),
  state: z.enum(['proposed', 'accepted', 'refused']),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
});
export type Exclusion = z.infer<typeof exclusionSchema>;

const decision = { accept: z.boolean(), by: text(500), reason: paragraphText.max(2000).optional() };
const decided = z.strictObject({ id: z.string(), state: z.enum(['accepted', 'refused']) });

/** Exclusions of an agreement: only accepted ones change a figure. */
export const exclusionsContract = {
  /** In the order of time, maintenance windows of the agreement's services included. */
  list: oc.input(z.strictObject({ agreement: text(200) })).output(z.array(exclusionSchema)),
  propose: oc.input(exclusionInputSchema).output(z.strictObject({ id: z.string() })),
  /** The customer's answer. Refused with `rule-violated` where it is accepted already. */
  decide: oc.input(z.strictObject({ id: text(200), ...decision })).output(decided),
  /** The agreement's answer to a maintenance window. */
  decideMaintenance: oc.input(z.strictObject({ agreement: text(200), maintenanceId: text(200), ...decision })).output(decided),
  /** Takes back what nobody has decided. */
  remove: oc.input(z.strictObject({ id: text(200) })).output(z.strictObject({ removed: z.literal(true) })),
};
