import type { Reader } from '../reader.ts';
import { catalogue } from '../schema/catalogue.ts';

export type ChangeEntry = {
  readonly no: number;
  readonly id: string;
  readonly happenedAt: number;
  /** Who, as stated on the device; null for the program itself. */
  readonly actorId: string | null;
  readonly actor: string | null;
  readonly device: string;
  readonly cause: string;
  readonly command: string;
  readonly subjectId: string | null;
  readonly reason: string | null;
  readonly undoesNo: number | null;
  /** The change that took this one back and still stands. */
  readonly undoneByNo: number | null;
};

export type RowHistory = ChangeEntry & {
  readonly table: string;
  readonly rowId: string;
  readonly operation: 'insert' | 'update' | 'delete';
  /** Null where there was no row, or where the image was purged. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

export type Deletion = { readonly changeId: string; readonly happenedAt: number; readonly actor: string | null; readonly table: string; readonly rowId: string; readonly row: Readonly<Record<string, unknown>> | null };

const entry = `changes.no, changes.id, changes.happened_at AS happenedAt, changes.actor_id AS actorId, people.name AS actor, devices.label AS device, changes.cause, changes.command,
  changes.subject_id AS subjectId, changes.reason, changes.undoes_no AS undoesNo,
  (SELECT max(later.no) FROM changes AS later WHERE later.undoes_no = changes.no AND NOT EXISTS (SELECT 1 FROM changes AS again WHERE again.undoes_no = later.no)) AS undoneByNo`;
const recordTables = catalogue.filter((table) => table.letters.includes('R')).map((table) => `'${table.name}'`).join(', ');
const people = 'JOIN devices ON devices.id = changes.device_id LEFT JOIN people ON people.id = changes.actor_id';

/** The newest changes first; `before` continues below a change number. */
export function listChanges(reader: Reader, limit: number, before: number | null = null): ChangeEntry[] {
  return reader.all<ChangeEntry>(`SELECT ${entry} FROM changes ${people} WHERE changes.no < ? ORDER BY changes.no DESC LIMIT ?`, before ?? Number.MAX_SAFE_INTEGER, limit);
}

/** Every image of one row, oldest first: the history of a record by its id. */
export function historyOf(reader: Reader, rowId: string): RowHistory[] {
  return reader
    .all<ChangeEntry & { table: string; rowId: string; operation: RowHistory['operation']; before_json: string | null; after_json: string | null }>(
      `SELECT ${entry}, table_name AS "table", row_id AS rowId, op AS operation, before_json, after_json
       FROM change_rows JOIN changes ON changes.no = change_rows.change_no ${people} WHERE change_rows.row_id = ? ORDER BY change_rows.no`,
      rowId,
    )
    .map(({ before_json, after_json, ...rest }) => ({ ...rest, before: parse(before_json), after: parse(after_json) }));
}

/** Deleted records that are not there again, newest first: each comes back by undoing its change. */
export function listDeletions(reader: Reader, limit: number): Deletion[] {
  return reader
    .all<Omit<Deletion, 'row'> & { before_json: string | null }>(
      `SELECT changes.id AS changeId, changes.happened_at AS happenedAt, people.name AS actor, table_name AS "table", row_id AS rowId, before_json
       FROM change_rows AS image JOIN changes ON changes.no = change_no LEFT JOIN people ON people.id = changes.actor_id
       WHERE op = 'delete' AND changes.cause <> 'undo' AND table_name IN (${recordTables})
         AND image.no = (SELECT max(no) FROM change_rows AS last WHERE last.row_id = image.row_id AND last.table_name = image.table_name)
       ORDER BY image.no DESC LIMIT ?`,
      limit,
    )
    .map(({ before_json, ...deletion }) => ({ ...deletion, row: parse(before_json) }));
}

function parse(json: string | null): Readonly<Record<string, unknown>> | null {
  return json === null ? null : (JSON.parse(json) as Readonly<Record<string, unknown>>);
}
