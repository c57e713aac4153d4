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
import { csvText } from '#shared/format/csv.ts';
import type { CoreContext } from '#electron/core.ts';
import { clockTermNamed, toTarget } from './figure.ts';
import { clockText } from './figure-tickets.ts';
import { askedQuestion, type Question, type QuestionInput } from './question.ts';

type LedgerInput = QuestionInput & { readonly ticket: string | number; readonly term?: string | undefined };

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
    no: ticket.no,
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
    agreement: question.document.title,
    customers: question.document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation),
    name: termName(clock.term),
    priority: clock.term.priority,
    stopsWith: clock.term.stop,
    sentence: plainSentence(termSentence(clock.term, question.document)),
    countedMs: ledger.countedMs,
    toTargetMs: toTarget(ledger, clock, asOf),
    others: versions.flatMap(({ version, document }) => otherTerms(document, history, asOf, question, version)),
    events: history.events.map(({ at, state, priority, team }) => ({ at, state, priority, team })),
  };
}

/** Every stretch of it as CSV: instants with their offset, times as h:mm:ss, and the sum, which is wall time. */
export function ledgerCsv(context: CoreContext, input: LedgerInput): { readonly name: string; readonly text: string; readonly rows: number } {
  const { ledger } = ticketLedger(context, input);
  let counted = 0;
  const lines = ledger.stretches.map((stretch) => {
    counted += stretch.class === 'counted' ? stretch.ms : 0;
    return [stretch.from, stretch.to, stretch.class, stretch.state ?? '', stretch.team ?? '', stretch.rule, clockText(stretch.ms), clockText(counted)];
  });
  const head = ['From', 'To', 'Class', 'State', 'Team', 'Rule', 'Time', 'Counted'];
  const sum = ['Sum', '', '', '', '', 'wall time', clockText(ledger.sums['wall'] ?? 0), clockText(counted)];
  return { name: `${ledger.ticket.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}-${ledger.term}.csv`, text: csvText([head, ...lines, sum]), rows: lines.length };
}

function otherTerms(document: AgreementDocument, history: TicketHistory, asOf: number, question: Question, version: number): TicketLedger['others'] {
  return clockTermsOf(document).flatMap((clock) => {
    const result = evaluateClock(history, clock.rules, clock.calendar, asOf, question.context);
    if (result.priority !== clock.rules.priority) return [];
    return [{ version, term: clock.term.id, name: termName(clock.term), within: clock.term.within, validTo: document.term?.to ?? null, verdict: result.verdict, due: result.due, countedMs: result.countedMs, toTargetMs: toTarget(result, clock, asOf) }];
  });
}

function ownTerm(question: Question, history: TicketHistory, asOf: number): ClockTermRules {
  const own = clockTermsOf(question.document).find((clock) => evaluateClock(history, clock.rules, clock.calendar, asOf, question.context).priority === clock.rules.priority);
  if (own) return own;
  const priority = history.events.findLast((event) => event.priority !== null)?.priority ?? 'none';
  throw new ParleyError('rule-violated', `No target of ${question.agreement.number} counts for ticket ${history.key}: its priority is ${priority}.`, { details: [{ path: 'term', message: 'No target counts for this ticket' }], wayOut: 'Name a target with --term, or map the priority.' });
}

/** Tickets of the agreement's own services and customers come first. */
function ticketNamed(context: CoreContext, question: Question, name: string | number): MeasuredTicket {
  const same = (ticket: MeasuredTicket) => (typeof name === 'number' ? ticket.no === name : ticket.key === name);
  const found = question.tickets.find(same) ?? measuredTickets(context.store).tickets.find(same);
  if (!found) throw new ParleyError('not-found', `There is no ticket ${name}.`, { details: [{ path: 'ticket', message: 'Unknown ticket' }], wayOut: 'Import the tickets first.' });
  return found;
}

function lastMoment(history: TicketHistory): number {
  return Math.max(history.openedAt, history.resolvedAt ?? 0, history.closedAt ?? 0, ...history.events.map((event) => event.at));
}
