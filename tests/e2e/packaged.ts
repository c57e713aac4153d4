import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findElectron } from '#build/find-tools.ts';
import { projectFile, projectFolder } from '#build/project.ts';
import { runQuietly } from '#build/run-quietly.ts';
import { missingHost } from './hosts.ts';

const output = projectFile('test-results/packaged');
const sources = ['dist/.built-page', 'dist/.built-main', 'electron-builder.yml', 'build/package.ts', 'package-lock.json'];

/** Why the packaged program cannot be tried here, or null where it can. */
export function missingPackage(): string | null {
  if (process.platform !== 'linux') return 'the packaged program is driven on Linux only; the workflow packages on the other systems';
  return missingHost('electron');
}

/** The program as `npm run package -- --dir` makes it, made again when it is older than what it packs. */
export async function packagedProgram(): Promise<string> {
  const program = path.join(output, 'linux-unpacked', 'parley');
  if (isOlder(program)) {
    const outcome = await runQuietly(process.execPath, [projectFile('build/package.ts'), '--dir', '--output', output], { cwd: projectFolder, limitMs: 85_000 });
    if (outcome.status !== 0) throw new Error(`Packaging ended with ${outcome.status}.\n${outcome.output}`);
    replaceAddon(path.dirname(program));
  }
  return program;
}

function isOlder(program: string): boolean {
  const made = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((source) => (statSync(projectFile(source), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > made);
}

/** A distribution older than Electron 35 cannot load the addon that ships: where it brings one built for it, that takes its place. For the test only. */
function replaceAddon(folder: string): void {
  const electron = findElectron();
  const built = electron === null ? '' : path.join(path.dirname(electron), 'resources/default_app/better_sqlite3.node');
  if (existsSync(built)) copyFileSync(built, path.join(folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds', `linux-${process.arch}.node`));
}

/** The program answers its address before its window does: an early try may never be answered, so it is made again. */
async function connected(address: string, tries = 4): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 });
  } catch (error) {
    if (tries <= 1) throw error;
    return await connected(address, tries - 1);
  }
}

export type RunningProgram = { readonly page: Page; end(): Promise<void> };

/**
 * Starts the packaged program. Its fuses keep Playwright's own way into Electron shut, so the page is driven by Chromium's
 * protocol; and what would let Node in by the environment is set, to see that it does nothing.
 */
export async function startProgram(program: string, args: readonly string[]): Promise<RunningProgram> {
  // As in every test: machines for tests seldom let an unpacked program make Chromium's own sandbox. The page's is on.
  const child = spawn(program, ['--no-sandbox', '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /nonexistent/module.cjs' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (status) => reject(new Error(`The program ended with ${status}: ${said}`)));
  });
  const browser = await connected(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The program has no window.');
  return {
    page: context.pages()[0] ?? (await context.waitForEvent('page')),
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      await browser.close();
    },
  };
}
