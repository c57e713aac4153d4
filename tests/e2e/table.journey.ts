import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { journey } from './journey.ts';
import { downloaded } from './steps.ts';

const longName = `${'Wide organisation with a name that goes on '.repeat(11)}and ends here`;

async function prepared(): Promise<{ data: string; config: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-table-'));
  const places = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
  const core = openCore(places);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Jo Reed', zone: 'Europe/Berlin' });
  for (const name of ['=HYPERLINK("evil")', 'قائد البريد', '😀 Emoji Ltd', longName]) await client.organisations.create({ name });
  for (const [index, name] of ['Mail', 'Network', 'Print'].entries()) {
    await client.services.create({ name });
    await client.outages.create({ service: name, start: `2026-01-0${index + 1}T08:00:00Z`, end: `2026-01-0${index + 1}T10:30:00Z`, reason: 'Disk' });
  }
  await client.readings.create({ metric: 'CSAT', from: '2026-01-01', to: '2026-01-31', value: 70, unit: '%' });
  await core.close();
  return places;
}

journey('A list is grouped, arranged, saved as a view, copied and exported', async (app) => {
  const { page } = app;
  await visit(page, '/monitoring/outages');
  const table = page.getByRole('grid', { name: 'Outages' });
  await table.getByText('Mail').first().waitFor();
  await choose(page, 'Group', 'Reason');
  const grouped = page.getByRole('treegrid', { name: 'Outages' });
  expect(await grouped.getByRole('row', { name: /Disk 3/u }).textContent()).toContain('7:30');

  await grouped.getByRole('columnheader', { name: 'Kind' }).getByRole('button').press('Alt+ArrowRight');
  await expect.poll(async () => {
    const heads = await grouped.getByRole('columnheader').allTextContents();
    return heads.indexOf('Kind') - heads.indexOf('Begins');
  }).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('By reason');
  await page.getByRole('checkbox', { name: 'Share in the workspace' }).check();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('button', { name: 'By reason', exact: true }).waitFor();

  await grouped.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.getByRole('toolbar', { name: '1 selected' }).waitFor();
  await page.keyboard.press('Control+c');
  await page.getByText('1 row copied').waitFor();
  await page.getByRole('toolbar', { name: '1 selected' }).getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.getByText('1 row copied').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'By reason' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.click();
  await page.keyboard.press('Control+v');
  expect(await name.inputValue()).toMatch(/^Service.*Disk/u);
}, prepared);

journey('What is exported are figures and times, and no formula', async (app) => {
  const { page } = app;
  await visit(page, '/customers');
  await page.getByRole('grid', { name: 'Customers' }).getByText('Emoji Ltd').waitFor();
  const csv = await downloaded(app, () => choose(page, 'Export', 'As CSV'));
  expect(csv.name).toBe('Customers.csv');
  const text = csv.bytes.toString('utf8');
  expect(text).toContain(`"'=HYPERLINK(""evil"")"`);
  for (const name of ['قائد البريد', '😀 Emoji Ltd', longName]) expect(text).toContain(name);
  await visit(page, '/monitoring/outages');
  await page.getByRole('grid', { name: 'Outages' }).getByText('Mail').first().waitFor();
  const sheet = await downloaded(app, () => choose(page, 'Export', 'As Excel'));
  expect(sheet.name).toBe('Outages.xlsx');
  const parts = unzipSync(sheet.bytes);
  const cells = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(cells).toContain('state="frozen"');
  expect(cells).toMatch(/<c r="C2" s="\d+"><v>46025\.375<\/v>/u);
  expect(new TextDecoder().decode(parts['xl/styles.xml'])).toContain('yyyy-mm-dd hh:mm');
}, prepared);

journey('Cells of a spreadsheet are shown before they are taken, and go back in one step', async (app) => {
  const { page } = app;
  await visit(page, '/monitoring/metrics?last=2026-01&months=3');
  const cell = page.getByRole('textbox', { name: 'CSAT, November 2025' });
  await cell.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '71.5\tnothing\t82\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('dialog', { name: 'Measured values from a spreadsheet' }).getByText('2 values are taken').waitFor();
  await page.getByRole('button', { name: 'Take 2 values' }).click();
  await expect.poll(() => cell.inputValue()).toBe('71.5');
  expect(await page.getByRole('textbox', { name: 'CSAT, January 2026' }).inputValue()).toBe('82');
  await page.getByRole('heading', { name: 'Measured values' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell.inputValue()).toBe('');
  expect(await page.getByRole('textbox', { name: 'CSAT, January 2026' }).inputValue()).toBe('70');
}, prepared);

async function visit(page: Page, address: string): Promise<void> {
  await page.getByRole('link', { name: 'Monitoring' }).first().waitFor();
  await page.evaluate((to) => history.pushState({}, '', to), address);
}

async function choose(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
