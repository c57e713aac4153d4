import { chainProblems } from '../changes/verify.ts';
import type { Reader } from '../reader.ts';

/** What is wrong with the file, in sentences; empty where everything holds: pages, references, the log's chain. */
export function problemsOf(reader: Reader): string[] {
  const pages = reader
    .all<{ quick_check: string }>('PRAGMA quick_check(20)')
    .map((row) => row.quick_check)
    .filter((text) => text !== 'ok')
    .map((text) => `Damaged page: ${text}`);
  const references = reader.all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check').map((row) => `A row of ${row.table} points to a missing row of ${row.parent}.`);
  return [...pages, ...references.slice(0, 20), ...chainProblems(reader)];
}
