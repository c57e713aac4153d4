import { classes } from '#renderer/ui/classes.ts';
import type { Matrix, MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { durationText } from '#shared/format/duration-text.ts';
import { monthName, monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './live-column.module.css';
import { useDraftContext } from './use-draft.ts';

/** The chosen target by month, late of all, and one sentence on what it means. */
export function LiveMonths({ row, isWide }: { row: MatrixRow; isWide: boolean }) {
  const { document } = useDraftContext();
  const term = document.terms.find((candidate) => candidate.id === row.term);
  const isShort = row.cells.some((cell) => figureOf(cell, false).length > (isWide ? 5 : 4));
  const head = row.type === 'availability' ? t('agreements.minutesOfBudget') : term !== undefined && 'within' in term ? t(isShort ? 'agreements.lateOnly' : 'agreements.lateOfAll', { within: durationText(term.within) }) : '';
  return (
    <>
      <div className={styles.head}><h3>{rowName(row)}</h3><span>{head}</span></div>
      <div className={styles.months} style={{ gridTemplateColumns: `repeat(${Math.max(1, row.cells.length)}, minmax(0, 1fr))` }}>
        {row.cells.map((cell) => <i key={cell.month} className={classes(styles.cell, styles[toneOf(cell)])} title={cellWords(cell)} role="img" aria-label={cellWords(cell)}>{figureOf(cell, isShort)}</i>)}
        {row.cells.map((cell) => <span key={`${cell.month} name`} className={styles.month} aria-hidden="true">{monthName(Number(cell.month.slice(5))).slice(0, 1)}</span>)}
      </div>
      <p className={styles.say}>{sentenceOf(row)}</p>
    </>
  );
}

/** How much of the period was measured, by the tickets' own coverage. */
export function coverageWords(matrix: Matrix): string {
  const whole = matrix.months.filter((month) => month.coverage.state === 'whole').length;
  const partly = matrix.months.filter((month) => month.coverage.state === 'partly');
  const parts = [t('agreements.monthsMeasured', { whole, all: matrix.months.length })];
  if (partly.length > 0 && partly.length <= 3) parts.push(partly.map((month) => t('agreements.monthPartly', { month: monthText(month.month, true), days: month.coverage.measuredDays, all: month.coverage.days })).join(', '));
  return `${parts.join('; ')}.`;
}

/** A name that says its service already does not say it again. */
export function rowName({ name, part }: MatrixRow): string {
  return part === null || name.includes(part) ? name : `${name} ${part}`;
}

function toneOf(cell: MatrixCell): 'met' | 'missed' | 'partly' | 'none' {
  if (cell.verdict === 'met') return 'met';
  if (cell.verdict === 'missed') return 'missed';
  return cell.verdict === 'partly measured' ? 'partly' : 'none';
}

function figureOf(cell: MatrixCell, isShort: boolean): string {
  if (cell.share !== null && cell.share.denominator > 0) {
    const late = countText(cell.share.denominator - cell.share.numerator);
    return isShort ? late : `${late}/${countText(cell.share.denominator)}`;
  }
  if (cell.downMinutes !== null && cell.verdict !== 'not measured') return countText(Math.round(cell.downMinutes));
  if (cell.value !== null) return String(cell.value);
  return '–';
}

function cellWords(cell: MatrixCell): string {
  const month = monthText(cell.month);
  if (cell.share !== null && cell.share.denominator > 0) return t('agreements.cellShare', { month, late: countText(cell.share.denominator - cell.share.numerator), all: countText(cell.share.denominator), verdict: cell.verdict });
  return `${month}: ${figureOf(cell, false)}, ${cell.verdict}`;
}

/** One sentence on what to do about it. */
function sentenceOf(row: MatrixRow): string {
  const { share } = row.all;
  if (share === null || share.denominator === 0 || row.goalPercent === null) return row.monthsMeasured === 0 ? t('agreements.sayNothing') : t('agreements.sayMonths', { kept: row.monthsKept, of: row.monthsMeasured });
  const counts = row.cells.flatMap((cell) => (cell.share !== null && cell.share.denominator > 0 && cell.coverage.state === 'whole' ? [cell.share.denominator] : [])).toSorted((one, other) => one - other);
  const typical = counts[Math.floor(counts.length / 2)] ?? share.denominator;
  const allowed = Math.floor(typical * (1 - row.goalPercent / 100) + 1e-9);
  const interval = t('agreements.sayInterval', { kept: countText(share.numerator), all: countText(share.denominator), low: share.wilson95[0].toFixed(1), high: share.wilson95[1].toFixed(1) });
  const lead = allowed === 0 ? t('agreements.sayOneLate', { count: countText(typical) }) : t('agreements.sayAllowed', { count: countText(typical), allowed: countText(allowed) });
  return `${lead} ${interval}`;
}
