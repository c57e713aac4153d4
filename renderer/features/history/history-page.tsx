import { useQueries, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { SettingsHead } from '#renderer/features/settings/settings-head.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './history.module.css';
import { RecordHistory } from './record-history.tsx';

export const historyRoute = createLazyRoute('/shell/settings/history')({ component: HistoryPage });

/** Everything that happened in the workspace, or what one of the own people did. */
function HistoryPage() {
  const { person } = historyRoute.useSearch();
  const navigate = historyRoute.useNavigate();
  const { data: workspace, error } = useQuery(api.workspace.info.queryOptions());
  const { data: organisations = [] } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const answers = useQueries({ queries: organisations.filter((row) => row.ours).map((row) => api.people.list.queryOptions({ input: { organisation: row.id } })) });
  const people = answers.flatMap((answer) => answer.data ?? []).filter((one) => one.isUser);
  return (
    <Page crumbs={[{ label: t('kit.settings'), link: { to: '/settings' } }, { label: t('history.title') }]}>
      <SettingsHead />
      {error !== null ? <Failure error={error} /> : workspace === undefined ? null : (
        <div className={styles.column}>
          {people.length < 2 ? null : (
            <Segmented label={t('history.who')} value={person ?? 'all'} onChange={(id) => void navigate({ search: { person: id === 'all' ? undefined : id }, replace: true })}
              options={[{ value: 'all', label: t('history.everyone') }, ...people.map((one) => ({ value: one.id, label: one.name }))]} />
          )}
          <RecordHistory actor={person} zone={workspace.zone} />
        </div>
      )}
    </Page>
  );
}
