import type { StateClass } from '#shared/imports/profile.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../transaction.ts';

export type Remapping = {
  readonly sourceId: string;
  readonly field: 'status' | 'priority' | 'type';
  readonly value: string;
  readonly stateClass: StateClass | null;
  readonly pauseReason: string | null;
  readonly priority: string | null;
  readonly ticketType: string | null;
};

/** Gives a source's value a meaning; results that stood on the old one go. Answers the mapping's id. */
export function remapValue(tx: Tx, mapping: Remapping): string {
  const stateClass = mapping.stateClass === 'unknown' ? null : mapping.stateClass;
  const known = tx.value<string>('SELECT id FROM mappings WHERE source_id = ? AND field = ? AND value = ?', mapping.sourceId, mapping.field, mapping.value);
  tx.run('DELETE FROM ticket_results WHERE ticket_no IN (SELECT tickets.no FROM tickets JOIN sources ON sources.no = tickets.source_no WHERE sources.id = ?)', mapping.sourceId);
  tx.run('DELETE FROM target_results');
  tx.touch('ticket_results', 'target_results');
  if (known !== undefined) {
    tx.run('UPDATE mappings SET state_class = ?, pause_reason = ?, priority = ?, ticket_type = ? WHERE id = ?', stateClass, mapping.pauseReason, mapping.priority, mapping.ticketType, known);
    return known;
  }
  const id = newId();
  tx.run(
    'INSERT INTO mappings (id, source_id, field, value, state_class, pause_reason, priority, ticket_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id, mapping.sourceId, mapping.field, mapping.value, stateClass, mapping.pauseReason, mapping.priority, mapping.ticketType,
  );
  return id;
}
