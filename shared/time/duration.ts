import { z } from 'zod';

const secondsMost = 3_200_000_000;
const daysMost = 36_600;

/**
 * A target's duration. "Days" is never inferred: the kind says what a day is (calculation-rules section 2).
 * `seconds` is above 0; `days` 0 means the start's own day.
 */
export const durationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['business-hours', 'elapsed-hours']), seconds: z.int().min(1, 'a target is above 0 seconds').max(secondsMost) }),
  z.strictObject({ kind: z.enum(['business-days', 'end-of-business-day', 'calendar-days']), days: z.int().min(0).max(daysMost) }),
]);
export type Duration = z.infer<typeof durationSchema>;
