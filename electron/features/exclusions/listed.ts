import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, newestVersion } from '#db/agreements/queries.ts';
import { scopeOf } from '#db/compliance/scope.ts';
import { exclusionsOfAgreement, reachOf } from '#db/exclusions/queries.ts';
import type { Reader } from '#db/store.ts';
import { agreedNotice } from '#shared/availability/planned-windows.ts';
import type { Exclusion } from '#shared/exclusions/contract.ts';
import type { Interval } from '#shared/time/interval.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { judgedOf } from '../compliance/judged.ts';
import { askedQuestion, checkPeriod } from '../compliance/question.ts';

type ListInput = { readonly agreement: string; readonly from?: string | undefined; readonly to?: string | undefined; readonly term?: string | undefined };

/** Exclusions of an agreement; those of a period, and those that can change a target, where they are asked for. */
export function listedExclusions(context: CoreContext, input: ListInput): Exclusion[] {
  const { rows, zone, id } = context.store.read((reader) => rowsOf(reader, input.agreement));
  const { from = '0001-01-01', to = '9999-12-31', term } = input;
  if (input.from === undefined && input.to === undefined && term === undefined) return rows;
  checkPeriod(from, to);
  const period = { from: startOfDay(from, zone), to: startOfDay(to, zone) };
  const counts = term === undefined ? () => null : countsFor(context, id, term, period, rows);
  const until = input.to === undefined ? context.clock() : period.to;
  return context.store.read((reader) => rows.filter((row) => counts(row) ?? reachOf(reader, row, until).some((span) => span.from < period.to && span.to > period.from)));
}

function rowsOf(reader: Reader, name: string): { readonly rows: Exclusion[]; readonly zone: string; readonly id: string } {
  const agreement = agreementNamed(reader, name);
  const document = readDocument(reader, agreement, newestVersion(reader, agreement));
  return { rows: exclusionsOfAgreement(reader, agreement.id, scopeOf(reader, document), { noticeDays: agreedNotice(document), zone: document.zone }), zone: document.zone, id: agreement.id };
}

/**
 * Whether an exclusion can change a target in a period; null: whenever it reaches into the period. One of a ticket belongs to the period in
 * which the target counts the ticket, whenever it lay.
 */
function countsFor(context: CoreContext, id: string, code: string, period: Interval, rows: readonly Exclusion[]): (row: Exclusion) => boolean | null {
  const question = askedQuestion(context, { id });
  const terms = question.measuring.flatMap(({ document }) => document.terms.filter((term) => term.id === code));
  const counted = rows.some((row) => row.ticketNo !== null) ? countedTickets(context, question, code, period) : new Set<number>();
  return (row) => {
    if (row.ticketNo !== null) return counted.has(row.ticketNo);
    const isTouched = terms.some((term) => (term.type === 'availability' ? term.service === undefined || row.service === null || row.service === term.service : (term.type === 'response' || term.type === 'resolution') && (row.kind !== 'maintenance' || term.maintenanceStopsClock)));
    return isTouched ? null : false;
  };
}

/** Numbers of the tickets that a target counts in a period. */
function countedTickets(context: CoreContext, question: ReturnType<typeof askedQuestion>, code: string, period: Interval): ReadonlySet<number> {
  const found = new Set<number>();
  if (question.ticketsAsOf === null) return found;
  for (const judged of judgedOf(context, question, question.ticketsAsOf)) {
    if (judged.clock.term.id !== code) continue;
    for (const [index, place] of judged.places.entries()) {
      const [moment, ticket] = [judged.moments[index] ?? Infinity, question.tickets[place]];
      if (ticket !== undefined && moment >= period.from && moment < period.to) found.add(ticket.no);
    }
  }
  return found;
}
