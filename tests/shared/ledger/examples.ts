import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import type { ClockTerm } from '#shared/agreements/terms.ts';
import type { Calendar } from '#shared/calendar/calendar.ts';
import type { HistoryEvent, StateClass, TicketHistory } from '#shared/ledger/model.ts';
import { clockCalendar, clockRules, type ClockRules } from '#shared/ledger/rules.ts';
import { parseInstant, type Instant } from '#shared/time/instant.ts';

export const zone = 'Europe/Berlin';
export const office = { tz: zone, week: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] }, holidays: ['2026-01-01'] };

/** A local time in Berlin; the 12th of January 2026 is a Monday. */
export function at(text: string): Instant {
  return parseInstant(text, zone);
}

export const resolution = { id: 'T-001', type: 'resolution', priority: 'P1', within: { kind: 'business-hours', seconds: 14_400 }, calendar: 'office', atLeastPercent: 90 };

/** An agreement with one resolution target of 4 business hours, changed as given. */
export function agreement(term: Record<string, unknown> = {}, change: Record<string, unknown> = {}): AgreementDocument {
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'Mail SLA', zone, parties: [{ side: 'provider', organisation: 'North IT' }, { side: 'customer', organisation: 'Acme' }],
    calendars: { office }, serviceHours: 'office',
    priorities: [{ id: 'P1', name: 'Critical', values: ['1 - Critical'] }, { id: 'P2', name: 'High', values: ['2 - High'] }],
    terms: [{ ...resolution, ...term }],
    ...change,
  });
}

export function rulesOf(document: AgreementDocument, index = 0): { rules: ClockRules; calendar: Calendar } {
  const term = document.terms[index];
  if (term === undefined || (term.type !== 'response' && term.type !== 'resolution')) throw new Error('no clock term');
  const clock: ClockTerm = term;
  return { rules: clockRules(clock, document), calendar: clockCalendar(clock, document) };
}

/** `['2026-01-12T11:00', 'waiting', 'customer']`, a priority as fourth, a team as fifth. */
export type Row = readonly [at: string, state: StateClass | null, reason?: string | null, priority?: string, team?: string];

export function ticket(opened: string, rows: readonly Row[], times: { resolved?: string; closed?: string; response?: string } = {}): TicketHistory {
  const orNull = (text: string | undefined): Instant | null => (text === undefined ? null : at(text));
  return {
    key: 'INC1', title: null, openedAt: at(opened), firstResponseAt: orNull(times.response), resolvedAt: orNull(times.resolved), closedAt: orNull(times.closed), holdMs: null, hasHistory: true, missingUpdates: 0,
    events: rows.map(([when, state, reason, priority, team]): HistoryEvent => ({ at: at(when), state, stateClass: state, pauseReason: reason ?? null, priority: priority ?? '1 - Critical', mappedPriority: null, team: team ?? null })),
  };
}

/** A ticket of a source without history. */
export function aggregate(opened: string, times: { resolved?: string; closed?: string; response?: string; hold?: number; state?: StateClass } = {}): TicketHistory {
  return { ...ticket(opened, [[opened, times.state ?? null]], times), hasHistory: false, holdMs: times.hold ?? null };
}
