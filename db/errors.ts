import Database from 'better-sqlite3';
import { ParleyError } from '#shared/errors.ts';
import { wayOutOf } from './schema/rules.ts';

/**
 * Turns what SQLite reports into an expected failure with plain words and a way out.
 * A full disk and a failing one are `storage`, a locked file and a taken name `conflict`, a broken rule `rule-violated`.
 * Anything else (a programming error) comes back unchanged: it is an incident.
 */
export function toParleyError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code, message } = error;
  const refuse = (kind: ParleyError['code'], text: string, wayOut: string, details: { path: string; message: string }[] = []): ParleyError =>
    new ParleyError(kind, text, { wayOut, details, cause: error });
  if (code === 'SQLITE_FULL') return refuse('storage', 'The disk is full. Nothing was changed.', 'Free some space and do it again.');
  if (code.startsWith('SQLITE_READONLY')) return refuse('read-only', 'This workspace can only be read here.', 'Copy it to a folder where you can write and open the copy.');
  if (code.startsWith('SQLITE_IOERR')) return refuse('storage', 'The disk did not read or write the workspace. Nothing was changed.', 'Check the disk or the network folder and do it again.');
  if (code.startsWith('SQLITE_CANTOPEN')) return refuse('storage', 'The workspace could not be opened.', 'Check that the folder exists and may be written to.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return refuse('storage', 'The workspace file is damaged.', 'Open the newest copy from the folder “backups” beside it.');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return refuse('conflict', 'Another window or job is writing to this workspace.', 'Wait until it has finished and do it again.');
  if (code === 'SQLITE_TOOBIG') return refuse('invalid-input', 'A text or file is too large to be kept.', 'Make it smaller or split it.');
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    const wayOut = wayOutOf(message);
    return new ParleyError('rule-violated', message, wayOut === null ? { cause: error } : { wayOut, cause: error });
  }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_ROWID') {
    return refuse('conflict', 'This is there already.', 'Use the one that is there, or another name.', [{ path: subject(message), message: 'already taken' }]);
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return refuse('rule-violated', 'Something else still stands on this, or what it stands on is gone.', 'Remove what stands on it first, or choose something that exists.');
  }
  if (code === 'SQLITE_CONSTRAINT_NOTNULL') return refuse('rule-violated', 'A value is missing.', 'Fill it in.', [{ path: subject(message), message: 'missing' }]);
  if (code.startsWith('SQLITE_CONSTRAINT')) return refuse('rule-violated', 'A value is outside of what is allowed.', 'Correct it and do it again.', [{ path: subject(message), message: 'not allowed' }]);
  return error;
}

/** What SQLite names after the colon: `organisations.name`, the name of an index, or the text of a CHECK; the column where it names none so. */
function subject(message: string): string {
  const column = /^cannot store \w+ value in \w+ column (.+)$/u.exec(message)?.[1];
  if (column !== undefined) return column;
  return message.slice(message.indexOf(': ') + 2).replace(/^index '(.+)'$/u, '$1');
}
