import Database from 'better-sqlite3';

export type FirstRow = { readonly line: number; readonly fingerprint: string };

/** The first row of each key of a file, in a private temporary database: memory does not grow with the rows. */
export type FirstRows = {
  /** Keeps a row whose key is new and answers null; else answers the first one of that key. */
  keep(key: string, row: FirstRow): FirstRow | null;
  close(): void;
};

export function openFirstRows(): FirstRows {
  const database = new Database('');
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -16000');
  database.exec('CREATE TABLE first_rows (key TEXT PRIMARY KEY, line INTEGER NOT NULL, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID; BEGIN');
  const insert = database.prepare<[string, number, string]>('INSERT OR IGNORE INTO first_rows (key, line, fingerprint) VALUES (?, ?, ?)');
  const find = database.prepare<[string], FirstRow>('SELECT line, fingerprint FROM first_rows WHERE key = ?');
  return {
    keep: (key, { line, fingerprint }) => (insert.run(key, line, fingerprint).changes === 1 ? null : (find.get(key) ?? null)),
    close: () => database.close(),
  };
}
