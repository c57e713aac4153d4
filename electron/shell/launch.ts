import { spawn } from 'node:child_process';
import { app, dialog } from 'electron';
import { t } from '#shared/messages/messages.ts';

/** Opens another workspace in a Parley of its own: one process holds one workspace, so that neither can disturb the other. */
export function launchOn(file: string, config: string | null, isNew: boolean): void {
  const { program, args } = launchOf(file, config);
  const child = spawn(program, [...args, ...(isNew ? ['--new'] : [])], { detached: true, stdio: 'ignore' });
  child.on('error', () => dialog.showErrorBox('Parley', t('desktop.notOpened')));
  child.unref();
}

/** Ends this Parley and starts it again on another workspace; `movedFrom`: this one at its new place, to be taken away here when it is open there. */
export function relaunchOn(file: string, config: string | null, movedFrom: string | null = null): void {
  const { program, args } = launchOf(file, config);
  app.relaunch({ execPath: program, args: [...args.slice(0, -1), ...(movedFrom === null ? [] : ['--moved-from', movedFrom]), file] });
  setImmediate(() => app.quit());
}

/** An AppImage is started by its own file: the program inside it is gone when the first one ends. */
function launchOf(file: string, config: string | null): { readonly program: string; readonly args: string[] } {
  const args = [
    ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(config === null ? [] : ['--config', config]),
    file,
  ];
  return { program: process.env['APPIMAGE'] ?? process.execPath, args };
}
