import { statSync } from 'node:fs';
import { ParleyError } from '#shared/errors.ts';

/**
 * Whether an open workspace is still the file at its path. A file that was removed, moved or replaced stays open under many systems: what is
 * written into it then is lost when the program ends. While a file is open its disk keeps its number.
 */
export function watchPlace(file: string): () => boolean {
  const opened = numberOf(file);
  return () => opened !== null && numberOf(file) === opened;
}

/** What is said where a workspace is not at its place any more. */
export function goneWorkspace(file: string): ParleyError {
  return new ParleyError('storage', `The workspace is not at ${file} any more. Nothing was saved.`, {
    wayOut: 'Plug the disk in again, or put the file back where it was, and do it again. If that does not help, close Parley and start it again.',
  });
}

/** Number of the file on its disk; null where there is none. */
function numberOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}
