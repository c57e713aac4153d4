import type { FieldChange, HistoryEntry, HistorySubject, RowChange } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';

/** Rows given with each change; a change of hundreds of closures says how many more there are. */
const rowsShown = 4;

/** Changes of a thing and of the rows that belong to it, removed ones too, the newest first. */
export function subjectHistory(reader: Reader, kind: HistorySubject, id: string, limit: number): HistoryEntry[] {
  const changes = reader.all<{ no: number; id: string; at: number; actor: string | null; command: string; cause: string; isUndone: number }>(
    `SELECT changes.no, changes.id, changes.happened_at AS at, people.name AS actor, changes.command, changes.cause,
       EXISTS (SELECT 1 FROM changes AS later WHERE later.undoes_no = changes.no AND NOT EXISTS (SELECT 1 FROM changes AS again WHERE again.undoes_no = later.no)) AS isUndone
     FROM changes LEFT JOIN people ON people.id = changes.actor_id
     WHERE changes.no IN (SELECT change_no FROM change_rows WHERE ${belongs[kind]}) ORDER BY changes.no DESC LIMIT :limit`,
    { id, limit },
  );
  const names = new Map<string, string | null>();
  return changes.map(({ no, isUndone, ...change }) => {
    const rows = reader.all<ImageRow>(`SELECT table_name, op, before_json, after_json FROM change_rows WHERE change_no = :no AND (${belongs[kind]}) ORDER BY no`, { no, id });
    return { ...change, isUndone: isUndone === 1, rows: rows.slice(0, rowsShown).map((row) => rowChange(reader, row, names)), more: Math.max(0, rows.length - rowsShown) };
  });
}

/** The newest change of one command, made at `since` (ms UTC) or later, that can be taken back; null where there is none. */
export function latestChangeOf(reader: Reader, command: string, since: number): string | null {
  return reader.value<string>('SELECT id FROM changes WHERE command = ? AND is_bulk = 0 AND happened_at >= ? ORDER BY no DESC LIMIT 1', command, since) ?? null;
}

type Image = Readonly<Record<string, string | number | null>>;
type ImageRow = { table_name: string; op: RowChange['operation']; before_json: string | null; after_json: string | null };

const image = 'coalesce(after_json, before_json)';
const belongs: Readonly<Record<HistorySubject, string>> = {
  organisation: `row_id = :id OR (table_name IN ('sites', 'people', 'role_assignments') AND json_extract(${image}, '$.organisation_id') = :id)
    OR (table_name = 'role_assignments' AND json_extract(${image}, '$.person_id') IN (SELECT id FROM people WHERE organisation_id = :id))`,
  person: `row_id = :id OR (table_name = 'role_assignments' AND json_extract(${image}, '$.person_id') = :id)`,
  service: `row_id = :id OR (table_name = 'role_assignments' AND json_extract(${image}, '$.service_id') = :id)`,
  calendar: `row_id = :id OR (table_name = 'calendar_versions' AND json_extract(${image}, '$.calendar_id') = :id)
    OR (table_name = 'calendar_hours' AND json_extract(${image}, '$.version_id') IN (SELECT id FROM calendar_versions WHERE calendar_id = :id))
    OR (table_name = 'closures' AND json_extract(${image}, '$.list_id') IN
      (SELECT list_id FROM calendar_closure_lists JOIN calendar_versions ON calendar_versions.id = version_id WHERE calendar_id = :id))`,
};

/** Columns that say nothing to a person. */
const silent = new Set(['id', 'no', 'version_id', 'list_id', 'uid']);
const namedBy: Readonly<Record<string, string>> = {
  organisation_id: 'SELECT name FROM organisations WHERE id = ?', parent_id: 'SELECT name FROM organisations WHERE id = ?', person_id: 'SELECT name FROM people WHERE id = ?', owner_id: 'SELECT name FROM people WHERE id = ?',
  service_id: 'SELECT name FROM services WHERE id = ?', calendar_id: 'SELECT name FROM calendars WHERE id = ?', agreement_id: 'SELECT title FROM agreements WHERE id = ?',
};

function rowChange(reader: Reader, row: ImageRow, names: Map<string, string | null>): RowChange {
  const [before, after] = [parse(row.before_json), parse(row.after_json)];
  const shown = after ?? before ?? {};
  const value = (of: Image | null, field: string): FieldChange['before'] => {
    const stored = of?.[field] ?? null;
    const statement = namedBy[field];
    if (stored === null || statement === undefined) return stored;
    const key = `${field} ${stored}`;
    if (!names.has(key)) names.set(key, reader.value<string>(statement, stored) ?? null);
    return names.get(key) ?? null;
  };
  const fields = Object.keys(shown).filter((field) => !silent.has(field) && (before?.[field] ?? null) !== (after?.[field] ?? null));
  const name = shown['name'] ?? shown['label'] ?? value(shown, 'person_id') ?? '';
  return { table: row.table_name, operation: row.op, name: String(name), fields: fields.map((field) => ({ field, before: value(before, field), after: value(after, field) })) };
}

function parse(json: string | null): Image | null {
  return json === null ? null : (JSON.parse(json) as Image);
}
