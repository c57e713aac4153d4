import { oc } from '@orpc/contract';
import { z } from 'zod';
import { mostPastedReadings, readingInputSchema, readingSchema } from './model.ts';

/** Values of metrics, typed or imported. */
export const readingsContract = {
  list: oc
    .input(z.strictObject({ metric: z.string().optional(), serviceId: z.string().optional(), from: z.string().optional(), to: z.string().optional(), offset: z.int().min(0).default(0), limit: z.int().min(0).max(1000).default(200) }))
    .output(z.strictObject({ total: z.int(), rows: z.array(readingSchema) })),
  /** One of the same metric, span, service and customer is changed; `was: null` where the person had seen none, so that one of somebody else is not written over. */
  create: oc.input(readingInputSchema.extend({ was: z.null().optional() })).output(z.strictObject({ id: z.string() })),
  /** `was`: what the person had seen, so that what others changed meanwhile stays. */
  change: oc.input(readingInputSchema.extend({ id: z.string(), was: readingInputSchema.optional() })).output(z.strictObject({ id: z.string() })),
  /** Values pasted into the grid, in one step with one undo: each replaces the one of the same metric, span, service and customer. */
  paste: oc.input(z.strictObject({ readings: z.array(readingInputSchema).min(1).max(mostPastedReadings) })).output(z.strictObject({ created: z.int(), changed: z.int() })),
  remove: oc.input(z.strictObject({ id: z.string() })).output(z.strictObject({ removed: z.literal(true) })),
};
