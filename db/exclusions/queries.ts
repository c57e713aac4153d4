import type { Exclusion } from '#shared/exclusions/contract.ts';
import type { Scope } from '../compliance/scope.ts';
import { servicesOnce } from '../compliance/scope.ts';
import type { Reader } from '../store.ts';

export type ExclusionRow = { readonly id: string; readonly agreementId: string; readonly state: Exclusion['state']; readonly kind: Exclusion['kind'] };

/** Exclusions of an agreement and the maintenance windows of its services, in the order of time. */
export function exclusionsOfAgreement(reader: Reader, agreementId: string, scope: Scope): Exclusion[] {
  const decided = reader.all<Exclusion>(
    `SELECT exclusions.id, exclusions.maintenance_id AS maintenanceId, exclusions.kind, coalesce(services.name, planned.name) AS service,
       coalesce(exclusions.starts_at, windows.starts_at) AS "from", coalesce(exclusions.ends_at, windows.ends_at) AS "to", exclusions.reason,
       author.name AS author, exclusions.state, decider.name AS decidedBy, exclusions.decided_at AS decidedAt
     FROM exclusions LEFT JOIN services ON services.id = exclusions.service_id LEFT JOIN maintenance_windows AS windows ON windows.id = exclusions.maintenance_id
     LEFT JOIN services AS planned ON planned.id = windows.service_id LEFT JOIN people AS author ON author.id = exclusions.author_id LEFT JOIN people AS decider ON decider.id = exclusions.decided_by_id
     WHERE exclusions.agreement_id = ? AND coalesce(exclusions.starts_at, windows.starts_at) IS NOT NULL`,
    agreementId,
  );
  const answered = new Set(decided.map((row) => row.maintenanceId));
  const windows = servicesOnce(scope).flatMap((service) =>
    reader
      .all<{ id: string; from: number; to: number; reason: string; approvedBy: string | null }>('SELECT id, starts_at AS "from", ends_at AS "to", reason, approved_by AS approvedBy FROM maintenance_windows WHERE service_id = ?', service.id)
      .filter((window) => !answered.has(window.id))
      .map(
        (window): Exclusion => ({
          id: null, maintenanceId: window.id, kind: 'maintenance', service: service.name, from: window.from, to: window.to, reason: window.reason, author: null,
          state: window.approvedBy === null ? 'proposed' : 'accepted', decidedBy: window.approvedBy, decidedAt: null,
        }),
      ),
  );
  return [...decided, ...windows].toSorted((a, b) => a.from - b.from || a.to - b.to);
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
