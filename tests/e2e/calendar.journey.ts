import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('The week of a calendar is drawn, dragged and stepped, what follows is said at once, and it can be taken back', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'Tessmer IT', person: 'Jana Reuter' });
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Calendars' }).click();
  await page.getByRole('button', { name: 'New calendar' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Plant hours');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Monday 08:00 to 17:00' }).waitFor();

  await drag(page, [2, 12], [2, 13]);
  await page.getByRole('button', { name: 'Wednesday 09:00 to 18:00' }).waitFor();
  await drag(page, [2, 18], [2, 19]);
  await page.getByRole('button', { name: 'Wednesday 09:00 to 19:00' }).waitFor();
  await drag(page, [5, 9], [5, 12]);
  const saturday = page.getByRole('button', { name: 'Saturday 09:00 to 12:00' });
  await saturday.waitFor();
  await page.getByText('49 h a week, was 45 h').waitFor();
  await page.getByRole('complementary', { name: 'What this means' }).getByText(/^was /).first().waitFor();
  await expect.poll(() => typed(page, 'Saturday').inputValue()).toBe('09:00–12:00');

  await page.getByText(/^Saved /).waitFor();
  await saturday.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Saturday 09:00 to 12:30' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Saturday 09:00 to 12:30' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByText(/^Saved /).waitFor();
  await page.keyboard.press('c');
  const copying = page.getByRole('dialog', { name: 'Copy Saturday' });
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await copying.getByRole('checkbox', { name: day }).uncheck({ force: true });
  await copying.getByRole('checkbox', { name: 'Sunday' }).check({ force: true });
  await copying.getByRole('button', { name: 'Copy to 1 day' }).click();
  await page.getByRole('button', { name: 'Sunday 09:00 to 12:30' }).waitFor();
  await page.getByRole('button', { name: 'Saturday 09:00 to 12:30' }).press('Delete');
  await page.getByRole('button', { name: 'Saturday 09:00 to 12:30' }).waitFor({ state: 'detached' });
  await expect.poll(() => typed(page, 'Saturday').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Saturday 09:00 to 12:30' }).waitFor();

  await typed(page, 'Sunday').fill('22:10-6');
  await typed(page, 'Sunday').press('Enter');
  await page.getByRole('button', { name: 'Sunday 22:10 to Monday 06:00' }).waitFor();
  await typed(page, 'Monday').fill('8-12, 13-17');
  await typed(page, 'Monday').press('Tab');
  await typed(page, 'Tuesday').fill('9-12');
  await typed(page, 'Tuesday').press('Tab');
  await page.getByRole('button', { name: 'Tuesday 09:00 to 12:00' }).waitFor();
  await page.getByRole('button', { name: 'Monday 13:00 to 17:00' }).waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect.poll(() => violations(page), { timeout: 20_000, interval: 500 }).toEqual([]);
  }
  const again = await app.restart();
  await again.getByRole('link', { name: 'Settings' }).click();
  await again.getByRole('link', { name: 'Calendars' }).click();
  await again.getByText('Plant hours').first().click();
  await again.getByRole('button', { name: 'Sunday 22:10 to Monday 06:00' }).waitFor();
  await again.getByRole('button', { name: 'Wednesday 09:00 to 19:00' }).waitFor();
});

/** From a column and hour to another; the grid shows 16 hours from six. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await page.getByRole('application', { name: 'Intervals of the week' }).boundingBox();
  if (box === null) throw new Error('The week is not shown.');
  const place = ([day, hour]: readonly [number, number]): [number, number] => [box.x + ((day + 0.5) * box.width) / 7, box.y + ((hour - 6) * box.height) / 16];
  await page.mouse.move(...place(from));
  await page.mouse.down();
  await page.mouse.move(...place(to), { steps: 5 });
  await page.mouse.up();
}

function typed(page: Page, day: string) {
  return page.getByRole('textbox', { name: new RegExp(`^${day}`) });
}

/** What breaks WCAG 2 A or AA. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await checker?.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
    return (result?.violations ?? []).map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}
