import type { Tx } from '../transaction.ts';

/** Removes a ticket with its log, its verdicts and its search entry. */
export function removeTicket(tx: Tx, no: number): void {
  tx.run('DELETE FROM ticket_index WHERE rowid = ?', no);
  tx.run('DELETE FROM tickets WHERE no = ?', no);
  tx.run('DELETE FROM target_results');
  tx.touch('tickets', 'ticket_events', 'ticket_timelines', 'ticket_results', 'target_results');
}
