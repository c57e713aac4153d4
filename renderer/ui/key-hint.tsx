import type { ReactNode } from 'react';
import styles from './key-hint.module.css';

/** A key, as it stands in a button or beside a list's head: <KeyHint>Ctrl K</KeyHint>. */
export function KeyHint({ children }: { children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>;
}

/** Keys with what they do, on one line. */
export function KeyLine({ keys }: { keys: readonly { readonly keys: readonly string[]; readonly does: string }[] }) {
  return (
    <div className={styles.line}>
      {keys.map((entry) => (
        <span key={entry.does}>
          {entry.keys.map((key) => <KeyHint key={key}>{key}</KeyHint>)}
          {entry.does}
        </span>
      ))}
    </div>
  );
}
