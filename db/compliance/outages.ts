import type { Outage, TimeExclusion } from '#shared/availability/model.ts';
import { plannedWindows, type PlannedWindow } from '#shared/availability/planned-windows.ts';
import type { ClockContext, ReasonedInterval, TicketExclusion } from '#shared/ledger/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
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

/** How an agreement reads the plan of maintenance: its notice in days of its zone, and up to when repeating windows are written out. */
export type PlanRules = { readonly noticeDays: number | null; readonly zone: string; readonly until: Instant; readonly supposed?: Supposed | undefined };

/**
 * What would be if: answers to exclusions and maintenance windows by their ids, and exclusions that nobody has proposed yet, as if they
 * were accepted.
 */
export type Supposed = { readonly answers: ReadonlyMap<string, TimeExclusion['state']>; readonly added: readonly SupposedExclusion[] };
/** Without service: of all; without times: a whole ticket. */
export type SupposedExclusion = { readonly kind: TimeExclusion['kind']; readonly serviceId: string | null; readonly ticketNo: number | null; readonly span: Interval | null };

type ExclusionRow = { id: string; kind: TimeExclusion['kind']; state: TimeExclusion['state']; reason: string; starts_at: number; ends_at: number };
type WindowRow = PlannedWindow & { readonly id: string; readonly decision: TimeExclusion['state'] | null };

/**
 * Exclusions of an agreement for a service (null: those of all its services), and every occurrence of its maintenance windows: what the agreement has decided about a
 * window counts, an undecided one counts where its own row names who approved it and it was announced in time.
 */
export function exclusionsOf(reader: Reader, agreementId: string, service: ServiceScope | null, rules: PlanRules): TimeExclusion[] {
  const decided = reader.all<ExclusionRow>(
    `SELECT id, kind, state, reason, starts_at, ends_at FROM exclusions
     WHERE agreement_id = ? AND (service_id IS NULL OR service_id = ?) AND maintenance_id IS NULL AND subject_id IS NULL AND starts_at IS NOT NULL`,
    agreementId, service?.id ?? null,
  );
  const windows = reader.all<WindowRow>(
    `SELECT windows.id, windows.starts_at AS "from", windows.ends_at AS "to", windows.zone, windows.repeat_rule AS repeat, windows.announced_at AS announcedAt, windows.reason, windows.approved_by AS approvedBy,
       (SELECT state FROM exclusions WHERE maintenance_id = windows.id AND agreement_id = ? ORDER BY decided_at DESC LIMIT 1) AS decision
     FROM maintenance_windows AS windows WHERE service_id = ? ORDER BY starts_at`,
    agreementId, service?.id ?? null,
  );
  const answers = rules.supposed?.answers;
  const answered = windows.map((window) => ({ ...window, decision: answers?.get(window.id) ?? window.decision }));
  return [
    ...decided.map((row) => ({ kind: row.kind, state: answers?.get(row.id) ?? row.state, reason: row.reason, from: row.starts_at, to: row.ends_at })),
    ...supposedTimes(rules.supposed, service?.id ?? null),
    ...plannedWindows(answered, rules),
  ];
}

function supposedTimes(supposed: Supposed | undefined, serviceId: string | null): TimeExclusion[] {
  return (supposed?.added ?? []).flatMap(({ kind, span, ticketNo, ...one }): TimeExclusion[] =>
    (span === null || ticketNo !== null || (one.serviceId !== null && one.serviceId !== serviceId) ? [] : [{ kind, state: 'accepted', reason: '', ...span }]));
}

/** What the agreement takes out of ticket clocks: accepted exclusions of all its services and of single tickets, and approved maintenance. */
export function clockContextOf(reader: Reader, agreementId: string, scope: Scope, rules: PlanRules): ClockContext {
  const services = scope.services.length === 0 ? [null] : scope.services;
  const all = services.flatMap((service) => exclusionsOf(reader, agreementId, service, rules)).filter((exclusion) => exclusion.state === 'accepted');
  const unique = [...new Map(all.map((exclusion) => [`${exclusion.kind}/${exclusion.from}/${exclusion.to}/${exclusion.reason}`, exclusion])).values()];
  const reasoned = (kindIs: (kind: TimeExclusion['kind']) => boolean) => unique.filter((exclusion) => kindIs(exclusion.kind)).map(({ from, to, reason }) => ({ from, to, reason }));
  return { excluded: reasoned((kind) => kind !== 'maintenance'), maintenance: reasoned((kind) => kind === 'maintenance'), tickets: ticketExclusionsOf(reader, agreementId, rules.supposed) };
}

/** Accepted exclusions of single tickets, by the ticket's number: without times the whole ticket is left out. */
function ticketExclusionsOf(reader: Reader, agreementId: string, supposed: Supposed | undefined): ReadonlyMap<number, TicketExclusion> {
  const rows = reader.all<TicketExclusionRow>(
    `SELECT exclusions.id, exclusions.state, pinned_rows.ticket_no, exclusions.reason, exclusions.starts_at, exclusions.ends_at FROM exclusions JOIN pinned_rows ON pinned_rows.id = exclusions.subject_id
     WHERE exclusions.agreement_id = ? AND pinned_rows.ticket_no IS NOT NULL ORDER BY exclusions.id`,
    agreementId,
  );
  const added = (supposed?.added ?? []).flatMap(({ ticketNo, span }) => (ticketNo === null ? [] : [{ ticket_no: ticketNo, reason: '', starts_at: span?.from ?? null, ends_at: span?.to ?? null }]));
  const found = new Map<number, { leftOut: string | null; excluded: ReasonedInterval[] }>();
  for (const row of [...rows.filter(({ id, state }) => (supposed?.answers.get(id) ?? state) === 'accepted'), ...added]) {
    const own = found.get(row.ticket_no) ?? { leftOut: null, excluded: [] };
    if (row.starts_at === null || row.ends_at === null) own.leftOut ??= row.reason;
    else own.excluded.push({ from: row.starts_at, to: row.ends_at, reason: row.reason });
    found.set(row.ticket_no, own);
  }
  return found;
}

type TicketExclusionRow = { id: string; state: TimeExclusion['state']; ticket_no: number; reason: string; starts_at: number | null; ends_at: number | null };

/** When the last outage of these services ended or began, ms UTC; null without one. */
export function lastOutage(reader: Reader, serviceNos: readonly number[]): number | null {
  return reader.value<number>('SELECT max(coalesce(ends_at, starts_at)) FROM outages WHERE service_no IN (SELECT value FROM json_each(?))', JSON.stringify(serviceNos)) ?? null;
}
