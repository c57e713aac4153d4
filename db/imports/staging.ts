import Database from 'better-sqlite3';

export type StagedRecord = { readonly key: string; readonly line: number; readonly raw: string };

/** Rows of a file whose keys do not stand together, put aside on disk and read back key by key. */
export type Staging = { add(record: StagedRecord): void; iterate(): IterableIterator<StagedRecord>; close(): void };

/** A private temporary database of SQLite: gone when it is closed. Memory does not grow with the rows. */
export function openStaging(): Staging {
  const database = new Database('');
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -16000');
  database.exec('CREATE TABLE staged (key TEXT NOT NULL, line INTEGER NOT NULL, raw TEXT NOT NULL) STRICT; BEGIN');
  const insert = database.prepare<[string, number, string]>('INSERT INTO staged (key, line, raw) VALUES (?, ?, ?)');
  return {
    add: ({ key, line, raw }) => void insert.run(key, line, raw),
    iterate: () => database.prepare<[], StagedRecord>('SELECT key, line, raw FROM staged ORDER BY key, line').iterate(),
    close: () => database.close(),
  };
}
