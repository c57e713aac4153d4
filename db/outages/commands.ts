import type { OutageKind } from '#shared/imports/outage-rows.ts';
import { ensureTypedSource } from '../imports/typed.ts';
import { newId } from '../ids.ts';
import { nextRowNo } from '../tickets/import-writer.ts';
import type { Tx } from '../transaction.ts';

/** An outage as it is written; instants are ms UTC. */
export type OutageValues = {
  readonly serviceId: string;
  readonly kind: OutageKind;
  readonly from: number;
  readonly to: number | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly approvedBy: string | null;
  readonly weightPpb: number | null;
  readonly users: number | null;
};

/** Writes a typed outage; answers its number. */
export function createOutage(tx: Tx, outage: OutageValues): number {
  const source = ensureTypedSource(tx);
  const no = nextRowNo(tx, 'outage');
  tx.run(
    `INSERT INTO outages (no, source_no, key, service_no, kind, starts_at, ends_at, weight_ppb, user_count, reason, ticket_key, approved_by, revision)
     VALUES (?, ?, ?, (SELECT no FROM services WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    no, source.no, newId(), outage.serviceId, outage.kind, outage.from, outage.to, outage.weightPpb, outage.users, outage.reason, outage.ticket, outage.approvedBy,
  );
  forgetAvailability(tx);
  return no;
}

/** Changes an outage by hand; its digest goes, so that the next import of its source compares it anew. */
export function changeOutage(tx: Tx, no: number, outage: OutageValues): void {
  tx.run(
    `UPDATE outages SET service_no = (SELECT no FROM services WHERE id = ?), kind = ?, starts_at = ?, ends_at = ?, weight_ppb = ?, user_count = ?, reason = ?, ticket_key = ?, approved_by = ?,
       revision = revision + 1, digest = NULL WHERE no = ?`,
    outage.serviceId, outage.kind, outage.from, outage.to, outage.weightPpb, outage.users, outage.reason, outage.ticket, outage.approvedBy, no,
  );
  forgetAvailability(tx);
}

export function removeOutage(tx: Tx, no: number): void {
  tx.run('DELETE FROM pinned_rows WHERE outage_no = ?', no);
  tx.run('DELETE FROM outages WHERE no = ?', no);
  forgetAvailability(tx);
}

export type MaintenanceValues = { readonly serviceId: string; readonly from: number; readonly to: number; readonly zone: string; readonly repeat: string | null; readonly reason: string; readonly approvedBy: string | null; readonly announcedAt: number | null };

export function createMaintenance(tx: Tx, window: MaintenanceValues): string {
  const id = newId();
  tx.run(
    'INSERT INTO maintenance_windows (id, service_id, starts_at, ends_at, repeat_rule, zone, announced_at, reason, approved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id, window.serviceId, window.from, window.to, window.repeat, window.zone, window.announcedAt, window.reason, window.approvedBy,
  );
  forgetAvailability(tx);
  return id;
}

export function changeMaintenance(tx: Tx, id: string, window: MaintenanceValues): void {
  tx.run(
    'UPDATE maintenance_windows SET service_id = ?, starts_at = ?, ends_at = ?, repeat_rule = ?, zone = ?, announced_at = ?, reason = ?, approved_by = ? WHERE id = ?',
    window.serviceId, window.from, window.to, window.repeat, window.zone, window.announcedAt, window.reason, window.approvedBy, id,
  );
  forgetAvailability(tx);
}

export function removeMaintenance(tx: Tx, id: string): void {
  tx.run('DELETE FROM maintenance_windows WHERE id = ?', id);
  forgetAvailability(tx);
}

function forgetAvailability(tx: Tx): void {
  tx.run('DELETE FROM target_results');
  tx.touch('outages', 'target_results');
}
