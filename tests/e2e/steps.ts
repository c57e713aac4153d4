import type { Page } from 'playwright-core';

/** Steps that many journeys share, by what the user sees. */
export async function startParley(page: Page, names: { readonly organisation: string; readonly person: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Organisation' }).fill(names.organisation);
  await page.getByRole('textbox', { name: 'Your name' }).fill(names.person);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.getByRole('navigation').first().waitFor();
}
