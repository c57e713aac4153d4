import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, asDated, measuredVersion, versionsOf, type AgreementRow, type VersionRow } from '#db/agreements/queries.ts';
import { serviceCoverage, ticketCoverage } from '#db/compliance/coverage.ts';
import { clockContextOf, lastOutage, type Supposed } from '#db/compliance/outages.ts';
import { isInScope, scopeOf, servicesOnce, type Scope } from '#db/compliance/scope.ts';
import { lastEvent, measuredTickets, type MeasuredTicket } from '#db/compliance/tickets.ts';
import type { Reader } from '#db/store.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { versionSpans } from '#shared/agreements/version-spans.ts';
import { agreedNotice } from '#shared/availability/planned-windows.ts';
import { endOfCoverage } from '#shared/compliance/coverage.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import type { ClockContext } from '#shared/ledger/model.ts';
import { parseInstantAt, type Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { dateOf, startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';

/** What measuring needs of its host: a job's thread has it too. */
export type MeasuringContext = Pick<CoreContext, 'store' | 'clock'>;

/** What every question about compliance names. */
export type QuestionInput = { readonly id: string; readonly version?: number | undefined; readonly asOf?: string | undefined };

/** A version of the agreement that measures, with its data and the days in which it is in force; null is as far as time goes. */
export type Measuring = {
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly days: readonly { readonly from: PlainDate | null; readonly to: PlainDate | null }[];
  readonly spans: readonly Interval[];
  readonly scope: Scope;
  readonly coverage: readonly Interval[];
  readonly context: ClockContext;
};

/** An agreement, the versions that measure, and their data. */
export type Question = {
  readonly agreement: AgreementRow;
  /** The version that speaks for the whole: the one in force at as of, or today. */
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly scope: Scope;
  /** Every version that measures, in the order in which they come into force. */
  readonly measuring: readonly Measuring[];
  /** Every ticket of the workspace; `isInScope` says whose they are. */
  readonly tickets: readonly MeasuredTicket[];
  readonly meaning: Meaning;
  readonly coverage: readonly Interval[];
  readonly outageCoverage: readonly Interval[];
  /** Up to when tickets are judged: what was asked, else the end of their coverage, else their last event; null without data. */
  readonly ticketsAsOf: Instant | null;
  readonly outagesAsOf: Instant | null;
  /** Exclusions as they are not, to see what they would change. */
  readonly supposed?: Supposed | undefined;
};

/**
 * An agreement with the versions that measure it and their data: the version that is asked for, else every signed one on the days on which
 * it is in force, else the draft. Throws `not-found` for an unknown agreement or version, `invalid-input` for an unreadable `asOf`.
 */
export function askedQuestion(context: MeasuringContext, input: QuestionInput, supposed?: Supposed): Question {
  const { tickets, meaning } = measuredTickets(context.store);
  return context.store.read((reader) => {
    const agreement = agreementNamed(reader, input.id);
    const askedAsOf = input.asOf === undefined ? null : parseInstantAt('asOf', input.asOf, agreement.zone);
    const inForce = inForceOf(reader, agreement, input.version);
    const day = dateOf(askedAsOf ?? context.clock(), agreement.zone);
    const version = inForce.find(({ days }) => days.some(({ from, to }) => (from === null || from <= day) && (to === null || day < to)))?.version ?? measuredVersion(reader, agreement, input.version, day);
    const { document, scope, coverage } = dataOf(reader, agreement, version);
    const outageCoverage = servicesOnce(scope).flatMap((service) => serviceCoverage(reader, 'outages', scope, service.no));
    const ticketsAsOf = askedAsOf ?? endOfCoverage(coverage) ?? lastEvent(reader, tickets.filter((ticket) => isInScope(scope, ticket)).map((ticket) => ticket.no));
    const outagesAsOf = askedAsOf ?? endOfCoverage(outageCoverage) ?? lastOutage(reader, servicesOnce(scope).map((service) => service.no));
    const alone: readonly InForce[] = [{ version, days: [{ from: null, to: null }] }];
    const measuring = (inForce.length === 0 ? alone : inForce).map(({ version: row, days }): Measuring => {
      const own = row.id === version.id ? { document, scope, coverage } : dataOf(reader, agreement, row);
      const spans = days.map(({ from, to }) => ({ from: from === null ? -Infinity : startOfDay(from, document.zone), to: to === null ? Infinity : startOfDay(to, document.zone) }));
      const rules = { noticeDays: agreedNotice(own.document), zone: own.document.zone, until: ticketsAsOf ?? context.clock(), supposed };
      return { version: row, ...own, days, spans, context: clockContextOf(reader, agreement.id, own.scope, rules) };
    });
    return { agreement, version, document, scope, measuring, tickets, meaning, coverage, outageCoverage, ticketsAsOf, outagesAsOf, supposed };
  });
}

/** Whether a ticket is one of a version's services and customers. */
export function isMeasuredBy(measuring: Measuring): (ticket: MeasuredTicket) => boolean {
  return (ticket) => isInScope(measuring.scope, ticket);
}

/** Without data the end of the period stands for the end of the data. */
export function asOfOr(asOf: Instant | null, to: string, zone: string): Instant {
  return asOf ?? startOfDay(to, zone);
}

/** Throws `invalid-input` where the period does not go forward. */
export function checkPeriod(from: string, to: string): void {
  if (from >= to) throw new ParleyError('invalid-input', `The period from ${from} to ${to} is empty.`, { details: [{ path: 'to', message: 'The end is not after the start' }], wayOut: 'A period ends on the day after its last one.' });
}

type InForce = { readonly version: VersionRow; readonly days: Measuring['days'] };

/** The signed versions on their days. Empty where nothing is signed, and where one version is asked for: it measures everything. */
function inForceOf(reader: Reader, agreement: AgreementRow, asked: number | undefined): InForce[] {
  if (asked !== undefined) return [];
  const versions = versionsOf(reader, agreement.id);
  const found = new Map<number, { version: VersionRow; days: { from: PlainDate | null; to: PlainDate | null }[] }>();
  for (const { version: dated, from, to } of versionSpans(asDated(reader, versions))) {
    const row = versions.find((candidate) => candidate.version === dated.version);
    if (row === undefined) continue;
    const own = found.get(row.version) ?? { version: row, days: [] };
    own.days.push({ from, to });
    found.set(row.version, own);
  }
  return [...found.values()];
}

function dataOf(reader: Reader, agreement: AgreementRow, version: VersionRow): Pick<Measuring, 'document' | 'scope' | 'coverage'> {
  const document = readDocument(reader, agreement, version);
  const scope = scopeOf(reader, document);
  return { document, scope, coverage: ticketCoverage(reader, scope) };
}
