import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

export type ConnectionOptions = {
  /** `immutable`: read-only where not even SQLite's side files can be written. */
  readonly mode: 'read-write' | 'read-only' | 'immutable';
  /** How long a statement waits for another writer. Milliseconds. */
  readonly busyTimeoutMs: number;
};

/** Every connection of the program comes from here, so that every connection has the same guarantees. */
export function openConnection(file: string, options: ConnectionOptions): Connection {
  const name = options.mode === 'immutable' ? `${pathToFileURL(file).href}?immutable=1` : file;
  const connection = new Database(name, { readonly: options.mode !== 'read-write', timeout: options.busyTimeoutMs });
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
