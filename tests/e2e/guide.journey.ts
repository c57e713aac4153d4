import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('help opens what the guide says about the place, from the first screen on', async ({ page }) => {
  await page.getByRole('heading', { name: 'Your own organisation' }).waitFor();
  await page.getByRole('textbox', { name: 'Organisation' }).press('F1');
  await page.getByRole('heading', { level: 1, name: 'The first hour' }).waitFor();
  await page.keyboard.press('Escape');
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });

  await page.getByRole('link', { name: 'Services' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
  await page.keyboard.press('F1');
  await expectHeading(page, 'Services');
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/help/first-hour#services');
  await page.reload();
  await expectHeading(page, 'Services');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();

  await page.getByRole('link', { name: 'Monitoring' }).first().click();
  await page.getByRole('link', { name: 'Guide' }).click();
  await expectHeading(page, 'What is covered');
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: 'How Parley counts' }).waitFor();
  await page.getByRole('img', { name: /ledger of one ticket/ }).scrollIntoViewIfNeeded();
  await expect.poll(() => page.getByRole('img', { name: /ledger of one ticket/ }).evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1280);

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expectNoViolations(page);
  }

  await page.getByRole('textbox', { name: 'Find in the guide' }).fill('quarantine corrected');
  await page.getByText('place found').or(page.getByText('places found')).waitFor();
  await expectNoViolations(page);
  await page.getByRole('main').getByRole('link', { name: 'Quarantine', exact: true }).click();
  await expectHeading(page, 'Quarantine');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('reopened tickets');
  await page.getByRole('dialog').getByRole('option', { name: /Reopened tickets/ }).waitFor();
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Reopened tickets');

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('textbox', { name: 'Find in the guide' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 2, name: 'Reopened tickets' }).isVisible()).toBe(true);
});

/** The heading is in view and has the focus, so that reading goes on from there. */
async function expectHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 2, name });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement && element.getBoundingClientRect().top < innerHeight)).toBe(true);
}

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await checker?.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
    return (result?.violations ?? []).map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' ')}`);
  });
  expect(violations).toEqual([]);
}
