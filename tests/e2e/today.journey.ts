import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './journey.ts';

journey('opens the sample, takes the next step from Today by keys, and removes the sample in one click', async (app) => {
  const { page } = app;
  await page.getByRole('heading', { name: 'The sample workspace' }).waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: /^Open the sample workspace/ }).click();
  await page.getByRole('heading', { name: 'Cannot wait' }).waitFor({ timeout: 100_000 });
  await page.getByRole('table', { name: 'Portfolio' }).waitFor();
  const chosen = page.locator('li[aria-current="true"]');
  await expect.poll(() => chosen.textContent()).toContain('Give notice or let it renew');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expectNoViolations(page);
  }
  await page.keyboard.press('j');
  await expect.poll(() => chosen.textContent()).toContain('Import newer data');
  await page.keyboard.press('s');
  await expect.poll(() => page.getByRole('list', { name: 'Cannot wait' }).getByRole('listitem').count()).toBe(6);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mail and calendar' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Cannot wait' }).waitFor();
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the sample' }).click();
  await page.getByRole('heading', { name: 'Your own organisation' }).waitFor();
  await page.getByRole('textbox', { name: 'Organisation' }).fill('North IT');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ann Lee');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await page.getByText('Nothing needs you today.').waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => page.getByRole('heading', { name: 'First steps' }).count()).toBe(0);
});

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await checker?.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
    return (result?.violations ?? []).map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' ')}`);
  });
  expect(violations).toEqual([]);
}
