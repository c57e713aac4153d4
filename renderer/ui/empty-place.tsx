import type { ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Button } from './button.tsx';
import styles from './empty-place.module.css';
import { Icon } from './icon.tsx';

/** A place without content: one sentence on what belongs here and the first step as a button. */
export function EmptyPlace({ title, text, actions, children }: { title: string; text: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <p>{text}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {children}
    </div>
  );
}

/** A failure: what happened, what it means, what to do, and where it lies. */
export function ErrorPlace({ title, text, wayOut, details, onRetry, actions, level = 2 }: { title: string; text?: ReactNode; wayOut?: ReactNode; details?: readonly { readonly path: string; readonly message: string }[]; onRetry?: () => void; actions?: ReactNode; level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty} role="alert">
      <Heading><Icon name="alert-circle" size={18} className={styles.icon} />{title}</Heading>
      {text === undefined ? null : <p>{text}</p>}
      {details === undefined || details.length === 0 ? null : (
        <ul className={styles.details}>{details.map((detail) => <li key={`${detail.path} ${detail.message}`}>{detail.path === '' ? null : <code>{detail.path}</code>} {detail.message}</li>)}</ul>
      )}
      {wayOut === undefined || wayOut === null ? null : <p className={styles.wayOut}>{wayOut}</p>}
      {onRetry === undefined && actions === undefined ? null : <div className={styles.actions}>{onRetry === undefined ? null : <Button icon="refresh" onClick={onRetry}>{t('kit.retry')}</Button>}{actions}</div>}
    </div>
  );
}
