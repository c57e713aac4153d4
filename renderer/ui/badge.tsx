import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { verdictIcons, type Verdict } from './verdict.tsx';

/** A state of life ("In force", "Draft") as a quiet badge; with `verdict` a result with its mark. */
export function Badge({ children, verdict }: { children: ReactNode; verdict?: Verdict }) {
  return (
    <span className={classes(styles.badge, verdict !== undefined && styles[verdict])}>
      {verdict === undefined ? null : <Icon name={verdictIcons[verdict]} size={14} />}
      {children}
    </span>
  );
}
