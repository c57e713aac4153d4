import { z } from 'zod';
import { refusalSchema } from '../refusal.ts';

/** A workspace that this program could not open, with what a person needs to go on. Instants ms UTC. */
export const refusedWorkspaceSchema = z.strictObject({
  refusal: refusalSchema,
  /** Absolute path. */
  file: z.string(),
  bytes: z.int().nullable(),
  changedAt: z.number().nullable(),
  /** Copies beside it, made before an earlier change of its format, newest first. */
  copies: z.array(z.strictObject({ name: z.string(), madeAt: z.number() })),
  /** Version of the program. */
  version: z.string(),
});
export type RefusedWorkspace = z.infer<typeof refusedWorkspaceSchema>;

/** True where the file was written by a newer program. */
export function isNewer(refused: RefusedWorkspace): boolean {
  return refused.refusal.details.some((detail) => detail.path === 'format.file');
}
