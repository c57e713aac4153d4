import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, measuredVersion, type AgreementRow, type VersionRow } from '#db/agreements/queries.ts';
import { serviceCoverage, ticketCoverage } from '#db/compliance/coverage.ts';
import { clockContextOf, lastOutage } from '#db/compliance/outages.ts';
import { isInScope, scopeOf, servicesOnce, type Scope } from '#db/compliance/scope.ts';
import { lastEvent, measuredTickets, type MeasuredTicket } from '#db/compliance/tickets.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { endOfCoverage } from '#shared/compliance/coverage.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import type { ClockContext } from '#shared/ledger/model.ts';
import { parseInstantAt, type Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { dateOf, startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';

/** What every question about compliance names. */
export type QuestionInput = { readonly id: string; readonly version?: number | undefined; readonly asOf?: string | undefined };

/** An agreement's version, with the data that it is measured by. */
export type Question = {
  readonly agreement: AgreementRow;
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly scope: Scope;
  /** Tickets of its services and customers. */
  readonly tickets: readonly MeasuredTicket[];
  readonly meaning: Meaning;
  readonly coverage: readonly Interval[];
  readonly outageCoverage: readonly Interval[];
  readonly context: ClockContext;
  /** The instant that was asked for; null: the end of the data counts. */
  readonly askedAsOf: Instant | null;
  /** Up to when tickets are judged: what was asked, else the end of their coverage, else their last event; null without data. */
  readonly ticketsAsOf: Instant | null;
  readonly outagesAsOf: Instant | null;
};

/**
 * The version that is in force (on the day of `asOf` where it is given, else today), else the draft, and its data.
 * Throws `not-found` for an unknown agreement or version, `invalid-input` for an unreadable `asOf`.
 */
export function askedQuestion(context: CoreContext, input: QuestionInput): Question {
  const { tickets, meaning } = measuredTickets(context.store);
  return context.store.read((reader) => {
    const agreement = agreementNamed(reader, input.id);
    const askedAsOf = input.asOf === undefined ? null : parseInstantAt('asOf', input.asOf, agreement.zone);
    const version = measuredVersion(reader, agreement, input.version, dateOf(askedAsOf ?? context.clock(), agreement.zone));
    const document = readDocument(reader, agreement, version);
    const scope = scopeOf(reader, document);
    const inScope = tickets.filter((ticket) => isInScope(scope, ticket));
    const coverage = ticketCoverage(reader, scope);
    const outageCoverage = servicesOnce(scope).flatMap((service) => serviceCoverage(reader, 'outages', scope, service.no));
    return {
      agreement, version, document, scope, tickets: inScope, meaning, coverage, outageCoverage, context: clockContextOf(reader, agreement.id, scope), askedAsOf,
      ticketsAsOf: askedAsOf ?? endOfCoverage(coverage) ?? lastEvent(reader, inScope.map((ticket) => ticket.no)),
      outagesAsOf: askedAsOf ?? endOfCoverage(outageCoverage) ?? lastOutage(reader, servicesOnce(scope).map((service) => service.no)),
    };
  });
}

/** Without data the end of the period stands for the end of the data. */
export function asOfOr(asOf: Instant | null, to: string, zone: string): Instant {
  return asOf ?? startOfDay(to, zone);
}

/** Throws `invalid-input` where the period does not go forward. */
export function checkPeriod(from: string, to: string): void {
  if (from >= to) throw new ParleyError('invalid-input', `The period from ${from} to ${to} is empty.`, { details: [{ path: 'to', message: 'The end is not after the start' }], wayOut: 'A period ends on the day after its last one.' });
}
