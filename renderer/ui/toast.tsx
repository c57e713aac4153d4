import { useEffect, useSyncExternalStore } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

type Toast = { readonly id: number; readonly text: string; readonly action: { readonly label: string; readonly run: () => void } | null };

const listeners = new Set<() => void>();
let current: Toast | null = null;
let count = 0;

/** Says that something was done, with the way back: toast('Import undone', { label: 'Redo', run }). One at a time, gone after eight seconds. */
export function toast(text: string, action: { label: string; run: () => void } | null = null): void {
  count += 1;
  show({ id: count, text, action });
}

/** `toast` whose action is Undo. */
export function toastUndo(text: string, undo: () => void): void {
  toast(text, { label: t('kit.undo'), run: undo });
}

/** The place where toasts appear; the frame has one. */
export function Toasts() {
  const shown = useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => current);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => show(null), 8000);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {shown === null ? null : (
        <div className={styles.toast} key={shown.id}>
          <span>{shown.text}</span>
          {shown.action === null ? null : <button type="button" onClick={() => { show(null); shown.action?.run(); }}>{shown.action.label}</button>}
          <button type="button" className={styles.close} aria-label={t('kit.close')} onClick={() => show(null)}><Icon name="x" size={14} /></button>
        </div>
      )}
    </div>
  );
}

function show(next: Toast | null): void {
  current = next;
  for (const listener of listeners) listener();
}
