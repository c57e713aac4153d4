import type { FieldChange, HistoryEntry, RowChange } from '#shared/history/model.ts';
import type { Reader } from '../reader.ts';
import { nameOfRow, thingOfRecord, thingOfRow } from './things.ts';

/** Rows given with each change; a change of hundreds of closures says how many more there are. */
const rowsShown = 4;
/** A clause is shown by its beginning. */
const longestValue = 200;

type Image = Readonly<Record<string, string | number | null>>;
type ImageRow = { table_name: string; op: RowChange['operation']; before_json: string | null; after_json: string | null };
type ChangeRow = {
  no: number; id: string; at: number; actor: string | null; command: string; cause: string; reason: string | null; subjectId: string | null; isBulk: number;
  undoes: string | null; undoesNo: number | null; isUndone: number; isFinal: number; isDecision: number; importUndone: number | null;
};

const isTakenBack = `EXISTS (SELECT 1 FROM changes AS later WHERE later.undoes_no = changes.no AND NOT EXISTS (SELECT 1 FROM changes AS again WHERE again.undoes_no = later.no))`;
const selection = `SELECT changes.no, changes.id, changes.happened_at AS at, people.name AS actor, changes.command, changes.cause, changes.reason, changes.subject_id AS subjectId,
  changes.is_bulk AS isBulk, coalesce((SELECT first.command FROM changes AS first WHERE first.no = undone.undoes_no), undone.command) AS undoes, changes.undoes_no AS undoesNo, ${isTakenBack} AS isUndone,
  EXISTS (SELECT 1 FROM change_rows WHERE change_no = changes.no AND (table_name IN ('version_seals', 'signatures') OR (table_name = 'signatories' AND op = 'update'))) AS isFinal,
  EXISTS (SELECT 1 FROM change_rows WHERE change_no = changes.no AND table_name = 'approvals' AND op <> 'delete'
    AND json_extract(after_json, '$.state') IN ('approved', 'rejected') AND coalesce(json_extract(before_json, '$.state'), 'pending') = 'pending') AS isDecision,
  (SELECT undone_by_no IS NOT NULL FROM imports WHERE change_no = changes.no) AS importUndone
  FROM changes LEFT JOIN people ON people.id = changes.actor_id LEFT JOIN changes AS undone ON undone.no = changes.undoes_no`;

/** Changes that a condition on `changes` chooses, the newest first; of each the rows that `rows` (a condition on `change_rows`) chooses. */
export function historyEntries(reader: Reader, condition: string, rows: string, parameters: Readonly<Record<string, string | number | null>>, limit: number): HistoryEntry[] {
  const changes = reader.all<ChangeRow>(`${selection} WHERE changes.hash IS NOT NULL AND (${condition}) ORDER BY changes.no DESC LIMIT :limit`, { ...parameters, limit });
  const names = new Map<string, string | null>();
  return changes.map((change) => {
    const { id } = parameters;
    const shown = reader.all<ImageRow>(
      `SELECT table_name, op, before_json, after_json FROM change_rows WHERE change_no = :no AND table_name NOT IN (${hidden}) AND (${rows}) ORDER BY ${order}, no LIMIT ${rowsShown + 1}`,
      { ...(id === undefined ? {} : { id }), no: change.no },
    );
    const count = shown.length <= rowsShown ? shown.length : (reader.value<number>(`SELECT count(*) FROM change_rows WHERE change_no = :no AND table_name NOT IN (${hidden}) AND (${rows})`, { ...(id === undefined ? {} : { id }), no: change.no }) ?? 0);
    return {
      id: change.id, no: change.no, at: change.at, actor: change.actor, command: change.command, cause: change.cause, reason: change.reason, undoes: change.undoes,
      about: aboutOf(reader, change),
      isUndone: change.isUndone === 1 || change.importUndone === 1,
      way: wayOf(change),
      rows: shown.slice(0, rowsShown).map((row) => rowChange(reader, row, names)),
      more: Math.max(0, count - rowsShown),
    };
  });
}

/** Rows that say nothing to a person: bookkeeping of the program. */
const hidden = ['transitions', 'terms', 'documents', 'version_seals', 'closure_lists', 'calendar_closure_lists', 'pinned_rows', 'sources'].map((table) => `'${table}'`).join(', ');
/** The thing itself before its parts. */
const order = `CASE WHEN table_name IN ('agreements', 'imports') THEN 0 WHEN table_name IN ('organisations', 'calendars', 'people', 'services') THEN 1 ELSE 2 END`;

function wayOf(change: ChangeRow): HistoryEntry['way'] {
  if (change.isFinal === 1) return 'signature';
  if (change.isDecision === 1) return 'approval';
  if (change.importUndone !== null) return change.importUndone === 1 ? 'none' : 'import';
  if (change.isBulk === 1 || change.cause === 'purge' || change.cause === 'migration' || change.command === 'workspace.create' || change.command === 'workspace.start') return 'none';
  return change.isUndone === 1 ? 'redo' : 'undo';
}

function aboutOf(reader: Reader, change: ChangeRow, depth = 2): HistoryEntry['about'] {
  if (change.undoesNo !== null && depth > 0) {
    const undone = reader.get<ChangeRow>(`${selection} WHERE changes.no = ?`, change.undoesNo);
    if (undone !== undefined) return aboutOf(reader, undone, depth - 1);
  }
  const named = change.subjectId === null ? null : thingOfRecord(reader, change.subjectId);
  if (named !== null) return named;
  const first = reader.get<ImageRow>(`SELECT table_name, op, before_json, after_json FROM change_rows WHERE change_no = ? AND table_name NOT IN (${hidden}) AND coalesce(after_json, before_json) IS NOT NULL ORDER BY ${order}, no LIMIT 1`, change.no);
  const image = first === undefined ? null : parse(first.after_json ?? first.before_json);
  return first === undefined || image === null ? null : thingOfRow(reader, first.table_name, image);
}

/** Columns that say nothing to a person. */
const silent = new Set(['id', 'no', 'version_id', 'list_id', 'uid', 'rank', 'term_id', 'file_id', 'change_no', 'manifest_sha256', 'source_no', 'service_no', 'revision', 'digest', 'events', 'shape', 'hash', 'based_on_id']);
const namedBy: Readonly<Record<string, string>> = {
  organisation_id: 'SELECT name FROM organisations WHERE id = ?', parent_id: 'SELECT name FROM organisations WHERE id = ?', own_organisation_id: 'SELECT name FROM organisations WHERE id = ?',
  person_id: 'SELECT name FROM people WHERE id = ?', owner_id: 'SELECT name FROM people WHERE id = ?', author_id: 'SELECT name FROM people WHERE id = ?', decided_by_id: 'SELECT name FROM people WHERE id = ?',
  requested_by_id: 'SELECT name FROM people WHERE id = ?', service_id: 'SELECT name FROM services WHERE id = ?', site_id: 'SELECT name FROM sites WHERE id = ?', calendar_id: 'SELECT name FROM calendars WHERE id = ?',
  agreement_id: 'SELECT title FROM agreements WHERE id = ?', calendar_version_id: 'SELECT name FROM calendars JOIN calendar_versions ON calendars.id = calendar_id WHERE calendar_versions.id = ?',
};

function rowChange(reader: Reader, row: ImageRow, names: Map<string, string | null>): RowChange {
  const [before, after] = row.table_name === 'version_terms' ? [promiseOf(reader, row.before_json), promiseOf(reader, row.after_json)] : [parse(row.before_json), parse(row.after_json)];
  const shown = after ?? before ?? {};
  const value = (of: Image | null, field: string): FieldChange['before'] => {
    const stored = of?.[field] ?? null;
    const statement = namedBy[field];
    if (stored === null || statement === undefined) return typeof stored === 'string' && stored.length > longestValue ? `${stored.slice(0, longestValue)}…` : stored;
    const key = `${field} ${stored}`;
    if (!names.has(key)) names.set(key, reader.value<string>(statement, stored) ?? null);
    return names.get(key) ?? null;
  };
  const fields = Object.keys({ ...before, ...after }).filter((field) => !silent.has(field) && !field.endsWith('_json') && (before?.[field] ?? null) !== (after?.[field] ?? null));
  const name = row.table_name === 'version_terms' ? String(shown['name'] ?? '') : row.table_name === 'version_parties' || row.table_name === 'version_services' ? String(value(shown, row.table_name === 'version_parties' ? 'organisation_id' : 'service_id') ?? '') : nameOfRow(reader, row.table_name, shown);
  return { table: row.table_name, operation: row.op, name, fields: fields.filter((field) => field !== 'name' || row.table_name !== 'version_terms').map((field) => ({ field, before: value(before, field), after: value(after, field) })) };
}

/** What a pointer of a version says: its content in place of the content's hash. */
function promiseOf(reader: Reader, json: string | null): Image | null {
  const pointer = parse(json);
  if (pointer === null) return null;
  const content = reader.get<Record<string, string | number | null>>('SELECT * FROM term_contents WHERE hash = ?', pointer['content_hash'] ?? null) ?? {};
  const code = reader.value<string>('SELECT code FROM terms WHERE id = ?', pointer['term_id'] ?? null) ?? '';
  const title = content['title'] ?? '';
  const { body_text: body, ...rest } = content;
  return { ...rest, title, name: `${code} ${title}`.trim(), ...(body === undefined || body === null || body === title ? {} : { body_text: body }) };
}

function parse(json: string | null): Image | null {
  return json === null ? null : (JSON.parse(json) as Image);
}
