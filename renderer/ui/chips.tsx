import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import styles from './chips.module.css';
import { Icon } from './icon.tsx';

/** A condition of a list: name, value, and the cross that takes it away. */
export function Chip({ name, value, onRemove }: { name: string; value: ReactNode; onRemove?: () => void }) {
  return (
    <span className={styles.chip}>
      {name} <b>{value}</b>
      {onRemove === undefined ? null : <button type="button" aria-label={t('kit.removeFilter', { name })} onClick={onRemove}><Icon name="x" size={12} /></button>}
    </span>
  );
}

/** The chip that adds a condition; give it to a PopoverPanel as its target. */
export function AddChip({ children, onClick, expanded, ...rest }: { children?: ReactNode; onClick?: () => void; expanded?: boolean }) {
  return <button {...rest} type="button" className={styles.add} onClick={onClick} aria-expanded={expanded}><Icon name="plus" size={14} />{children ?? t('kit.addFilter')}</button>;
}

/** Chips in a row that wraps. */
export function Chips({ children, label }: { children: ReactNode; label: string }) {
  return <div className={styles.row} role="group" aria-label={label}>{children}</div>;
}
