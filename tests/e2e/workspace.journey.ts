import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { endProcessOn } from './ends.ts';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

async function choose(page: Page, deed: string): Promise<void> {
  await page.getByRole('button', { name: /: workspace$/ }).click();
  await page.getByRole('menuitem', { name: deed }).click();
}

journey('the menu under the name copies the workspace and moves it, and says what stands in the way', async (app) => {
  const { page, data, electron } = app;
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  const folder = path.join(data, 'stick');
  mkdirSync(folder);

  await choose(page, 'Copy…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'New place' }).fill(path.join(folder, 'none', 'copy'));
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await dialog.getByText('is not there. Make it first, or choose another one.').waitFor();
  await dialog.getByRole('textbox', { name: 'New place' }).fill(path.join(folder, 'copy'));
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText(`Copied to ${path.join(folder, 'copy.parley')}`).waitFor();
  expect(readFileSync(path.join(folder, 'copy.parley')).toString('latin1', 0, 15)).toBe('SQLite format 3');

  const from = path.join(data, 'workspace.parley');
  const to = path.join(folder, 'North IT.parley');
  await choose(page, 'Move…');
  await dialog.getByRole('textbox', { name: 'New place' }).fill(to);
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  if (electron === null) {
    // The same address goes on with the file at its new place.
    await expect.poll(() => existsSync(from), { timeout: 20_000 }).toBe(false);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /: workspace$/ }).click();
    await page.getByText(to).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByRole('link', { name: 'North IT' }).first().waitFor();
  } else {
    // The window ends and opens again by itself, past what drives this one.
    await expect.poll(() => existsSync(from), { timeout: 30_000, interval: 300 }).toBe(false);
    await endProcessOn(to);
  }
  expect(readdirSync(data).filter((name) => name.startsWith('workspace.parley'))).toEqual([]);
  expect(lastWorkspace(app.config)).toBe(to);
});

function lastWorkspace(config: string): unknown {
  const known: unknown = JSON.parse(readFileSync(path.join(config, 'identity.json'), 'utf8'));
  return Reflect.get(Object(known), 'lastWorkspace');
}
