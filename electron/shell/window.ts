import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { t } from '#shared/messages/messages.ts';
import { tellWhenReady } from './page-messages.ts';
import { appOrigin, mayReload, pagePreferences } from './policy.ts';
import { windowTitle } from './title.ts';
import { onScreen, type Area, type WindowState } from './window-state.ts';

/** The ground of the page (`surface` in `renderer/app/theme/tokens.json`), seen until it has drawn itself. */
const surface = { light: '#fdfcfa', dark: '#1b1a18' } as const;

export type WindowOptions = {
  readonly state: WindowState;
  readonly preload: string;
  readonly icon: string;
  /** A place of the app; the first page without it. */
  readonly address: string | null;
  /** The name of the workspace, null while it has none. */
  readonly workspaceName: () => string | null;
};

/** Opens a window where it is visible, and brings its page back when the page's process dies or does not answer. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { place, width, height, maximized } = onScreen(options.state, screenAreas());
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: windowTitle('', options.workspaceName()),
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? surface.dark : surface.light,
    webPreferences: { ...pagePreferences, preload: path.resolve(options.preload) },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event, title) => {
    event.preventDefault();
    window.setTitle(windowTitle(title, options.workspaceName()));
  });
  reviveCrashedPage(window);
  askAboutSilentPage(window);
  void window.loadURL(options.address ?? `${appOrigin}/`);
  return window;
}

/** Where the window is now, as it is kept for the next time: the place it has when it is not maximised. */
export function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { place: { x, y }, width, height, maximized: window.isMaximized() };
}

/** Brings a window back to a screen that is there, after one was unplugged. */
export function bringOnScreen(window: BrowserWindow): void {
  const before = stateOf(window);
  const after = onScreen(before, screenAreas());
  if (after.width !== before.width || after.height !== before.height) window.setSize(after.width, after.height);
  if (after.place === null) window.center();
}

function screenAreas(): Area[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)].map((display) => display.workArea);
}

function reviveCrashedPage(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    const again = mayReload(crashes, now);
    crashes.push(now);
    tellWhenReady(window.webContents, { kind: 'revived' });
    // Not in the same turn: Electron is still taking the dead process apart.
    if (again) setImmediate(() => void window.loadURL(window.webContents.getURL()));
    else void askAfterManyCrashes(window, () => (crashes = []));
  });
}

async function askAfterManyCrashes(window: BrowserWindow, forget: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t('desktop.stopping'),
    detail: t('desktop.stoppingDetail'),
    buttons: [t('desktop.firstPage'), t('desktop.closeWindow')],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 1) return window.destroy();
  forget();
  void window.loadURL(`${appOrigin}/`);
}

/** A page that does not answer may be busy: the person decides, and the question goes away when the page comes back by itself. */
function askAboutSilentPage(window: BrowserWindow): void {
  let asking: AbortController | null = null;
  window.on('responsive', () => asking?.abort());
  window.on('unresponsive', () => {
    if (asking !== null) return;
    asking = new AbortController();
    const { signal } = asking;
    void dialog
      .showMessageBox(window, { type: 'warning', message: t('desktop.silent'), detail: t('desktop.silentDetail'), buttons: [t('desktop.wait'), t('desktop.again')], defaultId: 0, cancelId: 0, signal })
      .then(({ response }) => {
        asking = null;
        // The dead process is then revived like any other.
        if (response === 1 && !signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      });
  });
}
