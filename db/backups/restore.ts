import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ParleyError } from '#shared/errors.ts';
import { toParleyError } from '../errors.ts';
import { replaceContent } from '../replace.ts';
import { openStore } from '../store.ts';

/**
 * Puts a copy in the place of an open workspace: read through and brought to this program's format in a draft first, then all or nothing.
 * Connections that are open on the workspace go on with the new content. Throws ParleyError `storage` where the copy is damaged or newer.
 */
export async function restoreWorkspace(file: string, copy: string, now: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-restore-'));
  try {
    const draft = path.join(folder, 'workspace.parley');
    copyFileSync(copy, draft);
    // Opening brings an older format up to date, with everything that is derived from it.
    const opened = openStore({ file: draft, device: { id: 'restore', label: 'restore' }, clock: () => now, mustExist: true });
    try {
      const checked = opened.read((reader) => reader.value<string>('PRAGMA quick_check(1)'));
      if (checked !== 'ok') throw new ParleyError('storage', `${path.basename(copy)} is damaged.`, { wayOut: 'Choose another copy. The workspace was not changed.' });
    } finally {
      opened.close();
    }
    await replaceContent(file, draft);
  } catch (error) {
    throw toParleyError(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
