import { oc } from '@orpc/contract';
import { z } from 'zod';
import { commands } from './commands.ts';
import { historyEntrySchema, historySubjects } from './model.ts';

/** What was changed, by whom, and the exact way back. */
export const historyContract = {
  /** Changes of a thing and of what belongs to it, the newest first. */
  of: oc.input(z.strictObject({ kind: z.enum(historySubjects), id: z.string().min(1), limit: z.int().min(1).max(500).default(100) })).output(z.array(historyEntrySchema)),
  /** The newest change that a command made (`since`: at or after that instant), so that a screen can offer to take it back; null where there is none. */
  latest: oc.input(z.strictObject({ command: z.enum(commands), since: z.int().min(0).optional() })).output(z.strictObject({ id: z.string().nullable() })),
  /** Takes a change back by a new one. `conflict` where a later change stands on it; bulk changes and signatures are refused. */
  undo: oc.input(z.strictObject({ id: z.string().min(1) })).output(z.strictObject({ id: z.string() })),
};
