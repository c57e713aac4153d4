import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, chromium, errors, type Browser, type ElectronApplication, type Page } from 'playwright-core';
import { findChromium, findElectron, hasDisplay } from '#build/find-tools.ts';
import { projectFile, projectFolder } from '#build/project.ts';

export type HostName = 'chromium' | 'electron';
export const hostNames = ['chromium', 'electron'] as const satisfies readonly HostName[];

export type OpenOptions = { readonly data?: string; readonly config?: string; readonly viewport?: { readonly width: number; readonly height: number } };

/** The app in one of its hosts, with a workspace and a configuration of its own. */
export type OpenParley = {
  readonly host: HostName;
  /** The page that is open now; another one after a restart. */
  readonly page: Page;
  readonly data: string;
  readonly config: string;
  /** The real Electron; null in the browser. */
  readonly electron: ElectronApplication | null;
  /** Ends it as a user would and opens it again on the same workspace; answers the new page. */
  restart(): Promise<Page>;
  /** Ends the host with `kill -9` and opens it again on the same workspace; answers the new page. */
  killAndRestart(): Promise<Page>;
  /** Ends it and removes the folders that it made. */
  close(): Promise<void>;
};

/** Why a host cannot run here, or null where it can. */
export function missingHost(host: HostName): string | null {
  if (host === 'chromium') return findChromium() === null ? 'no Chromium on this machine' : null;
  if (findElectron() === null) return 'no Electron binary on this machine (ELECTRON_OVERRIDE_DIST_PATH, node_modules/electron/dist)';
  return hasDisplay() ? null : 'no display and no Xvfb on this machine';
}

/** Opens the app in a host. Without `data` and `config` it is a first start in new folders. */
export async function openParley(host: HostName, options: OpenOptions = {}): Promise<OpenParley> {
  const made = mkdtempSync(path.join(tmpdir(), 'parley-journey-'));
  return await open(host, {
    data: options.data ?? path.join(made, 'data'),
    config: options.config ?? path.join(made, 'config'),
    viewport: options.viewport ?? { width: 1440, height: 1000 },
    made,
  });
}

type Place = { readonly data: string; readonly config: string; readonly viewport: { readonly width: number; readonly height: number }; readonly made: string };

async function open(host: HostName, place: Place): Promise<OpenParley> {
  let running = await openIn(host, place);
  async function again(end: () => Promise<void>): Promise<Page> {
    await end();
    running = await openIn(host, place);
    return running.page;
  }
  return {
    host,
    data: place.data,
    config: place.config,
    get page() {
      return running.page;
    },
    get electron() {
      return running.electron;
    },
    restart: () => again(() => running.end()),
    killAndRestart: () => again(() => running.kill()),
    close: async () => {
      await running.end();
      rmSync(place.made, { recursive: true, force: true });
    },
  };
}

function openIn(host: HostName, place: Place): Promise<Running> {
  return host === 'chromium' ? openInChromium(place) : openInElectron(place);
}

type Running = { readonly page: Page; readonly electron: ElectronApplication | null; end(): Promise<void>; kill(): Promise<void> };

async function openInChromium(place: Place): Promise<Running> {
  const server = await startServer(['--data', place.data, '--config', place.config]);
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: place.viewport, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(server.address);
  return {
    page,
    electron: null,
    end: async () => {
      await browser.close();
      await server.stop('SIGTERM');
    },
    kill: async () => {
      await server.stop('SIGKILL');
      await browser.close();
    },
  };
}

async function openInElectron(place: Place): Promise<Running> {
  const binary = findElectron();
  if (binary === null) throw new Error('There is no Electron binary.');
  const app = await launchElectron(binary, place).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return launchElectron(binary, place);
  });
  const page = await app.firstWindow();
  await page.setViewportSize(place.viewport);
  return {
    page,
    electron: app,
    end: () => app.close(),
    kill: async () => {
      const { pid } = app.process();
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Where the debugger of a starting Electron never answers, which happens on a busy machine, the launch ends with a TimeoutError and nothing of the app has been seen. */
function launchElectron(binary: string, place: Place): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: binary,
    timeout: 30_000,
    args: ['--no-sandbox', projectFolder, '--data', place.data, '--config', place.config],
    cwd: projectFolder,
    env: environmentOf(),
  });
}

/** A headless Chromium of this machine. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium.');
  return await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export type RunningServer = { readonly address: string; readonly port: number; readonly token: string; readonly process: ChildProcess; stop(signal: NodeJS.Signals): Promise<void> };

/** Starts the built browser host and waits for its one line. */
export async function startServer(args: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [projectFile('dist/main/serve.js'), ...args], { cwd: projectFolder, env: environmentOf(), stdio: ['ignore', 'pipe', 'pipe'] });
  const line = await lineOf(child);
  const match = /^Parley is at (http:\/\/127\.0\.0\.1:(\d+)\/#(\S+))$/.exec(line);
  if (!match) throw new Error(`The browser host said: ${line}`);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    address: match[1] ?? '',
    port: Number(match[2]),
    token: match[3] ?? '',
    process: child,
    stop: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

function lineOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    let errors = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output.split('\n')[0] ?? '');
    });
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('exit', (status) => resolve(`ended with ${status}: ${errors}`));
  });
}

function environmentOf(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS'));
}
