import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuActions } from '#electron/shell/menu-template.ts';

type Item = ReturnType<typeof menuTemplate>[number];

const pressed: string[] = [];
const actions: MenuActions = {
  newWindow: () => pressed.push('window'),
  newWorkspace: () => pressed.push('new'),
  openWorkspace: () => pressed.push('open'),
  openRecent: (file) => pressed.push(file),
  showWorkspace: () => pressed.push('workspace'),
  showExport: null,
  showLog: () => pressed.push('log'),
  print: () => pressed.push('print'),
  chooseTheme: (theme) => pressed.push(theme),
  pressKey: (key) => pressed.push(key),
};

function menu(platform: NodeJS.Platform, recent: readonly string[] = []): Item[] {
  return menuTemplate({ platform, recent, theme: 'dark', actions });
}

function submenu(items: readonly Item[], label: string): Item[] {
  const found = items.find((item) => item.label === label)?.submenu;
  return Array.isArray(found) ? found : [];
}

describe('the menu', () => {
  it.each([
    ['linux', ['File', 'editMenu', 'View', 'Help']],
    ['win32', ['File', 'editMenu', 'View', 'Help']],
    ['darwin', ['appMenu', 'File', 'editMenu', 'View', 'windowMenu', 'Help']],
  ] as const)('has the parts that %s expects', (platform, parts) => {
    expect(menu(platform).map((item) => item.label ?? item.role)).toEqual(parts);
  });

  it('keeps Quit and About in the app menu of macOS, and under File and Help elsewhere', () => {
    const roles = (platform: NodeJS.Platform) => [...submenu(menu(platform), 'File'), ...submenu(menu(platform), 'Help')].map((item) => item.role).filter((role) => role === 'quit' || role === 'about');
    expect([roles('linux'), roles('darwin')]).toEqual([['quit', 'about'], []]);
  });

  it('has no way to reload the page or to open developer tools', () => {
    const text = JSON.stringify(menu('linux'));
    expect(text).not.toMatch(/reload|devtools|viewMenu/i);
  });

  it('offers what can be done and greys what cannot', () => {
    const file = submenu(menu('linux'), 'File');
    expect(file.find((item) => item.label === 'Show last export in folder')?.enabled).toBe(false);
    expect(file.find((item) => item.label === 'Print…')).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+P' });
  });

  it('lists recent workspaces by name and folder', () => {
    expect(submenu(submenu(menu('linux', ['/home/ann/North.parley']), 'File'), 'Open recent').map((item) => item.label)).toEqual(['North — /home/ann']);
    expect(submenu(submenu(menu('linux'), 'File'), 'Open recent')).toEqual([{ label: 'None yet', enabled: false }]);
  });

  it('marks the theme that is on', () => {
    expect(submenu(submenu(menu('linux'), 'View'), 'Theme').map((item) => [item.label, item.checked])).toEqual([['Light', false], ['Dark', true], ['As the system', false]]);
  });
});
