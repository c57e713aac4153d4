import { existsSync, rmSync } from 'node:fs';
import { ParleyError } from '#shared/errors.ts';
import { copyWorkspace } from './copy.ts';
import { factsOfFile } from './facts.ts';

/**
 * The last step of a move, while neither file is open: what was written after the copy was made is copied too.
 * Throws ParleyError `storage` where the file at the new place is not that workspace; nothing was changed then.
 */
export async function settleMove(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  const [old, moved] = [factsOfFile(from), factsOfFile(to)];
  if (old === null || moved === null || old.workspace !== moved.workspace) {
    throw new ParleyError('storage', `The workspace was not moved: ${to} is not a whole copy of it.`, { wayOut: 'It is where it was. Check the disk of the new place, then move it again.' });
  }
  if (old.facts.lastChange?.id !== moved.facts.lastChange?.id) await copyWorkspace(from, to);
}

/** Takes the file at the old place away, with what waits beside it. False where it could not be taken away: it is a copy then. */
export function removeMoved(from: string): boolean {
  try {
    for (const left of [`${from}-wal`, `${from}-shm`, from]) rmSync(left, { force: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
