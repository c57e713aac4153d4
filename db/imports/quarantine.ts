import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
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

export function problemRows(reader: Reader, importNo: number, code: string | null, offset: number, limit: number): { readonly total: number; readonly rows: ProblemRow[] } {
  const total = reader.value<number>(`SELECT count(*) ${waiting} AND (:code IS NULL OR code = :code)`, { no: importNo, code }) ?? 0;
  const rows = reader.all<ProblemRow>(`SELECT line, code, detail, raw ${waiting} AND (:code IS NULL OR code = :code) ORDER BY line LIMIT :limit OFFSET :offset`, {
    no: importNo, code, limit, offset,
  });
  return { total, rows };
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
