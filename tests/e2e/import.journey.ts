import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './journey.ts';
import { downloaded, startParley } from './steps.ts';

const log = [
  'number,incident_state,sys_mod_count,opened_at,sys_updated_at,resolved_at,priority,company,business_service',
  'INC1,New,0,13/1/2026 09:00,13/1/2026 09:00,13/1/2026 12:00,1 - Critical,Acme,Mail',
  'INC1,Parked,1,13/1/2026 09:00,13/1/2026 10:00,13/1/2026 12:00,1 - Critical,Acme,Mail',
  'INC1,Resolved,2,13/1/2026 09:00,13/1/2026 12:00,13/1/2026 12:00,1 - Critical,Acme,Mail',
  'INC2,New,0,14/1/2026 09:00,14/1/2026 09:00,?,2 - High,Acme,Mail',
  'INC3,Resolved,0,15/1/2026 09:00,15/1/2026 10:00,14/1/2026 10:00,2 - High,Acme,Mail',
].join('\n');

journey('A log is read, its new meanings confirmed, checked, imported, its quarantine seen, and taken back', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  await page.getByRole('link', { name: 'Monitoring' }).first().click();
  await page.getByRole('heading', { name: 'Nothing measured yet' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('i');
  await choose(app, page, 'not a table.csv', '{"tickets": []}');
  await page.getByText('is JSON, not a CSV file').waitFor();
  await choose(app, page, 'incidents.csv', log);
  await page.getByRole('button', { name: /^Check 5 rows/ }).waitFor();
  await page.getByText('Profile ServiceNow event log fits').waitFor();
  await expectAccessible(page);

  await page.keyboard.press('n');
  for (let left = 4; left > 0; left -= 1) {
    await page.getByText(`${left} to confirm before anything is written`).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.getByText('Nothing left to confirm').waitFor();
  await page.getByRole('button', { name: /^State Parked/ }).click();
  await page.getByRole('option', { name: 'paused: supplier' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'State Parked: paused: supplier' }).waitFor();
  await page.getByRole('button', { name: /^Check 5 rows/ }).click();
  await page.getByRole('heading', { name: 'What the import would do' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Import 4 rows/ }).click();

  await page.getByRole('heading', { name: 'Tickets imported' }).waitFor();
  await expect.poll(async () => page.getByRole('table', { name: 'Counts' }).getByRole('row', { name: /^Rows/ }).innerText()).toMatch(/5\s+4\s+0\s+0\s+1/u);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All 1' }).click();
  await page.getByRole('heading', { name: '1 row in quarantine' }).waitFor();
  await page.getByRole('gridcell', { name: '6', exact: true }).waitFor();
  await expectAccessible(page);
  const lines = await downloaded(app, () => page.getByRole('button', { name: 'Export the line' }).click());
  expect(lines.bytes.toString()).toContain('INC3,Resolved');
  await page.goBack();
  await page.getByRole('heading', { name: 'Tickets imported' }).waitFor();
  await page.keyboard.press('Control+z');
  const undo = page.getByRole('dialog', { name: 'Take this import back' });
  await undo.getByText('2 new tickets with 4 rows go again').waitFor();
  await undo.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('This import was taken back').waitFor();
});

journey('An outage, a window, a value and a ticket are typed by hand, and faults stand beside their fields', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  await page.getByRole('link', { name: 'Monitoring' }).first().click();
  await page.getByRole('button', { name: 'Type an outage' }).click();
  await create(page, 'Service', 'Mail');
  await moment(page, 'Begins', '13 Jan 2026', '9:30');
  await moment(page, 'Ends', '13 Jan 2026', '9:10');
  await page.getByText('It ends before it begins').waitFor();
  await moment(page, 'Ends', '13 Jan 2026', '10:10');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('row', { name: /Mail Outage .*09:30.*10:10 0:40/ }).waitFor();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Monitoring' }).first().click();
  await page.getByRole('link', { name: /^Measured values/ }).click();
  await page.getByRole('heading', { name: 'No value recorded' }).waitFor();
  await page.keyboard.press('n');
  await create(page, 'Metric', 'Backups kept');
  await page.getByRole('textbox', { name: 'Value' }).fill('98.5');
  await page.getByRole('textbox', { name: 'Unit' }).fill('%');
  await page.getByRole('textbox', { name: 'Unit' }).press('Enter');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const cells = page.getByRole('grid').getByRole('textbox');
  await expect.poll(() => cells.last().inputValue()).toBe('98.5');
  await cells.first().fill('290 of 300');
  await cells.first().press('Enter');
  await page.getByText(/^Saved \d\d:\d\d/).waitFor();
  await expect.poll(() => cells.first().inputValue()).toBe('96.667');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Monitoring' }).first().click();
  await page.getByRole('button', { name: 'Type a ticket' }).click();
  await page.getByRole('textbox', { name: 'Number' }).fill('H-1');
  await moment(page, 'Opened', '13 Jan 2026', '9:00');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Ticket H-1 kept').waitFor();
  await page.getByRole('row', { name: /^Tickets .* 1\b/ }).waitFor();
});

async function choose(app: { readonly data: string }, page: Page, name: string, text: string): Promise<void> {
  const folder = path.join(path.dirname(app.data), 'files');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, text);
  await page.getByLabel('Choose a file').last().setInputFiles(file);
}

async function create(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('complementary').getByLabel(field, { exact: true }).click();
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

async function moment(page: Page, name: string, date: string, time: string): Promise<void> {
  const group = page.getByRole('group', { name });
  await group.getByRole('textbox', { name: new RegExp(name) }).fill(date);
  await group.getByRole('textbox', { name: 'Time' }).fill(time);
  await group.getByRole('textbox', { name: 'Time' }).press('Enter');
}

/** No finding of WCAG 2 A and AA. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const findings = await page.evaluate(async () => {
    const { axe: checker } = window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await checker?.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
    return (result?.violations ?? []).map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
  expect(findings).toEqual([]);
}
