import type { Tx } from '../transaction.ts';
import { removeTicketRow } from './restore.ts';

/** Removes a ticket with its events. The log keeps all of it, so that the removal can be taken back. */
export function removeTicket(tx: Tx, no: number): void {
  tx.run('DELETE FROM pinned_rows WHERE ticket_no = ?', no);
  removeTicketRow(tx, no);
}
