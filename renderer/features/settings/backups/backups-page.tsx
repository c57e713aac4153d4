import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { t } from '#shared/messages/messages.ts';
import { SettingsHead } from '../settings-head.tsx';
import { Copies } from './copies.tsx';
import { HowSection } from './how-section.tsx';

export const backupsRoute = createLazyRoute('/shell/settings/backups')({ component: BackupsPage });

/** How the workspace is copied, which copies there are, and the way back to one. */
function BackupsPage() {
  const state = useQuery(api.backups.state.queryOptions());
  const list = useQuery(api.backups.list.queryOptions());
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const error = state.error ?? list.error;
  return (
    <Page crumbs={[{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('backups.title') }]}>
      <SettingsHead />
      {error !== null ? <Failure error={error} /> : (
        <>
          {state.data === undefined ? null : <HowSection state={state.data} />}
          {list.data === undefined || workspace === undefined ? null : <Copies list={list.data} zone={workspace.zone} />}
        </>
      )}
    </Page>
  );
}
