import type { Deleted } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';
import { nameOfRow } from './things.ts';

/** Every kind of record that a person can delete. */
const tables = ['organisations', 'sites', 'people', 'role_assignments', 'services', 'calendars', 'closures', 'agreements', 'agreement_versions', 'tickets', 'outages', 'maintenance_windows', 'readings', 'exclusions', 'import_profiles', 'saved_views', 'attachments', 'internal_notes'];
const list = tables.map((table) => `'${table}'`).join(', ');

/** Deletions whose record is not there again, newest first: each comes back by undoing its change. Rows that went with it are counted by table. */
export function recycleBin(reader: Reader, limit: number): Deleted[] {
  return reader
    .all<{ no: number; rowNo: number; change: string; at: number; actor: string | null; table: string; image: string | null }>(
      `SELECT changes.no, image.no AS rowNo, changes.id AS change, changes.happened_at AS at, people.name AS actor, table_name AS "table", before_json AS image
       FROM changes JOIN change_rows AS image ON image.no =
         (SELECT max(no) FROM change_rows WHERE change_no = changes.no AND op = 'delete' AND table_name IN (${list}))
       LEFT JOIN people ON people.id = changes.actor_id
       WHERE changes.cause = 'user' AND changes.is_bulk = 0 AND (changes.command GLOB '*.remove*' OR changes.command = 'people.end-role') AND before_json IS NOT NULL
         AND image.no = (SELECT max(no) FROM change_rows AS last WHERE last.row_id = image.row_id AND last.table_name = image.table_name)
       ORDER BY changes.no DESC LIMIT ?`,
      limit,
    )
    .map(({ no, rowNo, image, ...row }) => ({
      ...row,
      name: nameOfRow(reader, row.table, JSON.parse(image ?? '{}') as Readonly<Record<string, string | number | null>>),
      along: reader.all<{ table: string; count: number }>(
        `SELECT table_name AS "table", count(*) AS count FROM change_rows WHERE change_no = ? AND op = 'delete' AND no <> ? AND table_name IN (${list}) GROUP BY 1 ORDER BY 1`,
        no, rowNo,
      ),
    }));
}
