import type { z } from 'zod';
import { serviceCoverage } from '#db/compliance/coverage.ts';
import { exclusionsOf, outagesOf } from '#db/compliance/outages.ts';
import { readingsOf } from '#db/compliance/readings.ts';
import { servicesOnce, type Scope, type ServiceScope } from '#db/compliance/scope.ts';
import type { Reader } from '#db/store.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import type { AvailabilityTerm, MetricTerm } from '#shared/agreements/terms.ts';
import { availabilityOf, type AvailabilityInput } from '#shared/availability/availability.ts';
import type { AvailabilityRow } from '#shared/availability/model.ts';
import { complianceRowsOf, type By, type ComplianceRow } from '#shared/compliance/compliance.ts';
import type { AvailabilityAnswer, ComplianceAnswer, coverageSchema, shareSchema } from '#shared/compliance/contract.ts';
import { metricRowsOf, type MetricRow } from '#shared/compliance/metrics.ts';
import { ParleyError } from '#shared/errors.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';
import { monthsBetween, periodOf } from '#shared/time/period.ts';
import { addDays, startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { judgedOf } from './judged.ts';
import { asOfOr, askedQuestion, checkPeriod, type Measuring, type MeasuringContext, type Question, type QuestionInput } from './question.ts';

export type PeriodInput = QuestionInput & { readonly from: string; readonly to: string };
type RowsInput = PeriodInput & { readonly by: readonly ('priority' | 'month')[] };

/** Compliance of the ticket and metric targets, as `parley compliance` prints it. */
export function complianceRows(context: CoreContext, input: RowsInput): ComplianceAnswer {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { zone } = question.document;
  const asOf = asOfOr(question.ticketsAsOf, input.to, zone);
  const by = { priority: input.by.includes('priority'), month: input.by.includes('month') };
  const clocks = ticketRows(context, question, input, by, asOf);
  const metrics = context.store.read((reader) => metricRows(reader, question, input, by));
  return {
    asOf: formatInstant(asOf, zone),
    period: { from: input.from, to: input.to, zone },
    rows: inOrder(question, [
      ...clocks.map(({ goalPercent: _goal, notDerivable: _notDerivable, version, part, excluded, coverage, share, ...row }) => ({
        ...row, ...shareAndCoverage(share, coverage), ...versionOf(question, version), ...(part === null ? {} : { part }), ...(excluded === 0 ? {} : { excluded }),
      })),
      ...metrics.map(({ share, version, coverage, ...row }) => ({ ...row, ...shareAndCoverage(share, coverage), ...versionOf(question, version) })),
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
    rows: rows.map(({ goalPercent: _goal, version, from, to, bounds, coverage, ...row }) => ({ ...row, bounds: bounds ? [bounds[0], bounds[1]] : null, coverage: { ...coverage }, ...(question.measuring.length > 1 ? { ...versionOf(question, version), from, to } : {}) })),
  };
}

/** A row that says by which version of the question it was measured. */
export type Versioned<Row> = Row & { readonly version: number };
type Period = { readonly from: PlainDate; readonly to: PlainDate };

/** Rows of the ticket targets, from what is judged once and kept. */
export function ticketRows(context: MeasuringContext, question: Question, period: Period, by: By, asOf: Instant): ComplianceRow[] {
  return complianceRowsOf({ judged: judgedOf(context, question, asOf), tickets: question.tickets, versions: question.measuring, zone: question.document.zone, from: period.from, to: period.to, by });
}

/** Rows of the metric targets. A month is that of the version in force on its first day. */
export function metricRows(reader: Reader, question: Question, period: Period, by: By): Versioned<MetricRow>[] {
  return question.measuring.flatMap(({ document, days, scope }, version) => {
    const known = serviceCoverage(reader, 'readings', scope, null);
    const spans = by.month ? monthsBetween(period.from, period.to).filter((month) => days.some((span) => isWithin(month.from, span))) : cutTo(days, period);
    return document.terms
      .filter((term): term is MetricTerm => term.type === 'metric')
      .flatMap((term) => {
        const readings = readingsOf(reader, question.agreement.id, term, scope);
        return spans.flatMap((span) => metricRowsOf({ document, term, readings, known, from: span.from, to: span.to, by })).map((row) => ({ ...row, version }));
      });
  });
}

/** A target of a service that cannot be measured, and why. */
export type Unmeasured = { readonly version: number; readonly term: string; readonly service: string; readonly why: ParleyError };

/**
 * Rows of the availability targets: every minute under the version in force in it, so a period with two versions has two rows. What cannot be
 * measured refuses all of it, unless `unmeasured` takes it.
 */
export function serviceRows(reader: Reader, question: Question, period: Period, byMonth: boolean, asOf: Instant, unmeasured?: (one: Unmeasured) => void): Versioned<AvailabilityRow>[] {
  const rows = question.measuring.flatMap((measuring, version) =>
    availabilityTerms(measuring.document).flatMap((term) =>
      servicesOf(measuring.scope, term).flatMap((service) =>
        orUnmeasured(unmeasured && ((why) => unmeasured({ version, term: term.id, service: service.name, why })), () =>
          cutTo(measuring.days, period).flatMap((span) => availabilityOf({ ...availabilityInput(reader, question, measuring, term, service, span, asOf), byMonth })).map((row) => ({ ...row, version }))))));
  const services = [...new Set(rows.map((row) => row.service))];
  return question.measuring.length === 1 ? rows : inOrder(question, rows.toSorted((a, b) => services.indexOf(a.service) - services.indexOf(b.service) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)));
}

function orUnmeasured<Row>(unmeasured: ((why: ParleyError) => void) | undefined, rows: () => Row[]): Row[] {
  try {
    return rows();
  } catch (error) {
    if (unmeasured === undefined || !(error instanceof ParleyError) || error.code !== 'invalid-input') throw error;
    unmeasured(error);
    return [];
  }
}

export function availabilityTerms(document: AgreementDocument): AvailabilityTerm[] {
  return document.terms.filter((term): term is AvailabilityTerm => term.type === 'availability');
}

/** The services that a target is measured for: its own, else each of the agreement. */
export function servicesOf(scope: Scope, term: AvailabilityTerm): readonly ServiceScope[] {
  return servicesOnce(scope).filter((service) => term.service === undefined || service.name === term.service);
}

export function availabilityInput(reader: Reader, question: Question, { document, scope }: Measuring, term: AvailabilityTerm, service: ServiceScope, period: Period, asOf: Instant): Omit<AvailabilityInput, 'byMonth'> {
  const rules = { noticeDays: term.maintenance?.noticeDays ?? null, zone: document.zone, until: startOfDay(periodOf(term.period, addDays(period.to, -1), document.term?.from ?? period.from).to, document.zone), supposed: question.supposed };
  return {
    document, term, service: service.name, outages: outagesOf(reader, service.no), exclusions: exclusionsOf(reader, question.agreement.id, service, rules),
    coverage: serviceCoverage(reader, 'outages', scope, service.no), from: period.from, to: period.to, asOf,
  };
}

/** What of a period lies in the days of a version. */
export function cutTo(days: Measuring['days'], { from, to }: Period): Period[] {
  return days
    .map((span) => ({ from: span.from === null || span.from < from ? from : span.from, to: span.to === null || span.to > to ? to : span.to }))
    .filter((span) => span.from < span.to);
}

/** The number of the version that measured a row; said only where several measure. */
function versionOf(question: Question, version: number): { version?: number } {
  const measuring = question.measuring[version];
  return question.measuring.length === 1 || measuring === undefined ? {} : { version: measuring.version.version };
}

function isWithin(date: PlainDate, { from, to }: Measuring['days'][number]): boolean {
  return (from === null || from <= date) && (to === null || date < to);
}

/** Rows in the order of the terms, those that only another version has behind; rows of one term stay as they came. */
function inOrder<Row extends { readonly term: string }>(question: Question, rows: readonly Row[]): Row[] {
  const codes = [...new Set([question.document, ...question.measuring.map(({ document }) => document)].flatMap((document) => document.terms.map((term) => term.id)))];
  const place = new Map(codes.map((code, index) => [code, index]));
  return rows.toSorted((a, b) => (place.get(a.term) ?? 0) - (place.get(b.term) ?? 0));
}

/** A share and a coverage as a call answers them. */
export function shareAndCoverage(share: ComplianceRow['share'], coverage: ComplianceRow['coverage']): { share: z.infer<typeof shareSchema> | null; coverage: z.infer<typeof coverageSchema> } {
  return { share: share === null ? null : { ...share, wilson95: [share.wilson95[0], share.wilson95[1]] }, coverage: { ...coverage } };
}
