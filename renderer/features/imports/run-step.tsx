import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { importAnswerSchema } from '#shared/imports/model.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { JobProgress } from './job-progress.tsx';
import { MonthsFilling } from './months-filling.tsx';
import { useJob } from './use-job.ts';
import { SoFar } from './so-far.tsx';
import type { WizardSearch } from './search.ts';
import styles from './wizard.module.css';
import { importingWords } from './words.ts';

/** The import as it runs. It goes on when this page is left; cancelling leaves nothing of it. */
export function RunStep({ preview, search, onBack }: { preview: Preview | undefined; search: WizardSearch; onBack: () => void }) {
  const { event, failure, since } = useJob(search.job);
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const isRunning = event === null || event.state === 'running';
  const cancel = async (): Promise<void> => {
    setAsked(false);
    if (search.job !== undefined) await client.jobs.cancel({ id: search.job });
  };
  useKeys(isRunning ? { Escape: () => setAsked(true) } : {});
  const answer = event?.state === 'done' ? importAnswerSchema.parse(event.result) : null;
  const imported = answer?.import ?? null;
  useEffect(() => {
    if (imported !== null) void navigate({ to: '/monitoring/imports/$id', params: { id: imported }, search: { took: Math.max(0, Date.now() - since) }, replace: true });
  }, [imported, since, navigate]);
  if (failure !== null || event?.state === 'failed') return <div className={styles.middle}><div className={styles.column}><Failure level={1} error={failure ?? (event?.state === 'failed' ? { data: event.error } : null)} onRetry={onBack} /></div></div>;
  if (event?.state === 'cancelled') return <End title={t('imports.cancelled')} text={t('imports.cancelledText')} back={onBack} />;
  if (answer !== null) return imported === null ? <End title={t('imports.importNothing')} text={t('imports.nothingNew')} back={() => void navigate({ to: '/monitoring' })} /> : null;
  return (
    <div className={styles.middle}>
      <JobProgress event={event} since={since} title={importingWords(search.kind ?? 'tickets')} rows={preview?.rows ?? 0} end={<Button keyHint="Esc" onClick={() => setAsked(true)}>{t('imports.cancelImport')}</Button>}>
        {(read, counts) => (
          <>
            {preview === undefined || preview.coverage === null ? null : <MonthsFilling months={preview.coverage.months} read={read} />}
            {counts === null ? null : <SoFar counts={counts} />}
            <p className={styles.note}>{t('imports.goOnWorking')}</p>
          </>
        )}
      </JobProgress>
      <Dialog opened={asked && isRunning} onClose={() => setAsked(false)} title={t('imports.cancelTitle')} actions={<><Button onClick={() => setAsked(false)}>{t('imports.goOn')}</Button><Button kind="danger" onClick={() => void cancel()}>{t('imports.cancelImport')}</Button></>}>
        <p>{t('imports.cancelText')}</p>
      </Dialog>
    </div>
  );
}

function End({ title, text, back }: { title: string; text: string; back: () => void }) {
  return <div className={styles.middle}><div className={styles.column}><EmptyPlace title={title} text={text} actions={<Button onClick={back}>{t('kit.back')}</Button>} /></div></div>;
}
