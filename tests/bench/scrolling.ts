import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { buildIfNeeded } from '#build/build-if-needed.ts';
import { findChromium } from '#build/find-tools.ts';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { launchChromium, startServer } from '#tests/e2e/hosts.ts';
import { skippedRow, type BenchRow } from './row.ts';

const tickets = 200_000;
const longestTaskMs = 50;
const name = 'Longest task on the main thread while a table of 200,000 rows scrolls';
/** Turns of the wheel, then jumps of the scroll bar to places that were never read. */
const turns = 120;
const jumps = 12;

/** The list of all tickets with 200,000 of them: by the wheel from the top, then by jumps through the whole list, against scrolling a plain page. */
export async function benchScrolling(): Promise<BenchRow[]> {
  if (findChromium() === null) return [skippedRow(name, 'no Chromium')];
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-scroll-'));
  const [data, config] = [path.join(folder, 'data'), path.join(folder, 'config')];
  await fill(folder, data, config);
  await buildIfNeeded();
  const server = await startServer(['--data', data, '--config', config]);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.addInitScript(observe);
    await page.goto(server.address);
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${server.address.split('/#')[0] ?? ''}/monitoring/tickets`);
    await page.getByText('200,000 tickets').waitFor();
    const own = await scrolled(page, '[role="grid"]');
    const plain = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await plain.addInitScript(observe);
    await plain.goto(`data:text/html,<!doctype html><div id="list" style="height:700px;overflow:auto"><div style="height:7200000px"></div></div>`);
    const peer = await scrolled(plain, '#list');
    return [{ name, peer: `an empty box of the same height (${Math.round(peer)} ms)`, value: own, unit: 'ms', ratio: Number.NaN, limit: `at most ${longestTaskMs} ms`, pass: own <= longestTaskMs }];
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workspace with made-up tickets, imported as a person would. */
async function fill(folder: string, data: string, config: string): Promise<void> {
  const file = path.join(folder, 'tickets.csv');
  const begin = Date.UTC(2024, 0, 1);
  const lines = Array.from({ length: tickets }, (_, index) => {
    const opened = new Date(begin + index * 300_000).toISOString();
    const resolved = new Date(begin + index * 300_000 + (index % 90) * 600_000 + 60_000).toISOString();
    return `T${String(index).padStart(7, '0')},Made-up ticket ${index},${opened},${resolved},${index % 7 === 0 ? 'Open' : 'Closed'},P${(index % 4) + 1},Team ${index % 23}`;
  });
  writeFileSync(file, `key,title,opened,resolved,state,priority,group\n${lines.join('\n')}\n`);
  const core = openCore({ data, config });
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'Sample provider', person: 'Sample Person' });
  const transfer = core.context.files.adopt(file, statSync(file).size);
  const job = await client.imports.start({ file: transfer.id, settings: { kind: 'tickets', customer: 'Sample customer', service: 'Sample service', zone: 'UTC' } });
  await client.imports.result({ id: job.id });
  await core.close();
}

/** Scrolls and answers the longest task that the browser told of, 0 where none was long enough to be told. */
async function scrolled(page: Page, list: string): Promise<number> {
  const box = page.locator(list);
  await page.waitForTimeout(1000);
  await box.hover();
  await page.evaluate(() => Reflect.set(window, 'longestTask', 0));
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  for (let jump = 1; jump <= jumps; jump += 1) {
    await box.evaluate((element, share) => element.scrollTo(0, element.scrollHeight * share), jump / (jumps + 1));
    await page.waitForTimeout(300);
  }
  return await page.evaluate(() => Number(Reflect.get(window, 'longestTask')));
}

/** Runs in the page: keeps the longest task; the browser tells of those from 50 ms on. */
function observe(): void {
  Reflect.set(window, 'longestTask', 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Reflect.set(window, 'longestTask', Math.max(Number(Reflect.get(window, 'longestTask')), entry.duration));
  }).observe({ type: 'longtask' });
}
