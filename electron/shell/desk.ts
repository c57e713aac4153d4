import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, nativeTheme, shell, type DownloadItem, type WebContents } from 'electron';
import type { DesktopTheme } from '#shared/desktop.ts';
import { t } from '#shared/messages/messages.ts';
import { setMenu } from './menu.ts';
import { answerPages } from './page-asks.ts';
import { hearPages, tell } from './page-messages.ts';
import { recentWorkspaces } from './recent.ts';
import { keepSavedFiles } from './saved-files.ts';
import { manageWindows } from './windows.ts';

/** Everything of the desktop around the pages: the windows, the menu, the files that were saved, and the way to other workspaces. */
export type Desk = {
  newWindow(): void;
  show(): void;
  rename(): void;
  /** Another file opens in a Parley of its own; this one's comes to the front. */
  openWorkspace(file: string): void;
  onDownload(item: DownloadItem, contents: WebContents): void;
};

export type DeskOptions = {
  readonly file: string;
  readonly recentFile: string;
  readonly stateFile: string;
  readonly preload: string;
  readonly icon: string;
  readonly logFile: string | null;
  readonly workspaceName: () => string | null;
  readonly launch: (file: string, isNew: boolean) => void;
  /** The workspace could not be opened: the window only says why. */
  readonly isRefused: boolean;
};

export function createDesk(options: DeskOptions): Desk {
  const windows = manageWindows(options);
  const saved = keepSavedFiles();
  let theme: DesktopTheme = 'auto';
  const recent = (): readonly string[] => recentWorkspaces(options.recentFile).filter((file) => file !== options.file);
  const answer = answerPages({
    file: options.file, recent, saved, openWorkspace, chooseWorkspace, chooseNewWorkspace,
    newWindow: () => void windows.open(),
    showInFolder: (place) => shell.showItemInFolder(place),
  });

  hearPages((ask, contents) => {
    if (ask.kind === 'theme') {
      theme = ask.theme;
      nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
      refreshMenu();
    } else {
      answer(ask, contents);
    }
  });
  app.on('browser-window-focus', refreshMenu);
  refreshMenu();

  function refreshMenu(): void {
    const page = options.isRefused ? null : withFrontPage;
    setMenu({
      theme,
      recent: recent(),
      actions: {
        newWindow: options.isRefused ? null : () => void windows.open(),
        newWorkspace: () => void chooseNewWorkspace(),
        openWorkspace: () => void chooseWorkspace(),
        openRecent: openWorkspace,
        showWorkspace: options.isRefused ? null : () => shell.showItemInFolder(options.file),
        showExport: saved.last() === null ? null : () => showLastSaved(),
        showLog: options.logFile === null ? null : () => shell.showItemInFolder(options.logFile ?? ''),
        print: page && (() => page((contents) => tell(contents, { kind: 'print' }))),
        chooseTheme: page && ((chosen) => page((contents) => tell(contents, { kind: 'theme', theme: chosen }))),
        pressKey: page && ((key) => page((contents) => tell(contents, { kind: 'key', key }))),
      },
    });
  }

  function withFrontPage(act: (contents: WebContents) => void): void {
    const window = windows.front();
    if (window !== null) act(window.webContents);
  }

  function openWorkspace(file: string): void {
    if (path.resolve(file) === options.file) windows.show();
    else options.launch(file, false);
  }

  async function chooseWorkspace(): Promise<void> {
    const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters: [{ name: t('desktop.workspaceFiles'), extensions: ['parley'] }], defaultPath: path.dirname(options.file) });
    for (const file of filePaths) openWorkspace(file);
  }

  /** An existing file is never overwritten: it is opened. */
  async function chooseNewWorkspace(): Promise<void> {
    const { filePath } = await dialog.showSaveDialog({ filters: [{ name: t('desktop.workspaceFiles'), extensions: ['parley'] }], defaultPath: path.dirname(options.file), properties: ['createDirectory'] });
    if (filePath === '') return;
    const file = filePath.endsWith('.parley') ? filePath : `${filePath}.parley`;
    if (existsSync(file)) openWorkspace(file);
    else options.launch(file, true);
  }

  function showLastSaved(): void {
    const last = saved.last();
    if (last !== null) shell.showItemInFolder(last.path);
  }

  return {
    newWindow: () => void windows.open(),
    show: () => windows.show(),
    rename: () => windows.rename(),
    openWorkspace,
    onDownload: (item, contents) => {
      item.once('done', (_event, state) => {
        if (state === 'interrupted') tell(contents, { kind: 'not-saved', name: item.getFilename() });
        if (state !== 'completed') return;
        const { id, name } = saved.add(item.getSavePath());
        tell(contents, { kind: 'saved', id, name });
        refreshMenu();
      });
    },
  };
}
