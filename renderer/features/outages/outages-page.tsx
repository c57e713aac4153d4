import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import styles from '#renderer/features/monitoring/monitoring.module.css';
import type { RecordTab } from '#renderer/features/history/record-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { outageKinds } from '#shared/imports/outage-rows.ts';
import { t } from '#shared/messages/messages.ts';
import type { Outage } from '#shared/outages/model.ts';
import { allRows } from './all-rows.ts';
import { outagesFile } from './files.ts';
import { OutagePanel } from './outage-panel.tsx';

export const outagesRoute = createLazyRoute('/shell/monitoring/outages')({ component: OutagesPage });

/** Times in which a service was not, or not known to be, up. */
function OutagesPage() {
  const search = outagesRoute.useSearch();
  const navigate = outagesRoute.useNavigate();
  const set = (changes: Partial<typeof search>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const { data, error } = useQuery({ queryKey: [...api.outages.list.key(), 'all'], queryFn: () => allRows((window) => client.outages.list(window)) });
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const zone = workspace?.zone ?? 'UTC';
  const begin = (): void => set({ new: true, no: undefined }, false);
  useKeys({ n: begin });
  const find = useDeferredValue(search.find ?? '').trim().toLowerCase();
  const shown = useMemo(() => (data ?? []).filter((row) => (search.kind === undefined || row.kind === search.kind) && (search.service === undefined || row.service === search.service) && `${row.service} ${row.reason ?? ''} ${row.ticket ?? ''}`.toLowerCase().includes(find)), [data, search.kind, search.service, find]);
  const columns = useMemo(() => columnsIn(zone), [zone]);
  const services = useMemo(() => [...new Set((data ?? []).map((row) => row.service))].toSorted(), [data]);
  const current = data?.find((row) => row.no === search.no);
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } as const }, { label: t('monitoring.outages') }];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  const close = (): void => set({ no: undefined, new: undefined, panel: undefined });
  const beside = { zone, tab: search.panel ?? 'details', onTab: (tab: RecordTab) => set({ panel: tab === 'details' ? undefined : tab }) } as const;
  const panel = search.new === true ? <OutagePanel key="new" outage={null} {...beside} onClose={close} onAdded={(no) => set({ new: undefined, no })} /> : current === undefined ? null : <OutagePanel key={current.no} outage={current} {...beside} onClose={close} onAdded={close} />;
  return (
    <Page crumbs={crumbs} layout="fill" panel={panel} actions={<><Button icon="file-import" onClick={() => void navigate({ to: '/monitoring/import', search: { kind: 'outages' } })}>{t('imports.import')}</Button><Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('monitoring.typeOutage')}</Button></>}>
      <PageTitle>{t('monitoring.outages')}</PageTitle>
      {data?.length === 0 ? <EmptyPlace title={t('monitoring.outagesEmpty')} text={t('monitoring.outagesEmptyText')} actions={<Button onClick={begin}>{t('monitoring.firstOutage')}</Button>} /> : (
        <ListTable place="outages" toFile={outagesFile} defaultSort="-from" label={t('monitoring.outages')} columns={columns} rows={shown} rowId={rowId} currentId={search.no === undefined ? null : String(search.no)}
          onCurrentChange={(row) => set({ no: row.no, new: undefined }, search.no !== undefined)} findText={(row) => row.service} empty={data === undefined ? t('kit.loading') : t('monitoring.nothingFound')}
          tools={<>
            <Segmented label={t('monitoring.kind')} value={search.kind ?? 'all'} onChange={(kind) => set({ kind: outageKinds.find((one) => one === kind) })}
              options={[{ value: 'all', label: t('monitoring.allKinds'), count: countText(data?.length ?? 0) }, ...outageKinds.map((kind) => ({ value: kind, label: t(`monitoring.outage-${kind}`), count: countText((data ?? []).filter((row) => row.kind === kind).length) }))]} />
            <Pick label={t('monitoring.service')} value={search.service ?? ALL} choices={[{ value: ALL, label: t('monitoring.allServices') }, ...services.map((name) => ({ value: name, label: name }))]} onChange={(service) => set({ service: service === ALL ? undefined : service })} />
            <div className={styles.find}><TextField label={t('monitoring.find')} labelHidden placeholder={t('monitoring.find')} size="small" optional value={search.find ?? ''} onChangeText={(text) => set({ find: text === '' ? undefined : text })} onCommit={() => undefined} /></div>
          </>} />
      )}
    </Page>
  );
}

const ALL = '';
const rowId = (row: Outage): string => String(row.no);

function columnsIn(zone: string): readonly Column<Outage>[] {
  const at = (instant: number) => <span className="tn">{instantText(instant, zone, { year: true })}</span>;
  return [
    { id: 'service', head: t('monitoring.service'), value: (row) => row.service, width: { min: 130, grow: 2 } },
    { id: 'kind', head: t('monitoring.kind'), value: (row) => t(`monitoring.outage-${row.kind}`), width: 84 },
    { id: 'from', head: t('monitoring.begins'), kind: 'instant', value: (row) => row.from, cell: (row) => at(row.from), width: 158 },
    { id: 'to', head: t('monitoring.ends'), kind: 'instant', value: (row) => row.to, cell: (row) => (row.to === null ? <span className="t3">{t('monitoring.goesOn')}</span> : at(row.to)), width: 158 },
    { id: 'duration', head: t('monitoring.duration'), kind: 'duration', value: (row) => (row.to === null ? null : row.to - row.from), sum: (rows) => hoursMinutes(rows.reduce((sum, row) => sum + (row.to === null ? 0 : row.to - row.from), 0)), cell: (row) => (row.to === null ? '' : hoursMinutes(row.to - row.from)), align: 'end', width: 96 },
    { id: 'reason', head: t('monitoring.reason'), value: (row) => row.reason, width: { min: 130, grow: 3 } },
    { id: 'ticket', head: t('monitoring.ticket'), value: (row) => row.ticket, width: 90 },
    { id: 'source', head: t('monitoring.source'), value: (row) => (row.isTyped ? t('monitoring.typed') : row.source), width: { min: 100, grow: 2 } },
  ];
}
