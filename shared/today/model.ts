import { z } from 'zod';
import { personRoles } from '#shared/agreements/model.ts';

/** What asks for attention. */
export const attentionKinds = ['notice', 'end', 'review', 'approve', 'sign', 'ask', 'complete', 'source', 'quarantine'] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** Why it stands where it stands, the most consequential first. */
export const urgencies = ['lapses', 'late', 'waits', 'due'] as const;
export type Urgency = (typeof urgencies)[number];

const date = z.iso.date();

export const attentionItemSchema = z.strictObject({
  /** The same on every day for the same thing: what is put off is known by it. */
  key: z.string(),
  kind: z.enum(attentionKinds),
  urgency: z.enum(urgencies),
  /** The deed, such as "Give notice or let it renew". */
  deed: z.string(),
  /** For whom and about what. */
  about: z.string(),
  /** Why it is here, in one sentence. */
  why: z.string(),
  /** The day by which, or since which where `isSince`. */
  on: date,
  isSince: z.boolean(),
  /** Whole days from today to `on`; negative: ago. */
  days: z.int(),
  agreement: z.string().nullable(),
  version: z.int().nullable(),
  /** The import whose rows wait. */
  importId: z.string().nullable(),
  /** Whose work it is; empty: nobody's in particular. */
  roles: z.array(z.enum(personRoles)),
  isMine: z.boolean(),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

export const riskRowSchema = z.strictObject({
  key: z.string(),
  agreement: z.string(),
  about: z.string(),
  /** "Resolution P1", "Availability". */
  target: z.string(),
  goalPercent: z.number(),
  soFarPercent: z.number(),
  /** Of decided tickets; null for measured time. */
  share: z.strictObject({ numerator: z.int(), denominator: z.int() }).nullable(),
  downMinutes: z.number().nullable(),
  /** What may still go wrong until the period ends: misses or minutes. */
  left: z.number(),
  budget: z.number(),
  unit: z.enum(['misses', 'minutes']),
  isMine: z.boolean(),
});
export type RiskRow = z.infer<typeof riskRowSchema>;

export const portfolioStates = ['met', 'missed', 'partly', 'none', 'notMeasured', 'open', 'risk'] as const;
export const portfolioRowSchema = z.strictObject({
  agreement: z.string(),
  title: z.string(),
  customer: z.string(),
  months: z.array(z.strictObject({ month: z.string(), state: z.enum(portfolioStates), missed: z.int(), of: z.int() })),
});
export type PortfolioRow = z.infer<typeof portfolioRowSchema>;

export const firstSteps = ['customer', 'service', 'data', 'draft', 'signed'] as const;

export const todaySchema = z.strictObject({
  today: date,
  person: z.string().nullable(),
  items: z.array(attentionItemSchema),
  /** Days that the present month has after today. */
  daysLeft: z.int(),
  risks: z.array(riskRowSchema),
  /** Targets of the agreements in force. */
  targets: z.int(),
  portfolio: z.strictObject({ months: z.array(z.string()), rows: z.array(portfolioRowSchema), missed: z.array(z.int()) }),
  /** The first steps of a new workspace that are done. */
  done: z.array(z.enum(firstSteps)),
});
export type Today = z.infer<typeof todaySchema>;
