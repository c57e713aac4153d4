import type { Database } from 'better-sqlite3';

/** One numbered step of the schema. Never edited after release; runs with all triggers dropped, inside the one migrating transaction. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  up(database: Database): void;
};
