import type { Statement } from 'better-sqlite3';
import { toParleyError } from './errors.ts';
import { openReadable } from './open.ts';
import { type Reader, type SqlParameter, StatementReader } from './reader.ts';

/** What documents, the presentation view and files for the other party read from: nothing internal is there. */
export type DocumentsConnection = {
  /** Reads in one snapshot. */
  read<T>(read: (reader: Reader) => T): T;
  close(): void;
};

/**
 * Opens an own read-only connection on which every `internal_` table is shadowed by an empty view and the log shows no images:
 * SQLite looks among temporary names first, so a forgotten condition finds nothing. Reaching around it by naming the schema is refused.
 */
export function openDocumentsConnection(file: string, busyTimeoutMs = 5000): DocumentsConnection {
  try {
    const connection = openReadable(file, busyTimeoutMs);
    const internal = connection.prepare<[], { name: string }>("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name GLOB 'internal_*'").all();
    for (const { name } of internal) connection.exec(`CREATE TEMP VIEW "${name}" AS SELECT * FROM main."${name}" WHERE 0`);
    connection.exec(
      'CREATE TEMP VIEW change_rows AS SELECT no, change_no, table_name, row_id, op, NULL AS before_json, NULL AS after_json, NULL AS salt, digest FROM main.change_rows',
    );
    connection.pragma('query_only = ON');
    const reader = new PublicReader(connection);
    return {
      read: (read) => {
        connection.exec('BEGIN');
        try {
          return read(reader);
        } catch (error) {
          throw toParleyError(error);
        } finally {
          connection.exec('COMMIT');
        }
      },
      close: () => connection.close(),
    };
  } catch (error) {
    throw toParleyError(error);
  }
}

class PublicReader extends StatementReader {
  protected override allowed<Row>(statement: Statement<SqlParameter[], Row>): Statement<SqlParameter[], Row> {
    if (/\bmain\b["'`\]\s]*\./iu.test(statement.source)) throw new Error('A document never names the schema: it would see what is internal.');
    return super.allowed(statement);
  }
}
