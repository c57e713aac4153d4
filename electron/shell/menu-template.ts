import type { MenuItemConstructorOptions } from 'electron';
import path from 'node:path';
import type { DesktopTheme } from '#shared/desktop.ts';
import { t } from '#shared/messages/messages.ts';

/** What the menu does; null where it cannot be done now, as with a workspace that did not open. */
export type MenuActions = {
  readonly newWindow: (() => void) | null;
  readonly newWorkspace: () => void;
  readonly openWorkspace: () => void;
  readonly openRecent: (file: string) => void;
  readonly showWorkspace: (() => void) | null;
  readonly showExport: (() => void) | null;
  readonly showLog: (() => void) | null;
  readonly print: (() => void) | null;
  readonly chooseTheme: ((theme: DesktopTheme) => void) | null;
  readonly pressKey: ((key: 'F1' | '?') => void) | null;
};

export type MenuState = { readonly platform: NodeJS.Platform; readonly recent: readonly string[]; readonly theme: DesktopTheme; readonly actions: MenuActions };

/** The menu by the custom of each system: macOS has its app and window menus, the others keep Quit under File and About under Help. No reload, no developer tools. */
export function menuTemplate(state: MenuState): MenuItemConstructorOptions[] {
  const isApple = state.platform === 'darwin';
  return [
    ...(isApple ? [{ role: 'appMenu' } as const] : []),
    { label: t('desktop.file'), submenu: fileMenu(state, isApple) },
    { role: 'editMenu' },
    { label: t('desktop.view'), submenu: viewMenu(state) },
    ...(isApple ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: t('desktop.help'), submenu: helpMenu(state, isApple) },
  ];
}

function fileMenu({ actions, recent }: MenuState, isApple: boolean): MenuItemConstructorOptions[] {
  const recentItems = recent.map((file) => ({ label: `${path.basename(file, '.parley')} — ${path.dirname(file)}`, click: () => actions.openRecent(file) }));
  return [
    item(t('desktop.newWindow'), actions.newWindow, 'CmdOrCtrl+Shift+N'),
    { type: 'separator' },
    item(t('desktop.newWorkspace'), actions.newWorkspace),
    item(t('desktop.openWorkspace'), actions.openWorkspace, 'CmdOrCtrl+O'),
    { label: t('desktop.openRecent'), submenu: recentItems.length > 0 ? recentItems : [{ label: t('desktop.recentNone'), enabled: false }] },
    { type: 'separator' },
    item(t('desktop.showWorkspace'), actions.showWorkspace),
    item(t('desktop.showExport'), actions.showExport),
    { type: 'separator' },
    item(t('desktop.print'), actions.print, 'CmdOrCtrl+P'),
    { type: 'separator' },
    { role: 'close', label: t('desktop.closeWindow') },
    ...(isApple ? [] : [{ role: 'quit' } as const]),
  ];
}

function viewMenu({ actions, theme }: MenuState): MenuItemConstructorOptions[] {
  const { chooseTheme } = actions;
  const themes = [
    ['light', t('kit.themeLight')],
    ['dark', t('kit.themeDark')],
    ['auto', t('kit.themeSystem')],
  ] as const;
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The same without Shift, on keyboards where plus needs it.
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut' },
    { type: 'separator' },
    { label: t('desktop.theme'), submenu: themes.map(([name, label]) => ({ type: 'radio', label, checked: name === theme, enabled: chooseTheme !== null, click: () => chooseTheme?.(name) })) },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
}

function helpMenu({ actions }: MenuState, isApple: boolean): MenuItemConstructorOptions[] {
  const { pressKey } = actions;
  return [
    { ...item(t('desktop.guide'), pressKey === null ? null : () => pressKey('F1'), 'F1'), registerAccelerator: false },
    { ...item(t('desktop.keys'), pressKey === null ? null : () => pressKey('?')) },
    { type: 'separator' },
    item(t('desktop.showLog'), actions.showLog),
    ...(isApple ? [] : [{ type: 'separator' } as const, { role: 'about' } as const]),
  ];
}

function item(label: string, act: (() => void) | null, accelerator?: string): MenuItemConstructorOptions {
  return { label, enabled: act !== null, click: () => act?.(), ...(accelerator === undefined ? {} : { accelerator }) };
}
