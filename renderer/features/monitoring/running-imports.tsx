import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { addressOfRun } from '#renderer/features/imports/running.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './monitoring.module.css';

/** Imports that go on in the background, each a way back to where it can be followed and cancelled. */
export function RunningImports() {
  const { data: jobs } = useQuery({ ...api.jobs.list.queryOptions(), refetchInterval: (query) => (query.state.data?.some((job) => job.event.state === 'running') === true ? 500 : false) });
  return (jobs ?? []).map((job) => {
    const progress = job.event.state === 'running' ? job.event.progress : null;
    if (progress === null || job.kind !== 'import') return null;
    return <div key={job.id} className={styles.running}><Progress title={<Link to="/monitoring/import" search={addressOfRun(job.id)}>{t('kit.importing')}</Link>} done={progress.done} total={progress.total} left={progress.leftMs} unit={t(progress.unit === 'bytes' ? 'monitoring.bytes' : 'monitoring.rows')} /></div>;
  });
}
