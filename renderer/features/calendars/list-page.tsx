import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { SettingsHead } from '#renderer/features/settings/settings-head.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { CalendarRow } from '#shared/calendars/model.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { NewCalendar } from './new-calendar.tsx';
import styles from './list.module.css';

export const listRoute = createLazyRoute('/shell/settings/calendars')({ component: ListPage });

function ListPage() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  const { data: rows, error } = useQuery(api.calendars.list.queryOptions());
  const set = (changes: Partial<typeof search>): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace: true });
  const begin = (): void => set({ new: true });
  useKeys({ n: begin });
  const crumbs = [{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('calendars.title') }] as const;
  const open = (id: string): void => void navigate({ to: '/settings/calendars/$id', params: { id } });
  return (
    <Page crumbs={crumbs} layout="fill" actions={<Button kind="primary" icon="plus" keyHint="N" onClick={begin}>{t('calendars.new')}</Button>}>
      <SettingsHead />
      {search.new === true ? <NewCalendar calendars={rows ?? []} copy={search.copy ?? null} onClose={() => set({ new: undefined, copy: undefined })} onCreated={open} /> : null}
      {error !== null ? <Failure error={error} /> : rows !== undefined && rows.length === 0 ? (
        <EmptyPlace title={t('calendars.emptyTitle')} text={t('calendars.emptyText')} {...(search.new === true ? {} : { actions: <Button kind="primary" icon="plus" onClick={begin}>{t('calendars.new')}</Button> })} />
      ) : (
        <div className={styles.table}>
          <ListTable place="calendars" defaultSort="name" label={t('calendars.title')} columns={columns} rows={rows ?? none} rowId={rowId} onOpen={(row) => open(row.id)} findText={nameOf} empty={rows === undefined ? t('kit.loading') : t('calendars.nothing')} />
        </div>
      )}
    </Page>
  );
}

const none: readonly CalendarRow[] = [];
const rowId = (row: CalendarRow): string => row.id;
const nameOf = (row: CalendarRow): string => row.name;
const columns: readonly Column<CalendarRow>[] = [
  { id: 'name', head: t('calendars.calendar'), value: nameOf, cell: (row) => <Link to="/settings/calendars/$id" params={{ id: row.id }} tabIndex={-1} className={styles.name ?? ''} dir="auto">{row.name}</Link>, width: { min: 150, grow: 2 } },
  { id: 'hours', head: t('calendars.hours'), value: (row) => row.hours, cell: (row) => <span className="t2" title={row.hours}>{row.hours}</span>, width: { min: 220, grow: 3 } },
  { id: 'zone', head: t('calendars.zone'), value: (row) => row.zone, cell: (row) => <span className="t2">{row.zone}</span>, width: { min: 130, grow: 1 } },
  { id: 'proposed', head: t('calendars.toDecide'), value: (row) => row.proposed, cell: (row) => (row.proposed === 0 ? null : <span className={styles.ask}><AskDot />{countText(row.proposed)}</span>), align: 'end', width: 84 },
  { id: 'sites', head: t('calendars.sites'), value: (row) => row.sites, cell: (row) => figure(row.sites), align: 'end', width: 50 },
  { id: 'agreements', head: t('calendars.agreements'), value: (row) => row.agreements, cell: (row) => figure(row.agreements), align: 'end', width: 90 },
  { id: 'version', head: t('calendars.version'), value: (row) => row.version, align: 'end', width: 60 },
];

function figure(count: number) {
  return count === 0 ? <span className="t3">–</span> : countText(count);
}
