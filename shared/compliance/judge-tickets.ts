import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { ClockTerm } from '#shared/agreements/terms.ts';
import type { Calendar } from '#shared/calendar/calendar.ts';
import { judge, judgeOwn } from '#shared/ledger/clock.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { noContext, type ClockContext, type ClockResult } from '#shared/ledger/model.ts';
import { pausingReasons } from '#shared/ledger/pauses.ts';
import { compileMeaning, emptyReplay, loadTimeline } from '#shared/ledger/replay.ts';
import { clockCalendar, clockRules, type ClockRules } from '#shared/ledger/rules.ts';
import type { Instant } from '#shared/time/instant.ts';

/** A ticket in the scope of an agreement: its packed log, and what a split by site, group or service needs. */
export type PackedTicket = {
  readonly no: number;
  readonly bytes: Uint8Array;
  readonly site?: string | null;
  readonly group?: string | null;
  readonly service?: string | null;
};

export type ClockTermRules = { readonly term: ClockTerm; readonly rules: ClockRules; readonly calendar: Calendar };

/** The response and resolution terms of an agreement with their rules and calendars. Throws `invalid-input` for a target without calendar. */
export function clockTermsOf(document: AgreementDocument, terms?: ReadonlySet<string>): ClockTermRules[] {
  return document.terms
    .filter((term): term is ClockTerm => (term.type === 'response' || term.type === 'resolution') && (terms === undefined || terms.has(term.id)))
    .map((term) => ({ term, rules: clockRules(term, document), calendar: clockCalendar(term, document) }));
}

/**
 * Judges every ticket under every term that it counts under, in order of tickets and terms, and tells each result with the moment that
 * puts it into a period (`periodMoment`). Tickets opened after `asOf` do not exist yet. With `anyPriority` every ticket is judged under
 * every term, whatever its own priority, which the result tells.
 */
export function judgeTickets(
  input: { readonly document: AgreementDocument; readonly terms: readonly ClockTermRules[]; readonly meaning: Meaning; readonly tickets: Iterable<PackedTicket>; readonly asOf: Instant; readonly context?: ClockContext; readonly anyPriority?: boolean },
  visit: (term: number, ticket: PackedTicket, result: ClockResult, moment: Instant) => void,
): void {
  const { asOf, terms, anyPriority = false } = input;
  const context = input.context ?? noContext;
  const meaning = compileMeaning(input.meaning, input.document.priorities);
  const pausing = terms.map(({ rules }) => pausingReasons(rules, meaning.reasons));
  const replay = emptyReplay();
  for (const ticket of input.tickets) {
    loadTimeline(ticket.bytes, meaning, replay);
    if (replay.openedAt > asOf) continue;
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index];
      if (term === undefined) continue;
      const result = (anyPriority ? judge : judgeOwn)(replay, term.rules, pausing[index] ?? [], term.calendar, asOf, context);
      if (result !== null) visit(index, ticket, result, periodMoment(result, term.rules, replay.openedAt, asOf));
    }
  }
}

/**
 * The moment that puts a ticket into exactly one period (calculation-rules section 4). Decided: the earlier of stop and due; a ticket that
 * is neither at `asOf` belongs to the period that `asOf` ends in, since no earlier one can decide it. Due, opened: that moment.
 */
export function periodMoment(result: ClockResult, rules: ClockRules, openedAt: Instant, asOf: Instant): Instant {
  if (rules.belongsTo === 'opened' || result.verdict === 'not derivable') return openedAt;
  if (rules.belongsTo === 'due') return result.due ?? openedAt;
  if (result.verdict === 'cancelled') return Math.min(result.cancelledAt ?? asOf, result.due ?? Infinity);
  return result.decidedAt ?? Math.max(openedAt, asOf - 1);
}
