import type { Locator, Page } from 'playwright-core';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('An organisation gets a site, a person with two roles, a service and a calendar with its holidays, and all of it is there after a restart', async (app) => {
  const { page } = app;
  await startParley(page, { organisation: 'Tessmer IT', person: 'Jana Reuter' });

  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'New organisation' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kestner Optics');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Kestner Optics', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Add a site' }).click();
  await commit(page, 'Name of the site', 'Jena');
  await page.getByRole('button', { name: 'Jena' }).waitFor();

  await page.getByRole('button', { name: 'Add a person' }).click();
  await commit(page, 'Name', 'Ruth Bachmann');
  await commit(page, 'E-mail', 'ruth.bachmann');
  await page.getByText('An address has one @').waitFor();
  await commit(page, 'E-mail', 'ruth@kestner.example');
  await addRole(page, 'sponsor');
  await addRole(page, 'signatory');
  await page.getByRole('region', { name: 'People' }).getByText('sponsor, signatory').waitFor();

  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('button', { name: 'New service' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Plant network');
  await page.getByRole('button', { name: 'Create' }).click();
  await choose(page, 'Owner', 'Jana Reuter', page.getByRole('complementary', { name: 'Plant network' }));
  await page.getByRole('grid', { name: 'Services' }).getByText('Jana Reuter').waitFor();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Calendars' }).click();
  await page.getByRole('button', { name: 'New calendar' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Plant hours');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Plant hours', level: 1 }).waitFor();
  await commit(page, 'Wednesday', '8-12, 13');
  await page.getByText('“13” is no span of time').waitFor();
  await commit(page, 'Wednesday', '8-12, 22-6');
  await page.getByText('48 h a week').waitFor();

  await page.getByRole('button', { name: 'Import holidays' }).click();
  await choose(page, 'Country', 'Germany');
  await page.getByRole('button', { name: 'Propose its holidays' }).click();
  await page.getByRole('button', { name: 'Close New Year\'s Day' }).click();
  await page.getByRole('button', { name: /Decision on New Year.s Day: closed/ }).waitFor();
  await page.getByRole('button', { name: /^Close all/ }).click();
  await page.getByRole('button', { name: 'Ignore all' }).waitFor({ state: 'detached' });

  const again = await app.restart();
  await again.getByRole('link', { name: 'Customers' }).click();
  await again.getByRole('grid', { name: 'Customers' }).getByText('Kestner Optics').click();
  await again.getByRole('button', { name: 'Jena' }).click();
  await choose(again, 'Calendar', 'Plant hours');
  await again.getByRole('img', { name: /^Jena: / }).waitFor();
  await again.getByRole('button', { name: 'Close the panel' }).click();
  await again.getByRole('tab', { name: 'History' }).click();
  await again.getByText('calendar: none → Plant hours').waitFor();
  await again.getByRole('button', { name: 'Undo', exact: true }).click();
  await again.getByText('taken back').first().waitFor();
  await again.getByRole('button', { name: 'no calendar' }).waitFor();
});

async function commit(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: new RegExp(`^${field}( optional)?$`) });
  await box.fill(text);
  await box.press('Enter');
}

async function choose(page: Page, field: string, choice: string, inside: Page | Locator = page): Promise<void> {
  await inside.getByRole('button', { name: field, exact: true }).click();
  await page.getByRole('option', { name: choice }).first().click();
}

async function addRole(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a role' }).click();
  await choose(page, 'Role', role);
  await page.getByRole('group', { name: 'Add a role' }).getByRole('button', { name: 'Add a role' }).click();
  await page.getByRole('group', { name: 'Add a role' }).waitFor({ state: 'detached' });
}
