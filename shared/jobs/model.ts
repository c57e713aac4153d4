import { z } from 'zod';
import { refusalSchema } from '../refusal.ts';

/** How far a job is: `done` of `total` units (bytes, rows); total null where it is not known. `step` says what it does now. */
export const jobProgressSchema = z.strictObject({
  step: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['bytes', 'rows', 'tickets', 'steps']),
  /** Units a second since the job began. */
  rate: z.number().nullable(),
  /** Estimated milliseconds that are left. */
  leftMs: z.number().nullable(),
  /** What came of it so far, by name; null where a job counts nothing. */
  counts: z.record(z.string(), z.number()).nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** One event of a job. The last one is `done`, `failed` or `cancelled`, and no other follows. */
export const jobEventSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('running'), progress: jobProgressSchema.nullable() }),
  z.strictObject({ state: z.literal('done'), result: z.unknown() }),
  z.strictObject({ state: z.literal('failed'), error: refusalSchema }),
  z.strictObject({ state: z.literal('cancelled') }),
]);
export type JobEvent = z.infer<typeof jobEventSchema>;

export const jobSummarySchema = z.strictObject({ id: z.string(), kind: z.string(), startedAt: z.number(), event: jobEventSchema });
export type JobSummary = z.infer<typeof jobSummarySchema>;
