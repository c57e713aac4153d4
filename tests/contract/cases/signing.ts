import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const people = [...mailAgreement.people, { name: 'Cy Moor', organisation: 'North IT', role: 'approver' as const }];

async function approved({ client }: CaseWorld): Promise<string> {
  const { id } = await client.agreements.create(mailDocument({ people }));
  await client.agreements.approve({ id, by: 'Cy Moor' });
  return id;
}

const signature = (id: string) => ({ id, version: 1, person: 'Ann Lee', place: 'Berlin', at: '2026-01-20T10:00', signature: { method: 'typed' as const, text: 'Ann Lee' } });

export const signingCases: CallCases = {
  'signing.view': async (world) => {
    const { id } = await world.client.agreements.create(mailDocument({ people }));
    expect(await world.client.signing.view({ id, version: 1 })).toMatchObject({ state: 'draft', obstacles: [{ path: 'approvals' }], signatories: [{ name: 'Ann Lee', isNext: true, state: 'waiting' }], document: null });
  },
  'signing.preview': async (world) => {
    const { id } = await world.client.agreements.create(mailDocument({ people }));
    expect(JSON.stringify(await world.client.signing.preview({ id, version: 1 }))).toContain('Mail SLA');
  },
  'signing.sign': async (world) => {
    const id = await approved(world);
    expect(await world.client.signing.sign(signature(id))).toMatchObject({ state: 'signed', signed: 1, of: 1 });
    const again: unknown = await world.client.signing.sign(signature(id)).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'rule-violated' });
  },
  'signing.decline': async (world) => {
    const id = await approved(world);
    await world.client.agreements.move({ id, version: 1, to: 'signing', by: 'Cy Moor' });
    expect(await world.client.signing.decline({ id, version: 1, person: 'Ann Lee', reason: 'No' })).toEqual({ state: 'abandoned' });
  },
  'signing.exportAgreement': async (world) => {
    const { id } = await world.client.agreements.create(mailDocument({ people }));
    const made = await world.client.signing.exportAgreement({ id });
    expect(made).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: world.core.context.files.get(made.file).bytes });
    const german = await world.client.signing.exportAgreement({ id, language: 'de' });
    expect(german.name).toMatch(/-v1-de\.docx$/);
    expect(german.sha256).not.toBe(made.sha256);
    const signed = await approved(world);
    await world.client.signing.sign(signature(signed));
    const sealed = await world.client.signing.exportAgreement({ id: signed });
    expect(await world.client.signing.exportAgreement({ id: signed, language: 'en' })).toMatchObject({ sha256: sealed.sha256 });
    const translation = await world.client.signing.exportAgreement({ id: signed, language: 'fr' });
    expect(await world.client.signing.verify({ file: translation.file })).toMatchObject({ verdict: 'unknown' });
  },
  'signing.composeMail': async (world) => {
    const { id } = await world.client.agreements.create(mailDocument({ people }));
    const person = (await world.client.people.list({})).find((one) => one.name === 'Cy Moor');
    await world.client.people.change({ id: person?.id ?? '', email: 'cy@north.example' });
    expect(await world.client.signing.composeMail({ id })).toMatchObject({ name: expect.stringMatching(/-v1\.eml$/), to: [{ name: 'Cy Moor', email: 'cy@north.example', organisation: 'North IT' }], cc: [], without: [] });
    expect(await world.client.signing.composeMail({ id, roles: ['signatory'], language: 'de' })).toMatchObject({ to: [], without: ['Ann Lee'] });
  },
  'signing.verify': async (world) => {
    const id = await approved(world);
    await world.client.signing.sign(signature(id));
    const { file, sha256 } = await world.client.signing.exportAgreement({ id });
    expect(await world.client.signing.verify({ file })).toEqual({ verdict: 'valid', agreement: id, version: 1, sha256, sealedSha256: sha256 });
  },
  'signing.signatureFile': async (world) => {
    const id = await approved(world);
    const scan = world.core.context.files.offer('signed.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.7\n'));
    await world.client.signing.sign({ ...signature(id), signature: { method: 'paper', file: scan.id } });
    const { signatories } = await world.client.signing.view({ id, version: 1 });
    expect(await world.client.signing.signatureFile({ fileId: signatories[0]?.signature?.scanFileId ?? '' })).toMatchObject({ name: 'signed.pdf', bytes: 9 });
  },
};
