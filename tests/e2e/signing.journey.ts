import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { hostNames, missingHost, openParley } from './hosts.ts';
import { downloaded } from './steps.ts';

/** Two parties sign, one drawn and one typed; the file is sealed, exported and found valid; all of it is there after a kill. */
describe('signing', () => {
  for (const host of hostNames) {
    it(`in ${host === 'chromium' ? 'the browser' : 'the desktop window'}`, async (test) => {
      const reason = missingHost(host);
      if (reason !== null) test.skip(reason);
      const folder = mkdtempSync(path.join(tmpdir(), 'parley-signing-'));
      const place = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
      const number = await withApprovedAgreement(place);
      const app = await openParley(host, place);
      try {
        await openAgreement(app.page);
        await app.page.getByRole('button', { name: 'Sign', exact: true }).or(app.page.getByRole('link', { name: 'Sign', exact: true })).first().click();
        await app.page.getByRole('heading', { name: /Signatures/ }).waitFor();
        await draw(app.page);
        await fillAndSign(app.page, 'Ann Lee');
        await app.page.getByText('after Ann Lee').waitFor({ state: 'detached' });
        await app.page.getByRole('radio', { name: 'Type' }).click();
        await fillAndSign(app.page, 'Bo Ek');
        await app.page.getByText(/^Sealed/).first().waitFor();
        const file = await downloaded(app, () => app.page.getByRole('button', { name: 'Export as Word' }).click());
        expect(file.name).toBe(`${number}-v1.docx`);
        const page = await app.killAndRestart();
        await openAgreement(page);
        await page.getByText(/sealed/i).first().waitFor();
        await app.close();
        expect(await verdictOf(place, file.bytes)).toBe('valid');
        expect(await verdictOf(place, Buffer.concat([file.bytes, Buffer.from([0])]))).toBe('changed');
      } finally {
        await app.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

type Place = { readonly data: string; readonly config: string };

async function withApprovedAgreement(place: Place): Promise<string> {
  const core = openCore(place);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Cara Moss', zone: 'Europe/Berlin' });
  const office = { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] } };
  const document = agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'Mail', zone: 'Europe/Berlin',
    parties: [{ side: 'provider', organisation: 'North IT' }, { side: 'customer', organisation: 'Acme' }],
    services: [{ service: 'Mail' }],
    people: [
      { name: 'Ann Lee', organisation: 'Acme', role: 'signatory' },
      { name: 'Bo Ek', organisation: 'North IT', role: 'signatory' },
      { name: 'Dan Roe', organisation: 'North IT', role: 'approver' },
    ],
    term: { from: '2026-02-01', to: '2027-01-31' },
    calendars: { office }, serviceHours: 'office',
    priorities: [{ id: 'P1', name: 'Critical', values: ['1 - Critical'] }],
    terms: [{ id: 'T-001', type: 'resolution', priority: 'P1', within: { kind: 'business-hours', seconds: 14400 }, atLeastPercent: 90 }],
  });
  const { id, number } = await client.agreements.create(document);
  await client.agreements.approve({ id, by: 'Dan Roe' });
  await core.close();
  return number;
}

async function verdictOf(place: Place, bytes: Buffer): Promise<string> {
  const core = openCore(place);
  const { id } = core.context.files.offer('signed.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes);
  const { verdict } = await createClient(core.context).signing.verify({ file: id });
  await core.close();
  return verdict;
}

async function openAgreement(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Agreements' }).first().click();
  await page.getByText('Mail', { exact: true }).first().click();
  await page.getByRole('heading', { name: 'Mail', level: 1 }).waitFor();
}

async function draw(page: Page): Promise<void> {
  const pad = await page.getByRole('img', { name: /Draw the signature of Ann Lee/ }).boundingBox();
  if (pad === null) throw new Error('There is no pad.');
  await page.mouse.move(pad.x + 60, pad.y + 90);
  await page.mouse.down();
  for (let step = 1; step <= 30; step += 1) await page.mouse.move(pad.x + 60 + step * 8, pad.y + 80 + 30 * Math.sin(step / 3));
  await page.mouse.up();
}

async function fillAndSign(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name: `Sign as ${name}` });
  await button.waitFor();
  await page.getByRole('textbox', { name: 'Role' }).fill('Head of IT');
  await page.getByRole('textbox', { name: 'Place' }).fill('Berlin');
  await page.getByRole('checkbox').check();
  await button.click();
}
