import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { seedOutages, seedTickets } from '#tests/fixtures/tickets.ts';
import { journey } from './journey.ts';
import { downloaded } from './steps.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-compliance-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A workspace with six tickets of January and February 2026 under one target of 4 business hours, and an outage. */
async function prepared(name: string): Promise<{ readonly data: string; readonly config: string }> {
  const place = { data: path.join(folder, name, 'data'), config: path.join(folder, name, 'config') };
  const core = openCore(place);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
  seedTickets(core.context.store);
  seedOutages(core.context.store, [['2026-01-13T16:40', '2026-01-13T18:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
  await client.agreements.create(mailDocument());
  await core.close();
  return place;
}

journey('A figure opens its tickets, a ticket its ledger, and back', async ({ page }) => {
  await page.getByRole('link', { name: 'Agreements' }).first().waitFor();
  await page.evaluate(() => history.pushState({}, '', '/agreements/SLA-2026-0001/compliance?last=2026-02&months=3'));
  const cell = page.getByRole('gridcell', { name: /Resolution P1, January 2026: 2 of 3/ });
  await cell.click();
  await page.getByRole('region', { name: 'Resolution P1, January 2026' }).getByText('T2').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Resolution P1' }).waitFor();
  const list = page.getByRole('treegrid', { name: 'Resolution P1, January 2026' });
  await list.getByText('T2').click();
  const panel = page.getByRole('complementary', { name: 'Ledger of T2' });
  await panel.getByText('missed by 1 h').waitFor();
  expect(await panel.getByText('20:00').count()).toBeGreaterThan(0);
  await page.keyboard.press('f');
  await page.getByRole('heading', { name: 'Every stretch' }).waitFor();
  expect(await page.getByRole('row', { name: /^Sum/ }).textContent()).toContain('20:00');
  await page.keyboard.press('Escape');
  await list.waitFor();
  await page.getByRole('button', { name: 'Remove Decided in' }).click();
  await page.getByText('Not the figure any more').waitFor();
  await list.getByText('T5').waitFor();
}, await prepared('figure'));

async function saveAs(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}

journey('The list leaves as CSV, and the list of all tickets opens one', async (app) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Monitoring' }).first().waitFor();
  await page.evaluate(() => history.pushState({}, '', '/monitoring/tickets?q=T3'));
  await page.getByText('1 ticket', { exact: true }).waitFor();
  const { name, bytes } = await downloaded(app, () => saveAs(page, 'As CSV'));
  expect(name).toBe('Tickets.csv');
  expect(bytes.toString('utf8')).toContain('\r\nT3,Mail fails: T3,');
  await page.getByRole('row', { name: /T3/ }).dblclick();
  await page.getByRole('link', { name: 'Show the ledger' }).click();
  await page.getByRole('heading', { name: 'The deciding hours' }).waitFor();
}, await prepared('list'));
