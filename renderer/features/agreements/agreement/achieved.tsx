import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useMedia } from '#renderer/app/use-media.ts';
import { SparklineAxis } from '#renderer/ui/charts/sparkline.tsx';
import { WhiskerAxis } from '#renderer/ui/charts/whisker.tsx';
import { PeriodPicker, shiftMonth } from '#renderer/ui/period-picker.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import type { MatrixRow } from '#shared/compliance/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { AchievedRow } from './achieved-row.tsx';
import styles from './agreement.module.css';

const route = getRouteApi('/shell/agreements/$id');
const spans = ['month', 'quarter', 'year'] as const;
const lengths = { month: 1, quarter: 3, year: 12 } as const;

/** Every target with what it came to in a month, a quarter or a year, and the shape of the thirteen months before. */
export function Achieved({ view }: { view: AgreementView }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const isWide = useMedia('(min-width: 1600px)');
  const span = search.span ?? 'month';
  const hasTargets = view.document.terms.some((term) => 'period' in term);
  const known = useQuery(api.compliance.matrix.queryOptions({ input: { ...measuredBy(view), months: 13 }, enabled: hasTargets }));
  const last = search.month ?? lastWhole(known.data?.months ?? []);
  const question = (months: number) => ({ ...measuredBy(view), from: `${shiftMonth(last ?? '2026-01', 1 - months)}-01`, to: `${shiftMonth(last ?? '2026-01', 1)}-01` });
  const isKnown = known.data?.months.some((month) => month.month === last) ?? true;
  const present = useQuery(api.compliance.matrix.queryOptions({ input: question(lengths[span]), enabled: last !== undefined && hasTargets && (span !== 'month' || !isKnown), placeholderData: keepPreviousData }));
  const farther = useQuery(api.compliance.matrix.queryOptions({ input: question(13), enabled: last !== undefined && hasTargets && !isKnown, placeholderData: keepPreviousData }));
  const trend = isKnown ? known.data : farther.data;
  const set = (change: Partial<typeof search>): void => void navigate({ to: '/agreements/$id', params: { id: view.id }, search: { ...search, ...change }, replace: true });
  const error = known.error ?? present.error ?? farther.error;
  const hasData = known.data !== undefined && (known.data.dataTo !== null || known.data.outagesTo !== null || known.data.rows.some((row) => row.all.value !== null));
  if (!hasTargets) return <Section title={t('agreements.achieved')} ruled><p className="t13 t3">{t('agreements.noTargets')}</p></Section>;
  if (error !== null) return <Section title={t('agreements.achieved')} ruled><p className="t13">{wordsOfFailure(error).title}</p></Section>;
  if (known.data === undefined) return <Section title={t('agreements.achieved')} ruled><p className="t13 t3">{t('agreements.computing')}</p></Section>;
  if (!hasData || last === undefined) {
    return <Section title={t('agreements.achieved')} ruled><p className="t13 t2">{t('agreements.noData')} <Link to="/monitoring">{t('agreements.importTickets')}</Link></p></Section>;
  }
  const rows = ownRows(view, span === 'month' && isKnown ? monthOf(known.data.rows, last) : (present.data?.rows ?? []));
  const months = trend?.months.map((month) => month.month).filter((month) => month <= last) ?? [];
  const run = { last, months: lengths[span] };
  const whisker = isWide ? 200 : 136;
  const spark = isWide ? 168 : 112;
  return (
    <Section
      title={<span className={styles.achievedHead}>{t('agreements.achieved')}<PeriodPicker run={run} step={lengths[span]} onChange={(next) => set({ month: next.last })} /></span>}
      end={<Segmented label={t('agreements.spanLabel')} value={span} options={spans.map((value) => ({ value, label: t(`agreements.span-${value}`) }))} onChange={(value) => set({ span: value === 'month' ? undefined : value })} />}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col"><span className="sr">{t('agreements.verdictOf')}</span></th><th scope="col">{t('agreements.columnTarget')}</th><th scope="col" className="num">{t('agreements.columnAgreed')}</th><th scope="col" className="num">{t('agreements.columnAchieved')}</th><th scope="col" className="num">{t('agreements.columnCount')}</th>
            <th scope="col" style={{ width: whisker + 24 }}><span className="sr">{t('agreements.liveInterval')}</span><WhiskerAxis width={whisker} /></th>
            <th scope="col" style={{ width: spark + 8 }}><span className="sr">{t('agreements.columnMonths')}</span><SparklineAxis from={monthText(months[0] ?? last, true)} to={monthText(last, true)} width={spark} /></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => <AchievedRow key={`${row.term} ${row.part ?? ''}`} view={view} row={row} trend={trendOf(trend?.rows ?? [], row, last)} period={question(lengths[span])} whisker={whisker} spark={spark} />)}
        </tbody>
      </table>
      <div className={styles.tableFoot}><span>{rows.length === 0 ? t('agreements.computing') : `${summary(rows)} · ${t('agreements.hollow')}`}</span><Link to="/agreements/$id/compliance" params={{ id: view.id }} search={{ version: measuredBy(view).version, last }}>{t('agreements.wholeCompliance')}</Link></div>
    </Section>
  );
}

/** A signed version is measured on the days on which it is in force, a draft on everything. */
function measuredBy(view: AgreementView): { id: string; version?: number } {
  return view.state === 'signed' ? { id: view.id } : { id: view.id, version: view.version };
}

/** Where several versions measure, those of this one. */
function ownRows(view: AgreementView, rows: readonly MatrixRow[]): readonly MatrixRow[] {
  return rows.filter((row) => row.version === null || row.version === view.version);
}

/** The rows as one of their months stands alone. */
function monthOf(rows: readonly MatrixRow[], month: string): MatrixRow[] {
  return rows.map((row) => ({ ...row, all: row.cells.find((cell) => cell.month === month) ?? row.all }));
}

/** The months of a row up to the last one that is shown. */
function trendOf(rows: readonly MatrixRow[], row: MatrixRow, last: string): MatrixRow | undefined {
  const found = rows.find((other) => other.term === row.term && other.part === row.part && other.version === row.version);
  return found === undefined ? undefined : { ...found, cells: found.cells.filter((cell) => cell.month <= last) };
}

/** The last month that was measured whole, else the last one. */
function lastWhole(months: readonly { readonly month: string; readonly coverage: { readonly state: string } }[]): string | undefined {
  return (months.findLast((month) => month.coverage.state === 'whole') ?? months.at(-1))?.month;
}

function summary(rows: readonly MatrixRow[]): string {
  const count = (verdict: string): number => rows.filter((row) => row.all.verdict === verdict).length;
  return t('agreements.achievedSummary', { met: count('met'), missed: count('missed'), without: rows.length - count('met') - count('missed') });
}
