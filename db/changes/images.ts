import { ParleyError } from '#shared/errors.ts';
import { insertTicketImage, removeTicketRow } from '../tickets/restore.ts';
import { hasLetter } from '../schema/catalogue.ts';
import type { SqlValue } from '../reader.ts';
import type { Tx } from '../transaction.ts';

/** A row as the log keeps it: every column of its table at that time. */
export type Image = Readonly<Record<string, SqlValue>>;

export type ChangeRow = {
  readonly no: number;
  readonly table_name: string;
  readonly row_id: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly before_json: string | null;
  readonly after_json: string | null;
};

export function rowsOfChange(tx: Tx, changeNo: number): ChangeRow[] {
  return tx.all<ChangeRow>('SELECT no, table_name, row_id, op, before_json, after_json FROM change_rows WHERE change_no = ? ORDER BY no', changeNo);
}

/** Throws where the image was purged. */
export function imageOf(json: string | null): Image {
  if (json === null) throw new ParleyError('rule-violated', 'The content of this change was purged and cannot be brought back.', { wayOut: 'Enter what should be there now.' });
  return JSON.parse(json) as Image;
}

/** Whether the row is there exactly as the image says; for null: whether it is not there. Columns that a later format added count by their default. */
export function isAs(tx: Tx, table: string, sample: Image, left: Image | null): boolean {
  if (table === 'tickets') return (tx.value('SELECT 1 FROM tickets WHERE no = ?', sample['no'] ?? null) !== undefined) === (left !== null);
  const key = keyOf(tx, table);
  const present = tx.get<Image>(`SELECT * FROM "${table}" WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`, key.map((column) => sample[column] ?? null));
  if (present === undefined || left === null) return present === undefined && left === null;
  const whole = completed(tx, table, left);
  return Object.keys(present).every((column) => present[column] === whole[column]);
}

/** Equal content is the same row: a value is put back where it is missing, and never taken away with the change. */
export function isValue(table: string): boolean {
  return hasLetter(table, 'V');
}

export function removeRow(tx: Tx, table: string, image: Image): void {
  if (isValue(table)) return;
  if (table === 'tickets') return removeTicketRow(tx, Number(image['no']));
  const key = keyOf(tx, table);
  tx.run(`DELETE FROM "${table}" WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`, key.map((column) => image[column] ?? null));
}

export function insertRow(tx: Tx, table: string, image: Image): void {
  if (table === 'tickets') return insertTicketImage(tx, image);
  const whole = completed(tx, table, image);
  const columns = Object.keys(whole);
  tx.run(`INSERT ${isValue(table) ? 'OR IGNORE ' : ''}INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, columns.map((column) => whole[column] ?? null));
}

export function updateRow(tx: Tx, table: string, image: Image): void {
  const key = keyOf(tx, table);
  const whole = completed(tx, table, image);
  const columns = Object.keys(whole).filter((column) => !key.includes(column) && column !== 'id');
  tx.run(
    `UPDATE "${table}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE ${key.map((column) => `"${column}" = ?`).join(' AND ')}`,
    [...columns, ...key].map((column) => whole[column] ?? null),
  );
}

/** The rows that an image points to and that are not there, by table and id. */
export function missingParents(tx: Tx, table: string, image: Image): { table: string; id: SqlValue }[] {
  if (table === 'tickets' || isValue(table)) return [];
  return tx
    .all<{ column: string; parent: string; key: string | null }>('SELECT "from" AS "column", "table" AS parent, "to" AS "key" FROM pragma_foreign_key_list(?)', known(table))
    .filter(({ parent }) => parent !== 'records')
    .flatMap(({ column, parent, key }) => {
      const value = image[column] ?? null;
      if (value === null || tx.value(`SELECT 1 FROM "${parent}" WHERE "${key ?? 'id'}" = ?`, value) !== undefined) return [];
      return [{ table: parent, id: value }];
    });
}

type Column = { readonly name: string; readonly fallback: SqlValue; readonly pk: number };

/** Every column of the table today: the image's value, else the column's default. */
function completed(tx: Tx, table: string, image: Image): Image {
  return Object.fromEntries(columnsOf(tx, table).map(({ name, fallback }) => [name, Object.hasOwn(image, name) ? (image[name] ?? null) : fallback]));
}

/** Columns of a table, read once per connection: a file keeps its format while it is open. */
const shapes = new WeakMap<Tx, Map<string, readonly Column[]>>();

function columnsOf(tx: Tx, table: string): readonly Column[] {
  const own = shapes.get(tx) ?? new Map<string, readonly Column[]>();
  shapes.set(tx, own);
  const found = own.get(known(table)) ?? readColumns(tx, table);
  own.set(table, found);
  return found;
}

function readColumns(tx: Tx, table: string): Column[] {
  return tx
    .all<{ name: string; pk: number; written: string | null }>('SELECT name, pk, dflt_value AS written FROM pragma_table_info(?) ORDER BY cid', table)
    .map(({ name, pk, written }) => ({ name, pk, fallback: written === null ? null : (tx.value<string>(`SELECT ${written}`) ?? null) }));
}

function keyOf(tx: Tx, table: string): string[] {
  return columnsOf(tx, table).filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk).map(({ name }) => name);
}

/** Table names come from the log; only those of the catalogue are ever put into a statement. */
function known(table: string): string {
  if (!['E', 'F', 'V'].some((letter) => hasLetter(table, letter))) throw new Error(`The log names an unknown table: ${table}.`);
  return table;
}
