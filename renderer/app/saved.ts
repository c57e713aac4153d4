import { useSyncExternalStore } from 'react';

/** The last thing that was saved: when (ms), and how it is taken back. */
export type Saved = { readonly at: number; readonly undo: (() => void) | null };

const listeners = new Set<() => void>();
let last: Saved | null = null;

/** Says in the top bar that something was saved now; `undo` gives Ctrl Z and the arrow their work. */
export function markSaved(undo: (() => void) | null = null): void {
  last = { at: Date.now(), undo };
  for (const listener of listeners) listener();
}

/** Takes the last saved thing back, once. */
export function undoSaved(): void {
  const undo = last?.undo ?? null;
  if (last !== null) last = { ...last, undo: null };
  for (const listener of listeners) listener();
  undo?.();
}

export function useSaved(): Saved | null {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => last);
}
