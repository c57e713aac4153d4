import { z } from 'zod';

/** Fields that somebody else changed after the person had read them: who did it, when (ms UTC), and both values in words. */
export const staleSchema = z.strictObject({
  by: z.string().nullable(),
  at: z.number().nullable(),
  fields: z.array(z.strictObject({ field: z.string(), theirs: z.string().nullable(), mine: z.string().nullable() })).min(1),
});
export type Stale = z.infer<typeof staleSchema>;
