import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './note.module.css';

/** A remark in the flow of a page, with the tone of a result only where it is one. */
export function Note({ tone, icon = 'info-circle', children }: { tone?: 'missed' | 'risk'; icon?: IconName; children: ReactNode }) {
  return (
    <div className={classes(styles.note, tone !== undefined && styles[tone])} role={tone === undefined ? undefined : 'alert'}>
      <Icon name={tone === 'missed' ? 'square-x-filled' : tone === 'risk' ? 'alert-triangle-filled' : icon} />
      <div>{children}</div>
    </div>
  );
}
