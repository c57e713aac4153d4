import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { appOrigin, mayReload, pagePreferences } from './policy.ts';
import { onScreen, readWindowState, saveWindowState } from './window-state.ts';

/** Opens the one window, where it was last time, and brings its page back when the page's process dies. */
export function openWindow(options: { readonly stateFile: string; readonly preload: string }): BrowserWindow {
  const state = onScreen(
    readWindowState(options.stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const { place, width, height, maximized } = state;
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Parley',
    backgroundColor: '#ffffff',
    webPreferences: { ...pagePreferences, preload: path.resolve(options.preload) },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const { x, y, width: wide, height: high } = window.getNormalBounds();
    saveWindowState(options.stateFile, { place: { x, y }, width: wide, height: high, maximized: window.isMaximized() });
  });
  reviveCrashedPage(window);
  void window.loadURL(`${appOrigin}/`);
  return window;
}

function reviveCrashedPage(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    // Not in the same turn: Electron is still taking the dead process apart.
    if (mayReload(crashes, now)) setImmediate(() => void window.loadURL(window.webContents.getURL()));
    crashes.push(now);
  });
}
