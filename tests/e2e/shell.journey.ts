import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('the frame: search, keys, back, and what is kept for this computer', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'North IT', person: 'Jana Reuter' });
  const dialog = page.getByRole('dialog');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('new servce');
  await dialog.getByRole('option', { name: 'New service' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('/services');
  await page.goBack();
  await expect.poll(() => page.url()).not.toContain('/services');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('north');
  await dialog.getByRole('option', { name: 'North IT' }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('/customers/');
  await page.getByRole('heading', { level: 1 }).waitFor();

  await page.keyboard.press('?');
  await dialog.getByText('Fold the navigation').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.keyboard.press('[');
  const unfold = page.getByRole('button', { name: 'Unfold the navigation' });
  await unfold.waitFor({ state: 'attached' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await unfold.waitFor({ state: 'attached' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark theme');
  await dialog.getByRole('option', { name: 'Dark theme' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'))).toBe('dark');
});
