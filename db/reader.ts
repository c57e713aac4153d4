import type { Statement } from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { z } from 'zod';
import type { Connection } from './connection.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** Positional values one by one or as a list, or named ones as an object (`:name` in the statement). */
export type SqlParameter = SqlValue | readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export type RunResult = { readonly changes: number; readonly lastInsertRowid: number | bigint };

export type ReadStatement<Row> = {
  all(...parameters: SqlParameter[]): Row[];
  get(...parameters: SqlParameter[]): Row | undefined;
  iterate(...parameters: SqlParameter[]): IterableIterator<Row>;
};

/** A statement prepared once, run per row without any overhead of the store. */
export type WriteStatement<Row> = ReadStatement<Row> & { run(...parameters: SqlParameter[]): RunResult };

type Orm = BetterSQLite3Database;
export type ReadOrm = Pick<Orm, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>;
export type WriteOrm = Omit<Orm, 'transaction' | 'run'>;

/** Reads the workspace; cannot write, by type and by a check of each statement. Valid only inside the function that it was handed to. */
export type Reader = {
  all<Row>(sql: string, ...parameters: SqlParameter[]): Row[];
  get<Row>(sql: string, ...parameters: SqlParameter[]): Row | undefined;
  /** Rows one by one; while it runs this connection cannot write. */
  iterate<Row>(sql: string, ...parameters: SqlParameter[]): IterableIterator<Row>;
  /** First column of the first row. */
  value<Value extends SqlValue>(sql: string, ...parameters: SqlParameter[]): Value | undefined;
  /** Like `all`, each row checked by the schema. */
  allAs<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: SqlParameter[]): Row[];
  /** Like `get`, the row checked by the schema. */
  getAs<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: SqlParameter[]): Row | undefined;
  prepare<Row>(sql: string): ReadStatement<Row>;
  readonly drizzle: ReadOrm;
};

const cacheLimit = 400;

/** The one implementation behind `Reader` and `Tx`: prepared statements are kept per connection. */
export class StatementReader implements Reader {
  protected readonly connection: Connection;
  readonly #statements = new Map<string, Statement<SqlParameter[]>>();
  #orm: Orm | null = null;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  all<Row>(sql: string, ...parameters: SqlParameter[]): Row[] {
    return this.statement<Row>(sql).all(...parameters);
  }

  get<Row>(sql: string, ...parameters: SqlParameter[]): Row | undefined {
    return this.statement<Row>(sql).get(...parameters);
  }

  iterate<Row>(sql: string, ...parameters: SqlParameter[]): IterableIterator<Row> {
    return this.prepare<Row>(sql).iterate(...parameters);
  }

  value<Value extends SqlValue>(sql: string, ...parameters: SqlParameter[]): Value | undefined {
    const row = this.get<Record<string, Value>>(sql, ...parameters);
    return row === undefined ? undefined : Object.values(row)[0];
  }

  allAs<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: SqlParameter[]): Row[] {
    return this.all<unknown>(sql, ...parameters).map((row) => schema.parse(row));
  }

  getAs<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: SqlParameter[]): Row | undefined {
    const row = this.get<unknown>(sql, ...parameters);
    return row === undefined ? undefined : schema.parse(row);
  }

  prepare<Row>(sql: string): ReadStatement<Row> {
    return this.allowed(this.connection.prepare<SqlParameter[], Row>(sql));
  }

  get drizzle(): ReadOrm {
    return this.orm();
  }

  protected orm(): Orm {
    this.#orm ??= drizzle(this.connection);
    return this.#orm;
  }

  /** Which statements this reader runs. */
  protected allowed<Row>(statement: Statement<SqlParameter[], Row>): Statement<SqlParameter[], Row> {
    if (!statement.readonly) throw new Error('A reader got a statement that writes.');
    return statement;
  }

  protected statement<Row>(sql: string): Statement<SqlParameter[], Row> {
    const known = this.#statements.get(sql);
    if (known) return known as Statement<SqlParameter[], Row>;
    const fresh = this.allowed(this.connection.prepare<SqlParameter[]>(sql));
    if (this.#statements.size >= cacheLimit) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, fresh);
    return fresh as Statement<SqlParameter[], Row>;
  }
}
