import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { buildIfNeeded } from '#build/build-if-needed.ts';
import { findChromium } from '#build/find-tools.ts';
import { projectFile } from '#build/project.ts';
import { launchChromium } from '#tests/e2e/hosts.ts';
import { openRealWorkspace } from './real-workspace.ts';
import { median, skippedRow, type BenchOptions, type BenchRow } from './row.ts';

const mostMs = 1500;
const name = 'Browser host: from node to the first table row in a running Chromium';

/** A host that can be started again and again on one port, so that the browser's cache stays warm. */
type Host = { readonly script: string; readonly args: readonly string[] };

/** The built host on the real log, from starting `node` to a visible table row, against the same host with an empty page. */
export async function benchStart({ runs }: BenchOptions): Promise<BenchRow[]> {
  if (findChromium() === null) return [skippedRow(name, 'no Chromium')];
  const workspace = await openRealWorkspace();
  if (workspace === null) return [skippedRow(name, 'the log is not here')];
  await buildIfNeeded();
  const empty = emptyHost();
  const browser = await launchChromium();
  try {
    const place = ['--data', workspace.data, '--config', workspace.config, '--port', String(await freePort())];
    await workspace.close();
    const own: number[] = [];
    const peer: number[] = [];
    for (const [host, times] of [[{ script: projectFile('dist/main/serve.js'), args: place }, own], [{ script: empty.script, args: place }, peer]] as const) {
      times.push(...(await startTimes(browser, host, runs)));
    }
    const ratio = median(own) / median(peer);
    return [{ name, peer: `the built host with an empty page (${median(peer).toFixed(0)} ms)`, value: median(own), unit: 'ms', ratio, limit: `under ${mostMs} ms`, pass: median(own) < mostMs }];
  } finally {
    await browser.close();
    empty.remove();
    await workspace.remove();
  }
}

/** The first start fills the caches and is not counted. It opens the list of agreements: the first place with a table. */
async function startTimes(browser: Browser, host: Host, runs: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const times: number[] = [];
  for (let round = 0; round <= runs; round += 1) {
    const ms = await startOnce(page, host);
    if (round > 0) times.push(ms);
  }
  await page.close();
  return times;
}

async function startOnce(page: Page, host: Host): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [host.script, ...host.args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(/http\S+/u.exec(chunk.toString())?.[0] ?? ''));
      child.once('exit', () => reject(new Error('The browser host ended.')));
    });
    await page.goto(address.replace('/#', '/agreements#'), { waitUntil: 'commit' });
    await page.locator('[data-row], tbody tr, [role=row] [role=gridcell]').first().waitFor();
    return performance.now() - start;
  } finally {
    await page.goto('about:blank');
    child.kill('SIGTERM');
    await ended;
  }
}

/** The built host beside a page that has one table row and nothing else. Its folder lies in the project, where the native modules are found. */
function emptyHost(): { readonly script: string; remove(): void } {
  mkdirSync(projectFile('.cache'), { recursive: true });
  const folder = mkdtempSync(projectFile('.cache', 'bench-'));
  cpSync(projectFile('dist/main'), path.join(folder, 'main'), { recursive: true });
  mkdirSync(path.join(folder, 'renderer'));
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<!doctype html><html lang="en"><title>Empty</title><table><tbody><tr><td>one row</td></tr></tbody></table></html>');
  return { script: path.join(folder, 'main', 'serve.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
