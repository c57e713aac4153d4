import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { projectFile } from './project.ts';

/** Electron's binary: `ELECTRON_OVERRIDE_DIST_PATH`, else what its package fetched; null where there is none. Never `require('electron')`. */
export function findElectron(environment: NodeJS.ProcessEnv = process.env): string | null {
  const names = process.platform === 'win32' ? ['electron.exe'] : process.platform === 'darwin' ? ['Electron.app/Contents/MacOS/Electron'] : ['electron'];
  const folders = [environment['ELECTRON_OVERRIDE_DIST_PATH'], projectFile('node_modules/electron/dist')];
  return first(folders.flatMap((folder) => (folder ? names.map((name) => path.join(folder, name)) : [])));
}

/** A Chromium to test with: `PARLEY_CHROMIUM`, the system's, or one that Playwright fetched. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => onPath(name, environment));
  return first([environment['PARLEY_CHROMIUM'], ...system, ...playwrightBrowsers(environment), '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']);
}

/** LibreOffice, which opens and prints what we write; null where it is not installed. */
export function findOffice(environment: NodeJS.ProcessEnv = process.env): string | null {
  return first([onPath('soffice', environment), '/Applications/LibreOffice.app/Contents/MacOS/soffice']);
}

/** A program on the PATH, absolute, or null. */
export function onPath(name: string, environment: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return first(folders.flatMap((folder) => suffixes.map((suffix) => path.join(folder, name + suffix))));
}

/** On Linux a window needs a display server; elsewhere there is one. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']);
}

function playwrightBrowsers(environment: NodeJS.ProcessEnv): string[] {
  const cache = environment['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) => ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((file) => path.join(cache, name, file)));
}

function first(candidates: readonly (string | null | undefined)[]): string | null {
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '' && existsSync(candidate)) ?? null;
}
