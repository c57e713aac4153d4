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
import { addDays, addMonths, dateOf, startOfDay } from '#shared/time/plain-date.ts';
import { asOfOr, askedQuestion, checkPeriod, type Measuring, type MeasuringContext, type Question, type QuestionInput } from './question.ts';
import { cutTo, metricRows, serviceRows, shareAndCoverage, ticketRows, type Unmeasured, type Versioned } from './rows.ts';

type MatrixInput = QuestionInput & { readonly from?: string | undefined; readonly to?: string | undefined; readonly months: number };
type Span = { readonly from: string; readonly to: string };

/** Every target of a version by month: the compliance screen, and the live column of a draft. */
export function matrixOf(context: MeasuringContext, input: MatrixInput): Matrix {
  const question = askedQuestion(context, input);
  const { agreement, version, document, coverage, outageCoverage } = question;
  const span = spanOf(context, question, input);
  checkPeriod(span.from, span.to);
  const asOf = asOfOr(question.ticketsAsOf, span.to, document.zone);
  const outagesAsOf = asOfOr(question.outagesAsOf, span.to, document.zone);
  const clocks = ticketRows(context, question, span, { priority: true, month: true }, asOf);
  const unmeasured: Unmeasured[] = [];
  const { metrics, metricTotals, services, serviceTotals } = context.store.read((reader) => ({
    metrics: metricRows(reader, question, span, { priority: false, month: true }),
    metricTotals: metricRows(reader, question, span, { priority: false, month: false }),
    services: serviceRows(reader, question, span, true, outagesAsOf, () => undefined),
    serviceTotals: serviceRows(reader, question, span, false, outagesAsOf, (one) => unmeasured.push(one)),
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
    measuring: question.measuring.map((measuring) => measuring.version.version),
    asOf,
    dataFrom: coverage[0]?.from ?? null,
    dataTo: coverage.at(-1)?.to ?? null,
    outagesFrom: outageCoverage[0]?.from ?? null,
    outagesTo: outageCoverage.at(-1)?.to ?? null,
    period: { ...span, zone: document.zone },
    months: view.months.map((month) => ({ month: month.label, coverage: { ...month.coverage } })),
    rows: inTermOrder(question, question.measuring.flatMap((measuring, version) => measuring.document.terms.flatMap((term): MatrixRow[] => {
      const own = { ...view, measuring, version };
      const isOwn = (row: { readonly term: string; readonly version: number }): boolean => row.term === term.id && row.version === version;
      if (term.type === 'response' || term.type === 'resolution') return clockMatrixRows(own, term, clocks.filter(isOwn));
      if (term.type === 'availability') return [...serviceMatrixRows(own, term, services.filter(isOwn), serviceTotals.filter(isOwn)), ...unmeasured.filter(isOwn).map((one) => unmeasuredRow(own, term, one))];
      if (term.type === 'metric') return metricMatrixRows(own, term, metrics.filter(isOwn), metricTotals.find(isOwn));
      return [];
    }))),
  };
}

/** Rows of one target stand together, in the order of the version that speaks for the whole; what another one has besides follows. */
function inTermOrder(question: Question, rows: readonly MatrixRow[]): MatrixRow[] {
  const codes = [...new Set([...question.document.terms.map((term) => term.id), ...rows.map((row) => row.term)])];
  return rows.toSorted((a, b) => codes.indexOf(a.term) - codes.indexOf(b.term));
}

type MonthView = Span & { readonly label: string; readonly coverage: Coverage; readonly outages: Coverage };
type View = { readonly question: Question; readonly span: Span; readonly months: readonly MonthView[] };
/** The rows of one of the versions that measure. */
type VersionView = View & { readonly measuring: Measuring; readonly version: number };
type TermOf<Type extends string> = Extract<AgreementDocument['terms'][number], { type: Type }>;

/** The months up to the end of the data, or the ones that were asked for. */
function spanOf(context: MeasuringContext, question: Question, input: MatrixInput): Span {
  const { zone } = question.document;
  const end = question.ticketsAsOf ?? question.outagesAsOf ?? context.clock();
  const to = input.to ?? addMonths(`${dateOf(end - 1, zone).slice(0, 7)}-01`, 1);
  return { from: input.from ?? addMonths(to, -input.months), to };
}

function clockMatrixRows(view: VersionView, term: TermOf<'response'> | TermOf<'resolution'>, rows: readonly ComplianceRow[]): MatrixRow[] {
  const { zone } = view.question.document;
  const { document, coverage } = view.measuring;
  if (rows.length === 0 && !isInForce(view, view.span)) return [];
  const rules = clockRules(term, document);
  const parts = new Set<string | null>(rows.map((row) => row.part));
  if (parts.size === 0) parts.add(null);
  const whole = coverageOf(coverage, view.span.from, view.span.to, zone);
  return [...parts].map((part) => {
    const own = rows.filter((row) => row.part === part);
    const cells = view.months.map((month): MatrixCell => {
      const row = own.find((candidate) => candidate.month === month.label);
      if (row === undefined) return { month: month.label, ...emptyCell(month.coverage, !isInForce(view, month)) };
      return { month: month.label, ...emptyCell(month.coverage), verdict: row.verdict, open: row.open, cancelled: row.cancelled, ...shareAndCoverage(row.share, row.coverage) };
    });
    const sum = (value: (cell: MatrixCell) => number) => cells.reduce((total, cell) => total + value(cell), 0);
    const [met, decided] = [sum((cell) => cell.share?.numerator ?? 0), sum((cell) => cell.share?.denominator ?? 0)];
    const { goalPpb } = stepAt(rules, startOfDay(view.span.from, zone));
    return {
      ...headOf(view, term),
      priority: term.priority,
      part,
      goalPercent: term.atLeastPercent,
      within: term.within,
      cells,
      all: { ...emptyCell(whole), verdict: verdictOf(met, decided, goalPpb, whole), open: sum((cell) => cell.open), cancelled: sum((cell) => cell.cancelled), ...shareAndCoverage(shareOf(met, decided), whole) },
      ...monthsOf(view, cells),
      isSmall: isSmall(cells),
    };
  });
}

/** Where the version was in force in several stretches of the span their totals are shown one by one. */
function serviceMatrixRows(view: VersionView, term: TermOf<'availability'>, rows: readonly Versioned<AvailabilityRow>[], totals: readonly Versioned<AvailabilityRow>[]): MatrixRow[] {
  return totals.map((total) => {
    const cells = view.months.map((month): MatrixCell => {
      const row = rows.find((candidate) => candidate.month === month.label && candidate.service === total.service && candidate.from >= total.from && candidate.to <= total.to);
      return { month: month.label, ...emptyCell(month.outages, row === undefined), ...(row ? availabilityCell(row) : {}) };
    });
    return { ...headOf(view, term), part: total.service, goalPercent: term.atLeastPercent, cells, all: { ...emptyCell(total.coverage), ...availabilityCell(total) }, ...monthsOf(view, cells), isSmall: false };
  });
}

/** A row without figures that says what is missing. */
function unmeasuredRow(view: VersionView, term: TermOf<'availability'>, { service, why }: Unmeasured): MatrixRow {
  const none: Coverage = { state: 'none', measuredDays: 0, days: 0 };
  const cells = view.months.map((month): MatrixCell => ({ month: month.label, ...emptyCell(none) }));
  return { ...headOf(view, term), part: service, goalPercent: term.atLeastPercent, cells, all: emptyCell(none), ...monthsOf(view, cells), isSmall: false, missing: why.wayOut === null ? why.message : `${why.message} ${why.wayOut}` };
}

/** A month is that of the version in force on its first day. */
function metricMatrixRows(view: VersionView, term: TermOf<'metric'>, rows: readonly MetricRow[], total: MetricRow | undefined): MatrixRow[] {
  const isOwn = (month: MonthView): boolean => isInForce(view, { from: month.from, to: addDays(month.from, 1) });
  if (!view.months.some(isOwn)) return [];
  const none: Coverage = { state: 'none', measuredDays: 0, days: 0 };
  const cellOf = (row: MetricRow | undefined, isElsewhere = false) => ({ ...emptyCell(row?.coverage ?? none, isElsewhere), ...(row ? { verdict: row.verdict, value: row.value, ...shareAndCoverage(row.share, row.coverage) } : {}) });
  const cells = view.months.map((month): MatrixCell => {
    const row = rows.find((candidate) => candidate.month === month.label);
    return { month: month.label, ...cellOf(row, row === undefined && !isOwn(month)) };
  });
  return [{ ...headOf(view, term), goal: metricGoal(term), cells, all: cellOf(total), ...monthsOf(view, cells), isSmall: false }];
}

/** What a row says before its figures; a kind of target fills in what it has. */
function headOf(view: VersionView, term: TermOf<MatrixRow['type']>): Pick<MatrixRow, 'term' | 'type' | 'name' | 'priority' | 'part' | 'version' | 'goalPercent' | 'within' | 'goal' | 'missing'> {
  const version = view.question.measuring.length > 1 ? view.measuring.version.version : null;
  return { term: term.id, type: term.type, name: termName(term), priority: null, part: null, version, goalPercent: null, within: null, goal: null, missing: null };
}

function isInForce(view: VersionView, span: Span): boolean {
  return cutTo(view.measuring.days, span).length > 0;
}

function metricGoal(term: TermOf<'metric'>): string {
  const figure = metricFigure(term.target, term.unit);
  if (term.direction === 'between') return `${figure} to ${metricFigure(term.targetTo ?? term.target, term.unit)}`;
  return `${term.direction === 'at-least' ? '≥' : '≤'} ${figure}`;
}

function availabilityCell(row: AvailabilityRow) {
  return { verdict: row.verdict, coverage: { ...row.coverage }, downMinutes: row.downMinutes, budgetMinutes: row.budgetMinutes, percent: row.percent };
}

function emptyCell(coverage: Coverage, isElsewhere = false): Omit<MatrixCell, 'month'> {
  const verdict = isElsewhere || coverage.state === 'none' ? 'not measured' : coverage.state === 'partly' ? 'partly measured' : 'no events';
  return { verdict, coverage: { ...coverage }, share: null, open: 0, cancelled: 0, downMinutes: null, budgetMinutes: null, percent: null, value: null, isElsewhere };
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
