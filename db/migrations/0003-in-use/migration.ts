import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { exclusionClauses } from './exclusions.ts';
import { documentColour } from './organisations.ts';

/** What the first months of use asked for; one file a feature. */
export const inUse: Migration = {
  version: 3,
  name: 'in use',
  up(database: Database): void {
    for (const sql of [exclusionClauses, documentColour]) database.exec(sql);
  },
};
