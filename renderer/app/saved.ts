import { useEffect, useSyncExternalStore } from 'react';

/** The last thing that was saved: when (ms), and how it is taken back. */
export type Saved = { readonly at: number; readonly undo: (() => void) | null };

const listeners = new Set<() => void>();
let last: Saved | null = null;
let offered: (() => void) | null = null;

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

/** What Ctrl Z does: what the page on screen offers, otherwise the last saved thing goes back. */
export function pressUndo(): void {
  if (offered === null) undoSaved();
  else offered();
}

/** While it is on screen, a page that is itself about one thing to take back (an import) answers Ctrl Z. */
export function useOfferedUndo(deed: () => void): void {
  useEffect(() => {
    offered = deed;
    return () => { if (offered === deed) offered = null; };
  }, [deed]);
}

export function useSaved(): Saved | null {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => last);
}
