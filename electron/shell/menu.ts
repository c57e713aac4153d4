import { Menu } from 'electron';
import { menuTemplate, type MenuActions, type MenuState } from './menu-template.ts';

let shown = '';

/** Sets the menu, and nothing where it would be the same: on some systems a new menu flickers. */
export function setMenu(state: Omit<MenuState, 'platform'>): void {
  const next = JSON.stringify([state.recent, state.theme, ...Object.values(state.actions satisfies MenuActions).map((action) => action !== null)]);
  if (next === shown) return;
  shown = next;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, ...state })));
}
