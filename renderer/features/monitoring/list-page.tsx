import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page, PageTitle } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { t } from '#shared/messages/messages.ts';
import { ImportsTable } from './imports-table.tsx';
import { Places } from './places.tsx';
import { RunningImports } from './running-imports.tsx';
import { SourcesTable } from './sources-table.tsx';
import { TicketPanel } from './ticket-panel.tsx';
import { Ways } from './ways.tsx';

export const listRoute = createLazyRoute('/shell/monitoring')({ component: ListPage });

/** What is measured: where it comes from, up to when, and the way to take more in. */
function ListPage() {
  const search = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  const set = (changes: Partial<typeof search>): void => void navigate({ search: (present) => ({ ...present, ...changes }), replace: true });
  const imports = useQuery(api.imports.list.queryOptions());
  const coverages = useQuery(api.imports.coverages.queryOptions());
  const outages = useQuery(api.outages.list.queryOptions({ input: { limit: 0 } }));
  const maintenance = useQuery(api.maintenance.list.queryOptions({ input: { limit: 0 } }));
  const readings = useQuery(api.readings.list.queryOptions({ input: { limit: 0 } }));
  const tickets = useQuery(api.tickets.list.queryOptions({ input: { limit: 0 } }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const toImport = (): void => void navigate({ to: '/monitoring/import' });
  useKeys({ i: toImport });
  const crumbs = [{ label: t('kit.monitoring') }];
  const panel = search.type === 'ticket' ? <TicketPanel zone={workspace?.zone ?? 'UTC'} onClose={() => set({ type: undefined })} /> : null;
  const error = imports.error ?? coverages.error ?? outages.error ?? tickets.error;
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  const counts = { tickets: tickets.data?.total, outages: outages.data?.total, maintenance: maintenance.data?.total, values: readings.data?.total };
  if (imports.data === undefined || workspace === undefined || (imports.data.length === 0 && Object.values(counts).includes(undefined))) return <Page crumbs={crumbs}><PageTitle>{t('kit.monitoring')}</PageTitle></Page>;
  const isEmpty = imports.data.length === 0 && Object.values(counts).every((count) => count === 0);
  if (isEmpty) {
    return (
      <Page crumbs={crumbs} panel={panel}>
        <PageTitle>{t('kit.monitoring')}</PageTitle>
        <RunningImports />
        <EmptyPlace title={t('monitoring.emptyTitle')} text={t('monitoring.emptyText')}
          actions={<><Button kind="primary" icon="file-import" keyHint="I" onClick={toImport}>{t('monitoring.importTickets')}</Button><Button onClick={() => void navigate({ to: '/monitoring/outages', search: { new: true } })}>{t('monitoring.typeOutage')}</Button></>} />
        <Ways />
      </Page>
    );
  }
  return (
    <Page crumbs={crumbs} panel={panel} actions={<><Button icon="pencil" onClick={() => set({ type: 'ticket' })}>{t('monitoring.typeTicket')}</Button><Button kind="primary" icon="file-import" keyHint="I" onClick={toImport}>{t('monitoring.importData')}</Button></>}>
      <PageTitle>{t('kit.monitoring')}</PageTitle>
      <RunningImports />
      <Places counts={counts} coverages={coverages.data ?? []} zone={workspace.zone} />
      <SourcesTable coverages={coverages.data ?? []} zone={workspace.zone} />
      <ImportsTable imports={imports.data} zone={workspace.zone} />
    </Page>
  );
}
