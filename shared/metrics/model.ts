import { z } from 'zod';
import { lineText, paragraphText } from '#shared/format/text.ts';
import { plainDateSchema } from '#shared/time/plain-date.ts';

const text = lineText.min(1).max(400);

/** More come in as a file. */
export const mostPastedReadings = 10_000;

/** A value of a metric typed by hand, for its first to its last day. `service` and `customer` are names or ids. */
export const readingInputSchema = z.strictObject({
  schema: z.literal('parley/reading/1').optional(),
  metric: text,
  from: plainDateSchema,
  to: plainDateSchema,
  value: z.number().nullable().default(null),
  unit: text.nullable().default(null),
  numerator: z.int().min(0).nullable().default(null),
  denominator: z.int().min(0).nullable().default(null),
  service: text.nullable().default(null),
  customer: text.nullable().default(null),
  note: paragraphText.max(2000).nullable().default(null),
});
export type ReadingInput = z.infer<typeof readingInputSchema>;

export const readingSchema = z.strictObject({
  id: z.string(),
  metric: z.string(),
  from: z.string(),
  to: z.string(),
  value: z.number().nullable(),
  /** '%' for a share in per cent; another unit stands with the note. */
  unit: z.literal('%').nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  serviceId: z.string().nullable(),
  service: z.string().nullable(),
  customerId: z.string().nullable(),
  customer: z.string().nullable(),
  note: z.string().nullable(),
  isTyped: z.boolean(),
});
export type Reading = z.infer<typeof readingSchema>;
