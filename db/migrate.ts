import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from './connection.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { dropTriggers, rebuildTriggers } from './schema/triggers.ts';

/** Marks a SQLite file as a Parley workspace: "PARL" in the file's header. */
export const applicationId = 0x50_41_52_4c;

export function schemaVersionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the newest schema in one transaction: all or nothing, also against a second instance that migrates at the same moment.
 * An older file is copied first, complete and compact, into `backups` beside it. Answers the copy's path, null where none was needed.
 */
export function migrate(connection: Connection, file: string, now: number, steps: readonly Migration[] = migrations): string | null {
  const target = steps.at(-1)?.version ?? 0;
  const version = schemaVersionOf(connection);
  if (version >= target) return null;
  const backup = version > 0 ? copyBefore(connection, file, version, now) : null;
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const present = schemaVersionOf(connection);
    if (present < target) {
      dropTriggers(connection);
      for (const step of steps) if (step.version > present) step.up(connection);
      rebuildTriggers(connection);
      const broken = connection.prepare('PRAGMA foreign_key_check').all();
      if (broken.length > 0) throw new Error(`A migration broke ${broken.length} references.`);
      connection.pragma(`application_id = ${applicationId}`);
      connection.pragma(`user_version = ${target}`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return backup;
}

function copyBefore(connection: Connection, file: string, version: number, now: number): string {
  const folder = path.join(path.dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const time = new Date(now).toISOString().replaceAll(/[-:]|\.\d+Z$/gu, '');
  const copy = path.join(folder, `${path.basename(file, path.extname(file))}-format-${version}-${time}.parley`);
  connection.prepare('VACUUM INTO ?').run(copy);
  return copy;
}
