import { ParleyError } from '#shared/errors.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';
import { releaseContents } from '../agreements/release.ts';
import { type ChangeRow, type Image, imageOf, insertRow, isAs, isValue, missingParents, removeRow, rowsOfChange, updateRow } from './images.ts';

export type UndoTarget = { readonly no: number; readonly id: string };

type Stored = { no: number; id: string; cause: string; command: string; is_bulk: number };

/** Tables whose rows are acts that nothing takes back; an entity is beyond undo once it is sealed or issued. */
const final = ['version_seals', 'signatures', 'signatories'];

/**
 * Finds the change and refuses where taking it back would not be exact or not honest: unknown, bulk, already undone, purged, an approval,
 * a seal or a signature (another person has seen it), or a row that a later change has moved on (then `details` names the later changes).
 */
export function refuseUndo(tx: Tx, changeId: string): UndoTarget {
  const change = tx.get<Stored>('SELECT no, id, cause, command, is_bulk FROM changes WHERE id = ?', changeId);
  if (change === undefined) throw new ParleyError('not-found', 'There is no such change.', { wayOut: 'Look it up in the history.' });
  const rows = rowsOfChange(tx, change.no);
  refuseKind(change, rows);
  const undone = standingUndoOf(tx, change.no);
  if (undone !== null) throw new ParleyError('conflict', 'This change is already taken back.', { wayOut: 'Do it again from the history to have it back.' });
  refuseMovedOn(tx, change.no, rows);
  return { no: change.no, id: change.id };
}

/** The undo of a change that stands itself: taking that one back does the change again. Null where the change was never taken back. */
function standingUndoOf(reader: Pick<Reader, 'value'>, changeNo: number): string | null {
  return reader.value<string>('SELECT id FROM changes AS later WHERE undoes_no = ? AND NOT EXISTS (SELECT 1 FROM changes WHERE undoes_no = later.no)', changeNo) ?? null;
}

/** The same by the change's id. */
export function standingUndo(reader: Reader, changeId: string): string | null {
  const no = reader.value<number>('SELECT no FROM changes WHERE id = ?', changeId);
  return no === undefined ? null : standingUndoOf(reader, no);
}

/** Applies the images backwards. Its own writes are logged as a change like any other, so it can be undone too. */
export function applyUndo(tx: Tx, target: UndoTarget): void {
  tx.run('PRAGMA defer_foreign_keys = ON');
  const rows = rowsOfChange(tx, target.no);
  for (const row of rows.toReversed()) {
    if (row.op === 'insert' && row.table_name === 'calendar_versions') releaseContents(tx, row.row_id);
    if (row.op === 'insert') removeRow(tx, row.table_name, imageOf(row.after_json));
    else if (row.op === 'delete') insertRow(tx, row.table_name, imageOf(row.before_json));
    else updateRow(tx, row.table_name, imageOf(row.before_json));
  }
  forgetDerived(tx);
  refuseTakenAlong(tx, target.no);
  refuseOrphans(tx, rows);
}

/** Figures that rest on the rows of before are computed again when they are next looked at. */
function forgetDerived(tx: Tx): void {
  tx.run('DELETE FROM ticket_results');
  tx.run('DELETE FROM target_results');
  tx.touch('ticket_results', 'target_results');
}

function refuseKind(change: Stored, rows: readonly ChangeRow[]): void {
  if (change.is_bulk === 1) throw new ParleyError('rule-violated', 'An import is taken back as a whole.', { wayOut: 'Undo the import in the list of imports.' });
  if (change.cause === 'purge' || change.cause === 'migration') throw new ParleyError('rule-violated', 'This change cannot be taken back.', { wayOut: 'Enter what should be there now.' });
  if (change.command === 'workspace.start' || rows.some((row) => row.table_name === 'workspace' && row.op === 'insert')) {
    throw new ParleyError('rule-violated', 'A workspace cannot be taken back from inside.', { wayOut: 'Close it and delete its file.' });
  }
  if (rows.some(isDecision)) {
    throw new ParleyError('rule-violated', 'An approval is on record: another person has seen it.', { wayOut: 'Change the draft and ask for approval again.' });
  }
  if (rows.some(isFinal)) throw new ParleyError('rule-violated', 'A seal, a signature or an issued document cannot be taken back.', { wayOut: 'Begin the next version.' });
}

/** An approver's yes or no. That an edit made an approval void goes back with the edit. */
function isDecision(row: ChangeRow): boolean {
  if (row.table_name !== 'approvals' || row.op === 'delete' || row.after_json === null) return false;
  const decided = imageOf(row.after_json)['state'];
  const before = row.before_json === null ? 'pending' : imageOf(row.before_json)['state'];
  return before === 'pending' && (decided === 'approved' || decided === 'rejected');
}

function isFinal(row: ChangeRow): boolean {
  if (row.table_name === 'signatories') return row.op === 'update';
  if (final.includes(row.table_name)) return true;
  const before = row.before_json === null ? null : imageOf(row.before_json);
  const after = row.after_json === null ? null : imageOf(row.after_json);
  const has = (image: Image | null, column: string): boolean => typeof image?.[column] === 'number';
  return has(before, 'sealed_at') || has(before, 'issued_at') || has(after, 'sealed_at') || has(after, 'issued_at');
}

/** Exact undo needs each row as the change left it. */
function refuseMovedOn(tx: Tx, changeNo: number, rows: readonly ChangeRow[]): void {
  const last = new Map<string, ChangeRow>();
  for (const row of rows) last.set(`${row.table_name}/${row.row_id}`, row);
  const moved = [...last.values()].filter((row) => {
    if (isValue(row.table_name)) return false;
    const left = row.op === 'delete' ? null : imageOf(row.after_json);
    return !isAs(tx, row.table_name, left ?? imageOf(row.before_json), left);
  });
  if (moved.length > 0) throw standsOn(laterChanges(tx, changeNo, moved));
}

/** What somebody added to a new record since would go with it: that is for them to remove. */
function refuseTakenAlong(tx: Tx, changeNo: number): void {
  const along = tx.all<{ table_name: string; row_id: string }>(
    `SELECT table_name, row_id FROM change_rows AS gone WHERE change_no = :own AND op = 'delete' AND table_name <> 'term_contents'
       AND NOT EXISTS (SELECT 1 FROM change_rows WHERE change_no = :undone AND table_name = gone.table_name AND row_id = gone.row_id)`,
    { own: tx.change.no, undone: changeNo },
  );
  if (along.length > 0) throw standsOn(laterChanges(tx, changeNo, along));
}

/** A record comes back to where it was: what it belonged to must be there. */
function refuseOrphans(tx: Tx, rows: readonly ChangeRow[]): void {
  const missing = rows.filter((row) => row.op === 'delete').flatMap((row) => missingParents(tx, row.table_name, imageOf(row.before_json)));
  if (missing.length === 0) return;
  const names = missing.map(({ table, id }) => ({ path: table, message: nameOfGone(tx, table, String(id)) }));
  throw new ParleyError('conflict', `It belonged to something that is deleted: ${[...new Set(names.map((one) => one.message))].join(', ')}.`, { wayOut: 'Bring that back first.', details: names });
}

function nameOfGone(tx: Tx, table: string, id: string): string {
  const json = tx.value<string>("SELECT before_json FROM change_rows WHERE table_name = ? AND row_id = ? AND op = 'delete' ORDER BY no DESC LIMIT 1", table, id);
  const image = json === undefined ? {} : imageOf(json);
  return String(image['name'] ?? image['title'] ?? table.replaceAll('_', ' '));
}

type Later = { readonly no: number; readonly command: string };

function laterChanges(tx: Tx, changeNo: number, rows: readonly { readonly table_name: string; readonly row_id: string }[]): Later[] {
  const later = new Map<number, Later>();
  for (const { table_name: table, row_id: id } of rows) {
    for (const change of tx.all<Later>(
      'SELECT DISTINCT changes.no, command FROM change_rows JOIN changes ON changes.no = change_no WHERE row_id = ? AND table_name = ? AND change_no > ? AND changes.hash IS NOT NULL ORDER BY changes.no',
      id, table, changeNo,
    )) {
      later.set(change.no, change);
    }
  }
  return [...later.values()].toSorted((a, b) => a.no - b.no);
}

function standsOn(later: readonly Later[]): ParleyError {
  return new ParleyError('conflict', 'A later change stands on this one.', { wayOut: 'Undo the later change first.', details: later.map(({ no, command }) => ({ path: `changes[${no}]`, message: command })) });
}
