import { useEffect, useState, type ReactNode } from 'react';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { durationWords } from '#shared/format/durations.ts';
import { countText, percentText, sizeText } from '#shared/format/figures.ts';
import { timeText } from '#shared/format/instants.ts';
import type { JobEvent } from '#shared/jobs/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './wizard.module.css';

/** What came of a job so far, by name. */
export type JobCounts = Readonly<Record<string, number>> | null;

const patienceMs = 1000;

/** How far a job is: figures, bar, rate and time left; after its first second only. `children` stand under it. */
export function JobProgress({ event, since, title, rows, end, children }: { event: JobEvent | null; since: number; title: string; rows: number; end?: ReactNode; children?: (rowsRead: number, counts: JobCounts) => ReactNode }) {
  const isShown = useLater(since);
  const progress = event?.state === 'running' ? event.progress : null;
  if (!isShown) return <span className="sr" role="status">{title}</span>;
  const isBytes = progress?.unit === 'bytes';
  const done = progress?.done ?? 0;
  const total = progress?.total ?? rows;
  const write = isBytes ? sizeText : countText;
  return (
    <div className={styles.column} style={{ marginInline: 'auto' }}>
      <div className={styles.head}><h1 className="t20">{title}</h1>{end}</div>
      <div className={styles.now}>
        <span className="t28">{write(done)}</span>
        <span className="t2">{t(isBytes ? 'imports.ofBytes' : 'imports.ofRows', { total: write(total) })}</span>
        <span className="t14 t2">{typeof progress?.leftMs === 'number' ? <><b>{durationWords(progress.leftMs)}</b> {t('imports.left')}</> : null}</span>
      </div>
      <ProgressBar done={done} total={total} label={title} large />
      <div className={styles.under}>
        <span>{percentText(done, total)}</span>
        {typeof progress?.rate === 'number' ? <span>{isBytes ? t('imports.bytesASecond', { size: sizeText(Math.round(progress.rate)) }) : t('imports.rowsASecond', { count: countText(roundRate(progress.rate)) })}</span> : null}
        <span>{t('imports.started', { time: timeText(since, Intl.DateTimeFormat().resolvedOptions().timeZone, true) })}</span>
      </div>
      {children?.(isBytes ? 0 : done, progress?.counts ?? null)}
    </div>
  );
}

function useLater(since: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), Math.max(0, since + patienceMs - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  return isLate;
}

/** Two figures are enough for a rate. */
function roundRate(rate: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, rate))) - 1);
  return Math.round(rate / unit) * unit;
}
