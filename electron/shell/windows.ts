import { screen, type BrowserWindow } from 'electron';
import { isOwnAddress } from './policy.ts';
import { windowTitle } from './title.ts';
import { beside, readWindowState, saveWindowState } from './window-state.ts';
import { bringOnScreen, openWindow, stateOf, type WindowOptions } from './window.ts';

/** All windows of the one workspace of this process. */
export type Windows = {
  /** Opens one more, on the place that the window in front shows. */
  open(): BrowserWindow;
  /** Brings the window that was in front last to the front again. */
  show(): void;
  /** Names the workspace anew in every title. */
  rename(): void;
  front(): BrowserWindow | null;
};

type Options = Pick<WindowOptions, 'preload' | 'icon' | 'workspaceName'> & { readonly stateFile: string };

export function manageWindows({ stateFile, ...options }: Options): Windows {
  /** The one that was in front last stands last. */
  let open: BrowserWindow[] = [];
  const titles = new WeakMap<BrowserWindow, string>();
  const bringAllOnScreen = () => open.forEach(bringOnScreen);
  screen.on('display-removed', bringAllOnScreen);
  screen.on('display-metrics-changed', bringAllOnScreen);
  const windows: Windows = {
    open: () => {
      const front = windows.front();
      const shown = front?.webContents.getURL() ?? '';
      const state = front === null ? readWindowState(stateFile) : beside(stateOf(front));
      const window = openWindow({ ...options, state, address: isOwnAddress(shown) ? shown : null });
      open.push(window);
      window.on('focus', () => (open = [...open.filter((other) => other !== window), window]));
      window.on('close', () => void saveWindowState(stateFile, stateOf(window)));
      window.on('closed', () => (open = open.filter((other) => other !== window)));
      window.on('page-title-updated', (_event, title) => titles.set(window, title));
      return window;
    },
    show: () => {
      const window = windows.front();
      if (window === null) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    rename: () => {
      for (const window of open) window.setTitle(windowTitle(titles.get(window) ?? '', options.workspaceName()));
    },
    front: () => open.at(-1) ?? null,
  };
  return windows;
}
