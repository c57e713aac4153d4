import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { missingHost, openParley, type OpenParley } from './hosts.ts';
import { startParley } from './steps.ts';

let app: OpenParley | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

// In the browser the answers of the program can be spoilt on their way; the screens are the same in the desktop window.
it('a screen that fails says so in its place, offers every way out, and the rest goes on', async (test) => {
  const reason = missingHost('chromium');
  if (reason !== null) test.skip(reason);
  app = await openParley('chromium');
  const { page, data } = app;
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  await page.route('**/rpc/services/list', (route) => route.fulfill({ json: { json: [null] } }));
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('heading', { name: 'This screen failed' }).waitFor();
  await page.getByText('Nothing was lost: what was saved is saved.').waitFor();

  await page.getByRole('button', { name: 'Copy the details' }).click();
  await page.getByText('Copied.').waitFor();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('A copy was made: workspace-').waitFor();
  expect(readdirSync(path.join(data, 'backups')).filter((name) => name.endsWith('-hand.parley'))).toHaveLength(1);

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'This screen failed' }).waitFor();
  await page.getByRole('button', { name: 'Go to Today' }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  await page.goBack();
  await page.unroute('**/rpc/services/list');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('heading', { name: 'Services' }).waitFor();
  expect(existsSync(path.join(data, 'workspace.parley'))).toBe(true);
});
