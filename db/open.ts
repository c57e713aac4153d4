import { accessSync, closeSync, constants, existsSync, linkSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { ParleyError } from '#shared/errors.ts';
import { type Connection, openConnection } from './connection.ts';
import { toParleyError } from './errors.ts';
import { makeFolder } from './make-folder.ts';
import { applicationId, migrate, schemaVersionOf } from './migrate.ts';
import { schemaVersion } from './migrations/index.ts';

export type OpenOptions = {
  readonly file: string;
  readonly now: number;
  readonly busyTimeoutMs: number;
  /** Refuse with `not-found` where there is no file. Default: a missing file is made. */
  readonly mustExist: boolean;
  /** Open for reading even where writing would be possible. */
  readonly readOnly: boolean;
};

export type OpenedFile = { readonly connection: Connection; readonly isReadOnly: boolean; readonly backup: string | null };

/**
 * Opens or makes a workspace file and brings it to this program's format.
 * Refuses, without a byte written: a file that is no workspace, one from a newer version, an older one that cannot be written.
 */
export function openFile(options: OpenOptions): OpenedFile {
  try {
    return open(options);
  } catch (error) {
    throw toParleyError(fileSystemError(error) ?? error);
  }
}

function open(options: OpenOptions): OpenedFile {
  const { file, busyTimeoutMs } = options;
  // Asked in this order, a second instance that makes the file meanwhile is never taken for pages without their file.
  const hasWaiting = hasWaitingPages(file);
  const exists = existsSync(file);
  if (!exists) {
    if (options.mustExist || options.readOnly) {
      throw new ParleyError('not-found', `There is no workspace at ${file}.`, { wayOut: 'Check the path, or create a workspace there.' });
    }
    if (hasWaiting) throw lostFile(file);
    makeFolder(path.dirname(file));
    accessSync(path.dirname(file), constants.W_OK);
    makeFile(options);
  } else if (statSync(file).isDirectory()) {
    throw notAWorkspace(file);
  } else {
    inspect(file, busyTimeoutMs);
  }
  if (exists && (options.readOnly || !isWritable(file))) return { connection: openForReading(file, busyTimeoutMs), isReadOnly: true, backup: null };
  const connection = openConnection(file, { mode: 'read-write', busyTimeoutMs });
  try {
    const backup = migrate(connection, file, options.now);
    return { connection, isReadOnly: false, backup };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Makes a new workspace beside its place and puts it there whole: a file that is there is never a half-made one, so an empty one is damage.
 * Where another instance was first, its file stands.
 */
function makeFile({ file, now, busyTimeoutMs }: OpenOptions): void {
  const draft = `${file}.${process.pid}.new`;
  rmSync(draft, { force: true });
  try {
    const connection = openConnection(draft, { mode: 'read-write', busyTimeoutMs });
    try {
      migrate(connection, draft, now);
    } finally {
      connection.close();
    }
    place(draft, file);
  } finally {
    for (const left of [draft, `${draft}-wal`, `${draft}-shm`, `${draft}-journal`]) rmSync(left, { force: true });
  }
}

/** A link never replaces a file; a disk without links (a stick) moves it where nothing is. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (existsSync(file)) return;
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    renameSync(draft, file);
  }
}

/** Looks at the file without writing: its first page, and through SQLite only where committed pages wait beside it. */
function inspect(file: string, busyTimeoutMs: number): void {
  const header = headerOf(file);
  if (header.length === 0) throw emptyFile(file);
  if (header.length < 108 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notAWorkspace(file);
  const application = header.readUInt32BE(68);
  if (application === applicationId) refuseNewer(header.readUInt32BE(60));
  else if (application !== 0) throw notAWorkspace(file);
  if (hasWaitingPages(file)) inspectWaiting(file, busyTimeoutMs);
  else if (application === 0 && !hasEmptySchema(header)) throw notAWorkspace(file);
}

function inspectWaiting(file: string, busyTimeoutMs: number): void {
  const connection = openConnection(file, { mode: 'read-only', busyTimeoutMs });
  try {
    if (Number(connection.pragma('application_id', { simple: true })) === applicationId) refuseNewer(schemaVersionOf(connection));
    else if (connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined) throw notAWorkspace(file);
  } finally {
    connection.close();
  }
}

/** Page 1 is a leaf (13) with no cell: a file that was just made and never filled (SQLite file format, 1.6). */
function hasEmptySchema(header: Buffer): boolean {
  return header[100] === 13 && header.readUInt16BE(103) === 0;
}

function hasWaitingPages(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

function openForReading(file: string, busyTimeoutMs: number): Connection {
  const connection = openReadable(file, busyTimeoutMs);
  if (schemaVersionOf(connection) < schemaVersion) {
    connection.close();
    throw new ParleyError('read-only', 'This workspace is from an older Parley and cannot be brought up to date here: its folder is read-only.', {
      wayOut: 'Copy it to a folder where you can write and open the copy.',
    });
  }
  return connection;
}

/** Where not even SQLite's side files can be written, the file is read as it lies, into memory; pages that wait beside it cannot be read then. */
export function openReadable(file: string, busyTimeoutMs: number): Connection {
  try {
    const connection = openConnection(file, { mode: 'read-only', busyTimeoutMs });
    connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
    return connection;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || hasWaitingPages(file)) throw error;
    return openConnection(file, { mode: 'in-memory', busyTimeoutMs });
  }
}

function refuseNewer(version: number): void {
  if (version <= schemaVersion) return;
  throw new ParleyError('storage', `This workspace was written by a newer Parley: its format is ${version}, this Parley reads up to format ${schemaVersion}.`, {
    wayOut: 'Open it with the newer Parley, or update this one. The file was not touched.',
    details: [
      { path: 'format.file', message: String(version) },
      { path: 'format.program', message: String(schemaVersion) },
    ],
  });
}

function notAWorkspace(file: string): ParleyError {
  return new ParleyError('invalid-input', `${path.basename(file)} is not a Parley workspace.`, { wayOut: 'Choose a workspace file, its name ends in .parley, or import the file into one.' });
}

function emptyFile(file: string): ParleyError {
  return new ParleyError('storage', `${path.basename(file)} is damaged: the file is empty.`, {
    wayOut: 'Open a copy from the folder backups beside it. To begin a new workspace here, take the empty file away first.',
  });
}

/** A new file would take the waiting pages for its own. */
function lostFile(file: string): ParleyError {
  const name = path.basename(file);
  return new ParleyError('storage', `${name} is gone, but its newest changes still wait beside it in ${name}-wal.`, {
    wayOut: `Put ${name} back beside them. To begin a new workspace here, take ${name}-wal away first.`,
  });
}

function headerOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(108);
    return header.subarray(0, readSync(descriptor, header, 0, 108, 0));
  } finally {
    closeSync(descriptor);
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(path.dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The file system's own refusals, in the same words as SQLite's. */
function fileSystemError(error: unknown): ParleyError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new ParleyError('read-only', 'Nothing can be written in this folder.', { wayOut: 'Choose a folder where you can write.', cause: error });
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ParleyError('storage', 'The disk is full. Nothing was changed.', { wayOut: 'Free some space and do it again.', cause: error });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT' || code === 'ENAMETOOLONG') {
    return new ParleyError('storage', 'The folder of the workspace could not be made.', { wayOut: 'Choose another folder.', cause: error });
  }
  return null;
}
