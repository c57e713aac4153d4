import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';

/** What every field has: its name, what helps, and whether it may stay empty. */
export type FieldFrame = {
  readonly label: string;
  /** For rows where the head already names the field: the label is there for readers only. */
  readonly labelHidden?: boolean | undefined;
  readonly help?: ReactNode;
  readonly optional?: boolean | undefined;
  /** A fault that the store or a rule of the form found; one of the field's own stands before it. */
  readonly error?: string | null | undefined;
};

/** Label above, control, then the error with the way out or the help. */
export function Field({ id, label, labelHidden = false, help, optional = false, error, children }: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'sr' : styles.label}>{label}{optional && !labelHidden ? <>{' '}<span>{t('kit.optional')}</span></> : null}</label>
      {children}
      {typeof error === 'string' ? <p className={styles.error} id={`${id}-error`} role="alert"><Icon name="alert-circle" size={14} /><span>{error}</span></p> : help === undefined ? null : <p className={styles.help} id={`${id}-help`}>{help}</p>}
    </div>
  );
}

/** The attributes that tie a control to its error or help. */
export function described(id: string, frame: Pick<FieldFrame, 'help' | 'error'>): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  if (typeof frame.error === 'string') return { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
  return frame.help === undefined ? {} : { 'aria-describedby': `${id}-help` };
}
