import type { CellState } from '#renderer/ui/charts/heat-grid.tsx';
import type { Verdict } from '#renderer/ui/verdict.tsx';
import type { Matrix, MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { ordinal } from '#shared/format/duration-text.ts';
import { durationWords } from '#shared/format/durations.ts';
import { percentText, writtenPercentText } from '#shared/format/figures.ts';
import { NARROW_SPACE } from '#shared/format/spaces.ts';
import { t } from '#shared/messages/messages.ts';
import type { Duration } from '#shared/time/duration.ts';
import type { matrixViews } from './routes.ts';

export type MatrixView = (typeof matrixViews)[number];
export type Cell = Omit<MatrixCell, 'month'>;

const states: Readonly<Record<Cell['verdict'], CellState>> = { met: 'met', missed: 'missed', 'partly measured': 'partly', 'not measured': 'notMeasured', 'no events': 'none' };
const verdicts: Readonly<Record<Cell['verdict'], Verdict>> = { met: 'met', missed: 'missed', 'partly measured': 'partly', 'not measured': 'notMeasured', 'no events': 'nodata' };

export function stateOf(cell: Cell): CellState {
  if (cell.isElsewhere) return 'plain';
  return states[cell.verdict];
}

export function verdictMarkOf(verdict: Cell['verdict']): Verdict {
  return verdicts[verdict];
}

/** What stands in a cell: met of all, per cent or the interval; minutes for availability, the value for a metric. */
export function cellText(row: MatrixRow, cell: Cell, view: MatrixView): string {
  if (cell.isElsewhere) return '';
  if (cell.verdict === 'not measured') return '–';
  if (row.type === 'availability') return view === 'metOfAll' ? minutes(cell.downMinutes ?? 0) : percentFigure(cell.percent, 2);
  if (row.type === 'metric' && (cell.share === null || view === 'metOfAll')) return cell.value === null ? t('compliance.none') : valueFigure(cell.value);
  if (cell.share === null) return t('compliance.none');
  if (view === 'percent') return percentFigure(cell.share.percent, 1);
  if (view === 'interval') return `${cell.share.wilson95[0].toFixed(0)}–${cell.share.wilson95[1].toFixed(0)}`;
  return `${cell.share.numerator}/${cell.share.denominator}`;
}

/** The figure of the whole span, with its unit. */
export function totalText(row: MatrixRow, view: MatrixView): string {
  const { all } = row;
  if (row.type === 'availability') return all.percent === null ? '–' : writtenFixed(all.percent, 2);
  if (row.type === 'metric') return all.value === null ? '–' : valueFigure(all.value);
  if (all.share === null) return '–';
  if (view === 'interval') return `${all.share.wilson95[0].toFixed(1)}–${all.share.wilson95[1].toFixed(1)}${NARROW_SPACE}%`;
  return percentText(all.share.numerator, all.share.denominator) ?? '–';
}

/** A cell in words: the percentage with its count, the interval and how it was judged. */
export function cellWords(row: MatrixRow, cell: Cell): string {
  if (cell.isElsewhere) return t('compliance.elsewhere');
  const verdict = row.type === 'metric' && cell.verdict === 'no events' ? t('compliance.noReading') : t(`compliance.verdict-${cell.verdict}`);
  const measured = cell.verdict === 'partly measured' ? `, ${t('compliance.daysMeasured', { measured: cell.coverage.measuredDays, days: cell.coverage.days })}` : '';
  if (row.type === 'availability' && cell.verdict !== 'not measured') return `${t('compliance.minutesOf', { down: minutes(cell.downMinutes ?? 0), budget: minutes(cell.budgetMinutes ?? 0) })}, ${verdict}${measured}`;
  if (row.type === 'metric' && cell.value !== null) return `${valueFigure(cell.value)}, ${verdict}${measured}`;
  if (cell.share === null) return `${verdict}${measured}`;
  const { numerator, denominator, wilson95 } = cell.share;
  return `${t('compliance.countOf', { met: numerator, all: denominator })}, ${percentText(numerator, denominator) ?? ''}, ${t('compliance.interval', { low: wilson95[0].toFixed(1), high: wilson95[1].toFixed(1) })}, ${verdict}${measured}`;
}

/** What a target asks for, behind its name: "4 h, ≥ 90 %". */
export function parameterText(row: MatrixRow): string {
  if (row.goal !== null) return row.goal;
  const goal = row.goalPercent === null ? '' : `≥ ${writtenPercentText(row.goalPercent)}`;
  if (row.type === 'availability') return t('compliance.ofTheHours', { goal });
  return row.within === null ? goal : `${shortDuration(row.within)}, ${goal}`;
}

/** "4 h", "1 day", "3rd day". */
export function shortDuration(within: Duration): string {
  if ('seconds' in within) return durationWords(within.seconds * 1000);
  if (within.kind === 'end-of-business-day') return within.days === 0 ? t('compliance.sameDay') : t('compliance.nthDay', { day: ordinal(within.days) });
  return t(within.kind === 'business-days' ? 'compliance.days' : 'compliance.calendarDays', { count: within.days });
}

/** "Availability, October 2026"; where several services are measured, the one: "Mail, October 2026". */
export function availabilityTitle(matrix: Matrix, row: MatrixRow, period: string): string {
  const isOnly = new Set(matrix.rows.flatMap(({ type, part }) => (type === 'availability' ? [part] : []))).size < 2;
  return isOnly ? t('compliance.availabilityTitle', { period }) : t('compliance.cellTitle', { name: row.part ?? row.name, month: period });
}

export function minutes(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function percentFigure(percent: number | null, decimals: number): string {
  return percent === null ? '–' : percent.toFixed(decimals);
}

function writtenFixed(percent: number, decimals: number): string {
  return `${percent.toFixed(decimals)}${NARROW_SPACE}%`;
}

function valueFigure(value: number): string {
  return String(Math.round(value * 100) / 100);
}
