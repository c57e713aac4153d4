import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addressOfRun } from '#renderer/features/imports/running.ts';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { api } from '../client.ts';
import styles from './navigation.module.css';

/** Work that goes on in the background: a bar in the navigation's foot, after its first second. */
export function RunningJobs({ folded }: { folded: boolean }) {
  const { data: jobs = [], dataUpdatedAt } = useQuery(api.jobs.list.queryOptions({
    refetchInterval: (query) => (query.state.data?.some((job) => job.event.state === 'running') === true ? 500 : false),
  }));
  return jobs.map((job) => {
    const progress = job.event.state === 'running' ? job.event.progress : null;
    if (progress === null || dataUpdatedAt - job.startedAt < 1000) return null;
    const name = jobName(job.kind);
    return (
      <Link key={job.id} {...(job.kind === 'import' ? { to: '/monitoring/import', search: addressOfRun(job.id) } : { to: '/monitoring' })} className={styles.job} title={folded ? name : undefined}>
        <span className={styles.jobHead}><span>{name}</span>{progress.leftMs === null ? null : <span className="t3 tn">{durationWords(progress.leftMs)}</span>}</span>
        <ProgressBar done={progress.done} total={progress.total} label={name} />
      </Link>
    );
  });
}

function jobName(kind: string): string {
  return kind === 'import' ? t('kit.importing') : kind === 'import-preview' ? t('kit.readingFile') : t('kit.working');
}
