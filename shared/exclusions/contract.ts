import { oc } from '@orpc/contract';
import { z } from 'zod';
import { periodVerdicts, shareSchema } from '#shared/compliance/contract.ts';
import { lineText, paragraphText } from '#shared/format/text.ts';

const text = (most: number) => lineText.min(1, 'Say something').max(most, `At most ${most} characters`);
const instant = z.string().min(1).max(50);
const date = z.iso.date();

export const exclusionKinds = ['maintenance', 'force-majeure', 'customer-caused', 'agreed'] as const;
export const exclusionStates = ['proposed', 'accepted', 'refused'] as const;

/** What is left out: one service or all, one ticket or none, from when to when. */
const what = {
  kind: z.enum(exclusionKinds),
  /** One service of the workspace; absent: all of the agreement. */
  service: text(500).optional(),
  /** One ticket by its key. */
  ticket: text(500).optional(),
  start: instant.optional(),
  end: instant.optional(),
};

/**
 * Time, a ticket, or some time of a ticket that is left out of an agreement's figures once the customer accepts it. Times are instants, or
 * local in the agreement's zone; only a whole ticket goes without them.
 */
export const exclusionInputSchema = z.strictObject({
  schema: z.literal('parley/exclusion/1').optional(),
  /** Id or number. */
  agreement: text(200),
  ...what,
  /** Code of the agreement's exclusion that it falls under. */
  clause: text(20).optional(),
  reason: paragraphText.min(1, 'Say something').max(2000, 'At most 2000 characters'),
  /** Who asks for it; absent: the person at this computer. */
  by: text(500).optional(),
});

export const exclusionSchema = z.strictObject({
  /** Null: a maintenance window that the agreement has not decided about yet. */
  id: z.string().nullable(),
  maintenanceId: z.string().nullable(),
  kind: z.enum(exclusionKinds),
  service: z.string().nullable(),
  ticket: z.string().nullable(),
  ticketNo: z.int().nullable(),
  /** Null for a whole ticket. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** How a maintenance window repeats; `from` and `to` are its first time. */
  repeat: z.string().nullable(),
  /** Announced later than the agreement's notice for maintenance: it excludes nothing until it is accepted. */
  isLate: z.boolean(),
  /** Of maintenance: days of notice that the agreement asks for, null: none; and when it was announced, null: nobody wrote it down. */
  noticeDays: z.int().nullable(),
  announcedAt: z.number().nullable(),
  reason: z.string(),
  /** The agreement's exclusion that it falls under, by code; null: none was named. */
  clause: z.string().nullable(),
  author: z.string().nullable(),
  proposedAt: z.number().nullable(),
  state: z.enum(exclusionStates),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
  /** What was said with the answer. */
  decisionReason: z.string().nullable(),
});
export type Exclusion = z.infer<typeof exclusionSchema>;

const effectSideSchema = z.strictObject({
  verdict: z.enum(periodVerdicts),
  /** Of a target on tickets. */
  share: shareSchema.nullable(),
  open: z.int(),
  excluded: z.int(),
  /** Of availability. */
  downMinutes: z.number().nullable(),
  agreedMinutes: z.number().nullable(),
  percent: z.number().nullable(),
});
export type EffectSide = z.infer<typeof effectSideSchema>;

/** A figure of one month that an exclusion changes: without it, and with it. */
export const effectRowSchema = z.strictObject({
  month: z.string(),
  term: z.string(),
  name: z.string(),
  type: z.enum(['response', 'resolution', 'availability']),
  /** The service of an availability target, the part of a split one. */
  part: z.string().nullable(),
  /** Only where several versions measure. */
  version: z.int().nullable(),
  without: effectSideSchema,
  with: effectSideSchema,
});
export type EffectRow = z.infer<typeof effectRowSchema>;

const decision = { accept: z.boolean(), by: text(500), reason: paragraphText.max(2000).optional() };
const decided = z.strictObject({ id: z.string(), state: z.enum(['accepted', 'refused']) });

/** Exclusions of an agreement: only accepted ones change a figure. */
export const exclusionsContract = {
  /**
   * In the order of time, maintenance windows of the agreement's services included. `from` and `to` are days in the agreement's zone,
   * half-open: those that cover some of them. `term`: those that can change this target.
   */
  list: oc.input(z.strictObject({ agreement: text(200), from: date.optional(), to: date.optional(), term: text(20).optional() })).output(z.array(exclusionSchema)),
  propose: oc.input(exclusionInputSchema).output(z.strictObject({ id: z.string() })),
  /** What one changes, or would: every month's figure that it moves, without it and with it. Nothing is written. */
  effect: oc
    .input(z.strictObject({ agreement: text(200), of: z.union([z.strictObject({ id: text(200) }), z.strictObject({ maintenanceId: text(200) }), z.strictObject({ draft: z.strictObject(what) })]) }))
    .output(z.strictObject({ rows: z.array(effectRowSchema) })),
  /** The customer's answer. Refused with `rule-violated` where it is accepted already. */
  decide: oc.input(z.strictObject({ id: text(200), ...decision })).output(decided),
  /** The agreement's answer to a maintenance window. */
  decideMaintenance: oc.input(z.strictObject({ agreement: text(200), maintenanceId: text(200), ...decision })).output(decided),
  /** Takes back what nobody has decided. */
  remove: oc.input(z.strictObject({ id: text(200) })).output(z.strictObject({ removed: z.literal(true) })),
};
