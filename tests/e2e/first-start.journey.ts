import { expect } from 'vitest';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

journey('The first start asks for two names, then the app is there, and still there after a restart', async (app) => {
  const { page } = app;
  await page.getByRole('heading', { name: 'Your own organisation' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(2);
  await startParley(page, { organisation: 'North IT', person: 'Ann Lee' });
  const again = await app.restart();
  await again.getByRole('navigation').first().waitFor();
  expect(await again.getByRole('heading', { name: 'Your own organisation' }).count()).toBe(0);
});

journey('What was written is there after kill -9', async (app) => {
  await startParley(app.page, { organisation: 'Żółć & Söhne 東京 🛠', person: 'Zoë Ånd' });
  const page = await app.killAndRestart();
  await page.getByRole('navigation').first().waitFor();
  expect(await page.getByRole('heading', { name: 'Your own organisation' }).count()).toBe(0);
});
