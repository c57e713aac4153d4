import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { openCore, type Core } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { openLoopback } from '#electron/server/loopback.ts';
import type { ParleyClient } from '#shared/contract.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { findChromium, findOffice, onPath } from './find-tools.ts';
import { projectFile } from './project.ts';
import { runQuietly } from './run-quietly.ts';
import { sampleAgreement, sampleCalendar, sampleNames } from './sample-agreement.ts';
import { sampleOutages, sampleTicketLog } from './sample-tickets.ts';
import { smallPng } from './small-png.ts';

/** Today in every picture. */
const now = Date.UTC(2026, 10, 24, 9, 30);
const target = projectFile('docs/images');
const services = ['Workplace', 'Mail'];
const year = { from: '2025-11-01', to: '2026-11-01' };
const mostBytes = 200_000;
const settleMs = 2500;

/** `npm run screenshots`: the pictures of README and user guide, from a workspace of made-up data that this script fills. */
await buildIfNeeded();
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'parley-pictures-'));
const core = openCore({ data: path.join(folder, 'data'), config: path.join(folder, 'config'), clock: () => now });
try {
  const places = await fill(createClient(core.context), core);
  await photographScreens(places);
  await photographWord(createClient(core.context), places.draft);
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

type Places = { readonly draft: string; readonly signing: string; readonly ticket: { readonly no: number; readonly key: string } };

/** Fills the workspace through the calls that the command line makes. */
async function fill(client: ParleyClient, { context }: Core): Promise<Places> {
  await client.workspace.start({ organisation: sampleNames.provider, person: sampleNames.us });
  await importText('tickets', sampleTicketLog({ calendar: sampleCalendar, ...year, services, seed: 7 }));
  await importText('outages', sampleOutages(services[0] ?? ''));
  const draft = await client.agreements.create(sampleAgreement('Harbour workplace', services, ['workload-limits', 'exclusions']));
  const signing = await client.agreements.create(sampleAgreement('Mail', ['Mail']));
  await client.agreements.approve({ id: signing.id, by: 'Bo Sample' });
  await client.signing.sign({ id: signing.id, version: 1, person: 'Bo Sample', signature: { method: 'typed', text: 'Bo Sample' }, place: 'Sampletown', at: '2026-11-24T10:00' });
  const late = await client.compliance.tickets({ id: draft.id, term: 'T-004', ...year, verdicts: ['missed'], limit: 200 });
  const ticket = late.rows.find((row) => row.pausedMs > 3_600_000 && row.wallMs < 4 * 86_400_000) ?? late.rows[0];
  if (ticket === undefined) throw new Error('The made-up log has no late ticket.');
  return { draft: draft.id, signing: signing.id, ticket };

  async function importText(kind: 'tickets' | 'outages', text: string): Promise<void> {
    const file = path.join(folder, `${kind}.csv`);
    writeFileSync(file, text);
    const transfer = context.files.adopt(file, Buffer.byteLength(text));
    const job = await client.imports.start({ file: transfer.id, settings: { kind, customer: sampleNames.customer, zone: sampleCalendar.tz, coverage: year } });
    await client.imports.result({ id: job.id });
  }
}

async function photographScreens(places: Places): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium to take pictures with.');
  const loopback = await openLoopback({ context: core.context, rendererFolder: projectFile('dist/renderer'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: sampleCalendar.tz });
    await page.clock.setFixedTime(now);
    await page.goto(`${loopback.address}#${loopback.token}`);
    await page.getByRole('navigation').first().waitFor();
    const ticket = `term=T-004&from=${year.from}&to=${year.to}`;
    await photograph(page, 'draft', `${loopback.address}agreements/${places.draft}/draft?term=T-004`);
    await photograph(page, 'compliance', `${loopback.address}agreements/${places.draft}/compliance`);
    await photograph(page, 'tickets', `${loopback.address}agreements/${places.draft}/tickets?${ticket}`);
    await photograph(page, 'ledger', `${loopback.address}agreements/${places.draft}/tickets/${places.ticket.no}?${ticket}`);
    await photograph(page, 'sign', `${loopback.address}agreements/${places.signing}/sign?version=1`);
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

/** One page of the Word file, printed by LibreOffice: the one with the worked example of a clock. */
async function photographWord(client: ParleyClient, id: string): Promise<void> {
  const [office, painter, reader] = [findOffice(), onPath('pdftoppm'), onPath('pdftotext')];
  if (office === null || painter === null || reader === null) throw new Error('LibreOffice and poppler are needed for the picture of the Word file.');
  const made = await client.signing.exportAgreement({ id });
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
