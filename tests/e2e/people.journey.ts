import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { journey } from './journey.ts';

/** A photograph as address books write it: folded lines of base 64, which are no contact of their own. */
const photo = Buffer.alloc(4000, 7).toString('base64').replaceAll(/.{1,74}/gu, '$&\r\n ').trim();
const card = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Mia Müller', 'ORG:Acme', 'EMAIL:mia@acme.example', 'TEL:+49 30 1', `PHOTO;ENCODING=b;TYPE=JPEG:${photo}`, 'END:VCARD', ''].join('\r\n');

async function prepared(): Promise<{ data: string; config: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-people-'));
  const places = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
  const core = openCore(places);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Jo Reed', zone: 'Europe/Berlin' });
  const ann = await client.people.create({ name: 'Ann Lee', organisation: 'Acme', email: 'ann@acme.example' });
  await client.people.create({ name: 'Ann B. Lee', organisation: 'Acme', email: 'Ann@acme.example', phone: '030 22' });
  const { id } = await client.organisations.show({ id: 'Acme' });
  await client.people.assignRole({ person: ann.id, role: 'sponsor', side: 'customer', scope: { kind: 'organisation', id } });
  await core.close();
  return places;
}

journey('A contact gets two roles, a vCard with a photograph comes in, duplicates are joined, and all of it goes to somebody else', async ({ page }) => {
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  const list = page.getByRole('grid', { name: 'People' });
  await list.getByText('Jo Reed').waitFor();

  await page.getByRole('main').press('n');
  const panel = page.getByRole('complementary', { name: /person/iu });
  await panel.getByRole('textbox', { name: 'Name' }).fill('Tom Field');
  await choose(page, panel, 'Organisation', 'Acme');
  await panel.getByRole('button', { name: 'Add' }).click();
  for (const role of ['contact', 'escalation']) {
    await panel.getByRole('button', { name: 'Add a role' }).click();
    await choose(page, panel, 'Role', role);
    await panel.getByRole('button', { name: 'Add a role' }).click();
    await panel.getByRole('listitem').filter({ hasText: role }).waitFor();
  }
  await list.getByRole('row', { name: /Tom Field.*contact, escalation/u }).waitFor();

  await page.getByRole('button', { name: 'Import contacts' }).click();
  const importing = page.getByRole('dialog', { name: 'Import contacts' });
  await importing.locator('input[type=file]').setInputFiles({ name: 'people.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card) });
  await importing.getByText('1 new, 0 changed, 0 the same').waitFor();
  await importing.getByRole('button', { name: 'Take 1 contact in' }).click();
  await importing.waitFor({ state: 'detached' });
  await list.getByText('Mia Müller').waitFor();

  await page.getByRole('radio', { name: /^Perhaps twice/u }).check({ force: true });
  await expect.poll(() => list.getByRole('checkbox', { name: 'Select the row' }).count()).toBe(2);
  await list.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('toolbar', { name: '2 selected' }).getByRole('button', { name: 'Join the two' }).click();
  const joining = page.getByRole('dialog', { name: /^Join / });
  await joining.getByRole('heading', { name: 'They differ' }).or(joining.getByText(/^Filled in|stays\./u)).first().waitFor();
  await joining.getByRole('button', { name: 'Join them' }).click();
  await joining.waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: /^All/u }).check({ force: true });
  await list.getByText('Tom Field').waitFor();
  await expect.poll(() => list.getByRole('row', { name: /Lee/u }).count()).toBe(1);

  await list.getByText('Tom Field').click();
  await panel.getByRole('button', { name: 'Hand over' }).click();
  const handing = page.getByRole('dialog', { name: 'Hand over everything of Tom Field' });
  await choose(page, handing, 'Who takes over', 'Mia Müller');
  const roles = handing.getByRole('region', { name: 'Roles' });
  await expect.poll(() => roles.getByRole('listitem').count()).toBe(2);
  await handing.getByRole('button', { name: 'Hand over to Mia Müller' }).click();
  await handing.waitFor({ state: 'detached' });
  const mia = list.getByRole('row', { name: /Mia Müller/u });
  await expect.poll(() => mia.textContent()).toContain('contact, escalation');

  await panel.getByRole('tab', { name: 'History' }).click();
  await panel.getByText(/handed everything over/u).first().waitFor();
  await page.getByRole('banner').getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => mia.textContent()).not.toContain('contact');
  await list.getByRole('row', { name: /Tom Field.*contact, escalation/u }).waitFor();
}, prepared);

/** Takes a choice of a select field. */
async function choose(page: Page, place: Locator, field: string, choice: string): Promise<void> {
  await place.getByRole('button', { name: new RegExp(`^${field}`, 'u') }).click();
  await page.getByRole('option', { name: choice }).first().click();
}
