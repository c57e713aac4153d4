import path from 'node:path';
import { expect } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import { journey } from './journey.ts';
import { startParley } from './steps.ts';

const attacks = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  '<svg/onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '<a href="javascript:window.pwned=1">x</a><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<style>*{display:none}</style>',
];
const all = attacks.join(' ');

journey('Names, clauses and notes that try to be a page stay text on every place, and nothing has to be stopped by the policy', async (app) => {
  const { page } = app;
  const stopped: string[] = [];
  page.on('dialog', (dialog) => { stopped.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  page.on('console', (message) => { if (/Content Security Policy|Refused to/u.test(message.text())) stopped.push(message.text()); });
  await startParley(page, { organisation: `North IT ${attacks[0]}`, person: `Cara Moss ${attacks[1]}` });
  const ids = await seed(app.data, app.config);
  const places = [
    '/customers', `/customers/${ids.organisation}`, `/services?service=${ids.service}`, '/agreements', `/agreements/${ids.agreement}`, `/agreements/${ids.agreement}/draft`, `/agreements/${ids.agreement}/sign?version=1`,
    '/settings/calendars', `/settings/calendars/${ids.calendar}`, '/settings', '/settings/history', '/settings/recycle-bin', '/monitoring', '/tickets', '/outages', '/maintenance',
  ];
  for (const place of places) {
    await page.goto(new URL(place, page.url()).href);
    await page.locator('#content, main').first().waitFor();
    await page.waitForTimeout(300);
    const state = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      made: document.querySelectorAll('main img[src="x"], main script, main iframe, main a[href^="javascript:"], main style, aside iframe, aside img[src="x"]').length,
      hasText: document.body.innerText.includes('onerror='),
    }));
    expect([place, state.pwned, state.made]).toEqual([place, false, 0]);
    if (['/customers', '/agreements', '/settings/history', '/settings/recycle-bin'].includes(place)) expect([place, state.hasText]).toEqual([place, true]);
  }
  expect(stopped).toEqual([]);
});

/** The same strings wherever a person can write, through a second program on the same workspace. */
async function seed(data: string, config: string): Promise<{ organisation: string; service: string; agreement: string; calendar: string }> {
  const core = openCore({ data, config: path.join(config, 'second') });
  const client = createClient(core.context);
  const { id: organisation } = await client.organisations.create({ name: `Acme ${all}`, zone: 'Europe/Berlin' });
  await client.sites.create({ organisation: `Acme ${all}`, name: all, zone: 'Europe/Berlin' });
  await client.people.create({ name: all, organisation: `Acme ${all}`, jobTitle: attacks[4] ?? '', phone: attacks[2] ?? '' });
  const { id: service } = await client.services.create({ name: `Mail ${all}`, description: all });
  const { id: calendar } = await client.calendars.create({ name: `Office ${attacks[0]}`, purpose: all, ...mailAgreement.calendars.office });
  await client.closures.add({ calendar, closure: { kind: 'date', from: '2027-01-06', to: '2027-01-06', label: all } });
  const { id: agreement } = await client.agreements.create(mailDocument({ title: `SLA ${all}`.slice(0, 500), services: [{ service: `Mail ${all}` }], notApplicable: [{ item: 'purpose', reason: all }] }));
  const { hash } = await client.agreements.view({ id: agreement });
  await client.agreements.edit({ id: agreement, hash, edits: [{ kind: 'set-term', term: { id: 'T-090', type: 'clause', category: 'purpose', heading: all, text: `${all}\n${all}` } }] });
  await client.tickets.save({ key: attacks[0] ?? '', title: all, opened: '2026-01-12T10:00', customer: `Acme ${all}`, service: `Mail ${all}`, priority: attacks[5] ?? '', zone: 'UTC' });
  const { id: gone } = await client.services.create({ name: `Old ${all}` });
  await client.services.remove({ id: gone });
  await core.close();
  return { organisation, service, agreement, calendar };
}
