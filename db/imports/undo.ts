import { ParleyError } from '#shared/errors.ts';
import type { SqlValue } from '../reader.ts';
import type { Tx } from '../transaction.ts';
import { eventOfRow, unpackImage } from '../tickets/import-writer.ts';
import { timelineOfRow } from '../tickets/restore.ts';
import { setAttachedAside } from './attached.ts';

export type UndoneImport = { readonly tickets: { removed: number; restored: number }; readonly rows: { removed: number; restored: number } };

type ImportRow = { no: number; id: string; kind: string; source_no: number; change_no: number; undone_by_no: number | null };

/**
 * Takes an import back: its new rows go with the files attached to them, replaced ones come back exactly, what it created for them goes
 * where nothing else stands on it. Throws `not-found`, `rule-violated` (taken back already) and `conflict` (a later import or an agreement's
 * exclusion stands on its rows).
 */
export function undoImport(tx: Tx, id: string): UndoneImport {
  const row = tx.get<ImportRow>('SELECT no, id, kind, source_no, change_no, undone_by_no FROM imports WHERE id = ?', id);
  if (row === undefined) throw new ParleyError('not-found', 'There is no such import.', { wayOut: 'Look it up in the list of imports.' });
  if (row.undone_by_no !== null) throw new ParleyError('rule-violated', 'This import is taken back already.', { wayOut: 'Import the file again to have its rows back.' });
  refuseLater(tx, row);
  tx.run('PRAGMA defer_foreign_keys = ON');
  if (row.kind === 'tickets' || row.kind === 'outages') setAttachedAside(tx, row.no, row.kind);
  const result = row.kind === 'tickets' ? undoTickets(tx, row.no) : row.kind === 'outages' ? undoOutages(tx, row.no) : undoReadings(tx, row);
  tx.run('DELETE FROM coverages WHERE import_no = ?', row.no);
  tx.run('DELETE FROM import_images WHERE import_no = ?', row.no);
  tx.run('UPDATE imports SET undone_by_no = ? WHERE no = ?', tx.change.no, row.no);
  removeCreated(tx, row);
  tx.run('DELETE FROM target_results');
  tx.touch('coverages', 'import_images', 'target_results');
  return result;
}

function refuseLater(tx: Tx, { no, kind }: ImportRow): void {
  const later = kind === 'tickets' ? laterTickets(tx, no) : kind === 'outages' ? laterOutages(tx, no) : laterReadings(tx, no);
  if (later.length === 0) return;
  throw new ParleyError('conflict', 'A later import stands on the rows of this one.', {
    wayOut: 'Undo the later import first.',
    details: later.map((one) => ({ path: `imports[${one.no}]`, message: one.name })),
  });
}

type Later = { no: number; name: string };

/** Imports that replaced a ticket which this one brought or replaced. */
function laterTickets(tx: Tx, no: number): Later[] {
  return tx.all(
    `SELECT DISTINCT imports.no AS no, files.name AS name FROM tickets JOIN imports ON imports.no = tickets.import_no JOIN files ON files.id = imports.file_id
     WHERE tickets.import_no > :no AND (first_import_no = :no OR tickets.no IN (SELECT row_no FROM import_images WHERE kind = 'ticket' AND import_no = :no))`,
    { no },
  );
}

/** Imports whose change rewrote a reading that this one wrote. */
function laterReadings(tx: Tx, no: number): Later[] {
  return tx.all(
    `SELECT DISTINCT imports.no AS no, files.name AS name FROM change_rows AS mine JOIN imports AS own ON own.change_no = mine.change_no AND own.no = :no
     JOIN readings ON readings.id = mine.row_id JOIN imports ON imports.no = readings.import_no JOIN files ON files.id = imports.file_id
     WHERE mine.table_name = 'readings' AND imports.no > :no`,
    { no },
  );
}

/** Outages that this import brought and a later one replaced: their image carries this import's number. */
function laterOutages(tx: Tx, no: number): Later[] {
  return tx.all(
    `SELECT DISTINCT imports.no AS no, files.name AS name FROM import_images JOIN imports ON imports.no = import_images.import_no JOIN files ON files.id = imports.file_id
     WHERE import_images.kind = 'outage' AND import_images.import_no > ? AND json_extract(CAST(image AS TEXT), '$.import_no') = ?`,
    no, no,
  );
}

function undoTickets(tx: Tx, no: number): UndoneImport {
  const removed = { tickets: 0, rows: 0 };
  removed.rows = tx.value<number>('SELECT count(*) FROM ticket_events WHERE ticket_no IN (SELECT no FROM tickets WHERE first_import_no = ?)', no) ?? 0;
  tx.run('DELETE FROM ticket_index WHERE rowid IN (SELECT no FROM tickets WHERE first_import_no = ?)', no);
  removed.tickets = Number(tx.run('DELETE FROM tickets WHERE first_import_no = ?', no).changes);
  const restored = { tickets: 0, rows: 0 };
  for (const { row_no: ticketNo, image } of tx.all<{ row_no: number; image: Uint8Array }>("SELECT row_no, image FROM import_images WHERE kind = 'ticket' AND import_no = ?", no)) {
    const { ticket, events } = unpackImage(image);
    restoreRow(tx, 'tickets', ticket);
    tx.run('DELETE FROM ticket_events WHERE ticket_no = ?', ticketNo);
    const insert = tx.prepare('INSERT INTO ticket_events (ticket_no, seq, happened_at, kind, status_no, priority_no, team_no, type_no, actor_no, line, fields_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    events.forEach((event, index) =>
      insert.run(ticketNo, index + 1, event.happened_at, event.kind, event.status_no, event.priority_no, event.team_no, event.type_no, event.actor_no, event.line, event.fields_json),
    );
    tx.run('UPDATE ticket_timelines SET bytes = ? WHERE ticket_no = ?', timelineOfRow(ticket, events.map(eventOfRow)), ticketNo);
    tx.run('INSERT OR REPLACE INTO ticket_index (rowid, key, title) VALUES (?, ?, ?)', ticketNo, ticket['key'] ?? '', ticket['title'] ?? '');
    tx.run('DELETE FROM ticket_results WHERE ticket_no = ?', ticketNo);
    restored.tickets += 1;
    restored.rows += events.length;
  }
  tx.touch('tickets', 'ticket_events', 'ticket_timelines', 'ticket_results');
  return { tickets: { removed: removed.tickets, restored: restored.tickets }, rows: { removed: removed.rows, restored: restored.rows } };
}

function undoOutages(tx: Tx, no: number): UndoneImport {
  const images = tx.all<{ row_no: number; image: Uint8Array }>("SELECT row_no, image FROM import_images WHERE kind = 'outage' AND import_no = ?", no);
  const removed = Number(tx.run("DELETE FROM outages WHERE import_no = ? AND no NOT IN (SELECT row_no FROM import_images WHERE kind = 'outage' AND import_no = ?)", no, no).changes);
  for (const { image } of images) restoreRow(tx, 'outages', JSON.parse(Buffer.from(image).toString('utf8')) as { [column: string]: SqlValue });
  tx.touch('outages');
  return { tickets: { removed: 0, restored: 0 }, rows: { removed, restored: images.length } };
}

/** Readings and maintenance windows are logged row by row: what the import's change wrote is taken back from its images. */
function undoReadings(tx: Tx, row: ImportRow): UndoneImport {
  const images = tx.all<{ op: string; row_id: string; before_json: string | null }>("SELECT op, row_id, before_json FROM change_rows WHERE change_no = ? AND table_name = 'readings' ORDER BY no DESC", row.change_no);
  const result = { removed: 0, restored: 0 };
  for (const image of images) {
    if (image.op === 'insert') {
      result.removed += Number(tx.run('DELETE FROM readings WHERE id = ?', image.row_id).changes);
    } else if (image.before_json !== null) {
      restoreRow(tx, 'readings', JSON.parse(image.before_json) as { [column: string]: SqlValue }, 'id');
      result.restored += 1;
    }
  }
  return { tickets: { removed: 0, restored: 0 }, rows: result };
}

function restoreRow(tx: Tx, table: 'tickets' | 'outages' | 'readings', row: { readonly [column: string]: SqlValue }, key = 'no'): void {
  const columns = Object.keys(row).filter((column) => column !== key);
  tx.run(`UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE ${key} = ?`, [...columns.map((column) => row[column] ?? null), row[key] ?? null]);
}

/** What the import created beside its rows goes, as far as nothing else stands on it: mappings, sites, services, organisations. */
function removeCreated(tx: Tx, row: ImportRow): void {
  const hasOther = isStanding(tx, row.source_no);
  if (!hasOther) tx.run('UPDATE sources SET organisation_id = NULL WHERE no = ?', row.source_no);
  for (const table of ['mappings', 'maintenance_windows', 'sites', 'services', 'organisations'] as const) {
    if (table === 'mappings' && hasOther) continue;
    for (const { row_id: id } of tx.all<{ row_id: string }>("SELECT row_id FROM change_rows WHERE change_no = ? AND table_name = ? AND op = 'insert'", row.change_no, table)) {
      if (!isUsed(tx, table, id)) tx.run(`DELETE FROM ${table} WHERE id = ?`, id);
    }
  }
}

function isStanding(tx: Tx, sourceNo: number): boolean {
  return tx.value('SELECT 1 FROM imports WHERE source_no = ? AND undone_by_no IS NULL', sourceNo) !== undefined;
}

/** Whether any foreign key of the workspace points to the row. */
function isUsed(tx: Tx, table: string, id: string): boolean {
  const pointing = tx.all<{ child: string; column: string; target: string }>(
    `SELECT m.name AS child, f."from" AS "column", f."to" AS target FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f."table" = ?`,
    table,
  );
  return pointing.some(({ child, column, target }) => tx.value(`SELECT 1 FROM "${child}" WHERE "${column}" = (SELECT "${target === '' ? 'id' : target}" FROM "${table}" WHERE id = ?) LIMIT 1`, id) !== undefined);
}
