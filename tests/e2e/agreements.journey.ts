import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('An agreement begins with a usual set, its values open from sentences, and an edit is taken back', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  await page.getByRole('link', { name: 'Agreements' }).click();
  await page.getByRole('button', { name: /^New agreement/ }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Mail');
  await choose(page, 'Customer', 'Acme');
  await choose(page, 'Services', 'Mail');
  await page.getByRole('textbox', { name: 'First day' }).fill('1 Jan 2027');
  await page.getByRole('textbox', { name: 'First day' }).press('Enter');
  await page.getByRole('button', { name: 'Service hours', exact: true }).click();
  await page.getByRole('option', { name: /Office hours/ }).click();
  await page.getByText('Start with a usual set of targets').click();
  await page.getByRole('button', { name: /^Create the draft/ }).click();

  const target = page.getByRole('group', { name: /Resolution P1, T-005$/ });
  await target.getByRole('button', { name: '90 %' }).press('Enter');
  await page.getByRole('textbox', { name: 'At least' }).fill('85');
  await page.getByRole('textbox', { name: 'At least' }).press('Enter');
  await target.getByRole('button', { name: '85 %' }).waitFor();
  await page.getByRole('textbox', { name: 'At least' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Control+z');
  await target.getByRole('button', { name: '90 %' }).waitFor();

  await target.getByRole('button', { name: /business hours/ }).click();
  await page.getByText('elapsed hours, around the clock').click();
  await target.getByText(/counted around the clock/).waitFor();

  await page.getByRole('region', { name: /^Purpose/ }).getByRole('button', { name: 'Write a clause' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Mail for everybody.');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Mail for everybody.' }).waitFor();
  await page.getByRole('region', { name: /^Credits and remedies/ }).getByRole('button', { name: 'Does not apply' }).click();
  await page.getByRole('textbox', { name: 'Because' }).fill('nothing is paid for it');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Does not apply, because').waitFor();
  expect(await page.getByRole('button', { name: 'Ask for approval' }).getAttribute('aria-disabled')).toBe('true');

  const again = await app.restart();
  await again.getByRole('link', { name: 'Agreements' }).click();
  await again.getByRole('link', { name: 'Mail', exact: true }).click();
  await again.getByText('Mail for everybody.').waitFor();
  await again.getByText('No tickets or outages are imported yet.', { exact: false }).waitFor();
});

/** Opens a list, types a name that is not in it, and takes it as new. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.locator('input:focus').fill(name);
  await page.getByRole('option', { name: `“${name}”`, exact: false }).click();
}
