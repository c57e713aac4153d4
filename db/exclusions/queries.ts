import type { Exclusion } from '#shared/exclusions/contract.ts';
import { isLate } from '#shared/availability/planned-windows.ts';
import { isInScope, servicesOnce, type Scope } from '../compliance/scope.ts';
import type { Reader } from '../store.ts';

export type ExclusionRow = { readonly id: string; readonly agreementId: string; readonly state: Exclusion['state']; readonly kind: Exclusion['kind'] };

type DecidedRow = Omit<Exclusion, 'isLate'> & { readonly announcedAt: number | null };
type WindowRow = { readonly id: string; readonly from: number; readonly to: number; readonly repeat: string | null; readonly reason: string; readonly approvedBy: string | null; readonly announcedAt: number | null };
/** The notice that an agreement asks for before maintenance, days of its zone; null: none. */
export type Notice = { readonly noticeDays: number | null; readonly zone: string };

/** Exclusions of an agreement and the maintenance windows of its services, in the order of time, whole tickets last. */
export function exclusionsOfAgreement(reader: Reader, agreementId: string, scope: Scope, notice: Notice): Exclusion[] {
  const decided = reader
    .all<DecidedRow>(
      `SELECT exclusions.id, exclusions.maintenance_id AS maintenanceId, exclusions.kind, coalesce(services.name, planned.name) AS service, tickets.key AS ticket,
         coalesce(exclusions.starts_at, windows.starts_at) AS "from", coalesce(exclusions.ends_at, windows.ends_at) AS "to", windows.repeat_rule AS repeat, windows.announced_at AS announcedAt, exclusions.reason,
         author.name AS author, exclusions.state, decider.name AS decidedBy, exclusions.decided_at AS decidedAt
       FROM exclusions LEFT JOIN services ON services.id = exclusions.service_id LEFT JOIN maintenance_windows AS windows ON windows.id = exclusions.maintenance_id
       LEFT JOIN services AS planned ON planned.id = windows.service_id LEFT JOIN people AS author ON author.id = exclusions.author_id LEFT JOIN people AS decider ON decider.id = exclusions.decided_by_id
       LEFT JOIN pinned_rows ON pinned_rows.id = exclusions.subject_id LEFT JOIN tickets ON tickets.no = pinned_rows.ticket_no
       WHERE exclusions.agreement_id = ?`,
      agreementId,
    )
    .map(({ announcedAt, ...row }): Exclusion => ({ ...row, isLate: row.maintenanceId !== null && row.from !== null && isLate(announcedAt, row.from, notice) }));
  const answered = new Set(decided.map((row) => row.maintenanceId));
  const windows = servicesOnce(scope).flatMap((service) =>
    reader
      .all<WindowRow>('SELECT id, starts_at AS "from", ends_at AS "to", repeat_rule AS repeat, reason, approved_by AS approvedBy, announced_at AS announcedAt FROM maintenance_windows WHERE service_id = ?', service.id)
      .filter((window) => !answered.has(window.id))
      .map((window): Exclusion => {
        const late = isLate(window.announcedAt, window.from, notice);
        return {
          id: null, maintenanceId: window.id, kind: 'maintenance', service: service.name, ticket: null, from: window.from, to: window.to, repeat: window.repeat, isLate: late, reason: window.reason, author: null,
          state: window.approvedBy === null || late ? 'proposed' : 'accepted', decidedBy: window.approvedBy, decidedAt: null,
        };
      }),
  );
  return [...decided, ...windows].toSorted((a, b) => compared(a.from, b.from) || (a.to ?? Infinity) - (b.to ?? Infinity) );
}

/** The number of a ticket by its key, among the tickets of the agreement; null where there is none. */
export function ticketOfAgreement(reader: Reader, scope: Scope, key: string): number | null {
  const rows = reader.all<{ no: number; customerNo: number | null; serviceNo: number | null }>('SELECT no, customer_no AS customerNo, service_no AS serviceNo FROM tickets WHERE key = ? ORDER BY no', key);
  return rows.find((row) => isInScope(scope, { ...row, site: null }))?.no ?? null;
}

export function exclusionWithId(reader: Reader, id: string): ExclusionRow | null {
  return reader.get<ExclusionRow>('SELECT id, agreement_id AS agreementId, state, kind FROM exclusions WHERE id = ?', id) ?? null;
}

/** The agreement's own answer to a maintenance window, where it has given or asked for one. */
export function exclusionOfWindow(reader: Reader, agreementId: string, maintenanceId: string): ExclusionRow | null {
  return reader.get<ExclusionRow>('SELECT id, agreement_id AS agreementId, state, kind FROM exclusions WHERE agreement_id = ? AND maintenance_id = ?', agreementId, maintenanceId) ?? null;
}

export function maintenanceWindow(reader: Reader, id: string): { readonly id: string; readonly serviceId: string; readonly reason: string } | null {
  return reader.get<{ id: string; serviceId: string; reason: string }>('SELECT id, service_id AS serviceId, reason FROM maintenance_windows WHERE id = ?', id) ?? null;
}

/** Null is last. */
function compared(one: number | null, other: number | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one - other;
}
