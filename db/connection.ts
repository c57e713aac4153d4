import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

export type ConnectionOptions = {
  /** `in-memory`: a copy in memory, for reading where not even SQLite's side files can be written. */
  readonly mode: 'read-write' | 'read-only' | 'in-memory';
  /** How long a statement waits for another writer. Milliseconds. */
  readonly busyTimeoutMs: number;
};

/** Every connection of the program comes from here, so that every connection has the same guarantees. */
export function openConnection(file: string, options: ConnectionOptions): Connection {
  const connection = new Database(options.mode === 'in-memory' ? withoutWriteAheadLog(readFileSync(file)) : file, { readonly: options.mode !== 'read-write', timeout: options.busyTimeoutMs });
  try {
    if (options.mode === 'read-write') connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('recursive_triggers = ON');
    connection.pragma('journal_size_limit = 67108864');
    connection.pragma('cache_size = -32000');
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Marks the bytes of a database as one with a rollback journal (file format, offsets 18 and 19): memory has no write-ahead log. */
function withoutWriteAheadLog(bytes: Buffer): Buffer {
  bytes[18] = 1;
  bytes[19] = 1;
  return bytes;
}
