import type { MergePlan } from '#shared/people/merge.ts';
import { hasLetter } from '../schema/catalogue.ts';
import type { Reader, Tx } from '../store.ts';

/** What of one table points to the record: rows that move, and rows that stay with it because they are sealed, signed or said. */
type Pointer = { readonly table: string; readonly column: string; readonly movable: string };

type Merging = {
  readonly table: 'people' | 'organisations';
  readonly keep: string;
  readonly duplicate: string;
};

/** Rows of these tables may be there twice after the move: what makes two of them the same. */
const sameRows: Readonly<Record<string, readonly string[]>> = {
  role_assignments: ['person_id', 'role', 'agreement_id', 'service_id', 'organisation_id', 'from_on'],
  version_parties: ['version_id', 'organisation_id', 'side', 'from_on'],
  internal_note_people: ['note_id', 'person_id'],
};

/** Everything that would follow from a merge, by reading alone. */
export function countMoves(reader: Reader, merging: Merging): Pick<MergePlan, 'moves' | 'stays'> {
  const moves = new Map<string, { count: number; double: number }>();
  const stays = new Map<string, number>();
  for (const pointer of pointersTo(reader, merging.table)) {
    const all = reader.value<number>(`SELECT count(*) FROM "${pointer.table}" WHERE "${pointer.column}" = ?`, merging.duplicate) ?? 0;
    if (all === 0) continue;
    const movable = reader.value<number>(`SELECT count(*) FROM "${pointer.table}" AS row WHERE row."${pointer.column}" = ? AND ${pointer.movable}`, merging.duplicate) ?? 0;
    const double = doubles(reader, pointer, merging).length;
    const present = moves.get(pointer.table) ?? { count: 0, double: 0 };
    if (movable > 0) moves.set(pointer.table, { count: present.count + movable, double: present.double + double });
    if (all > movable) stays.set(pointer.table, (stays.get(pointer.table) ?? 0) + all - movable);
  }
  return {
    moves: [...moves].map(([table, counts]) => ({ table, ...counts })),
    stays: [...stays].map(([table, count]) => ({ table, count })),
  };
}

/** Points everything that may move to the one that stays; what would be there twice goes. Derived results are computed anew. */
export function movePointers(tx: Tx, merging: Merging): void {
  for (const pointer of pointersTo(tx, merging.table)) {
    for (const { id, same } of doubles(tx, pointer, merging)) {
      if (pointer.table === 'role_assignments') tx.run('UPDATE role_assignments SET deputy_of_id = ? WHERE deputy_of_id = ?', same, id);
      tx.run(`DELETE FROM "${pointer.table}" WHERE id = ?`, id);
    }
    tx.run(`UPDATE "${pointer.table}" AS row SET "${pointer.column}" = ? WHERE row."${pointer.column}" = ? AND ${pointer.movable}`, merging.keep, merging.duplicate);
  }
  tx.run('DELETE FROM ticket_results');
  tx.run('DELETE FROM target_results');
}

/** Rows of the duplicate that the one that stays has too. */
function doubles(reader: Reader, { table, column, movable }: Pointer, { keep, duplicate }: Merging): { id: string; same: string }[] {
  const key = sameRows[table];
  if (key === undefined || !key.includes(column)) return [];
  const equal = key.filter((part) => part !== column).map((part) => `same."${part}" IS row."${part}"`).join(' AND ');
  return reader.all<{ id: string; same: string }>(
    `SELECT row.id, same.id AS same FROM "${table}" AS row JOIN "${table}" AS same ON same."${column}" = :keep AND ${equal} WHERE row."${column}" = :duplicate AND ${movable}`,
    { keep, duplicate },
  );
}

/** Every foreign key to the table, from the schema itself, so that a later feature's rows move too. What is a fact or the log never moves. */
function pointersTo(reader: Reader, table: Merging['table']): Pointer[] {
  const keys = reader.all<{ table: string; column: string }>(
    `SELECT tables.name AS "table", keys."from" AS "column" FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.schema = 'main' AND tables.type = 'table' AND keys."table" = ? AND keys."to" = 'id' ORDER BY 1, 2`,
    table,
  );
  const owned = table === 'organisations' ? [{ table: 'internal_notes', column: 'record_id' }, { table: 'attachments', column: 'record_id' }] : [{ table: 'attachments', column: 'record_id' }];
  return [...keys, ...owned]
    .filter((key) => key.table !== 'workspace' && hasLetter(key.table, 'E'))
    .map((key) => ({ ...key, movable: movableRows(reader, key.table) }));
}

/** The condition under which a row may still change hands. */
function movableRows(reader: Reader, table: string): string {
  const columns = new Set(reader.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name));
  const open = 'NOT EXISTS (SELECT 1 FROM agreement_versions AS version WHERE version.id = row.version_id AND version.sealed_at IS NOT NULL)';
  if (table === 'documents') return 'row.issued_at IS NULL';
  if (table === 'signatories') return '0';
  if (columns.has('version_id') && hasLetter(table, 'S')) return open;
  return '1';
}
