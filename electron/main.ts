import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import { removeMoved } from '#db/backups/move.ts';
import { findWorkspace } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { t } from '#shared/messages/messages.ts';
import { openCore, programVersion, workspaceOf, type Core } from './core.ts';
import { takeOver } from './features/workspace/take-over.ts';
import { configurationDirectory, openInstallation } from './installation.ts';
import { desktopOptions } from './options.ts';
import { rendererFolder } from './places.ts';
import { copyBeside, refusedWorkspace } from './refused-workspace.ts';
import { claimWorkspace, type Claim } from './server/instance.ts';
import { confinePages, confineSession } from './shell/confine.ts';
import { createDesk, type Desk } from './shell/desk.ts';
import { launchOn, relaunchOn } from './shell/launch.ts';
import { offerPort } from './shell/port.ts';
import { registerAppScheme, serveApp } from './shell/protocol.ts';
import { rememberRecent } from './shell/recent.ts';
import { serveRefusal } from './shell/refused.ts';

/** The desktop host. Nothing waits at the top level: Electron becomes ready only after this module has been evaluated. */
registerAppScheme();
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Nothing is kept that needs the system's keyring, so it is not asked to unlock.
if (process.platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic');
confinePages();
const options = desktopOptions(process.argv.slice(1));
const file = workspaceOf(options);
const configuration = configurationDirectory(options.config);
const folder = path.join(configuration, 'desktop', createHash('sha256').update(file).digest('hex').slice(0, 16));
const recentFile = path.join(configuration, 'desktop', 'recent.json');
app.setPath('userData', folder);
app.setAppUserModelId('app.parley.desktop');
app.setAboutPanelOptions({ applicationName: 'Parley', applicationVersion: programVersion, copyright: 'MIT licence' });
/** The answer to the call that moved the workspace leaves first. */
const answerMs = 200;
/** Tells `npm start` that the reason was said, and that a browser would not help. */
const refusedStatus = 4;
let desk: Desk | null = null;
/** macOS says by an event which file was double-clicked; before the start it decides which workspace this process opens. */
let openedFirst: string | null = null;

if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, opened) => {
    event.preventDefault();
    if (desk === null) openedFirst = opened;
    else desk.openWorkspace(opened);
  });
  app.on('second-instance', () => desk?.show());
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  void app.whenReady().then(start).catch(giveUp);
} else {
  process.stderr.write('Parley is already open on this workspace; its window is in front now.\n');
  app.quit();
}

async function start(): Promise<void> {
  if (openedFirst !== null && path.resolve(openedFirst) !== file) return relaunchOn(openedFirst, options.config);
  if (options.chosen && !options.isNew && !existsSync(file)) throw new ParleyError('not-found', t('desktop.noFile', { file }), { wayOut: t('desktop.noFileWayOut') });
  const claim = await claimWorkspace(file, () => desk?.show());
  if (options.movedFrom !== null) await takeOver(options.movedFrom, file, openInstallation(configuration));
  const core = openedOrRefused();
  if (core === null) return;
  if (options.movedFrom !== null) removeMoved(options.movedFrom);
  closeWithApp(core, claim);
  core.context.backups.begin();
  tellMishaps(core);
  if (options.chosen) core.context.installation.rememberWorkspace(file);
  rememberRecent(recentFile, file);
  app.addRecentDocument(file);
  const opened = openDesk(core);
  desk = opened;
  confineSession((item, contents) => opened.onDownload(item, contents));
  serveApp(core.context, rendererFolder());
  offerPort(core.context);
  const renamed = ['workspace.start', 'workspace.change'];
  core.context.store.onCommit(({ command }) => {
    if (renamed.includes(command)) opened.rename();
  });
  opened.newWindow();
}

function openDesk(core: Core | null): Desk {
  return createDesk({
    file,
    recentFile,
    stateFile: path.join(folder, 'window.json'),
    preload: path.join(import.meta.dirname, 'preload.cjs'),
    icon: path.join(import.meta.dirname, '../../build/icons/linux/256x256.png'),
    logFile: core?.context.log.file ?? null,
    workspaceName: () => core?.context.store.read(findWorkspace)?.name ?? null,
    launch: (other, isNew) => launchOn(other, options.config, isNew),
    isRefused: core === null,
  });
}

/** The core, or null where the workspace cannot be opened: then the window says why, and offers the copies beside it. */
function openedOrRefused(): Core | null {
  try {
    return openCore({ ...options, goOnAt: (place) => void setTimeout(() => relaunchOn(place, options.config, file), answerMs) });
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    process.stderr.write(`${[error.message, error.wayOut].filter(Boolean).join(' ')}\n`);
    desk = openDesk(null);
    confineSession();
    serveRefusal(refusedWorkspace(file, error), rendererFolder(), openCopy);
    desk.newWindow();
    return null;
  }
}

/** Starts again on a copy of the refused workspace. */
function openCopy(name: string): boolean {
  const copy = copyBeside(file, name);
  if (copy === null) return false;
  relaunchOn(copy, options.config);
  return true;
}

/** What nobody caught is written into the local log; the person is told once, and the windows stay: every write is whole or not there. */
function tellMishaps(core: Core): void {
  let told = false;
  process.on('uncaughtException', (error) => {
    // The terminal that Parley was started from is gone.
    if ('code' in error && error.code === 'EPIPE') return;
    const incident = randomUUID().slice(0, 8);
    core.context.log.record(incident, 'desktop', error);
    if (!told) dialog.showErrorBox('Parley', t('desktop.mishap', { incident, file: core.context.log.file }));
    told = true;
  });
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

function giveUp(error: unknown): void {
  const message = error instanceof ParleyError ? [error.message, error.wayOut].filter(Boolean).join(' ') : 'Parley could not start.';
  process.stderr.write(`${message}\n${error instanceof ParleyError ? '' : `${String(error)}\n`}`);
  dialog.showErrorBox('Parley', message);
  app.exit(refusedStatus);
}
