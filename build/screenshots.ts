import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { openLoopback } from '#electron/server/loopback.ts';
import type { ParleyClient } from '#shared/contract.ts';
import { sampleCalendars, sampleStart } from '#shared/sample/cast.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { findChromium, findOffice, onPath } from './find-tools.ts';
import { projectFile } from './project.ts';
import { runQuietly } from './run-quietly.ts';
import { sampleTicketLog } from './sample-tickets.ts';
import { smallPng } from './small-png.ts';

/** Today in every picture. */
const now = Date.UTC(2026, 10, 24, 9, 30);
const target = projectFile('docs/images');
const mostBytes = 200_000;
const settleMs = 2500;

/** `npm run screenshots`: the pictures of README and guide, from the sample workspace on a fixed day. */
await buildIfNeeded();
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'parley-pictures-'));
const core = openCore({ data: path.join(folder, 'data'), config: path.join(folder, 'config'), clock: () => now });
try {
  const client = createClient(core.context);
  await client.sample.create();
  const claims = await agreement(client, 'SLA-2025-0004');
  await photographScreens({ claims, signing: await agreement(client, 'SLA-2026-0002'), ticket: await ticketNumber(client, claims) });
  await photographWord(client, claims);
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

type Places = { readonly claims: string; readonly signing: string; readonly ticket: number };

async function agreement(client: ParleyClient, number: string): Promise<string> {
  const found = (await client.agreements.list({})).find((one) => one.number === number);
  if (found === undefined) throw new Error(`The sample has no agreement ${number}.`);
  return found.id;
}

/** The ticket that the chapter on counting explains. */
async function ticketNumber(client: ParleyClient, id: string): Promise<number> {
  const { rows } = await client.compliance.tickets({ id, version: 1, term: 'T-004', from: '2026-10-01', to: '2026-11-01', limit: 200 });
  const found = rows.find(({ key }) => key === 'SWI-CL00549');
  if (found === undefined) throw new Error('The sample has no ticket SWI-CL00549.');
  return found.no;
}

async function photographScreens(places: Places): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium to take pictures with.');
  const loopback = await openLoopback({ context: core.context, rendererFolder: projectFile('dist/renderer'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: sampleStart.zone });
    await page.clock.setFixedTime(now);
    await page.goto(`${loopback.address}#${loopback.token}`);
    await page.getByRole('navigation').first().waitFor();
    const late = 'version=1&term=T-003&from=2026-02-01&to=2026-11-01';
    const october = 'version=1&term=T-004&from=2026-10-01&to=2026-11-01';
    await photograph(page, 'today', loopback.address);
    await photograph(page, 'draft', `${loopback.address}agreements/${places.claims}/draft?term=T-004`);
    await photograph(page, 'compliance', `${loopback.address}agreements/${places.claims}/compliance?version=1`);
    await photograph(page, 'tickets', `${loopback.address}agreements/${places.claims}/tickets?${late}`);
    await photograph(page, 'ledger', `${loopback.address}agreements/${places.claims}/tickets/${places.ticket}?${october}`);
    await photograph(page, 'sign', `${loopback.address}agreements/${places.signing}/sign?version=1`);
    await photograph(page, 'history', `${loopback.address}settings/history`);
    await photographImport(page, loopback.address);
  } finally {
    await browser.close();
    await loopback.close();
  }
}

async function photograph(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  // The page keeps listening for changes, so the network never rests; what it reads first is there long before.
  await page.waitForTimeout(settleMs);
  keep(name, await page.screenshot());
}

/** The second step of an import, of a log that nobody has seen before. */
async function photographImport(page: Page, address: string): Promise<void> {
  const file = path.join(folder, 'service-desk.csv');
  writeFileSync(file, sampleTicketLog({ calendar: sampleCalendars['Berlin office'], from: '2026-10-19', to: '2026-11-07', services: ['Claims platform', 'Managed workplace'], seed: 7 }));
  await page.goto(`${address}monitoring/import`);
  await page.getByLabel('Choose a file').last().setInputFiles(file);
  await page.getByRole('button', { name: /^Check \d/u }).waitFor();
  await page.waitForTimeout(settleMs);
  keep('import', await page.screenshot());
}

/** One page of the sealed Word file, printed by LibreOffice: the one with the worked example of a clock. */
async function photographWord(client: ParleyClient, id: string): Promise<void> {
  const [office, painter, reader] = [findOffice(), onPath('pdftoppm'), onPath('pdftotext')];
  if (office === null || painter === null || reader === null) throw new Error('LibreOffice and poppler are needed for the picture of the Word file.');
  const made = await client.signing.exportAgreement({ id, version: 1 });
  writeFileSync(path.join(folder, 'agreement.docx'), core.context.files.read(made.file));
  await run(office, ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'agreement.docx')]);
  await run(reader, ['-layout', 'agreement.pdf', 'agreement.txt']);
  const pages = readFileSync(path.join(folder, 'agreement.txt'), 'utf8').split('\f');
  const wanted = Math.max(1, pages.findIndex((text) => text.includes('Figure 1. ')) + 1);
  await run(painter, ['-png', '-r', '96', '-f', String(wanted), '-l', String(wanted), '-singlefile', 'agreement.pdf', 'word']);
  keep('word', readFileSync(path.join(folder, 'word.png')));
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const outcome = await runQuietly(program, args, { cwd: folder, limitMs: 120_000 });
  if (outcome.status !== 0) throw new Error(`${path.basename(program)} failed: ${outcome.output}`);
}

function keep(name: string, bytes: Uint8Array): void {
  const file = path.join(target, `${name}.png`);
  const picture = smallPng(bytes);
  writeFileSync(file, picture);
  const size = picture.length;
  process.stdout.write(`${path.relative(projectFile(), file)} ${Math.round(size / 1000)} kB${size > mostBytes ? ', too large' : ''}\n`);
  if (size > mostBytes) process.exitCode = 1;
}
