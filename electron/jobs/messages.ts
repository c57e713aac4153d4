import { z } from 'zod';
import { jobProgressSchema } from '#shared/jobs/model.ts';
import { refusalSchema } from '#shared/refusal.ts';

/** What a worker thread is started with. */
export const jobOrderSchema = z.object({
  kind: z.string(),
  input: z.unknown(),
  file: z.string(),
  device: z.object({ id: z.string(), label: z.string() }),
  actorId: z.string().nullable(),
  logFile: z.string(),
  /** One Int32: 1 once the job shall stop. */
  stop: z.instanceof(SharedArrayBuffer),
});
export type JobOrder = z.infer<typeof jobOrderSchema>;

/** What a worker thread says. The last message is `done`, `failed` or `cancelled`. */
export const jobMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), progress: jobProgressSchema }),
  z.object({ type: z.literal('done'), result: z.unknown() }),
  z.object({ type: z.literal('failed'), error: refusalSchema }),
  z.object({ type: z.literal('cancelled') }),
]);
export type JobMessage = z.infer<typeof jobMessageSchema>;
