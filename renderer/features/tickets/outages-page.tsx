import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useFigureExclusions } from '#renderer/features/exclusions/figure-exclusions.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { FigureOutage } from '#shared/compliance/contract.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { NARROW_SPACE } from '#shared/format/spaces.ts';
import { t } from '#shared/messages/messages.ts';
import { FigureBadge } from './figure-facts.tsx';
import { shifted, spanOf, spanText } from './figure.ts';
import styles from './figure.module.css';
import type { OutagesSearch } from './search.ts';

export const outagesRoute = createLazyRoute('/shell/agreements/$id/outages')({ component: OutagesPage });

function OutagesPage() {
  const { id } = outagesRoute.useParams();
  const search = outagesRoute.useSearch();
  const navigate = useNavigate();
  const span = spanOf(search);
  if (span === null || search.term === undefined || search.service === undefined) {
    return (
      <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }, { label: t('tickets.outagesTitle') }]}>
        <EmptyPlace title={t('tickets.noTerm')} text={t('tickets.noTermText')} actions={<Button kind="primary" onClick={() => void navigate({ to: '/agreements/$id/compliance', params: { id } })}>{t('tickets.toCompliance')}</Button>} />
      </Page>
    );
  }
  return <OutageList id={id} search={search} span={span} term={search.term} service={search.service} />;
}

const noRows: readonly FigureOutage[] = [];

/** The outages behind an availability figure: when, what of each lies in the hours, what counts, and what excludes it. */
function OutageList({ id, search, span, term, service }: { id: string; search: OutagesSearch; span: { readonly from: string; readonly to: string }; term: string; service: string }) {
  const navigate = useNavigate();
  const asked = { id, ...span, ...(search.version === undefined ? {} : { version: search.version }), ...(search.asOf === undefined ? {} : { asOf: search.asOf }) };
  const outages = useQuery({ ...api.compliance.outages.queryOptions({ input: { ...asked, term, service, ...(search.measuring === undefined ? {} : { measuring: search.measuring }) } }), placeholderData: keepPreviousData });
  const figures = useQuery({ ...api.compliance.availability.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const view = useQuery(api.agreements.view.queryOptions({ input: { id } }));
  const exclusions = useFigureExclusions({ id, term, ...span, month: search.month });
  const rows = outages.data?.rows ?? noRows;
  const zone = figures.data?.period.zone ?? 'UTC';
  const figure = figures.data?.rows.find((row) => row.term === term && row.service === service && (search.measuring === undefined || row.version === search.measuring));
  const goal = view.data?.document.terms.find((candidate) => candidate.id === term);
  const columns = useMemo(() => columnsOf(zone, rows), [zone, rows]);
  const change = (part: Partial<OutagesSearch>): void => void navigate({ to: '/agreements/$id/outages', params: { id }, search: { ...search, ...part }, replace: true });
  const shift = (by: number): void => change(shifted(search, by));
  const back = (): void => void navigate({ to: '/agreements/$id/compliance', params: { id }, search: { version: search.version, asOf: search.asOf } });
  useKeys({ ',': () => shift(-1), '.': () => shift(1), Escape: back });
  const period = spanText(span);
  const crumbs = [
    { label: t('kit.agreements'), link: { to: '/agreements' } },
    { label: view.data?.document.title ?? '', link: { to: '/agreements/$id/compliance', params: { id } } },
    { label: t('tickets.crumb', { name: service, period }) },
  ] as const;
  const error = outages.error ?? figures.error;
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  return (
    <Page crumbs={crumbs} layout="fill">
      <PageTitle beside={figure === undefined ? null : <FigureBadge verdict={figure.verdict} />} end={(
        <span className={styles.month}>
          <Button kind="quiet" size="small" icon="chevron-left" iconOnly keyHint="," onClick={() => shift(-1)}>{t('tickets.earlierMonth')}</Button>
          <b aria-live="polite">{period}</b>
          <Button kind="quiet" size="small" icon="chevron-right" iconOnly keyHint="." onClick={() => shift(1)}>{t('tickets.laterMonth')}</Button>
        </span>
      )}>{t('tickets.crumb', { name: t('tickets.outagesTitle'), period: service })}</PageTitle>
      {figure === undefined ? null : (
        <Facts facts={[
          <span key="down" className={figure.verdict === 'missed' ? 'missed-text' : 'b ink'}>{t('tickets.downOf', { down: minutesText(figure.downMinutes), budget: minutesText(figure.budgetMinutes) })}</span>,
          figure.percent === null ? null : t('tickets.availabilityPercent', { percent: percent(figure.percent), goal: goal !== undefined && 'atLeastPercent' in goal ? percent(goal.atLeastPercent) : '' }),
          figure.bounds === null || figure.undeterminedMinutes === 0 ? null : t('tickets.bounds', { low: percent(figure.bounds[0]), high: percent(figure.bounds[1]) }),
          figure.excludedMinutes === 0 ? null : t('tickets.takenOut', { minutes: minutesText(figure.excludedMinutes) }),
          figure.coverage.state === 'partly' ? t('tickets.measuredDays', { measured: figure.coverage.measuredDays, days: figure.coverage.days }) : null,
          exclusions,
        ]} />
      )}
      <ListTable place="figure-outages" passing={passing} label={t('tickets.outagesTitle')} columns={columns} rows={rows} rowId={rowId}
        findText={(row) => row.reason ?? row.key} empty={outages.data === undefined ? null : t('tickets.noOutages')} />
    </Page>
  );
}

/** The figure itself: a view keeps how its outages are shown, not which figure it was. */
const passing = ['version', 'measuring', 'term', 'service', 'month', 'from', 'to', 'asOf'];

function rowId(row: FigureOutage): string {
  return String(row.no);
}

function columnsOf(zone: string, rows: readonly FigureOutage[]): readonly Column<FigureOutage>[] {
  const sum = (value: (row: FigureOutage) => number): string => minutesText(rows.reduce((total, row) => total + value(row), 0));
  const hasMerged = rows.some((row) => row.isMerged);
  return [
    { id: 'outage', head: t('tickets.outage'), value: (row) => row.reason ?? row.key, width: { min: 160, grow: 2 }, foot: t('tickets.outageCount', { count: countText(rows.length) }) },
    { id: 'kind', head: t('tickets.kind'), value: (row) => t(`tickets.kind-${row.kind}`), width: { min: 90, grow: 0.5 } },
    { id: 'began', head: t('tickets.began'), kind: 'instant', value: (row) => row.from, cell: (row) => <span className="tn">{instantText(row.from, zone)}</span>, width: { min: 124, grow: 0.6 } },
    { id: 'ended', head: t('tickets.ended'), kind: 'instant', value: (row) => row.to, cell: (row) => <span className="tn">{row.to === null ? t('tickets.goesOn') : instantText(row.to, zone)}</span>, width: { min: 124, grow: 0.6 } },
    { id: 'hours', head: t('tickets.inHours'), align: 'end', value: (row) => row.hoursMinutes, cell: (row) => minutesText(row.hoursMinutes), width: { min: 110, grow: 0.4 }, ...(hasMerged ? {} : { foot: sum((row) => row.hoursMinutes) }) },
    { id: 'counts', head: t('tickets.counts'), align: 'end', value: (row) => row.countedMinutes, cell: (row) => <span className="m" title={row.isMerged ? t('tickets.merged') : undefined}>{minutesText(row.countedMinutes)}{row.isMerged ? <span className="t3"> *</span> : null}</span>, width: { min: 90, grow: 0.4 }, foot: hasMerged ? <span className="t3" title={t('tickets.countedOnce')}>*</span> : <b>{sum((row) => row.countedMinutes)}</b> },
    { id: 'exclusion', head: t('tickets.exclusion'), text: exclusionText, value: (row) => row.exclusion?.state ?? (isApproved(row) ? 'approved' : null), cell: (row) => <span className={row.exclusion === null && !isApproved(row) ? 't3' : undefined} title={row.exclusion?.reason ?? row.approvedBy ?? undefined}>{exclusionText(row)}</span>, width: { min: 84, grow: 0.4 } },
  ];
}

/** Planned work that names who approved it is taken out by itself. */
function isApproved({ kind, approvedBy }: FigureOutage): boolean {
  return kind === 'planned' && approvedBy !== null;
}

function exclusionText(row: FigureOutage): string {
  if (row.exclusion !== null) return t(`tickets.exclusion-${row.exclusion.state}`);
  return t(isApproved(row) ? 'tickets.plannedApproved' : 'tickets.noExclusion');
}

function minutesText(minutes: number): string {
  return Number.isInteger(minutes) ? countText(minutes) : minutes.toFixed(1);
}

function percent(value: number): string {
  return `${value.toFixed(2)}${NARROW_SPACE}%`;
}
