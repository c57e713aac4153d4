import { oc } from '@orpc/contract';
import { z } from 'zod';
import { backupCopySchema, backupListSchema, backupSettingsSchema, backupStateSchema } from './model.ts';

const copyName = z.strictObject({ name: z.string().min(1).max(255) });

/** Copies of the workspace: made, listed, put back. */
export const backupsContract = {
  state: oc.output(backupStateSchema),
  /** The copies of this workspace, newest first, beside what it holds now. */
  list: oc.output(backupListSchema),
  /** Makes a copy now and answers it, checked. Refused with `storage` where the folder is gone or full: the workspace is not touched. */
  make: oc.output(backupCopySchema),
  /** Refused with `invalid-input` where the folder is not there or cannot be written. */
  change: oc.input(backupSettingsSchema.partial()).output(backupStateSchema),
  /** Deletes one copy. */
  remove: oc.input(copyName).output(z.strictObject({ removed: z.boolean() })),
  /** Puts a copy in the place of the workspace, whole or not at all; what is there now becomes a copy first, whose name is the answer. */
  restore: oc.input(copyName).output(z.strictObject({ kept: z.string() })),
};
