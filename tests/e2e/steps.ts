import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { OpenParley } from './hosts.ts';

/** Steps that many journeys share, by what the user sees. */
export async function startParley(page: Page, names: { readonly organisation: string; readonly person: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Organisation' }).fill(names.organisation);
  await page.getByRole('textbox', { name: 'Your name' }).fill(names.person);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** What the user's action downloads: its name and bytes. The desktop's save dialog is answered with a file beside the workspace. */
export async function downloaded(app: OpenParley, act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (app.electron === null) {
    const [download] = await Promise.all([app.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
  const place = path.join(path.dirname(app.data), `download-${Date.now()}`);
  const named = app.electron.evaluate(
    ({ session }, target) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(target);
          item.once('done', () => resolve(item.getFilename()));
        });
      }),
    place,
  );
  await act();
  const name = await named;
  await expect.poll(() => existsSync(place), { timeout: 10_000 }).toBe(true);
  return { name, bytes: readFileSync(place) };
}
