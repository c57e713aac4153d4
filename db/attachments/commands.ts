import { desc, eq } from 'drizzle-orm';
import { generateKeyBetween } from 'fractional-indexing';
import { storeFileFrom } from '../files/commands.ts';
import { newId } from '../ids.ts';
import { attachments, pinnedRows } from '../records/tables.ts';
import type { Tx } from '../transaction.ts';

/** Stores a file piece by piece and attaches it to a record. Answers the attachment's id. */
export function addAttachment(tx: Tx, recordId: string, name: string, source: Iterable<Uint8Array>): string {
  const fileId = storeFileFrom(tx, name, 'application/octet-stream', source);
  const last = tx.drizzle.select({ rank: attachments.rank }).from(attachments).where(eq(attachments.recordId, recordId)).orderBy(desc(attachments.rank)).limit(1).get();
  const id = newId();
  tx.drizzle.insert(attachments).values({ id, recordId, fileId, label: name, rank: generateKeyBetween(last?.rank ?? null, null) }).run();
  return id;
}

/** The bytes stay, so that the undo has them. A ticket or an outage that nothing points to any more gives its record back. */
export function removeAttachment(tx: Tx, id: string, recordId: string): void {
  tx.drizzle.delete(attachments).where(eq(attachments.id, id)).run();
  tx.run('DELETE FROM pinned_rows WHERE id = :id AND NOT EXISTS (SELECT 1 FROM attachments WHERE record_id = :id) AND NOT EXISTS (SELECT 1 FROM exclusions WHERE subject_id = :id)', { id: recordId });
}

/** Gives a ticket or an outage a record of its own, so that something can point to it. */
export function pinRow(tx: Tx, { kind, no }: { readonly kind: 'ticket' | 'outage'; readonly no: number }): string {
  const id = newId();
  tx.drizzle.insert(pinnedRows).values({ id, ticketNo: kind === 'ticket' ? no : null, outageNo: kind === 'outage' ? no : null }).run();
  return id;
}
