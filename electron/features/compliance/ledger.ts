import { readDocument } from '#db/agreements/document.ts';
import { versionsOf } from '#db/agreements/queries.ts';
import { measuredTickets, ticketFacts, type MeasuredTicket } from '#db/compliance/tickets.ts';
import { plainSentence, termName, termSentence } from '#shared/agreements/sentences.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { TicketLedger } from '#shared/compliance/contract.ts';
import { clockTermsOf, type ClockTermRules } from '#shared/compliance/judge-tickets.ts';
import { ParleyError } from '#shared/errors.ts';
import { evaluateClock } from '#shared/ledger/clock.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { ledgerDocument } from '#shared/ledger/ledger-document.ts';
import { historyOf } from '#shared/ledger/meaning.ts';
import type { TicketHistory } from '#shared/ledger/model.ts';
import { unpackTimeline } from '#shared/ledger/timeline.ts';
import type { CoreContext } from '#electron/core.ts';
import { clockTermNamed, toTarget } from './figure.ts';
import { askedQuestion, type Question, type QuestionInput } from './question.ts';

type LedgerInput = QuestionInput & { readonly ticket: string; readonly term?: string | undefined };

/**
 * One ticket under one target, every stretch of its time. Without a term the first one that the ticket's priority counts under.
 * Throws `not-found` for an unknown ticket or target, `rule-violated` where no target counts for it.
 */
export function ticketLedger(context: CoreContext, input: LedgerInput): TicketLedger {
  const question = askedQuestion(context, input);
  const ticket = ticketNamed(context, question, input.ticket);
  const { facts, versions } = context.store.read((reader) => ({
    facts: ticketFacts(reader, [ticket.no]).get(ticket.no),
    versions: versionsOf(reader, question.agreement.id)
      .filter((version) => version.state !== 'abandoned' && version.state !== 'rejected')
      .map((version) => ({ version: version.version, document: version.id === question.version.id ? question.document : readDocument(reader, question.agreement, version) })),
  }));
  const history = historyOf(unpackTimeline(ticket.bytes), question.meaning, { key: ticket.key, title: facts?.title ?? null });
  const asOf = question.ticketsAsOf ?? lastMoment(history);
  const clock = input.term === undefined ? ownTerm(question, history, asOf) : clockTermNamed(question, input.term);
  const ledger = ledgerOf(history, clock.rules, clock.calendar, asOf, question.context);
  const printed = ledgerDocument(ledger, question.document.zone);
  return {
    ledger: {
      ...printed,
      stretches: printed.stretches.map((stretch) => ({ ...stretch })),
      sums: { ...printed.sums },
      marks: [...printed.marks],
      missingUpdates: ledger.missingUpdates,
      dueMoves: printed.dueMoves.map((move) => ({ ...move })),
      countedByTeam: printed.countedByTeam.map((share) => ({ ...share })),
    },
    title: facts?.title ?? null,
    source: facts?.source ?? '',
    customer: facts?.customer ?? null,
    service: facts?.service ?? null,
    zone: question.document.zone,
    asOf,
    version: question.version.version,
    within: clock.term.within,
    goalPercent: clock.term.atLeastPercent,
    sentence: plainSentence(termSentence(clock.term, question.document)),
    countedMs: ledger.countedMs,
    toTargetMs: toTarget(ledger, clock, asOf),
    others: versions.flatMap(({ version, document }) => otherTerms(document, history, asOf, question, version)),
    events: history.events.map(({ at, state, priority, team }) => ({ at, state, priority, team })),
  };
}

function otherTerms(document: AgreementDocument, history: TicketHistory, asOf: number, question: Question, version: number): TicketLedger['others'] {
  return clockTermsOf(document).flatMap((clock) => {
    const result = evaluateClock(history, clock.rules, clock.calendar, asOf, question.context);
    if (result.priority !== clock.rules.priority) return [];
    return [{ version, term: clock.term.id, name: termName(clock.term), verdict: result.verdict, due: result.due, countedMs: result.countedMs }];
  });
}

function ownTerm(question: Question, history: TicketHistory, asOf: number): ClockTermRules {
  const own = clockTermsOf(question.document).find((clock) => evaluateClock(history, clock.rules, clock.calendar, asOf, question.context).priority === clock.rules.priority);
  if (own) return own;
  const priority = history.events.findLast((event) => event.priority !== null)?.priority ?? 'none';
  throw new ParleyError('rule-violated', `No target of ${question.agreement.number} counts for ticket ${history.key}: its priority is ${priority}.`, { details: [{ path: 'term', message: 'No target counts for this ticket' }], wayOut: 'Name a target with --term, or map the priority.' });
}

/** Tickets of the agreement's own services and customers come first. */
function ticketNamed(context: CoreContext, question: Question, key: string): MeasuredTicket {
  const same = (ticket: MeasuredTicket) => ticket.key === key;
  const found = question.tickets.find(same) ?? measuredTickets(context.store).tickets.find(same);
  if (!found) throw new ParleyError('not-found', `There is no ticket ${key}.`, { details: [{ path: 'ticket', message: 'Unknown ticket' }], wayOut: 'Import the tickets first.' });
  return found;
}

function lastMoment(history: TicketHistory): number {
  return Math.max(history.openedAt, history.resolvedAt ?? 0, history.closedAt ?? 0, ...history.events.map((event) => event.at));
}
