import type { Exclusion } from '#shared/exclusions/contract.ts';
import { isLate } from '#shared/availability/planned-windows.ts';
import { occurrencesOf } from '#shared/time/repeat-rule.ts';
import type { Interval } from '#shared/time/interval.ts';
import { isInScope, servicesOnce, type Scope } from '../compliance/scope.ts';
import type { Reader } from '../store.ts';

export type ExclusionRow = { readonly id: string; readonly agreementId: string; readonly maintenanceId: string | null; readonly state: Exclusion['state']; readonly kind: Exclusion['kind'] };

type DecidedRow = Omit<Exclusion, 'isLate' | 'noticeDays'>;
type WindowRow = { readonly id: string; readonly from: number; readonly to: number; readonly repeat: string | null; readonly reason: string; readonly approvedBy: string | null; readonly announcedAt: number | null };
/** The notice that an agreement asks for before maintenance, days of its zone; null: none. */
export type Notice = { readonly noticeDays: number | null; readonly zone: string };

/** Exclusions of an agreement and the maintenance windows of its services, in the order of time, whole tickets last. */
export function exclusionsOfAgreement(reader: Reader, agreementId: string, scope: Scope, notice: Notice): Exclusion[] {
  const decided = reader
    .all<DecidedRow>(
      `SELECT exclusions.id, exclusions.maintenance_id AS maintenanceId, exclusions.kind, coalesce(services.name, planned.name) AS service, tickets.key AS ticket, tickets.no AS ticketNo, terms.code AS clause,
         coalesce(exclusions.starts_at, windows.starts_at) AS "from", coalesce(exclusions.ends_at, windows.ends_at) AS "to", windows.repeat_rule AS repeat, windows.announced_at AS announcedAt, exclusions.reason,
         author.name AS author, exclusions.state, decider.name AS decidedBy, exclusions.decided_at AS decidedAt,
         (SELECT happened_at FROM change_rows JOIN changes ON changes.no = change_no WHERE row_id = exclusions.id AND table_name = 'exclusions' ORDER BY change_no LIMIT 1) AS proposedAt,
         CASE WHEN exclusions.state <> 'proposed' THEN (SELECT changes.reason FROM change_rows JOIN changes ON changes.no = change_no WHERE row_id = exclusions.id AND table_name = 'exclusions' ORDER BY change_no DESC LIMIT 1) END AS decisionReason
       FROM exclusions LEFT JOIN terms ON terms.id = exclusions.term_id LEFT JOIN services ON services.id = exclusions.service_id LEFT JOIN maintenance_windows AS windows ON windows.id = exclusions.maintenance_id
       LEFT JOIN services AS planned ON planned.id = windows.service_id LEFT JOIN people AS author ON author.id = exclusions.author_id LEFT JOIN people AS decider ON decider.id = exclusions.decided_by_id
       LEFT JOIN pinned_rows ON pinned_rows.id = exclusions.subject_id LEFT JOIN tickets ON tickets.no = pinned_rows.ticket_no
       WHERE exclusions.agreement_id = ?`,
      agreementId,
    )
    .map((row): Exclusion => ({ ...row, noticeDays: row.maintenanceId === null ? null : notice.noticeDays, isLate: row.maintenanceId !== null && row.from !== null && isLate(row.announcedAt, row.from, notice) }));
  const answered = new Set(decided.map((row) => row.maintenanceId));
  const windows = servicesOnce(scope).flatMap((service) =>
    reader
      .all<WindowRow>('SELECT id, starts_at AS "from", ends_at AS "to", repeat_rule AS repeat, reason, approved_by AS approvedBy, announced_at AS announcedAt FROM maintenance_windows WHERE service_id = ?', service.id)
      .filter((window) => !answered.has(window.id))
      .map((window): Exclusion => {
        const late = isLate(window.announcedAt, window.from, notice);
        return {
          id: null, maintenanceId: window.id, kind: 'maintenance', service: service.name, ticket: null, ticketNo: null, from: window.from, to: window.to, repeat: window.repeat, isLate: late, noticeDays: notice.noticeDays, announcedAt: window.announcedAt,
          reason: window.reason, clause: null, author: null, proposedAt: null, state: window.approvedBy === null || late ? 'proposed' : 'accepted', decidedBy: window.approvedBy, decidedAt: null, decisionReason: null,
        };
      }),
  );
  return [...decided, ...windows].toSorted((a, b) => compared(a.from, b.from) || (a.to ?? Infinity) - (b.to ?? Infinity) );
}

/** From when to when an exclusion reaches: a whole ticket is its own time, a window that repeats every time that begins before `until`. */
export function reachOf(reader: Reader, exclusion: Exclusion, until: number): readonly Interval[] {
  const { from, to, maintenanceId } = exclusion;
  if (maintenanceId !== null) return timesOfWindow(reader, maintenanceId, until);
  if (from !== null && to !== null) return [{ from, to }];
  const ticket = reader.get<{ from: number; to: number | null }>('SELECT opened_at AS "from", coalesce(resolved_at, closed_at) AS "to" FROM tickets WHERE no = ?', exclusion.ticketNo);
  return ticket === undefined ? [] : [{ from: ticket.from, to: Math.max(ticket.from + 1, ticket.to ?? until) }];
}

/** Every time of a maintenance window that begins before `until`. */
export function timesOfWindow(reader: Reader, id: string, until: number): readonly Interval[] {
  const window = reader.get<Interval & { zone: string; repeat: string | null }>('SELECT starts_at AS "from", ends_at AS "to", zone, repeat_rule AS repeat FROM maintenance_windows WHERE id = ?', id);
  return window === undefined ? [] : occurrencesOf(window, until);
}

/** The span of an exclusion of service time; null for one of a ticket. */
export function serviceSpan(reader: Reader, id: string): Interval | null {
  return reader.get<Interval>('SELECT starts_at AS "from", ends_at AS "to" FROM exclusions WHERE id = ? AND subject_id IS NULL AND starts_at IS NOT NULL', id) ?? null;
}

/** The identity of an agreement's term by its code; null where it has none. */
export function termWithCode(reader: Reader, agreementId: string, code: string): string | null {
  return reader.value<string>('SELECT id FROM terms WHERE agreement_id = ? AND code = ?', agreementId, code) ?? null;
}

/** The number of a ticket by its key, among the tickets of the agreement; null where there is none. */
export function ticketOfAgreement(reader: Reader, scope: Scope, key: string): number | null {
  const rows = reader.all<{ no: number; customerNo: number | null; serviceNo: number | null }>('SELECT no, customer_no AS customerNo, service_no AS serviceNo FROM tickets WHERE key = ? ORDER BY no', key);
  return rows.find((row) => isInScope(scope, { ...row, site: null }))?.no ?? null;
}

export function exclusionWithId(reader: Reader, id: string): ExclusionRow | null {
  return reader.get<ExclusionRow>('SELECT id, agreement_id AS agreementId, maintenance_id AS maintenanceId, state, kind FROM exclusions WHERE id = ?', id) ?? null;
}

/** The agreement's own answer to a maintenance window, where it has given or asked for one. */
export function exclusionOfWindow(reader: Reader, agreementId: string, maintenanceId: string): ExclusionRow | null {
  return reader.get<ExclusionRow>('SELECT id, agreement_id AS agreementId, maintenance_id AS maintenanceId, state, kind FROM exclusions WHERE agreement_id = ? AND maintenance_id = ?', agreementId, maintenanceId) ?? null;
}

export function maintenanceWindow(reader: Reader, id: string): { readonly id: string; readonly serviceId: string; readonly reason: string } | null {
  return reader.get<{ id: string; serviceId: string; reason: string }>('SELECT id, service_id AS serviceId, reason FROM maintenance_windows WHERE id = ?', id) ?? null;
}

/** Null is last. */
function compared(one: number | null, other: number | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one - other;
}
