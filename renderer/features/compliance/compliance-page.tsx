import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { AgreementExclusions } from '#renderer/features/exclusions/figure-exclusions.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { HeatPlace } from '#renderer/ui/charts/heat-grid.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PeriodPicker, shiftMonth, type MonthRun } from '#renderer/ui/period-picker.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Matrix } from '#shared/compliance/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { AsOfPicker } from './as-of-picker.tsx';
import { AvailabilityBlock } from './availability-block.tsx';
import { ChosenCell } from './chosen-cell.tsx';
import styles from './compliance.module.css';
import { agreementCrumbs, agreementName } from './crumbs.ts';
import { ComplianceMatrix } from './matrix.tsx';
import { cellSearch, placeOfSearch, rowKey } from './places.ts';
import { matrixViews } from './routes.ts';
import { VersionChoice } from './version-choice.tsx';

export const complianceRoute = createLazyRoute('/shell/agreements/$id/compliance')({ component: CompliancePage });

type Search = ReturnType<typeof complianceRoute.useSearch>;
const monthCounts = [3, 12, 13] as const;

function CompliancePage() {
  const { id } = complianceRoute.useParams();
  const search = complianceRoute.useSearch();
  const navigate = useNavigate();
  const { last, months = 12, asOf, version, view = 'metOfAll' } = search;
  const asked = { id, ...(version === undefined ? {} : { version }), ...(asOf === undefined ? {} : { asOf }), months, ...(last === undefined ? {} : { to: `${shiftMonth(last, 1)}-01` }) };
  const { data: matrix, error, isPlaceholderData } = useQuery({ ...api.compliance.matrix.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const change = (part: Partial<Search>): void => void navigate({ to: '/agreements/$id/compliance', params: { id }, search: { ...search, ...part }, replace: true });
  const run: MonthRun = { last: matrix === undefined ? '2000-01' : (last ?? shiftMonth(matrix.period.to.slice(0, 7), -1)), months };
  const shift = (by: number): void => change({ last: shiftMonth(run.last, by * (months === 13 ? 12 : months)) });
  const exportCsv = (): void => void client.compliance.matrixCsv(asked).then(({ file }) => downloadFile(file));
  const place = useMemo(() => (matrix === undefined ? null : knownPlace(matrix, placeOfSearch(search.cell))), [matrix, search.cell]);
  useKeys({ ',': () => shift(-1), '.': () => shift(1), e: exportCsv });
  const crumbs = [...agreementCrumbs(id, matrix === undefined ? null : titleOf(matrix), 'agreement'), { label: t('compliance.title') }];
  if (error !== null && matrix === undefined) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  if (matrix === undefined) return <Page crumbs={crumbs}>{null}</Page>;
  const row = matrix.rows.find((candidate) => rowKey(candidate) === place?.row);
  const cell = row?.cells.find((candidate) => candidate.month === place?.column);
  const availability = matrix.rows.find((candidate) => candidate.type === 'availability' && candidate.all.coverage.state !== 'none');
  const open = (target: HeatPlace): void => {
    const opened = matrix.rows.find((candidate) => rowKey(candidate) === target.row);
    if (opened === undefined || opened.type === 'metric') return;
    const figure = { term: opened.term, month: target.column, measuring: opened.version ?? undefined, asOf, version };
    if (opened.type === 'availability') void navigate({ to: '/agreements/$id/outages', params: { id }, search: { ...figure, service: opened.part ?? undefined } });
    else void navigate({ to: '/agreements/$id/tickets', params: { id }, search: { ...figure, part: opened.part ?? undefined } });
  };
  return (
    <Page crumbs={crumbs} actions={<Button icon="download" onClick={exportCsv} disabledReason={matrix.rows.length === 0 ? t('compliance.noTargets') : null}>{t('compliance.export')}</Button>}>
      <PageTitle beside={<VersionChoice id={id} matrix={matrix} asked={version} onChange={(next) => change({ version: next, cell: undefined })} />}>{t('compliance.title')}</PageTitle>
      <Facts facts={[<Link key="agreement" to="/agreements/$id" params={{ id }}>{titleOf(matrix)}</Link>, matrix.state === 'signed' ? t('compliance.onSigned') : t('compliance.onDraft'), <AgreementExclusions key="exclusions" id={id} />]} />
      {matrix.rows.length === 0 ? (
        <EmptyPlace title={t('compliance.noTargets')} text={t('compliance.noTargetsText')} actions={<Button kind="primary" onClick={() => void navigate({ to: '/agreements/$id/draft', params: { id } })}>{t('compliance.writeTargets')}</Button>} />
      ) : (
        <>
          {hasData(matrix) ? null : <Note>{t('compliance.noDataText')} <Link to="/monitoring">{t('compliance.import')}</Link></Note>}
          <div className={styles.tools}>
            <PeriodPicker run={run} onChange={(next) => change({ last: next.last })} />
            <Segmented label={t('compliance.months')} options={monthCounts.map((count) => ({ value: String(count), label: t(monthWords[count]) }))} value={String(months)} onChange={(value) => change({ months: monthCounts.find((count) => String(count) === value), last: run.last })} />
            <AsOfPicker at={matrix.asOf} zone={matrix.period.zone} asked={asOf} onChange={(next) => change({ asOf: next })} />
            <span className={styles.grow} />
            <Segmented label={t('compliance.view')} options={matrixViews.map((value) => ({ value, label: t(viewWords[value]) }))} value={view} onChange={(value) => change({ view: value === 'metOfAll' ? undefined : value })} />
          </div>
          <div className={styles.matrix} data-stale={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
            <ComplianceMatrix matrix={matrix} view={view} selected={place} onSelect={(next) => change({ cell: cellSearch(next) })} onOpen={open} />
          </div>
          {error === null ? null : <Failure error={error} />}
          <div className={styles.low}>
            {row === undefined || cell === undefined ? <p>{t('compliance.chooseCell')}</p> : <ChosenCell id={id} search={{ asOf, version }} matrix={matrix} row={row} cell={cell} />}
            {availability === undefined || row === availability ? null : <AvailabilityBlock id={id} search={{ asOf, version }} matrix={matrix} row={availability} />}
          </div>
        </>
      )}
    </Page>
  );
}

const monthWords = { 3: 'kit.monthsThree', 12: 'kit.monthsTwelve', 13: 'kit.monthsThirteen' } as const;
const viewWords = { metOfAll: 'compliance.metOfAll', percent: 'compliance.percent', interval: 'compliance.viewInterval' } as const;

function hasData(matrix: Matrix): boolean {
  return matrix.dataTo !== null || matrix.outagesTo !== null || matrix.rows.some((row) => row.cells.some((cell) => cell.value !== null));
}

function titleOf(matrix: Matrix): string {
  return agreementName(matrix.customers, matrix.title);
}

/** The chosen cell; without one, the latest that was missed, else the latest of the first row. */
function knownPlace(matrix: Matrix, place: HeatPlace | null): HeatPlace | null {
  const isKnown = place !== null && matrix.months.some((month) => month.month === place.column) && matrix.rows.some((row) => rowKey(row) === place.row);
  if (isKnown) return place;
  const missed = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell.verdict === 'missed').map((cell) => ({ row: rowKey(row), column: cell.month })));
  const first = matrix.rows.find((row) => row.cells.at(-1)?.isElsewhere === false) ?? matrix.rows[0];
  const latest = matrix.months.at(-1);
  return missed.toSorted((a, b) => (a.column < b.column ? 1 : a.column > b.column ? -1 : 0))[0] ?? (first === undefined || latest === undefined ? null : { row: rowKey(first), column: latest.month });
}
