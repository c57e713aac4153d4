import { readDocument } from '#db/agreements/document.ts';
import { versionsOf } from '#db/agreements/queries.ts';
import { ticketFacts, type MeasuredTicket } from '#db/compliance/tickets.ts';
import { plainSentence, termName, termSentence } from '#shared/agreements/sentences.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { TicketLedger } from '#shared/compliance/contract.ts';
import { clockTermsOf, judgeVersions } from '#shared/compliance/judge-tickets.ts';
import { ParleyError } from '#shared/errors.ts';
import { evaluateClock } from '#shared/ledger/clock.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { ledgerDocument } from '#shared/ledger/ledger-document.ts';
import { historyOf } from '#shared/ledger/meaning.ts';
import { contextOfTicket, type ClockContext, type TicketHistory } from '#shared/ledger/model.ts';
import { unpackTimeline } from '#shared/ledger/timeline.ts';
import { csvText } from '#shared/format/csv.ts';
import type { CoreContext } from '#electron/core.ts';
import { clockTermNamed, toTarget } from './figure.ts';
import { clockText } from './figure-tickets.ts';
import { measuringVersion } from './judged.ts';
import { askedQuestion, isMeasuredBy, type Question, type QuestionInput } from './question.ts';

type LedgerInput = QuestionInput & { readonly ticket: string | number; readonly term?: string | undefined };

/**
 * One ticket under one target, every stretch of its time. Without a term the first one that the ticket's priority counts under.
 * Throws `not-found` for an unknown ticket or target, `rule-violated` where no target counts for it.
 */
export function ticketLedger(context: CoreContext, input: LedgerInput): TicketLedger {
  const question = askedQuestion(context, input);
  const ticket = ticketNamed(question, input.ticket);
  const { facts, versions } = context.store.read((reader) => ({
    facts: ticketFacts(reader, [ticket.no]).get(ticket.no),
    versions: versionsOf(reader, question.agreement.id)
      .filter((version) => version.state !== 'abandoned' && version.state !== 'rejected')
      .map((version) => ({ version: version.version, document: version.id === question.version.id ? question.document : readDocument(reader, question.agreement, version) })),
  }));
  const history = historyOf(unpackTimeline(ticket.bytes), question.meaning, { key: ticket.key, title: facts?.title ?? null });
  const asOf = question.ticketsAsOf ?? lastMoment(history);
  const { measuring, clock } = input.term === undefined ? ownTerm(question, ticket, history, asOf) : (measuredUnder(question, ticket, asOf, input.term) ?? clockTermNamed(question, input.term));
  const { document } = measuring;
  const ledger = ledgerOf(history, clock.rules, clock.calendar, asOf, contextOfTicket(measuring.context, ticket.no));
  const printed = ledgerDocument(ledger, document.zone);
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
    zone: document.zone,
    asOf,
    version: measuring.version.version,
    within: clock.term.within,
    goalPercent: clock.term.atLeastPercent,
    agreement: document.title,
    customers: document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation),
    name: termName(clock.term),
    priority: clock.term.priority,
    stopsWith: clock.term.stop,
    sentence: plainSentence(termSentence(clock.term, document)),
    countedMs: ledger.countedMs,
    toTargetMs: toTarget(ledger, clock, asOf),
    others: versions.flatMap(({ version, document: other }) => otherTerms(other, history, asOf, contextOfTicket(measuring.context, ticket.no), version)),
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

function otherTerms(document: AgreementDocument, history: TicketHistory, asOf: number, context: ClockContext, version: number): TicketLedger['others'] {
  return clockTermsOf(document).flatMap((clock) => {
    const result = evaluateClock(history, clock.rules, clock.calendar, asOf, context);
    if (result.priority !== clock.rules.priority) return [];
    const isLeftOut = result.verdict === 'excluded';
    return [{ version, term: clock.term.id, name: termName(clock.term), within: clock.term.within, validTo: document.term?.to ?? null, verdict: result.verdict, due: isLeftOut ? null : result.due, countedMs: isLeftOut ? 0 : result.countedMs, toTargetMs: toTarget(result, clock, asOf) }];
  });
}

type Found = ReturnType<typeof clockTermNamed>;

/** The first target that counts for a ticket, of the version that measures it. Throws `rule-violated` where none does. */
function ownTerm(question: Question, ticket: MeasuredTicket, history: TicketHistory, asOf: number): Found {
  const own = measuredUnder(question, ticket, asOf);
  if (own) return own;
  const priority = history.events.findLast((event) => event.priority !== null)?.priority ?? 'none';
  throw new ParleyError('rule-violated', `No target of ${question.agreement.number} counts for ticket ${history.key}: its priority is ${priority}.`, { details: [{ path: 'term', message: 'No target counts for this ticket' }], wayOut: 'Name a target with --term, or map the priority.' });
}

/** The version that measures a ticket under a target, whatever the ticket's priority; without a target the first that counts for it. */
function measuredUnder(question: Question, ticket: MeasuredTicket, asOf: number, code?: string): Found | null {
  const versions = question.measuring.map((measuring) => ({ ...measuringVersion(measuring, code), isInScope: () => true }));
  const found: Found[] = [];
  judgeVersions({ versions, meaning: question.meaning, tickets: [ticket], asOf: Math.max(asOf, ticket.openedAt), anyPriority: code !== undefined }, (index, place) => {
    const [measuring, clock] = [question.measuring[index], versions[index]?.clocks[place]];
    if (measuring !== undefined && clock !== undefined) found.push({ measuring, clock });
  });
  return found[0] ?? null;
}

/** Tickets of the agreement's own services and customers come first. */
function ticketNamed(question: Question, name: string | number): MeasuredTicket {
  const same = (ticket: MeasuredTicket) => (typeof name === 'number' ? ticket.no === name : ticket.key === name);
  const isOwn = (ticket: MeasuredTicket): boolean => question.measuring.some((measuring) => isMeasuredBy(measuring)(ticket));
  const named = question.tickets.filter(same);
  const found = named.find(isOwn) ?? named[0];
  if (!found) throw new ParleyError('not-found', `There is no ticket ${name}.`, { details: [{ path: 'ticket', message: 'Unknown ticket' }], wayOut: 'Import the tickets first.' });
  return found;
}

function lastMoment(history: TicketHistory): number {
  return Math.max(history.openedAt, history.resolvedAt ?? 0, history.closedAt ?? 0, ...history.events.map((event) => event.at));
}
