import { toParleyError } from './errors.ts';
import { openConnection } from './connection.ts';

/**
 * Puts the whole content of one workspace file into the place of another's, page by page by SQLite's own backup: all or nothing.
 * Connections that are open on the other file go on with the new content. Nothing of the old one is left in the file or beside it.
 */
export async function replaceContent(file: string, content: string): Promise<void> {
  try {
    const source = openConnection(content, { mode: 'read-write', busyTimeoutMs });
    try {
      await source.backup(file, { progress: () => allPages });
    } finally {
      source.close();
    }
    const target = openConnection(file, { mode: 'read-write', busyTimeoutMs });
    target.pragma('wal_checkpoint(TRUNCATE)');
    target.close();
  } catch (error) {
    throw toParleyError(error);
  }
}

const busyTimeoutMs = 5000;

/** In one step: a write that came between two of them would wait for the rest in vain, in the same thread. */
const allPages = 0x7fffffff;
