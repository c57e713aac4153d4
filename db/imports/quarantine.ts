import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
import { problemTexts, type ProblemSort } from '#shared/imports/problems.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

export type ProblemRow = { readonly line: number; readonly code: string; readonly detail: string; readonly raw: string };

/** Rows of an import that wait in quarantine: those that came again corrected, by an import that stands, do not, nor those that were left out. */
const waiting = `FROM import_problems AS problem WHERE import_no = :no AND line NOT IN (
  SELECT line.value FROM imports AS later, json_each(later.settings_json, '$.corrects.lines') AS line
  WHERE later.no > :no AND later.undone_by_no IS NULL AND later.settings_json ->> '$.corrects.import' = (SELECT id FROM imports WHERE no = :no)
  UNION ALL SELECT line.value FROM imports AS own, json_each(own.settings_json, '$.leftOut') AS line WHERE own.no = :no)`;

/** Quarantined rows by reason, the most frequent first, each with its first line. */
export function problemReasons(reader: Reader, importNo: number): (ProblemRow & { readonly count: number })[] {
  return reader.all(`SELECT code, count(*) AS count, min(line) AS line, detail, raw ${waiting} GROUP BY code ORDER BY count(*) DESC, code`, { no: importNo });
}

export type ProblemQuery = {
  /** Null: of every reason. */
  readonly code: string | null;
  /** What stands in the row or in what is wrong with it; empty: anything. */
  readonly find: string;
  readonly sort: readonly { readonly by: ProblemSort; readonly descending: boolean }[];
  readonly offset: number;
  readonly limit: number;
};

const everyProblem: ProblemQuery = { code: null, find: '', sort: [], offset: 0, limit: -1 };

/** Quarantined rows that wait, by line where nothing else is asked; `reasons` counts all that fit, the most frequent first. */
export function problemRows(reader: Reader, importNo: number, asked: Partial<ProblemQuery> = {}): { readonly total: number; readonly rows: ProblemRow[]; readonly reasons: { readonly code: string; readonly count: number }[] } {
  const { code, find, sort, offset, limit } = { ...everyProblem, ...asked };
  const fitting = `${waiting} AND (:code IS NULL OR code = :code) AND (:find = '' OR instr(lower(raw || ' ' || detail), lower(:find)) > 0)`;
  const values = { no: importNo, code, find };
  const reasons = reader.all<{ code: string; count: number }>(`SELECT code, count(*) AS count ${fitting} GROUP BY code ORDER BY count(*) DESC, code`, values);
  const rows = reader.all<ProblemRow>(
    `SELECT line, code, detail, raw FROM (SELECT line, code, detail, raw, count(*) OVER (PARTITION BY code) AS frequency ${fitting}) ORDER BY ${[...sort.map(orderOf), 'line'].join(', ')} LIMIT :limit OFFSET :offset`,
    { ...values, limit, offset, words: JSON.stringify(codesByWords) },
  );
  return { total: reasons.reduce((sum, { count }) => sum + count, 0), rows, reasons };
}

const codesByWords = Object.entries(problemTexts).toSorted(([, one], [, other]) => one.localeCompare(other, 'en')).map(([code]) => code);

function orderOf({ by, descending }: ProblemQuery['sort'][number]): string {
  if (by === 'frequency') return descending ? 'frequency, code' : 'frequency DESC, code';
  return `${by === 'line' ? 'line' : '(SELECT key FROM json_each(:words) WHERE value = code)'}${descending ? ' DESC' : ''}`;
}

/** How many rows of an import were left out for good. */
export function leftOutCount(reader: Reader, importNo: number): number {
  return reader.value<number>("SELECT coalesce(json_array_length(settings_json, '$.leftOut'), 0) FROM imports WHERE no = ?", importNo) ?? 0;
}

/** Leaves quarantined rows out for good; answers how many are left out now. Throws `not-found`, `rule-violated` (taken back). */
export function leaveOut(tx: Tx, id: string, lines: readonly number[]): number {
  const row = tx.get<{ no: number; undone: number | null; settings: string }>('SELECT no, undone_by_no AS undone, settings_json AS settings FROM imports WHERE id = ?', id);
  if (row === undefined) throw new ParleyError('not-found', 'There is no such import.', { wayOut: 'Look it up in the list of imports.' });
  if (row.undone !== null) throw new ParleyError('rule-violated', 'This import is taken back.', { wayOut: 'Its rows wait no longer.' });
  const settings: unknown = JSON.parse(row.settings);
  const { leftOut, ...rest } = keptSchema.parse(settings);
  const isThere = tx.prepare('SELECT 1 FROM import_problems WHERE import_no = ? AND line = ?');
  const left = new Set([...leftOut, ...lines.filter((line) => isThere.get(row.no, line) !== undefined)]);
  tx.run('UPDATE imports SET settings_json = ? WHERE no = ?', JSON.stringify({ ...rest, leftOut: [...left].toSorted((a, b) => a - b) }), row.no);
  return left.size;
}

const keptSchema = z.looseObject({ leftOut: z.array(z.int()).default([]) });
