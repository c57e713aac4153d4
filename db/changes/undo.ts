import { ParleyError } from '#shared/errors.ts';
import { hasLetter } from '../schema/catalogue.ts';
import type { SqlValue } from '../reader.ts';
import type { Tx } from '../transaction.ts';

export type UndoTarget = { readonly no: number; readonly id: string };

type ChangeRow = { no: number; table_name: string; row_id: string; op: 'insert' | 'update' | 'delete'; before_json: string | null; after_json: string | null };
type Image = Readonly<Record<string, SqlValue>>;

/** Tables whose rows are acts that nothing takes back; an entity is beyond undo once it is sealed or issued. */
const final = ['version_seals', 'signatures', 'signatories'];

/**
 * Finds the change and refuses where taking it back would not be exact: unknown, bulk, already undone, a seal or signature, purged,
 * or a row that a later change has moved on (then `details` names the later changes).
 */
export function refuseUndo(tx: Tx, changeId: string): UndoTarget {
  const change = tx.get<{ no: number; id: string; cause: string; command: string; is_bulk: number }>('SELECT no, id, cause, command, is_bulk FROM changes WHERE id = ?', changeId);
  if (change === undefined) throw new ParleyError('not-found', 'There is no such change.', { wayOut: 'Look it up in the history.' });
  if (change.is_bulk === 1) throw new ParleyError('rule-violated', 'An import is taken back as a whole.', { wayOut: 'Undo the import in the list of imports.' });
  if (change.cause === 'purge' || change.cause === 'migration') throw new ParleyError('rule-violated', 'This change cannot be taken back.', { wayOut: 'Enter what should be there now.' });
  const undone = tx.value<number>('SELECT no FROM changes AS later WHERE undoes_no = ? AND NOT EXISTS (SELECT 1 FROM changes WHERE undoes_no = later.no)', change.no);
  if (undone !== undefined) throw new ParleyError('conflict', 'This change is already taken back.', { wayOut: 'Undo that step to bring it back.' });
  const rows = rowsOf(tx, change.no);
  if (change.command === 'workspace.start' || rows.some((row) => row.table_name === 'workspace' && row.op === 'insert')) {
    throw new ParleyError('rule-violated', 'A workspace cannot be taken back from inside.', { wayOut: 'Close it and delete its file.' });
  }
  if (rows.some((row) => isFinal(row))) {
    throw new ParleyError('rule-violated', 'A seal, a signature or an issued document cannot be taken back.', { wayOut: 'Begin the next version.' });
  }
  refuseMovedOn(tx, change.no, rows);
  return { no: change.no, id: change.id };
}

/** Applies the images backwards. Its own writes are logged as a change like any other, so it can be undone too. */
export function applyUndo(tx: Tx, target: UndoTarget): void {
  tx.run('PRAGMA defer_foreign_keys = ON');
  for (const row of rowsOf(tx, target.no).reverse()) {
    if (row.op === 'insert') remove(tx, row.table_name, parse(row.after_json));
    else if (row.op === 'delete') insert(tx, row.table_name, parse(row.before_json));
    else update(tx, row.table_name, parse(row.before_json));
  }
}

function rowsOf(tx: Tx, changeNo: number): ChangeRow[] {
  return tx.all<ChangeRow>('SELECT no, table_name, row_id, op, before_json, after_json FROM change_rows WHERE change_no = ? ORDER BY no', changeNo);
}

function isFinal(row: ChangeRow): boolean {
  if (row.table_name === 'signatories') return row.op === 'update';
  if (final.includes(row.table_name)) return true;
  const before = row.before_json === null ? null : parse(row.before_json);
  const after = row.after_json === null ? null : parse(row.after_json);
  const has = (image: Image | null, column: string): boolean => typeof image?.[column] === 'number';
  return has(before, 'sealed_at') || has(before, 'issued_at') || has(after, 'sealed_at') || has(after, 'issued_at');
}

/** Exact undo needs each row as the change left it. */
function refuseMovedOn(tx: Tx, changeNo: number, rows: readonly ChangeRow[]): void {
  const last = new Map<string, ChangeRow>();
  for (const row of rows) last.set(`${row.table_name}/${row.row_id}`, row);
  const later = new Map<number, string>();
  for (const row of last.values()) {
    if (row.before_json === null && row.after_json === null) throw new ParleyError('rule-violated', 'The content of this change was purged and cannot be brought back.');
    const left = row.op === 'delete' ? null : row.after_json;
    const present = currentImage(tx, row);
    if (present === left) continue;
    for (const change of tx.all<{ no: number; command: string }>(
      'SELECT DISTINCT changes.no, command FROM change_rows JOIN changes ON changes.no = change_no WHERE row_id = ? AND table_name = ? AND change_no > ?',
      row.row_id, row.table_name, changeNo,
    )) {
      later.set(change.no, change.command);
    }
    if (later.size === 0) later.set(changeNo, row.table_name);
  }
  if (later.size === 0) return;
  throw new ParleyError('conflict', 'A later change stands on this one.', {
    wayOut: 'Undo the later change first.',
    details: [...later].map(([no, command]) => ({ path: `changes[${no}]`, message: command })),
  });
}

function currentImage(tx: Tx, row: ChangeRow): string | null {
  const columns = columnsOf(tx, row.table_name);
  const image = parse(row.after_json ?? row.before_json);
  const key = keyOf(tx, row.table_name);
  return (
    tx.value<string>(
      `SELECT json_object(${columns.map((column) => `'${column}', "${column}"`).join(', ')}) FROM "${row.table_name}" WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`,
      key.map((column) => image[column] ?? null),
    ) ?? null
  );
}

function columnsOf(tx: Tx, table: string): string[] {
  return tx.all<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid', known(table)).map((column) => column.name);
}

function keyOf(tx: Tx, table: string): string[] {
  return tx.all<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', known(table)).map((column) => column.name);
}

function remove(tx: Tx, table: string, image: Image): void {
  const key = keyOf(tx, table);
  tx.run(`DELETE FROM "${table}" WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`, key.map((column) => image[column] ?? null));
}

function insert(tx: Tx, table: string, image: Image): void {
  const columns = columnsOf(tx, table);
  tx.run(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, columns.map((column) => image[column] ?? null));
}

function update(tx: Tx, table: string, image: Image): void {
  const key = keyOf(tx, table);
  const columns = columnsOf(tx, table).filter((column) => !key.includes(column) && column !== 'id');
  tx.run(
    `UPDATE "${table}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`,
    [...columns, ...key].map((column) => image[column] ?? null),
  );
}

/** Table names come from the log; only those of the catalogue are ever put into a statement. */
function known(table: string): string {
  if (!hasLetter(table, 'E') && !hasLetter(table, 'F')) throw new Error(`The log names an unknown table: ${table}.`);
  return table;
}

function parse(json: string | null): Image {
  if (json === null) throw new ParleyError('rule-violated', 'The content of this change was purged and cannot be brought back.');
  return JSON.parse(json) as Image;
}
