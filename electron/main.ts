import { createHash } from 'node:crypto';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { ParleyError } from '#shared/errors.ts';
import { openCore, workspaceOf, type Core } from './core.ts';
import { configurationDirectory } from './installation.ts';
import { desktopOptions } from './options.ts';
import { rendererFolder } from './places.ts';
import { copyBeside, refusedWorkspace } from './refused-workspace.ts';
import { claimWorkspace, type Claim } from './server/instance.ts';
import { confinePages, confineSession } from './shell/confine.ts';
import { setMenu } from './shell/menu.ts';
import { offerPort } from './shell/port.ts';
import { registerAppScheme, serveApp } from './shell/protocol.ts';
import { serveRefusal } from './shell/refused.ts';
import { openWindow } from './shell/window.ts';

/** The desktop host. Nothing waits at the top level: Electron becomes ready only after this module has been evaluated. */
registerAppScheme();
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
confinePages();
const options = desktopOptions(process.argv.slice(1));
const file = workspaceOf(options);
const folder = path.join(configurationDirectory(options.config), 'desktop', createHash('sha256').update(file).digest('hex').slice(0, 16));
app.setPath('userData', folder);
/** Tells `npm start` that the reason was said, and that a browser would not help. */
const refusedStatus = 4;
let window: BrowserWindow | null = null;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  void app.whenReady().then(start).catch(giveUp);
} else {
  process.stderr.write('Parley is already open on this workspace; its window is in front now.\n');
  app.quit();
}

async function start(): Promise<void> {
  const claim = await claimWorkspace(file, showWindow);
  const core = openedOrRefused();
  if (core === null) return;
  closeWithApp(core, claim);
  confineSession();
  setMenu();
  serveApp(core.context, rendererFolder());
  offerPort(core.context);
  showPage();
}

function showPage(): void {
  window = openWindow({ stateFile: path.join(folder, 'window.json'), preload: path.join(import.meta.dirname, 'preload.cjs') });
}

/** The core, or null where the workspace cannot be opened: then the window says why, and offers the copies beside it. */
function openedOrRefused(): Core | null {
  try {
    return openCore(options);
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    process.stderr.write(`${[error.message, error.wayOut].filter(Boolean).join(' ')}\n`);
    confineSession();
    setMenu();
    serveRefusal(refusedWorkspace(file, error), rendererFolder(), openCopy);
    showPage();
    return null;
  }
}

/** Starts again on a copy of the refused workspace. */
function openCopy(name: string): boolean {
  const copy = copyBeside(file, name);
  if (copy === null) return false;
  const args = process.argv.slice(1).filter((argument, index, all) => argument !== '--data' && all[index - 1] !== '--data');
  app.relaunch({ args: [...args, '--data', copy] });
  setImmediate(() => app.quit());
  return true;
}

function closeWithApp(core: Core, claim: Claim): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      claim.release();
      closed = true;
      // In the same turn Electron would still count itself as quitting and pass the call over.
      setImmediate(() => app.quit());
    });
  });
}

function showWindow(): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function giveUp(error: unknown): void {
  const message = error instanceof ParleyError ? [error.message, error.wayOut].filter(Boolean).join(' ') : 'Parley could not start.';
  process.stderr.write(`${message}\n${error instanceof ParleyError ? '' : `${String(error)}\n`}`);
  dialog.showErrorBox('Parley', message);
  app.exit(refusedStatus);
}
