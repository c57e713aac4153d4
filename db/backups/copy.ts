import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ParleyError } from '#shared/errors.ts';
import { openConnection } from '../connection.ts';
import { applicationId } from '../migrate.ts';

const busyTimeoutMs = 5000;

/** Pages of one step; between the steps a copy can be stopped. */
const pagesAStep = 4096;

/** Told after every step, in pages; throws where the copy shall stop. */
export type CopyProgress = (done: number, total: number) => void;

/**
 * Copies a workspace of one moment by SQLite's own backup, while others read and write it. The copy gets its name once it was read through
 * and found whole, so a file of that name is a good one; whatever fails leaves nothing behind and the workspace untouched.
 * Answers its size in bytes. Throws ParleyError `storage`: no folder, no space, a disk that is gone, a workspace that is itself damaged.
 */
export async function copyWorkspace(file: string, target: string, report: CopyProgress = () => undefined): Promise<number> {
  const part = `${target}.part`;
  try {
    removePart(part);
    await copyPages(file, part, report);
    checkCopy(part);
    sync(part);
    renameSync(part, target);
    return statSync(target).size;
  } catch (error) {
    removePart(part);
    throw faultOf(error, path.dirname(target));
  }
}

async function copyPages(file: string, part: string, report: CopyProgress): Promise<void> {
  const source = openConnection(file, { mode: 'read-only', busyTimeoutMs });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
    await source.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        report(totalPages - remainingPages, totalPages);
        return pagesAStep;
      },
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
}

/** One file without a log beside it, so that it can be read from anywhere; and whole. */
function checkCopy(part: string): void {
  const copy = openConnection(part, { mode: 'read-write', busyTimeoutMs });
  try {
    copy.pragma('journal_mode = DELETE');
    const checked = copy.pragma('quick_check(1)', { simple: true });
    if (checked === 'ok' && Number(copy.pragma('application_id', { simple: true })) === applicationId) return;
  } finally {
    copy.close();
  }
  throw new ParleyError('storage', 'The copy of the workspace was not whole, so it was not kept.', { wayOut: 'Check the workspace in the settings, and the disk that the copies go to. Older copies are untouched.' });
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A folder that is gone takes its half-made copy with it. */
function removePart(part: string): void {
  for (const left of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) {
    try {
      rmSync(left, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

/** What the disk or SQLite says, in words; what is neither comes back unchanged. */
function faultOf(error: unknown, folder: string): unknown {
  if (error instanceof ParleyError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message.includes('directory does not exist') ? 'ENOENT' : '';
  const refuse = (text: string, wayOut: string): ParleyError => new ParleyError('storage', `${text} The workspace itself is untouched.`, { wayOut, cause: error });
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u.test(code)) return refuse(`No copy was made: the disk of ${folder} is full.`, 'Free some space there, or choose another folder for the copies.');
  if (code.startsWith('SQLITE_CANTOPEN') && existsSync(folder)) return refuse(`No copy was made: ${folder} cannot be written.`, 'Choose another folder for the copies.');
  if (/^(?:ENOENT|ENOTDIR|SQLITE_CANTOPEN|ENODEV|ENXIO)/u.test(code)) return refuse(`No copy was made: ${folder} is not there.`, 'Plug the disk in again, or choose another folder for the copies.');
  if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_AUTH)/u.test(code)) return refuse(`No copy was made: ${folder} cannot be written.`, 'Choose another folder for the copies.');
  if (/^(?:SQLITE_IOERR|EIO|ESTALE)/u.test(code)) return refuse(`No copy was made: the disk of ${folder} did not take it.`, 'Check the disk, or choose another folder for the copies.');
  if (/^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/u.test(code)) return new ParleyError('storage', 'No copy was made: the workspace file is damaged.', { wayOut: 'Put the newest copy back. Older copies are untouched.', cause: error });
  if (/^(?:SQLITE_BUSY|SQLITE_LOCKED)/u.test(code)) return refuse('No copy was made: another program holds the file.', 'Wait until it has finished and do it again.');
  return error;
}
