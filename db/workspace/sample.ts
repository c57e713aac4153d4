import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../store.ts';
import { workspaceRow } from './queries.ts';
import { workspace } from './tables.ts';

/** Says of this workspace that everything in it is made up. */
export function markSample(tx: Tx): void {
  tx.drizzle.update(workspace).set({ isSample: 1 }).where(eq(workspace.id, workspaceRow(tx).id)).run();
}

/** Whether anything was ever written here beside the workspace itself. */
export function isUntouched(reader: Reader): boolean {
  return reader.value("SELECT 1 FROM changes WHERE command <> 'workspace.create'") === undefined;
}
