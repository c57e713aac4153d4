import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { Sparkline } from '#renderer/ui/charts/sparkline.tsx';
import { Whisker } from '#renderer/ui/charts/whisker.tsx';
import { VerdictMark, type Verdict } from '#renderer/ui/verdict.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { metricFigure } from '#shared/agreements/phrases.ts';
import type { MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { durationText } from '#shared/format/duration-text.ts';
import { countText, percentText, writtenPercentText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './agreement.module.css';

type Cell = Omit<MatrixCell, 'month'>;
const verdicts: Readonly<Record<MatrixCell['verdict'], Verdict>> = { met: 'met', missed: 'missed', 'no events': 'nodata', 'partly measured': 'partly', 'not measured': 'notMeasured' };

/** One target: agreed, achieved, how many of how many, its interval and its months. The figure opens what stands behind it. */
export function AchievedRow({ view, row, trend, period, whisker, spark }: { view: AgreementView; row: MatrixRow; trend: MatrixRow | undefined; period: { from: string; to: string }; whisker: number; spark: number }) {
  const term = view.document.terms.find((candidate) => candidate.id === row.term);
  const { all } = row;
  const share = shareOf(all);
  const verdict = verdicts[all.verdict];
  const goal = row.goalPercent === null ? null : row.goalPercent / 100;
  const achieved = achievedText(row, term !== undefined && 'unit' in term ? term.unit : '');
  return (
    <tr className={classes(all.verdict === 'missed' && styles.missed)}>
      <td><VerdictMark verdict={verdict} only /></td>
      <th scope="row"><span className="m">{row.name}{row.part === null || row.name.includes(row.part) ? '' : ` ${row.part}`}</span><span className={styles.parameter}>{term !== undefined && 'within' in term ? durationText(term.within) : ''}</span></th>
      <td className="num">{agreedText(row, term)}</td>
      <td className={classes('num', styles.achieved)}>{share === null && all.value === null ? <span className="t3">{achieved}</span> : <FigureLink view={view} row={row} period={period}>{achieved}</FigureLink>}</td>
      <td className="num">{countOf(row)}</td>
      <td>{share === null || row.type === 'metric' ? null : <Whisker share={share} interval={all.share === null ? null : [all.share.wilson95[0] / 100, all.share.wilson95[1] / 100]} target={goal} verdict={verdict} few={all.share?.smallSample ?? false} width={whisker} label={`${row.name}: ${achieved}`} />}</td>
      <td>{trend === undefined || goal === null || row.type === 'metric' || trend.cells.every((cell) => shareOf(cell) === null) ? null : <Sparkline shares={trend.cells.map(shareOf)} missed={trend.cells.map((cell) => cell.verdict === 'missed')} target={goal} nines={row.type === 'availability'} width={spark} label={`${row.name}: ${trend.cells.map((cell) => cell.verdict).join(', ')}`} />}</td>
    </tr>
  );
}

function FigureLink({ view, row, period, children }: { view: AgreementView; row: MatrixRow; period: { from: string; to: string }; children: ReactNode }) {
  const figure = { ...(view.state === 'signed' ? { measuring: row.version ?? undefined } : { version: view.version }), term: row.term, from: period.from, to: period.to };
  if (row.type === 'metric') return children;
  if (row.type === 'availability') return <Link to="/agreements/$id/outages" params={{ id: view.id }} search={{ ...figure, ...(row.part === null ? {} : { service: row.part }) }}>{children}</Link>;
  return <Link to="/agreements/$id/tickets" params={{ id: view.id }} search={{ ...figure, ...(row.part === null ? {} : { part: row.part }) }}>{children}</Link>;
}

function shareOf(cell: Cell): number | null {
  if (cell.share !== null) return cell.share.denominator === 0 ? null : cell.share.numerator / cell.share.denominator;
  return cell.percent === null ? null : cell.percent / 100;
}

function agreedText(row: MatrixRow, term: AgreementView['document']['terms'][number] | undefined): string {
  if (row.goalPercent !== null && row.type !== 'metric') return writtenPercentText(row.goalPercent, row.type === 'availability' ? 2 : 0);
  if (term?.type !== 'metric') return '';
  return term.targetTo === undefined ? metricFigure(term.target, term.unit) : `${metricFigure(term.target, '')}–${metricFigure(term.targetTo, term.unit)}`;
}

function achievedText(row: MatrixRow, unit: string): string {
  const { all } = row;
  if (row.type === 'metric') return all.value === null ? t('agreements.notMeasuredYet') : metricFigure(all.value, unit);
  if (all.share !== null && all.share.denominator > 0) return percentText(all.share.numerator, all.share.denominator) ?? '';
  if (all.percent !== null) return `${all.percent.toFixed(2)}\u202f%`;
  return all.verdict === 'no events' ? t('agreements.noEvents') : all.verdict === 'partly measured' ? t('agreements.partlyMeasured') : t('agreements.notMeasuredYet');
}

function countOf(row: MatrixRow): ReactNode {
  const { all } = row;
  if (all.share !== null && all.share.denominator > 0) return <>{countText(all.share.numerator)}<span className="t3"> {t('agreements.of', { count: countText(all.share.denominator) })}</span></>;
  if (row.type === 'availability' && all.percent !== null) return <>{countText(Math.round(all.downMinutes ?? 0))}<span className="t3"> {t('agreements.of', { count: t('agreements.minutesAllowed', { minutes: countText(Math.floor(all.budgetMinutes ?? 0)) }) })}</span></>;
  return null;
}
