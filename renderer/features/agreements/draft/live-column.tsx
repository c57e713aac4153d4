import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useMedia } from '#renderer/app/use-media.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Whisker, WhiskerAxis } from '#renderer/ui/charts/whisker.tsx';
import { shiftMonth } from '#renderer/ui/period-picker.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import type { Verdict } from '#renderer/ui/verdict.tsx';
import type { MatrixRow } from '#shared/compliance/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { countText, ofText, percentText } from '#shared/format/figures.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { coverageWords, LiveMonths, rowName } from './live-months.tsx';
import styles from './live-column.module.css';
import { useDraftContext } from './use-draft.ts';

/** What the draft's targets would have come to on the workspace's own tickets and outages. */
export function LiveColumn({ selectedTerm, lastMonth }: { selectedTerm: string | undefined; lastMonth: string | undefined }) {
  const { view } = useDraftContext();
  const navigate = useNavigate();
  const isWide = useMedia('(min-width: 1600px)');
  const span = lastMonth === undefined ? {} : { from: `${shiftMonth(lastMonth, -11)}-01`, to: `${shiftMonth(lastMonth, 1)}-01` };
  const { data: matrix, error } = useQuery(api.compliance.matrix.queryOptions({ input: { id: view.id, version: view.version, ...span }, placeholderData: keepPreviousData }));
  const targets = view.document.terms.filter((term) => 'period' in term);
  if (targets.length === 0) return <Column><p className={styles.say}>{t('agreements.liveNoTargets')}</p></Column>;
  if (error !== null) return <Column><p className={styles.say}>{wordsOfFailure(error).title}</p></Column>;
  if (matrix === undefined) return <Column><p className={styles.say}>{t('agreements.computing')}</p></Column>;
  const end = matrix.dataTo ?? matrix.outagesTo;
  if (end === null) {
    return (
      <Column>
        <p className={styles.say}>{t('agreements.liveNoData')}</p>
        <p className={styles.say}><Link to="/monitoring">{t('agreements.liveImport')}</Link></p>
      </Column>
    );
  }
  const last = matrix.months.at(-1)?.month ?? localDate(end, matrix.period.zone).slice(0, 7);
  const newest = localDate(end - 1, matrix.period.zone).slice(0, 7);
  const spans = Array.from({ length: 6 }, (_, index) => shiftMonth(newest, -index * 3));
  const chosen = matrix.rows.find((row) => row.term === selectedTerm) ?? matrix.rows[0];
  const width = isWide ? 156 : 92;
  const choose = (term: string): void => {
    void navigate({ to: '/agreements/$id/draft', params: { id: view.id }, search: (search) => ({ ...search, term, item: undefined }), replace: true });
    document.getElementById(`term-${term}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <Column end={(
      <Pick label={t('agreements.livePeriod')} value={last} choices={[...new Set([last, ...spans])].toSorted().toReversed().map((month) => ({ value: month, label: `${monthText(shiftMonth(month, -11), true)} ${t('agreements.to')} ${monthText(month, true)}` }))}
        onChange={(to) => void navigate({ to: '/agreements/$id/draft', params: { id: view.id }, search: (search) => ({ ...search, to }), replace: true })} />
    )}>
      <p className={styles.coverage}>{coverageWords(matrix)}</p>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('agreements.liveTarget')}</th><th scope="col"><span className="sr">{t('agreements.liveInterval')}</span><WhiskerAxis width={width} least={0.8} /></th><th scope="col" className="num">{t('agreements.liveMonthsKept')}</th></tr></thead>
        <tbody>{matrix.rows.map((row) => <LiveRow key={`${row.term} ${row.part ?? ''}`} row={row} width={width} isChosen={row === chosen} onChoose={() => choose(row.term)} />)}</tbody>
      </table>
      {chosen === undefined ? null : <LiveMonths row={chosen} isWide={isWide} />}
    </Column>
  );
}

function LiveRow({ row, width, isChosen, onChoose }: { row: MatrixRow; width: number; isChosen: boolean; onChoose: () => void }) {
  const { all } = row;
  const share = all.share !== null ? all.share.numerator / Math.max(1, all.share.denominator) : all.percent === null ? null : all.percent / 100;
  const hasShare = all.share !== null ? all.share.denominator > 0 : share !== null;
  const count = countOf(row);
  return (
    <tr className={classes(isChosen && styles.on)}>
      <th scope="row"><button type="button" className={styles.name} aria-pressed={isChosen} onClick={onChoose}>{rowName(row)}</button><span className={styles.sub}>{count}</span></th>
      <td>{row.type === 'metric' || !hasShare || share === null ? null : <Whisker share={share} interval={all.share === null ? null : [all.share.wilson95[0] / 100, all.share.wilson95[1] / 100]} target={row.goalPercent === null ? null : row.goalPercent / 100} verdict={verdictOf(share, row.goalPercent)} few={all.share?.smallSample ?? false} width={width} least={0.8} label={`${row.name}: ${count}`} />}</td>
      <td className="num">{row.monthsMeasured === 0 ? <span className="t3">–</span> : <><span className={row.monthsKept < row.monthsMeasured - 2 ? 'missed-text' : undefined}>{row.monthsKept}</span><span className="t3"> {t('agreements.of', { count: row.monthsMeasured })}</span></>}</td>
    </tr>
  );
}

function countOf(row: MatrixRow): string {
  const { all } = row;
  if (row.type === 'metric') return all.value === null ? t('agreements.noValuesYet') : String(all.value);
  if (row.type === 'availability') return all.percent === null ? t('agreements.notMeasured') : t('agreements.minutesDown', { minutes: countText(Math.round(all.downMinutes ?? 0)), percent: `${all.percent.toFixed(2)}\u202f%` });
  if (all.share === null || all.share.denominator === 0) return t('agreements.noTickets');
  return `${ofText(all.share.numerator, all.share.denominator)}, ${percentText(all.share.numerator, all.share.denominator) ?? ''}`;
}

function verdictOf(share: number, goalPercent: number | null): Verdict {
  return goalPercent === null ? 'neutral' : share >= goalPercent / 100 ? 'met' : 'missed';
}

function Column({ end, children }: { end?: React.ReactNode; children: React.ReactNode }) {
  return <aside className={styles.live} aria-label={t('agreements.onYourHistory')}><div className={styles.top}><h2>{t('agreements.onYourHistory')}</h2><span className={styles.end}>{end}</span></div>{children}</aside>;
}
