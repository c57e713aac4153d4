import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import type { CallCases } from '../case.ts';

const approvers = [...mailAgreement.people, { name: 'Cy Moor', organisation: 'Acme', role: 'approver' as const }];

export const agreementsCases: CallCases = {
  'agreements.create': async ({ client }) => {
    expect(await client.agreements.create(mailDocument())).toMatchObject({ number: expect.stringMatching(/^SLA-\d{4}-0001$/), version: 1, state: 'draft' });
    const unknown: unknown = await client.agreements.create(mailDocument({ serviceHours: 'night' })).catch((error: unknown) => error);
    expect(refusalOf(unknown)).toMatchObject({ code: 'invalid-input', details: [{ path: 'serviceHours' }] });
  },
  'agreements.list': async ({ client }) => {
    await client.agreements.create(mailDocument());
    expect(await client.agreements.list({ archived: false })).toMatchObject([{ title: 'Mail SLA', state: 'draft', providers: ['North IT'], customers: ['Acme'], services: ['Mail'], open: { version: 1, state: 'draft' } }]);
  },
  'agreements.show': async ({ client }) => {
    const { id, number } = await client.agreements.create(mailDocument());
    expect(await client.agreements.show({ id: number })).toMatchObject({ id, number, state: 'draft', title: 'Mail SLA', requirements: [], internal: {} });
    const none: unknown = await client.agreements.show({ id, version: 2 }).catch((error: unknown) => error);
    expect(refusalOf(none)).toMatchObject({ code: 'not-found', details: [{ path: 'version' }] });
  },
  'agreements.view': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.view({ id })).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), isEditable: true, completeness: { items: { length: 24 } } });
  },
  'agreements.versions': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.versions({ id })).toMatchObject([{ version: 1, state: 'draft', inForce: false }]);
  },
  'agreements.history': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect((await client.agreements.history({ id })).length).toBeGreaterThan(0);
  },
  'agreements.completeness': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect((await client.agreements.completeness({ id })).missing).toContain('purpose');
  },
  'agreements.dates': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.dates({ id })).toMatchObject({ lastDayOfNotice: '2026-10-30', end: '2027-01-31' });
  },
  'agreements.edit': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    const { hash } = await client.agreements.view({ id });
    expect(await client.agreements.edit({ id, hash, edits: [{ kind: 'set-head', title: 'Mail' }] })).toMatchObject({ document: { title: 'Mail' } });
    const stale: unknown = await client.agreements.edit({ id, hash, edits: [{ kind: 'set-head', title: 'Post' }] }).catch((error: unknown) => error);
    expect(refusalOf(stale)).toMatchObject({ code: 'conflict' });
  },
  'agreements.beginVersion': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    const open: unknown = await client.agreements.beginVersion({ id }).catch((error: unknown) => error);
    expect(refusalOf(open)).toMatchObject({ code: 'conflict' });
    await client.agreements.move({ id, version: 1, to: 'abandoned', by: 'Ann Lee' });
    expect(await client.agreements.beginVersion({ id })).toMatchObject({ version: 2, state: 'draft' });
  },
  'agreements.remove': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.remove({ id })).toEqual({ removed: true });
    expect(await client.agreements.list({ archived: true })).toEqual([]);
  },
  'agreements.move': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.move({ id, version: 1, to: 'agreed', by: 'Ann Lee' })).toEqual({ from: 'draft', to: 'agreed' });
    const early: unknown = await client.agreements.move({ id, version: 1, to: 'approved', by: 'Ann Lee' }).catch((error: unknown) => error);
    expect(refusalOf(early)).toMatchObject({ code: 'rule-violated', details: [{ path: 'approvals' }] });
  },
  'agreements.askForApproval': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument({ people: approvers }));
    expect(await client.agreements.askForApproval({ id })).toMatchObject({ state: 'agreed', approvals: { missing: ['Cy Moor'] } });
  },
  'agreements.approve': async ({ client }) => {
    const { id } = await client.agreements.create(mailDocument({ people: approvers }));
    expect(await client.agreements.approve({ id, by: 'Cy Moor' })).toMatchObject({ state: 'approved', approvals: { decisions: [{ person: 'Cy Moor', state: 'approved' }] } });
  },
};
