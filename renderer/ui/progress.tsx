import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { durationWords } from '#shared/format/durations.ts';
import { countText } from '#shared/format/figures.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './progress.module.css';

/** How far something is, as a bar: 4 high, 8 for the one job of a screen. */
export function ProgressBar({ done, total, label, large = false }: { done: number; total: number | null; label: string; large?: boolean }) {
  const share = total === null || total <= 0 ? 0 : Math.min(1, done / total);
  return (
    <div className={classes(styles.track, large && styles.large)} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total ?? undefined} aria-valuenow={total === null ? undefined : done}>
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** A running job: what, numbers, time left and cancel. Show it after a second only. `left` in ms. */
export function Progress({ title, done, total, left, unit, onCancel }: { title: ReactNode; done: number; total: number | null; left?: number | null; unit: string; onCancel?: () => void }) {
  return (
    <div className={styles.job}>
      <div className={styles.head}>
        <span className="b">{title}</span>
        <span className="t3 tn">{total === null ? countText(done) : t('kit.progressOf', { done: countText(done), total: countText(total) })} {unit}{typeof left === 'number' ? `, ${t('kit.timeLeft', { time: durationWords(left) })}` : ''}</span>
        {onCancel === undefined ? null : <Button size="small" onClick={onCancel} keyHint="Esc">{t('kit.cancel')}</Button>}
      </div>
      <ProgressBar done={done} total={total} label={unit} large />
    </div>
  );
}

/** An amount used of an amount allowed, in the tone of its verdict. */
export function Meter({ used, of, tone, label }: { used: number; of: number; tone?: 'met' | 'risk' | 'missed'; label: string }) {
  const share = of <= 0 ? 0 : Math.min(1, used / of);
  return <div className={classes(styles.meter, tone !== undefined && styles[tone])} role="img" aria-label={label}><i style={{ width: `${share * 100}%` }} /></div>;
}
