import { ticketTables } from '#db/compliance/tickets.ts';
import { kept, type KeptKind } from '#db/kept.ts';
import { clockTermsOf, type MeasuringVersion } from '#shared/compliance/judge-tickets.ts';
import { judgedTerms, type JudgedTerm } from '#shared/compliance/judged.ts';
import type { MeasuredTicket } from '#db/compliance/tickets.ts';
import type { Instant } from '#shared/time/instant.ts';
import { isMeasuredBy, type Measuring, type MeasuringContext, type Question } from './question.ts';

const judgedKind: KeptKind = { name: 'judged tickets', most: 24, madeFrom: ticketTables };

/** Every ticket under every clock term of the question, judged once for what the versions say and for as of: any period is counted from it. */
export function judgedOf(context: MeasuringContext, question: Question, asOf: Instant): readonly JudgedTerm[] {
  return kept(context.store, judgedKind, JSON.stringify([asOf, versionsKey(question)]), () => judgedTerms({ versions: question.measuring.map((measuring) => measuringVersion(measuring)), meaning: question.meaning, tickets: question.tickets, asOf }));
}

/** A version as the engine measures by it; with `code` only that term. */
export function measuringVersion(measuring: Measuring, code?: string): MeasuringVersion<MeasuredTicket> {
  const { document, spans, context } = measuring;
  return { priorities: document.priorities, clocks: clockTermsOf(document, code === undefined ? undefined : new Set([code])), spans, context, isInScope: isMeasuredBy(measuring) };
}

/** Everything of the versions that a ticket's verdict can depend on. */
export function versionsKey({ measuring }: Question): readonly unknown[] {
  return measuring.map(({ document, scope, spans, context }) => [
    document.terms.filter((term) => term.type === 'response' || term.type === 'resolution'), document.priorities, document.calendars, document.serviceHours, document.zone, document.takeover,
    scope.services, [...scope.customerNos], spans, context.excluded, context.maintenance, [...(context.tickets ?? [])],
  ]);
}
