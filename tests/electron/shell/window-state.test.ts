import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { firstWindow, onScreen, readWindowState, saveWindowState } from '#electron/shell/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

it('the window comes back where it was', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-window-'));
  const file = path.join(folder, 'deep', 'window.json');
  const state = { place: { x: 10, y: 20 }, width: 1000, height: 700, maximized: true };
  expect(saveWindowState(file, state)).toBe(true);
  expect(readWindowState(file)).toEqual(state);
  writeFileSync(file, '{"width":"wide"}');
  expect(readWindowState(file)).toEqual(firstWindow);
  rmSync(folder, { recursive: true });
  expect(readWindowState(file)).toEqual(firstWindow);
});

it.each([
  [{ x: 100, y: 100 }, true],
  [{ x: -20, y: 0 }, true],
  [{ x: 2500, y: 100 }, false],
  [{ x: 100, y: 1070 }, false],
])('a place at %j that a screen shows is kept: %s', (place, kept) => {
  const state = { place, width: 1000, height: 700, maximized: false };
  expect(onScreen(state, [screen]).place).toEqual(kept ? place : null);
});
