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
import type { Column } from '#renderer/ui/table/columns.ts';
import { dateText } from '#shared/format/dates.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { Maintenance } from '#shared/outages/model.ts';
import { allRows } from './all-rows.ts';
import { maintenanceFile } from './files.ts';
import { MaintenancePanel } from './maintenance-panel.tsx';
import { repeatOf } from './repeat.ts';

export const maintenanceRoute = createLazyRoute('/shell/monitoring/maintenance')({ component: MaintenancePage });

/** Planned work on services. */
function MaintenancePage() {
  const search = maintenanceRoute.useSearch();
  const navigate = maintenanceRoute.useNavigate();
  const set = (changes: Partial<typeof search>, replace = true): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace });
  const { data, error } = useQuery({ queryKey: [...api.maintenance.list.key(), 'all'], queryFn: () => allRows((window) => client.maintenance.list(window)) });
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const begin = (): void => set({ new: true, id: undefined }, false);
  useKeys({ n: begin });
  const find = useDeferredValue(search.find ?? '').trim().toLowerCase();
  const shown = useMemo(() => (data ?? []).filter((row) => (search.service === undefined || row.service === search.service) && `${row.service} ${row.reason}`.toLowerCase().includes(find)), [data, search.service, find]);
  const services = useMemo(() => [...new Set((data ?? []).map((row) => row.service))].toSorted(), [data]);
  const current = data?.find((row) => row.id === search.id);
  const zone = workspace?.zone ?? 'UTC';
  const crumbs = [{ label: t('kit.monitoring'), link: { to: '/monitoring' } as const }, { label: t('monitoring.maintenance') }];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  const close = (): void => set({ id: undefined, new: undefined, panel: undefined });
  const beside = { zone, tab: search.panel ?? 'details', onTab: (tab: RecordTab) => set({ panel: tab === 'details' ? undefined : tab }) } as const;
  const panel = search.new === true ? <MaintenancePanel key="new" window={null} {...beside} onClose={close} onAdded={(id) => set({ new: undefined, id })} /> : current === undefined ? null : <MaintenancePanel key={current.id} window={current} {...beside} onClose={close} onAdded={close} />;
  return (
    <Page crumbs={crumbs} layout="fill" panel={panel} actions={<Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('monitoring.typeMaintenance')}</Button>}>
      <PageTitle>{t('monitoring.maintenance')}</PageTitle>
      {data?.length === 0 ? <EmptyPlace title={t('monitoring.maintenanceEmpty')} text={t('monitoring.maintenanceEmptyText')} actions={<Button onClick={begin}>{t('monitoring.firstMaintenance')}</Button>} /> : (
        <ListTable place="maintenance" toFile={maintenanceFile} defaultSort="-from" label={t('monitoring.maintenance')} columns={columns} rows={shown} rowId={rowId} currentId={search.id ?? null}
          onCurrentChange={(row) => set({ id: row.id, new: undefined }, search.id !== undefined)} findText={(row) => row.reason} empty={data === undefined ? t('kit.loading') : t('monitoring.nothingFound')}
          tools={<>
            <Pick label={t('monitoring.service')} value={search.service ?? ALL} choices={[{ value: ALL, label: t('monitoring.allServices') }, ...services.map((name) => ({ value: name, label: name }))]} onChange={(service) => set({ service: service === ALL ? undefined : service })} />
            <div className={styles.find}><TextField label={t('monitoring.find')} labelHidden placeholder={t('monitoring.find')} size="small" optional value={search.find ?? ''} onChangeText={(text) => set({ find: text === '' ? undefined : text })} onCommit={() => undefined} /></div>
          </>} />
      )}
    </Page>
  );
}

function repeatText(rule: string | null): string {
  const { every, until } = repeatOf(rule);
  if (every === 'never') return '';
  const word = t(`monitoring.repeat-${every}`);
  return until === null ? word : t('monitoring.repeatUntil', { repeat: word, until: dateText(until) });
}

const ALL = '';
const rowId = (row: Maintenance): string => row.id;

const columns: readonly Column<Maintenance>[] = [
  { id: 'service', head: t('monitoring.service'), value: (row) => row.service, width: { min: 120, grow: 2 } },
  { id: 'from', head: t('monitoring.begins'), kind: 'instant', value: (row) => row.from, cell: (row) => <span className="tn">{instantText(row.from, row.zone, { year: true })}</span>, width: 170 },
  { id: 'to', head: t('monitoring.ends'), kind: 'instant', value: (row) => row.to, cell: (row) => <span className="tn">{instantText(row.to, row.zone, { year: true })}</span>, width: 170 },
  { id: 'duration', head: t('monitoring.duration'), kind: 'duration', value: (row) => row.to - row.from, sum: (rows) => hoursMinutes(rows.reduce((sum, row) => sum + row.to - row.from, 0)), cell: (row) => hoursMinutes(row.to - row.from), align: 'end', width: 110 },
  { id: 'repeat', head: t('monitoring.repeats'), value: (row) => row.repeat, cell: (row) => repeatText(row.repeat), width: { min: 130, grow: 1 } },
  { id: 'reason', head: t('monitoring.reason'), value: (row) => row.reason, width: { min: 140, grow: 3 } },
  { id: 'announced', head: t('monitoring.announced'), kind: 'instant', value: (row) => row.announcedAt, cell: (row) => (row.announcedAt === null ? '' : <span className="tn">{instantText(row.announcedAt, row.zone, { year: true })}</span>), width: 170 },
  { id: 'approvedBy', head: t('monitoring.approvedBy'), value: (row) => row.approvedBy, width: { min: 110, grow: 2 } },
];
