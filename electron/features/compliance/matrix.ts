import type { AgreementDocument } from '#shared/agreements/model.ts';
import { metricFigure } from '#shared/agreements/phrases.ts';
import { termName } from '#shared/agreements/sentences.ts';
import type { AvailabilityRow } from '#shared/availability/model.ts';
import { verdictOf, type ComplianceRow } from '#shared/compliance/compliance.ts';
import type { Matrix, MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { coverageOf, type Coverage } from '#shared/compliance/coverage.ts';
import type { MetricRow } from '#shared/compliance/metrics.ts';
import { clockRules, stepAt } from '#shared/ledger/rules.ts';
import { shareOf, smallSampleBelow } from '#shared/statistics/wilson.ts';
import { monthsBetween } from '#shared/time/period.ts';
import { addMonths, dateOf, startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod, type Question, type QuestionInput } from './question.ts';
import { metricRows, serviceRows, shareAndCoverage, ticketRows } from './rows.ts';

type MatrixInput = QuestionInput & { readonly from?: string | undefined; readonly to?: string | undefined; readonly months: number };
type Span = { readonly from: string; readonly to: string };

/** Every target of a version by month: the compliance screen, and the live column of a draft. */
export function matrixOf(context: CoreContext, input: MatrixInput): Matrix {
  const question = askedQuestion(context, input);
  const { agreement, version, document, coverage, outageCoverage } = question;
  const span = spanOf(context, question, input);
  checkPeriod(span.from, span.to);
  const asOf = asOfOr(question.ticketsAsOf, span.to, document.zone);
  const outagesAsOf = asOfOr(question.outagesAsOf, span.to, document.zone);
  const clocks = ticketRows(question, span, { priority: true, month: true }, asOf);
  const { metrics, metricTotals, services, serviceTotals } = context.store.read((reader) => ({
    metrics: metricRows(reader, question, span, { priority: false, month: true }),
    metricTotals: metricRows(reader, question, span, { priority: false, month: false }),
    services: serviceRows(reader, question, span, true, outagesAsOf),
    serviceTotals: serviceRows(reader, question, span, false, outagesAsOf),
  }));
  const months = monthsBetween(span.from, span.to);
  const view = { question, span, months: months.map((month) => ({ ...month, coverage: coverageOf(coverage, month.from, month.to, document.zone), outages: coverageOf(outageCoverage, month.from, month.to, document.zone) })) };
  return {
    id: agreement.id,
    number: agreement.number,
    title: document.title,
    customers: document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation),
    version: version.version,
    state: version.state,
    asOf,
    dataFrom: coverage[0]?.from ?? null,
    dataTo: coverage.at(-1)?.to ?? null,
    outagesFrom: outageCoverage[0]?.from ?? null,
    outagesTo: outageCoverage.at(-1)?.to ?? null,
    period: { ...span, zone: document.zone },
    months: view.months.map((month) => ({ month: month.label, coverage: { ...month.coverage } })),
    rows: document.terms.flatMap((term): MatrixRow[] => {
      if (term.type === 'response' || term.type === 'resolution') return clockMatrixRows(view, term, clocks.filter((row) => row.term === term.id));
      if (term.type === 'availability') return serviceMatrixRows(view, term, services.filter((row) => row.term === term.id), serviceTotals.filter((row) => row.term === term.id));
      if (term.type === 'metric') return [metricMatrixRow(view, term, metrics.filter((row) => row.term === term.id), metricTotals.find((row) => row.term === term.id))];
      return [];
    }),
  };
}

type MonthView = Span & { readonly label: string; readonly coverage: Coverage; readonly outages: Coverage };
type View = { readonly question: Question; readonly span: Span; readonly months: readonly MonthView[] };
type TermOf<Type extends string> = Extract<AgreementDocument['terms'][number], { type: Type }>;

/** The months up to the end of the data, or the ones that were asked for. */
function spanOf(context: CoreContext, question: Question, input: MatrixInput): Span {
  const { zone } = question.document;
  const end = question.ticketsAsOf ?? question.outagesAsOf ?? context.clock();
  const to = input.to ?? addMonths(`${dateOf(end - 1, zone).slice(0, 7)}-01`, 1);
  return { from: input.from ?? addMonths(to, -input.months), to };
}

function clockMatrixRows(view: View, term: TermOf<'response'> | TermOf<'resolution'>, rows: readonly ComplianceRow[]): MatrixRow[] {
  const { document } = view.question;
  const rules = clockRules(term, document);
  const parts = new Set<string | null>(rows.map((row) => row.part));
  if (parts.size === 0) parts.add(null);
  const whole = coverageOf(view.question.coverage, view.span.from, view.span.to, document.zone);
  return [...parts].map((part) => {
    const own = rows.filter((row) => row.part === part);
    const cells = view.months.map((month): MatrixCell => {
      const row = own.find((candidate) => candidate.month === month.label);
      return { month: month.label, ...emptyCell(month.coverage), ...(row ? { verdict: row.verdict, open: row.open, cancelled: row.cancelled, ...shareAndCoverage(row.share, row.coverage) } : {}) };
    });
    const sum = (value: (cell: MatrixCell) => number) => cells.reduce((total, cell) => total + value(cell), 0);
    const [met, decided] = [sum((cell) => cell.share?.numerator ?? 0), sum((cell) => cell.share?.denominator ?? 0)];
    const { goalPpb } = stepAt(rules, startOfDay(view.span.from, document.zone));
    return {
      term: term.id,
      type: term.type,
      name: termName(term),
      priority: term.priority,
      part,
      goalPercent: term.atLeastPercent,
      within: term.within,
      goal: null,
      cells,
      all: { ...emptyCell(whole), verdict: verdictOf(met, decided, goalPpb, whole), open: sum((cell) => cell.open), cancelled: sum((cell) => cell.cancelled), ...shareAndCoverage(shareOf(met, decided), whole) },
      ...monthsOf(view, cells),
      isSmall: isSmall(cells),
    };
  });
}

function serviceMatrixRows(view: View, term: TermOf<'availability'>, rows: readonly AvailabilityRow[], totals: readonly AvailabilityRow[]): MatrixRow[] {
  return totals.map((total) => {
    const cells = view.months.map((month): MatrixCell => {
      const row = rows.find((candidate) => candidate.month === month.label && candidate.service === total.service);
      return { month: month.label, ...emptyCell(month.outages), ...(row ? availabilityCell(row) : {}) };
    });
    return {
      term: term.id, type: term.type, name: termName(term), priority: null, part: total.service, goalPercent: term.atLeastPercent, within: null, goal: null, cells,
      all: { ...emptyCell(total.coverage), ...availabilityCell(total) },
      ...monthsOf(view, cells), isSmall: false,
    };
  });
}

function metricMatrixRow(view: View, term: TermOf<'metric'>, rows: readonly MetricRow[], total: MetricRow | undefined): MatrixRow {
  const none: Coverage = { state: 'none', measuredDays: 0, days: 0 };
  const cellOf = (row: MetricRow | undefined) => ({ ...emptyCell(row?.coverage ?? none), ...(row ? { verdict: row.verdict, value: row.value, ...shareAndCoverage(row.share, row.coverage) } : {}) });
  const cells = view.months.map((month): MatrixCell => ({ month: month.label, ...cellOf(rows.find((row) => row.month === month.label)) }));
  return { term: term.id, type: term.type, name: termName(term), priority: null, part: null, goalPercent: null, within: null, goal: metricGoal(term), cells, all: cellOf(total), ...monthsOf(view, cells), isSmall: false };
}

function metricGoal(term: TermOf<'metric'>): string {
  const figure = metricFigure(term.target, term.unit);
  if (term.direction === 'between') return `${figure} to ${metricFigure(term.targetTo ?? term.target, term.unit)}`;
  return `${term.direction === 'at-least' ? '≥' : '≤'} ${figure}`;
}

function availabilityCell(row: AvailabilityRow) {
  return { verdict: row.verdict, coverage: { ...row.coverage }, downMinutes: row.downMinutes, budgetMinutes: row.budgetMinutes, percent: row.percent };
}

function emptyCell(coverage: Coverage): Omit<MatrixCell, 'month'> {
  const verdict = coverage.state === 'none' ? 'not measured' : coverage.state === 'partly' ? 'partly measured' : 'no events';
  return { verdict, coverage: { ...coverage }, share: null, open: 0, cancelled: 0, downMinutes: null, budgetMinutes: null, percent: null, value: null };
}

/** Whole calendar months only: one that the span cuts is not counted. */
function monthsOf(view: View, cells: readonly MatrixCell[]): { monthsKept: number; monthsMeasured: number } {
  const judged = cells.filter((cell, index) => isWhole(view.months[index]) && (cell.verdict === 'met' || cell.verdict === 'missed'));
  return { monthsKept: judged.filter((cell) => cell.verdict === 'met').length, monthsMeasured: judged.length };
}

function isWhole(month: MonthView | undefined): boolean {
  return month !== undefined && month.from.endsWith('-01') && month.to.endsWith('-01');
}

function isSmall(cells: readonly MatrixCell[]): boolean {
  const counts = cells.flatMap((cell) => (cell.share && cell.coverage.state === 'whole' ? [cell.share.denominator] : [])).toSorted((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)];
  return median !== undefined && median < smallSampleBelow;
}
