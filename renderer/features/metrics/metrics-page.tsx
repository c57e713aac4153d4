import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { allRows } from '#renderer/features/outages/all-rows.ts';
import type { RecordTab } from '#renderer/features/history/record-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { monthsOf, PeriodPicker, shiftMonth } from '#renderer/ui/period-picker.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { periodText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import type { Reading } from '#shared/metrics/model.ts';
import { t } from '#shared/messages/messages.ts';
import { readingsFile } from './files.ts';
import { cellText, linesOf, monthOfReading } from './grid-model.ts';
import { MetricsGrid } from './metrics-grid.tsx';
import styles from './metrics.module.css';
import { ReadingPanel } from './reading-panel.tsx';

export const metricsRoute = createLazyRoute('/shell/monitoring/metrics')({ component: MetricsPage });

/** Values of metrics, month by month, and those of other spans. */
function MetricsPage() {
  const search = metricsRoute.useSearch();
  const navigate = metricsRoute.useNavigate();
  const set = (changes: Partial<typeof search>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const { data, error } = useQuery({ queryKey: [...api.readings.list.key(), 'all'], queryFn: () => allRows((window) => client.readings.list(window)) });
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = workspace?.zone ?? 'UTC';
  const now = localDate(useNow(), zone).slice(0, 7);
  const lines = useMemo(() => linesOf(data ?? []), [data]);
  const others = useMemo(() => (data ?? []).filter((reading) => monthOfReading(reading) === null), [data]);
  const metrics = useMemo(() => [...new Set((data ?? []).map((reading) => reading.metric))].toSorted(), [data]);
  const run = { last: search.last ?? data?.reduce<string | null>((latest, { to }) => (latest === null || to.slice(0, 7) > latest ? to.slice(0, 7) : latest), null) ?? now, months: search.months ?? 12 };
  const months = useMemo(() => monthsOf({ last: run.last, months: run.months }), [run.last, run.months]);
  const begin = (): void => set({ new: true, id: undefined }, false);
  useKeys({ n: begin, ',': () => set({ last: shiftMonth(run.last, -run.months) }), '.': () => set({ last: shiftMonth(run.last, run.months) }) });
  const current = data?.find((reading) => reading.id === search.id);
  const close = (): void => set({ id: undefined, new: undefined, panel: undefined });
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } as const }, { label: t('monitoring.metrics') }];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  const beside = { metrics, month: run.last, zone, tab: search.panel ?? 'details', onTab: (tab: RecordTab) => set({ panel: tab === 'details' ? undefined : tab }), onClose: close, onAdded: close } as const;
  const panel = search.new === true ? <ReadingPanel key="new" reading={null} {...beside} /> : current === undefined ? null : <ReadingPanel key={current.id} reading={current} {...beside} />;
  return (
    <Page crumbs={crumbs} panel={panel} actions={<><Button icon="file-import" onClick={() => void navigate({ to: '/monitoring/import', search: { kind: 'metrics' } })}>{t('imports.import')}</Button><Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('monitoring.typeValue')}</Button></>}>
      <PageTitle>{t('monitoring.metrics')}</PageTitle>
      {data === undefined ? null : data.length === 0 ? <EmptyPlace title={t('monitoring.metricsEmpty')} text={t('monitoring.metricsEmptyText')} actions={<Button onClick={begin}>{t('monitoring.firstValue')}</Button>} /> : (
        <>
          <div className={styles.tools}><PeriodPicker run={run} onChange={(next) => set({ last: next.last, months: next.months })} /></div>
          <MetricsGrid lines={lines} months={months} onOpen={(reading) => set({ id: reading.id, new: undefined }, false)} />
          {others.length === 0 ? null : (
            <ListTable place="readings" toFile={(format, _shown, rows) => readingsFile(format, rows)} inAddress={false} heading={t('monitoring.otherSpans')} label={t('monitoring.otherSpans')} columns={columns} rows={others} rowId={rowId} height="content" currentId={search.id ?? null} onCurrentChange={(row) => set({ id: row.id, new: undefined })} />
          )}
        </>
      )}
    </Page>
  );
}

const rowId = (row: Reading): string => row.id;

const columns: readonly Column<Reading>[] = [
  { id: 'metric', head: t('monitoring.metric'), value: (row) => row.metric, width: { min: 160, grow: 3 } },
  { id: 'service', head: t('monitoring.service'), value: (row) => row.service, width: { min: 120, grow: 2 } },
  { id: 'span', head: t('monitoring.span'), text: (row) => periodText(row.from, row.to), value: (row) => row.from, cell: (row) => periodText(row.from, row.to), width: { min: 180, grow: 2 } },
  { id: 'value', head: t('monitoring.value'), value: (row) => row.value, cell: (row) => `${cellText(row)}${row.unit === null ? '' : ` ${row.unit}`}`, align: 'end', width: 120 },
  { id: 'note', head: t('monitoring.note'), value: (row) => row.note, width: { min: 120, grow: 2 } },
];
