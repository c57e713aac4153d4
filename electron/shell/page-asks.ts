import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { DesktopAsk } from '#shared/desktop.ts';
import { t } from '#shared/messages/messages.ts';
import { tell } from './page-messages.ts';
import type { SavedFiles } from './saved-files.ts';

/** What a page may ask its window for, beside its theme. */
export type PageAsk = Exclude<DesktopAsk, { kind: 'theme' }>;

export type PageAsksOptions = {
  /** The open workspace. */
  readonly file: string;
  /** The others that were opened last, newest first. */
  readonly recent: () => readonly string[];
  readonly saved: SavedFiles;
  readonly newWindow: () => void;
  readonly openWorkspace: (file: string) => void;
  readonly chooseWorkspace: () => Promise<void>;
  readonly chooseNewWorkspace: () => Promise<void>;
  readonly showInFolder: (place: string) => void;
};

/** Answers the pages. They name workspaces and files only by ids that they were given here. */
export function answerPages(options: PageAsksOptions): (ask: PageAsk, contents: WebContents) => void {
  const ids = new Map<string, string>();

  function idOf(file: string): string {
    const id = ids.get(file) ?? randomUUID();
    ids.set(file, id);
    return id;
  }

  function openRecent(id: string): void {
    const found = [...ids].find(([, known]) => known === id);
    if (found !== undefined) options.openWorkspace(found[0]);
  }

  function showSaved(id: string, contents: WebContents): void {
    const found = options.saved.find(id);
    if (found === null) return;
    if (found.gone) tell(contents, { kind: 'gone', name: found.name });
    else options.showInFolder(found.path);
  }

  async function choose({ id, what }: Extract<PageAsk, { kind: 'choose' }>, contents: WebContents): Promise<void> {
    const chosen = what === 'folder' ? await chosenFolder(contents) : await chosenFile(contents, options.file);
    tell(contents, { kind: 'chosen', id, place: chosen === null ? null : { path: chosen, saved: options.saved.add(chosen).id } });
  }

  return (ask, contents) => {
    switch (ask.kind) {
      case 'show-saved':
        return showSaved(ask.id, contents);
      case 'new-window':
        return options.newWindow();
      case 'show-workspace':
        return options.showInFolder(options.file);
      case 'open-workspace':
        return void options.chooseWorkspace();
      case 'new-workspace':
        return void options.chooseNewWorkspace();
      case 'recent':
        return tell(contents, { kind: 'recent', workspaces: options.recent().map((file) => ({ id: idOf(file), name: path.basename(file, '.parley'), folder: path.dirname(file) })) });
      case 'open-recent':
        return openRecent(ask.id);
      case 'choose':
        return void choose(ask, contents);
    }
  };
}

async function chosenFolder(contents: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null) return null;
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
  return filePaths[0] ?? null;
}

/** A name that is free is asked for by the call that writes the file: nothing is ever overwritten. */
async function chosenFile(contents: WebContents, beside: string): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null) return null;
  const { filePath } = await dialog.showSaveDialog(window, { defaultPath: beside, filters: [{ name: t('desktop.workspaceFiles'), extensions: ['parley'] }], properties: ['createDirectory'] });
  return filePath === '' ? null : filePath;
}
