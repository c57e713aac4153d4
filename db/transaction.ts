import type { Statement } from 'better-sqlite3';
import type { Connection } from './connection.ts';
import { type Reader, type RunResult, type SqlParameter, StatementReader, type WriteOrm, type WriteStatement } from './reader.ts';

/** The change that a transaction writes: one command of one person on one device. */
export type OpenChange = {
  readonly no: number;
  readonly id: string;
  /** Instant, ms UTC, from the store's clock. */
  readonly happenedAt: number;
};

/** Writes inside one `store.write`; what it writes is logged, undone and announced as one change. */
export type Tx = Omit<Reader, 'drizzle' | 'prepare'> & {
  run(sql: string, ...parameters: SqlParameter[]): RunResult;
  prepare<Row>(sql: string): WriteStatement<Row>;
  readonly drizzle: WriteOrm;
  readonly change: OpenChange;
  /** Names a bulk or derived table that was written, for the announcement; logged tables are known. */
  touch(...tables: string[]): void;
  /** The SHA-256 over all rows of a bulk change, kept in the log in place of their images. */
  setBulkDigest(sha256: string): void;
};

export class StoreTransaction extends StatementReader implements Tx {
  #change: OpenChange | null = null;
  readonly touched = new Set<string>();
  bulkDigest: string | null = null;

  constructor(connection: Connection) {
    super(connection);
  }

  begin(change: OpenChange | null): void {
    this.#change = change;
    this.touched.clear();
    this.bulkDigest = null;
  }

  get change(): OpenChange {
    if (this.#change === null) throw new Error('No change is open: derived rows belong to none.');
    return this.#change;
  }

  run(sql: string, ...parameters: SqlParameter[]): RunResult {
    return this.statement(sql).run(...parameters);
  }

  override prepare<Row>(sql: string): WriteStatement<Row> {
    return this.connection.prepare<SqlParameter[], Row>(sql);
  }

  override get drizzle(): WriteOrm {
    return this.orm();
  }

  touch(...tables: string[]): void {
    for (const table of tables) this.touched.add(table);
  }

  setBulkDigest(sha256: string): void {
    this.bulkDigest = sha256;
  }

  protected override allowed<Row>(statement: Statement<SqlParameter[], Row>): Statement<SqlParameter[], Row> {
    return statement;
  }
}
