import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { archiveColumns } from './archive.ts';
import { organisationFacts } from './organisations.ts';
import { peopleOverTime } from './people.ts';
import { searchTables } from './search.ts';

/** What living in the program every day needs beside the first path; one file a feature. */
export const atHome: Migration = {
  version: 2,
  name: 'at home',
  up(database: Database): void {
    for (const sql of [archiveColumns, organisationFacts, peopleOverTime, searchTables]) database.exec(sql);
  },
};
