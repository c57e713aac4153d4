import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('What was done goes back and forth by keyboard, what was deleted comes back from the recycle bin, and the history tells all of it', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'Tessmer IT', person: 'Jana Reuter' });
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('button', { name: 'New service' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Plant network');
  await page.getByRole('button', { name: 'Create' }).click();
  const panel = page.getByRole('complementary', { name: 'Plant network' });
  await panel.waitFor();
  const status = panel.getByRole('radio', { name: 'retired' });
  await status.click();
  await expect.poll(() => status.isChecked(), { timeout: 20_000 }).toBe(true);
  const saved = page.getByRole('banner').getByRole('status');
  await saved.getByRole('button', { name: 'Undo' }).waitFor();

  await page.locator('body').press('Control+z');
  await expect.poll(() => status.isChecked(), { timeout: 20_000 }).toBe(false);
  await page.locator('body').press('Control+Shift+Z');
  await expect.poll(() => status.isChecked(), { timeout: 20_000 }).toBe(true);

  await panel.getByRole('tab', { name: 'History' }).click();
  await panel.getByText('status: live → retired').first().waitFor();
  await panel.getByRole('button', { name: /^Undo: changed a service/ }).first().waitFor();
  await panel.getByRole('tab', { name: 'Details' }).click();
  await panel.getByRole('button', { name: /Remove/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('service'));
  await panel.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Recycle bin' }).click();
  await page.getByRole('button', { name: 'Bring back Plant network' }).click();
  await page.getByText('The recycle bin is empty.').waitFor();

  await page.getByRole('link', { name: 'History' }).click();
  await page.getByText('took back: deleted a service: Plant network', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByText('Plant network').first().waitFor();
});
