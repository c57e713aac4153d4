import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Failure, wordsOfFailure } from '#renderer/app/failure.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { countText, sizeText } from '#shared/format/figures.ts';
import { dateText } from '#shared/format/dates.ts';
import { importAnswerSchema, type ImportAnswer } from '#shared/imports/model.ts';
import { t } from '#shared/messages/messages.ts';
import { asksOf } from './asks.ts';
import { CountsTable } from './counts-table.tsx';
import { CreatedNames } from './created-names.tsx';
import { JobProgress } from './job-progress.tsx';
import { Quality } from './quality.tsx';
import { Reasons } from './reasons.tsx';
import resultStyles from './result.module.css';
import { rememberRun } from './running.ts';
import { importRequest } from './settings.ts';
import { useJob } from './use-job.ts';
import type { StepProps } from './wizard-page.tsx';
import styles from './wizard.module.css';

/** The dry run: what the import would do, before anything is written. */
export function CheckStep({ preview, search, file, zone, set }: StepProps) {
  const { event, failure, since } = useJob(search.job);
  const [refusal, setRefusal] = useState<unknown>(null);
  const queries = useQueryClient();
  const back = (): void => set({ step: 'map', job: undefined });
  const start = async (): Promise<void> => {
    try {
      const { id } = await client.imports.start(importRequest(search, file, preview, zone));
      rememberRun(id, search);
      void queries.invalidateQueries({ queryKey: api.jobs.list.key() });
      set({ step: 'run', job: id });
    } catch (error) {
      setRefusal(error);
    }
  };
  const answer = event?.state === 'done' ? importAnswerSchema.parse(event.result) : null;
  const problem = failure ?? refusal ?? (event?.state === 'failed' ? { data: event.error } : null);
  const asks = asksOf(preview, search);
  const takes = answer === null ? 0 : answer.counts.read - answer.counts.quarantined;
  const reason = answer === null ? t('imports.checking', { rows: countText(preview.rows) }) : asks.length > 0 ? t('imports.confirmFirst', { count: asks.length }) : takes === 0 ? t('imports.importNothing') : null;
  const isNothingNew = answer !== null && answer.counts.new + answer.counts.updated === 0;
  useKeys({ Escape: back, Enter: () => { if (reason === null) void start(); } });
  return (
    <>
      <div className={styles.scroll}>
        {problem !== null ? <Failure error={problem} onRetry={back} /> : answer === null ? (
          <JobProgress event={event} since={since} title={t('imports.checking', { rows: countText(preview.rows) })} rows={preview.rows} />
        ) : (
          <>
            <h1 className="t20">{t('imports.checkTitle')}</h1>
            <Facts facts={[answer.file.name, sizeText(answer.file.bytes), <Sha key="sha" sha={answer.file.sha256} />, coverageWords(answer)]} />
            <p className={resultStyles.lead}><b>{t('imports.checkLead')}</b> {isNothingNew ? t('imports.nothingNew') : ''}</p>
            {refusal === null ? null : <Note tone="missed">{wordsOfFailure(refusal).title}</Note>}
            <CountsTable counts={answer.counts} tickets={answer.tickets} />
            <div className={resultStyles.two}>
              <div>
                <CreatedNames created={answer.created} />
                <Reasons reasons={answer.reasons} total={answer.counts.quarantined} none={t('imports.noQuarantineYet')} />
              </div>
              <div><Quality findings={answer.quality} /></div>
            </div>
          </>
        )}
      </div>
      <div className={styles.foot}>
        <Button kind="quiet" onClick={back}>{t('kit.back')}</Button>
        <span className={styles.grow} />
        {asks.length === 0 || answer === null ? null : <span className="t13 t2">{t('imports.confirmFirst', { count: asks.length })}</span>}
        <Button kind="primary" icon="file-import" keyHint="↵" disabledReason={reason} onClick={() => void start()}>{t('imports.importRows', { count: answer === null ? preview.rows : takes, rows: countText(answer === null ? preview.rows : takes) })}</Button>
      </div>
    </>
  );
}

export function Sha({ sha }: { sha: string }) {
  return <span className="id" title={sha}>{t('imports.sha', { sha: `${sha.slice(0, 4)}…${sha.slice(-4)}` })}</span>;
}

function coverageWords(answer: ImportAnswer): string | null {
  if (answer.coverage === null) return null;
  return t('imports.coversSpan', { from: dateText(answer.coverage.from.slice(0, 10), { year: true }), to: dateText(answer.coverage.to.slice(0, 10), { year: true }) });
}
