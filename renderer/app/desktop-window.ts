import { useEffect, useSyncExternalStore } from 'react';
import type { DesktopAsk, DesktopTell } from '#shared/desktop.ts';

/** Whether the page is in a desktop window, which can do more than a browser: dialogs, other workspaces, folders. */
export const isDesktop = location.protocol === 'app:';

/** A place that a person chose; `saved` is what its folder is shown by. */
export type ChosenPlace = { readonly path: string; readonly saved: string };
export type RecentWorkspace = Extract<DesktopTell, { kind: 'recent' }>['workspaces'][number];

/** Asks the window that this page is in; nothing in a browser. */
export function askWindow(question: DesktopAsk): void {
  if (isDesktop) window.postMessage({ ask: question }, location.origin);
}

const choosing = new Map<string, (place: ChosenPlace | null) => void>();
const listeners = new Set<() => void>();
let recent: readonly RecentWorkspace[] = [];

/** The system's dialog for a folder or for the place of a workspace file; null where it was closed. */
export function choosePlace(what: Extract<DesktopAsk, { kind: 'choose' }>['what']): Promise<ChosenPlace | null> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    choosing.set(id, resolve);
    askWindow({ kind: 'choose', id, what });
  });
}

/** Takes what the window says of the questions of this module. */
export function takeAnswer(tell: Extract<DesktopTell, { kind: 'chosen' | 'recent' }>): void {
  if (tell.kind === 'recent') {
    recent = tell.workspaces;
    for (const listener of listeners) listener();
  } else {
    choosing.get(tell.id)?.(tell.place);
    choosing.delete(tell.id);
  }
}

/** The workspaces that were opened last on this computer beside this one; none in a browser. Asked again each time that `isShown` becomes true. */
export function useRecentWorkspaces(isShown: boolean): readonly RecentWorkspace[] {
  useEffect(() => {
    if (isShown) askWindow({ kind: 'recent' });
  }, [isShown]);
  return useSyncExternalStore(subscribe, () => recent);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
