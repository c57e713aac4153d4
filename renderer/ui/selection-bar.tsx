import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Icon } from './icon.tsx';
import styles from './selection-bar.module.css';

/** Floats above a table's foot while rows are selected: how many, what can be done, and the way out. `children` are Buttons. */
export function SelectionBar({ count, text, onClear, children }: { count: number; text?: string; onClear: () => void; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={text ?? t('kit.selected', { count })}>
      <b>{text ?? t('kit.selected', { count })}</b>
      <i aria-hidden="true" />
      {children}
      <button type="button" className={styles.clear} aria-label={t('kit.clearSelection')} onClick={onClear}><Icon name="x" /></button>
    </div>
  );
}
