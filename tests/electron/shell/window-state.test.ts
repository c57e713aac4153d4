import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { beside, firstWindow, onScreen, readWindowState, saveWindowState } from '#electron/shell/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 720 };

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

it.each([
  [{ x: 2000, y: 10 }, [screen, second], { place: { x: 2000, y: 10 }, width: 1280, height: 720 }],
  [{ x: 2000, y: 10 }, [screen], { place: null, width: 1500, height: 900 }],
  [null, [second], { place: null, width: 1280, height: 720 }],
  [{ x: 0, y: 0 }, [], { place: null, width: 1500, height: 900 }],
])('a window at %j is no larger than its screen, and comes back when the screen is gone', (place, screens, expected) => {
  expect(onScreen({ place, width: 1500, height: 900, maximized: true }, screens)).toEqual({ ...expected, maximized: true });
});

it('a further window does not hide the one before', () => {
  expect(beside({ place: { x: 10, y: 20 }, width: 1000, height: 700, maximized: true })).toEqual({ place: { x: 38, y: 48 }, width: 1000, height: 700, maximized: false });
});
