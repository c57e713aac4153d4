import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { mailDocument, mailTerms } from '#tests/fixtures/agreement.ts';
import { seedOutages, seedTickets } from '#tests/fixtures/tickets.ts';
import { journey } from './journey.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-exclusions-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let made = 0;

/** Six tickets under one target, an outage, a maintenance window that was announced a day before, and an agreement that asks for five. */
async function prepared(): Promise<{ readonly data: string; readonly config: string }> {
  made += 1;
  const place = { data: path.join(folder, String(made), 'data'), config: path.join(folder, String(made), 'config') };
  const core = openCore(place);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Nora North', zone: 'Europe/Berlin' });
  seedTickets(core.context.store);
  seedOutages(core.context.store, [['2026-01-13T16:00', '2026-01-13T17:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
  await client.agreements.create(mailDocument({ terms: [...mailTerms, { id: 'T-006', type: 'exclusion', name: 'Caused by Acme', condition: 'Acme has switched off power or a line of its own.' }] }));
  await client.maintenance.create({ service: 'Mail', start: '2026-01-20T10:00', end: '2026-01-20T12:00', zone: 'Europe/Berlin', reason: 'New disks', approvedBy: 'Ann Lee', announced: '2026-01-19T09:00' });
  await core.close();
  return place;
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, '', to), address);
}

async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('complementary').getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Rules of WCAG 2 A and AA that the page breaks. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const found = await checker?.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
    return (found?.violations ?? [{ id: 'axe did not run', nodes: [] }]).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

journey('A ticket is left out: what that changes, the customer’s answer, and the way from the figure', async ({ page }) => {
  await page.getByRole('link', { name: 'Agreements' }).first().waitFor();
  await goTo(page, '/agreements/SLA-2026-0001/compliance?last=2026-02&months=3');
  await page.getByRole('gridcell', { name: /Resolution P1, January 2026: 2 of 3/ }).click();
  await page.getByRole('region', { name: 'Resolution P1, January 2026' }).getByRole('link', { name: 'T2' }).click();
  await page.getByRole('complementary', { name: 'Ledger of T2' }).getByRole('button', { name: 'Exclude this ticket' }).click();

  const asked = page.getByRole('complementary', { name: 'New exclusion' });
  const change = asked.getByRole('row', { name: /Resolution P1/ });
  await change.getByText('2 of 3').waitFor();
  await change.getByText('2 of 2').waitFor();
  await choose(page, /^Falls under/, 'Caused by Acme');
  await asked.getByText('Acme has switched off power').waitFor();
  await asked.getByRole('textbox', { name: 'Reason' }).fill('Acme cut its line');
  await asked.getByRole('button', { name: 'Propose', exact: true }).click();

  const panel = page.getByRole('complementary', { name: 'Exclusions' });
  await panel.getByText('Proposed', { exact: true }).first().waitFor();
  await panel.getByText(/^Nora North/).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
  }
  await choose(page, /^Who answers$/, 'Ann Lee');
  await panel.getByRole('button', { name: 'Accept', exact: true }).click();
  await panel.getByText('That stays', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByRole('button', { name: 'Refuse', exact: false }).waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await panel.getByText('That stays', { exact: false }).waitFor();

  await goTo(page, '/agreements/SLA-2026-0001/compliance?last=2026-02&months=3');
  await page.getByRole('gridcell', { name: /Resolution P1, January 2026: 2 of 2/ }).click();
  await page.getByRole('region', { name: 'Resolution P1, January 2026' }).getByRole('link', { name: 'Touched by 1 exclusion' }).click();
  await page.getByRole('row', { name: /Ticket T2.*Accepted.*Acme cut its line/ }).waitFor();
}, prepared);

journey('A stretch, an outage and a maintenance window are left out, each from its own place', async ({ page }) => {
  await page.getByRole('link', { name: 'Agreements' }).first().waitFor();
  await goTo(page, '/agreements/SLA-2026-0001/compliance?last=2026-02&months=3');
  await page.getByRole('gridcell', { name: /Resolution P1, January 2026/ }).click();
  await page.getByRole('region', { name: 'Resolution P1, January 2026' }).getByRole('link', { name: 'T2' }).click();
  await page.getByRole('button', { name: 'Whole window' }).click();
  await page.getByRole('row', { name: /08:00.*counted/ }).click();
  await page.getByRole('button', { name: 'Exclude this stretch' }).click();
  const asked = page.getByRole('complementary', { name: 'New exclusion' });
  await expect.poll(() => asked.getByRole('textbox', { name: 'Time' }).first().inputValue(), { timeout: 15_000 }).toBe('08:00');
  await asked.getByRole('row', { name: /Resolution P1/ }).getByText('3 of 3').waitFor();

  await goTo(page, '/monitoring/outages');
  await page.getByRole('row', { name: /Disk full/ }).click();
  await page.getByRole('button', { name: /^Exclude/ }).click();
  await asked.getByRole('row', { name: /Mail.*January 2026/ }).getByText('60 min down').waitFor();
  await asked.getByRole('row', { name: /Mail.*January 2026/ }).getByText('0 min down', { exact: true }).waitFor();
  await asked.getByRole('button', { name: 'Propose', exact: true }).click();
  await asked.getByText('This is needed.').waitFor();
  await asked.getByRole('textbox', { name: 'Reason' }).fill('Storm');
  await asked.getByRole('button', { name: 'Propose', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Exclusions' });
  await panel.getByText('Storm').waitFor();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Exclusion removed').waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await page.getByRole('row', { name: /Storm/ }).waitFor();

  await goTo(page, '/monitoring/maintenance');
  await page.getByRole('row', { name: /New disks/ }).click();
  const window = page.getByRole('complementary', { name: 'Maintenance' });
  await window.getByText('The agreement asks for 5 days of notice', { exact: false }).waitFor();
  await window.getByRole('link', { name: 'Acme · Mail SLA' }).click();
  await choose(page, /^Who answers$/, 'Ann Lee');
  await panel.getByRole('textbox', { name: 'Why' }).fill('Announced the day before');
  await panel.getByRole('button', { name: 'Refuse', exact: true }).click();
  await panel.getByText('It does not count: refused by Ann Lee.').waitFor();
  await panel.getByText('Announced the day before').waitFor();
}, prepared);
