import type { z } from 'zod';
import { serviceCoverage } from '#db/compliance/coverage.ts';
import { exclusionsOf, outagesOf } from '#db/compliance/outages.ts';
import { readingsOf } from '#db/compliance/readings.ts';
import { servicesOnce, type ServiceScope } from '#db/compliance/scope.ts';
import type { Reader } from '#db/store.ts';
import type { AvailabilityTerm, MetricTerm } from '#shared/agreements/terms.ts';
import { availabilityOf, type AvailabilityInput } from '#shared/availability/availability.ts';
import type { AvailabilityRow } from '#shared/availability/model.ts';
import { complianceOf, type By, type ComplianceRow } from '#shared/compliance/compliance.ts';
import type { AvailabilityAnswer, ComplianceAnswer, coverageSchema, shareSchema } from '#shared/compliance/contract.ts';
import { metricRowsOf, type MetricRow } from '#shared/compliance/metrics.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod, type Question, type QuestionInput } from './question.ts';

export type PeriodInput = QuestionInput & { readonly from: string; readonly to: string };
type RowsInput = PeriodInput & { readonly by: readonly ('priority' | 'month')[] };

/** Compliance of the ticket and metric targets, as `parley compliance` prints it. */
export function complianceRows(context: CoreContext, input: RowsInput): ComplianceAnswer {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { zone } = question.document;
  const asOf = asOfOr(question.ticketsAsOf, input.to, zone);
  const by = { priority: input.by.includes('priority'), month: input.by.includes('month') };
  const clocks = ticketRows(question, input, by, asOf);
  const metrics = context.store.read((reader) => metricRows(reader, question, input, by));
  return {
    asOf: formatInstant(asOf, zone),
    period: { from: input.from, to: input.to, zone },
    rows: inOrder(question, [
      ...clocks.map(({ goalPercent: _goal, notDerivable: _notDerivable, part, coverage, share, ...row }) => ({ ...row, ...shareAndCoverage(share, coverage), ...(part === null ? {} : { part }) })),
      ...metrics.map(({ share, coverage, ...row }) => ({ ...row, ...shareAndCoverage(share, coverage) })),
    ]),
  };
}

/** Availability of every service under every availability target, as `parley availability` prints it. */
export function availabilityRows(context: CoreContext, input: RowsInput): AvailabilityAnswer {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { zone } = question.document;
  const asOf = asOfOr(question.outagesAsOf, input.to, zone);
  const rows = context.store.read((reader) => serviceRows(reader, question, input, input.by.includes('month'), asOf));
  return {
    asOf: formatInstant(asOf, zone),
    period: { from: input.from, to: input.to, zone },
    rows: rows.map(({ goalPercent: _goal, bounds, coverage, ...row }) => ({ ...row, bounds: bounds ? [bounds[0], bounds[1]] : null, coverage: { ...coverage } })),
  };
}

export function ticketRows(question: Question, period: { readonly from: string; readonly to: string }, by: By, asOf: Instant): ComplianceRow[] {
  const { document, meaning, tickets, coverage, context } = question;
  return complianceOf({ document, meaning, tickets, coverage, context, from: period.from, to: period.to, asOf, by });
}

export function metricRows(reader: Reader, question: Question, period: { readonly from: string; readonly to: string }, by: By): MetricRow[] {
  return question.document.terms
    .filter((term): term is MetricTerm => term.type === 'metric')
    .flatMap((term) => metricRowsOf({ document: question.document, term, readings: readingsOf(reader, question.agreement.id, term, question.scope), from: period.from, to: period.to, by }));
}

export function serviceRows(reader: Reader, question: Question, period: { readonly from: string; readonly to: string }, byMonth: boolean, asOf: Instant): AvailabilityRow[] {
  return availabilityTerms(question).flatMap((term) => servicesOf(question, term).flatMap((service) => availabilityOf({ ...availabilityInput(reader, question, term, service, period, asOf), byMonth })));
}

export function availabilityTerms(question: Question): AvailabilityTerm[] {
  return question.document.terms.filter((term): term is AvailabilityTerm => term.type === 'availability');
}

/** The services that a target is measured for: its own, else each of the agreement. */
export function servicesOf(question: Question, term: AvailabilityTerm): readonly ServiceScope[] {
  return servicesOnce(question.scope).filter((service) => term.service === undefined || service.name === term.service);
}

export function availabilityInput(reader: Reader, question: Question, term: AvailabilityTerm, service: ServiceScope, period: { readonly from: string; readonly to: string }, asOf: Instant): Omit<AvailabilityInput, 'byMonth'> {
  return {
    document: question.document, term, service: service.name, outages: outagesOf(reader, service.no), exclusions: exclusionsOf(reader, question.agreement.id, service),
    coverage: serviceCoverage(reader, 'outages', question.scope, service.no), from: period.from, to: period.to, asOf,
  };
}

/** Rows in the order of the document's terms; rows of one term stay as they came. */
function inOrder<Row extends { readonly term: string }>(question: Question, rows: readonly Row[]): Row[] {
  const place = new Map(question.document.terms.map((term, index) => [term.id, index]));
  return rows.toSorted((a, b) => (place.get(a.term) ?? 0) - (place.get(b.term) ?? 0));
}

/** A share and a coverage as a call answers them. */
export function shareAndCoverage(share: ComplianceRow['share'], coverage: ComplianceRow['coverage']): { share: z.infer<typeof shareSchema> | null; coverage: z.infer<typeof coverageSchema> } {
  return { share: share === null ? null : { ...share, wilson95: [share.wilson95[0], share.wilson95[1]] }, coverage: { ...coverage } };
}
