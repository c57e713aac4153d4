import { t } from '#shared/messages/messages.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './verdict.module.css';

/** What a period, a target or a ticket came to. `partly` and `notMeasured` are never a verdict of the measured thing. */
export type Verdict = 'met' | 'risk' | 'missed' | 'nodata' | 'partly' | 'notMeasured' | 'neutral';

export const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  met: 'circle-check-filled', risk: 'alert-triangle-filled', missed: 'square-x-filled', nodata: 'circle-dashed', partly: 'circle-dashed', notMeasured: 'minus', neutral: 'minus',
};

/** Mark, word and colour of a verdict, in this order of weight. `word` replaces the word; `only` shows the mark and keeps the word for readers. */
export function VerdictMark({ verdict, word, only = false }: { verdict: Verdict; word?: string; only?: boolean }) {
  const text = word ?? t(`kit.${verdict}`);
  return (
    <span className={classes(styles.verdict, styles[verdict])} title={only ? text : undefined}>
      <Icon name={verdictIcons[verdict]} />
      <span className={only ? 'sr' : undefined}>{text}</span>
    </span>
  );
}
