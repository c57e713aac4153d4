import { ParleyError } from '#shared/errors.ts';
import { z } from 'zod';
import { imageOf, insertRow } from '../changes/images.ts';
import type { Reader } from '../reader.ts';
import type { Tx } from '../transaction.ts';

type Numbered = 'tickets' | 'outages';

/** Rows that an import brought, with the records that people gave them by attaching a file or excluding them. */
const pinned = {
  tickets: 'pinned_rows JOIN tickets ON tickets.no = pinned_rows.ticket_no WHERE tickets.first_import_no = :no',
  outages: "pinned_rows JOIN outages ON outages.no = pinned_rows.outage_no WHERE outages.import_no = :no AND outages.no NOT IN (SELECT row_no FROM import_images WHERE kind = 'outage' AND import_no = :no)",
} as const satisfies Record<Numbered, string>;

/** How many files would go with the rows of an import. */
export function attachedCount(reader: Reader, importNo: number): number {
  const all = (['tickets', 'outages'] as const).map((table) => `SELECT pinned_rows.id FROM ${pinned[table]}`).join(' UNION ALL ');
  return reader.value<number>(`SELECT count(*) FROM attachments WHERE record_id IN (${all})`, { no: importNo }) ?? 0;
}

const setAsideSchema = z.array(z.strictObject({ record: z.string(), key: z.string() }));

/**
 * Files attached to rows that go with their import go too; the import remembers of which rows they were.
 * Throws `conflict` where an agreement's exclusion names one of the rows.
 */
export function setAttachedAside(tx: Tx, importNo: number, table: Numbered): void {
  const rows = tx.all<{ record: string; key: string }>(`SELECT pinned_rows.id AS record, ${table}.key AS key FROM ${pinned[table]}`, { no: importNo });
  if (rows.length === 0) return;
  refuseExcluded(tx, rows);
  for (const { record } of rows) {
    tx.run('DELETE FROM attachments WHERE record_id = ?', record);
    tx.run('DELETE FROM pinned_rows WHERE id = ?', record);
  }
  tx.run("UPDATE imports SET settings_json = json_set(settings_json, '$.setAside', json(?)) WHERE no = ?", JSON.stringify(rows), importNo);
}

function refuseExcluded(tx: Tx, rows: readonly { readonly record: string; readonly key: string }[]): void {
  const excluded = rows.flatMap(({ record, key }) =>
    tx.all<{ title: string }>('SELECT agreements.title AS title FROM exclusions JOIN agreements ON agreements.id = exclusions.agreement_id WHERE subject_id = ?', record).map(({ title }) => ({ path: key, message: title })),
  );
  const [first] = excluded;
  if (first === undefined) return;
  throw new ParleyError('conflict', `An exclusion of ${first.message} names ${first.path}, which this import brought.`, { wayOut: 'Remove the exclusion from that agreement first, then undo the import.', details: excluded });
}

/** Brings back files that were set aside when an import was taken back, as far as their rows came again from the same source. */
export function bringAttachedBack(tx: Tx, sourceNo: number, table: Numbered): void {
  const column = table === 'tickets' ? 'ticket_no' : 'outage_no';
  for (const { no, undone, list } of tx.all<{ no: number; undone: number; list: string }>("SELECT no, undone_by_no AS undone, settings_json ->> '$.setAside' AS list FROM imports WHERE source_no = ? AND undone_by_no IS NOT NULL AND settings_json ->> '$.setAside' IS NOT NULL", sourceNo)) {
    const left = setAsideSchema.parse(JSON.parse(list)).filter(({ record, key }) => {
      const row = tx.value<number>(`SELECT no FROM ${table} WHERE source_no = ? AND key = ?`, sourceNo, key);
      if (row === undefined) return true;
      const known = tx.value<string>(`SELECT id FROM pinned_rows WHERE ${column} = ?`, row);
      if (known === undefined) tx.run(`INSERT INTO pinned_rows (id, ${column}) VALUES (?, ?)`, record, row);
      for (const { image } of tx.all<{ image: string }>("SELECT before_json AS image FROM change_rows WHERE change_no = ? AND table_name = 'attachments' AND op = 'delete' AND before_json ->> '$.record_id' = ?", undone, record)) {
        insertRow(tx, 'attachments', { ...imageOf(image), record_id: known ?? record });
      }
      return false;
    });
    tx.run("UPDATE imports SET settings_json = CASE WHEN :left = '[]' THEN json_remove(settings_json, '$.setAside') ELSE json_set(settings_json, '$.setAside', json(:left)) END WHERE no = :no", { left: JSON.stringify(left), no });
  }
}
