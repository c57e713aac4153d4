import type { Outage, TimeExclusion } from '#shared/availability/model.ts';
import type { ClockContext } from '#shared/ledger/model.ts';
import type { Reader } from '../store.ts';
import type { Scope, ServiceScope } from './scope.ts';

export type OutageFacts = Outage & { readonly no: number; readonly reason: string | null };

type OutageRow = { no: number; key: string; kind: Outage['kind']; starts_at: number; ends_at: number | null; weight_ppb: number | null; user_count: number | null; approved_by: string | null; reason: string | null };

/** Outages of a service, in the order of time. */
export function outagesOf(reader: Reader, serviceNo: number): OutageFacts[] {
  return reader
    .all<OutageRow>('SELECT no, key, kind, starts_at, ends_at, weight_ppb, user_count, approved_by, reason FROM outages WHERE service_no = ? ORDER BY starts_at, no', serviceNo)
    .map((row) => ({ no: row.no, key: row.key, kind: row.kind, from: row.starts_at, to: row.ends_at, weightPpb: row.weight_ppb, userCount: row.user_count, approvedBy: row.approved_by, reason: row.reason }));
}

type ExclusionRow = { kind: TimeExclusion['kind']; state: TimeExclusion['state']; reason: string; starts_at: number; ends_at: number; maintenance_id: string | null };

/**
 * Exclusions of an agreement for a service, and its maintenance windows: what the agreement has decided about a window counts,
 * an undecided one counts where its own row names who approved it.
 */
export function exclusionsOf(reader: Reader, agreementId: string, service: ServiceScope): TimeExclusion[] {
  const decided = reader.all<ExclusionRow>(
    `SELECT exclusions.kind, exclusions.state, exclusions.reason, coalesce(exclusions.starts_at, windows.starts_at) AS starts_at, coalesce(exclusions.ends_at, windows.ends_at) AS ends_at, exclusions.maintenance_id
     FROM exclusions LEFT JOIN maintenance_windows AS windows ON windows.id = exclusions.maintenance_id
     WHERE exclusions.agreement_id = ? AND (exclusions.service_id IS NULL OR exclusions.service_id = ?) AND (windows.id IS NULL OR windows.service_id = ?)
       AND coalesce(exclusions.starts_at, windows.starts_at) IS NOT NULL`,
    agreementId, service.id, service.id,
  );
  const answered = new Set(decided.map((row) => row.maintenance_id));
  const windows = reader
    .all<{ id: string; starts_at: number; ends_at: number; reason: string; approved_by: string | null }>('SELECT id, starts_at, ends_at, reason, approved_by FROM maintenance_windows WHERE service_id = ? ORDER BY starts_at', service.id)
    .filter((window) => !answered.has(window.id))
    .map((window) => ({ kind: 'maintenance' as const, state: window.approved_by === null ? ('proposed' as const) : ('accepted' as const), reason: window.reason, from: window.starts_at, to: window.ends_at }));
  return [...decided.map((row) => ({ kind: row.kind, state: row.state, reason: row.reason, from: row.starts_at, to: row.ends_at })), ...windows];
}

/** What the agreement takes out of ticket clocks: accepted exclusions of all its services, and approved maintenance. */
export function clockContextOf(reader: Reader, agreementId: string, scope: Scope): ClockContext {
  const all = scope.services.flatMap((service) => exclusionsOf(reader, agreementId, service)).filter((exclusion) => exclusion.state === 'accepted');
  const unique = [...new Map(all.map((exclusion) => [`${exclusion.kind}/${exclusion.from}/${exclusion.to}/${exclusion.reason}`, exclusion])).values()];
  const reasoned = (kindIs: (kind: TimeExclusion['kind']) => boolean) => unique.filter((exclusion) => kindIs(exclusion.kind)).map(({ from, to, reason }) => ({ from, to, reason }));
  return { excluded: reasoned((kind) => kind !== 'maintenance'), maintenance: reasoned((kind) => kind === 'maintenance') };
}

/** When the last outage of these services ended or began, ms UTC; null without one. */
export function lastOutage(reader: Reader, serviceNos: readonly number[]): number | null {
  return reader.value<number>('SELECT max(coalesce(ends_at, starts_at)) FROM outages WHERE service_no IN (SELECT value FROM json_each(?))', JSON.stringify(serviceNos)) ?? null;
}
