import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { agreementsTables } from './agreements.ts';
import { catalogueTables } from './catalogue.ts';
import { groundTables } from './ground.ts';
import { importsTables } from './imports.ts';
import { measuringTables } from './measuring.ts';
import { moves, topics } from './seeds.ts';

/** The tables of the first path: ground, people, catalogue, calendars, agreements, signing, imports, measuring. */
export const firstPath: Migration = {
  version: 1,
  name: 'first path',
  up(database: Database): void {
    for (const sql of [groundTables, catalogueTables, agreementsTables, importsTables, measuringTables]) database.exec(sql);
    const move = database.prepare('INSERT INTO state_moves (machine, from_state, to_state) VALUES (?, ?, ?)');
    for (const row of moves) move.run(...row);
    const topic = database.prepare('INSERT INTO topics (key, term_kind, is_single, titles_json, rank) VALUES (?, ?, ?, ?, ?)');
    topics.forEach(([key, kind, isSingle, title], index) => topic.run(key, kind, isSingle, JSON.stringify({ en: title }), `a${String(index).padStart(2, '0')}`));
  },
};
