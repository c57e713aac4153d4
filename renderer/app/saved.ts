import { useEffect, useSyncExternalStore } from 'react';

/** One thing that the person did in this window, with its exact way back and, where it has one, the way to do it again. */
export type Deed = { readonly undo: () => unknown; readonly redo: (() => unknown) | null };

/** What the top bar says: when something was last saved (ms) or taken back, and what Ctrl Z and Ctrl Shift Z would do. */
export type Saved = { readonly at: number; readonly kind: 'saved' | 'undone'; readonly canUndo: boolean; readonly canRedo: boolean };

/** How far back a window remembers; everything older goes back from the history. */
const remembered = 100;

const listeners = new Set<() => void>();
let done: readonly Deed[] = [];
let undone: readonly Deed[] = [];
let last: Saved | null = null;
let offered: (() => void) | null = null;

/** Says in the top bar that something was saved now; a deed gives Ctrl Z and the arrow their work. A way back alone may be given as a function. */
export function markSaved(deed: Deed | (() => unknown) | null = null): void {
  if (deed !== null) {
    done = [...done, typeof deed === 'function' ? { undo: deed, redo: null } : deed].slice(-remembered);
    undone = [];
  }
  say('saved', deed !== null);
}

/** Takes the last thing back that was done in this window; pressed again, the one before. */
export function undoSaved(): void {
  const deed = done.at(-1);
  if (deed === undefined) return;
  done = done.slice(0, -1);
  if (deed.redo !== null) undone = [...undone, deed];
  say('undone', true);
  deed.undo();
}

/** Does the last thing again that was taken back in this window. */
export function redoSaved(): void {
  const deed = undone.at(-1);
  if (deed === undefined) return;
  undone = undone.slice(0, -1);
  done = [...done, deed];
  say('saved', true);
  deed.redo?.();
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

/** What was saved without a way back hides the ways back of what came before: they would take away something else than the person means. */
function say(kind: Saved['kind'], hasWay: boolean): void {
  if (!hasWay) [done, undone] = [[], []];
  last = { at: Date.now(), kind, canUndo: done.length > 0, canRedo: undone.length > 0 };
  for (const listener of listeners) listener();
}
