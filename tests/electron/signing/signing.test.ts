import { describe, expect, it } from 'vitest';
import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';

async function refused(call: Promise<unknown>) {
  return refusalOf(await call.then(() => null, (error: unknown) => error));
}

const people = [
  { name: 'Ann Lee', organisation: 'Acme', role: 'signatory' },
  { name: 'Bo Lind', organisation: 'North IT', role: 'signatory' },
  { name: 'Cy Moor', organisation: 'Acme', role: 'approver' },
  { name: 'Di Ness', organisation: 'North IT', role: 'approver' },
] satisfies AgreementDocumentInput['people'];

/** A drawn line, 2 × 1 pixels. */
const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEElEQVR4nGMQV9H9D6NRAQAj3gNNlIOOUgAAAABJRU5ErkJggg==', 'base64'));
const clause = termSchema.parse({ id: 'T-006', type: 'clause', category: 'purpose', heading: 'Purpose', text: 'Mail for all.' });

async function draft(core: TestCore, more: Partial<AgreementDocumentInput> = {}): Promise<string> {
  const { id } = await core.client.agreements.create(mailDocument({ people, ...more }));
  return id;
}

async function approved(core: TestCore): Promise<string> {
  const id = await draft(core);
  await core.client.agreements.approve({ id, by: 'Cy Moor' });
  await core.client.agreements.approve({ id, by: 'Di Ness' });
  return id;
}

const typed = (id: string, person: string) => ({ id, version: 1, person, place: 'Berlin', at: '2026-01-20T10:00', signature: { method: 'typed' as const, text: person } });
const drawn = ({ core }: TestCore, id: string, person: string) => ({ ...typed(id, person), signature: { method: 'drawn' as const, file: core.context.files.offer('pad.png', 'image/png', png).id } });

async function signedAgreement(core: TestCore): Promise<string> {
  const id = await approved(core);
  await core.client.signing.sign(drawn(core, id, 'Ann Lee'));
  await core.client.signing.sign(typed(id, 'Bo Lind'));
  return id;
}

async function exported({ client, core }: TestCore, id: string): Promise<Uint8Array> {
  return core.context.files.read((await client.signing.exportAgreement({ id })).file);
}

async function verified({ client, core }: TestCore, bytes: Uint8Array) {
  return client.signing.verify({ file: core.context.files.offer('file.docx', 'application/octet-stream', bytes).id });
}

describe('approvals', () => {
  it('nobody signs and nothing is approved before the approvals', async () => {
    const core = openTestCore();
    const id = await draft(core);
    const missing = { code: 'rule-violated', details: [{ path: 'approvals', message: '2 of 2 approvals missing: Cy Moor, Di Ness' }] };
    expect(await refused(core.client.agreements.move({ id, version: 1, to: 'approved', by: 'Ann Lee' }))).toMatchObject(missing);
    expect(await refused(core.client.agreements.move({ id, version: 1, to: 'signed', by: 'Ann Lee' }))).toMatchObject(missing);
    expect(await refused(core.client.signing.sign(typed(id, 'Ann Lee')))).toMatchObject(missing);
    expect(await core.client.agreements.approve({ id, by: 'Cy Moor' })).toMatchObject({ state: 'agreed', approvals: { missing: ['Di Ness'] } });
    expect(await refused(core.client.signing.sign(typed(id, 'Ann Lee')))).toMatchObject({ details: [{ path: 'approvals', message: '1 of 2 approvals missing: Di Ness' }] });
    expect(await core.client.agreements.approve({ id, by: 'Di Ness' })).toMatchObject({ state: 'approved', approvals: { missing: [] } });
  });

  it.each([
    ['somebody who is not asked', 'Ann Lee', 'rule-violated'],
    ['somebody whom nobody knows', 'Eve', 'not-found'],
  ])('%s does not approve', async (_who, by, code) => {
    const core = openTestCore();
    expect(await refused(core.client.agreements.approve({ id: await draft(core), by }))).toMatchObject({ code, details: [{ path: 'by' }] });
  });

  it('the author does not approve; where nobody is named one other person does', async () => {
    const core = openTestCore();
    await core.client.workspace.start({ organisation: 'North IT', person: 'Jo Reuter', zone: 'Europe/Berlin' });
    const id = await draft(core, { people: [...mailAgreement.people] });
    expect(await refused(core.client.agreements.approve({ id, by: 'Jo Reuter' }))).toMatchObject({ code: 'rule-violated', details: [{ path: 'by' }] });
    expect(await core.client.agreements.approve({ id, by: 'Ann Lee' })).toMatchObject({ state: 'approved' });
  });

  it('an approval is given once', async () => {
    const core = openTestCore();
    const id = await draft(core);
    await core.client.agreements.approve({ id, by: 'Cy Moor' });
    expect(await refused(core.client.agreements.approve({ id, by: 'Cy Moor' }))).toMatchObject({ code: 'rule-violated' });
  });

  it('a rejection needs its reason and makes the version a draft again', async () => {
    const core = openTestCore();
    const id = await draft(core);
    await core.client.agreements.approve({ id, by: 'Cy Moor' });
    expect(await refused(core.client.agreements.approve({ id, by: 'Di Ness', reject: true }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'reason' }] });
    expect(await core.client.agreements.approve({ id, by: 'Di Ness', reject: true, reason: 'Too strict' })).toMatchObject({ state: 'draft', approvals: { missing: ['Cy Moor', 'Di Ness'] } });
  });

  it('approvals become void with the content that they were given on', async () => {
    const core = openTestCore();
    const id = await approved(core);
    const { hash } = await core.client.agreements.view({ id });
    const edited = await core.client.agreements.edit({ id, hash, edits: [{ kind: 'set-term', term: clause }] });
    expect(edited).toMatchObject({ state: 'draft', approvals: { missing: ['Cy Moor', 'Di Ness'], decisions: [] } });
    const back = await core.client.agreements.edit({ id, hash: edited.hash, edits: [{ kind: 'remove-term', term: 'T-006' }] });
    expect(back).toMatchObject({ hash, state: 'draft', approvals: { missing: ['Cy Moor', 'Di Ness'] } });
  });
});

describe('the date of a signature', () => {
  it.each(['typed', 'paper'] as const)('is not in the future, %s or not; the refusal says what time it is', async (method) => {
    const core = openTestCore(Date.UTC(2026, 0, 25, 9));
    const id = await approved(core);
    const signature = method === 'typed' ? { method, text: 'Ann Lee' } : { method, file: core.core.context.files.offer('scan.pdf', 'application/pdf', Buffer.from('%PDF-1.4')).id };
    const future = await refused(core.client.signing.sign({ ...typed(id, 'Ann Lee'), at: '2026-01-26T10:00', signature }));
    expect(future).toMatchObject({ code: 'rule-violated', message: 'A signature cannot be dated in the future.', details: [{ path: 'at', message: expect.stringContaining('2026-01-25T') as unknown }] });
    expect((await core.client.signing.view({ id, version: 1 })).state).toBe('approved');
  });

  it('may lie in the past: an agreement already in force is entered with its dates', async () => {
    const core = openTestCore();
    const id = await approved(core);
    expect(await core.client.signing.sign({ ...typed(id, 'Ann Lee'), at: '2019-05-02T10:00' })).toMatchObject({ state: 'signing' });
  });
});

describe('signing', () => {
  it('the first signature freezes the content, the last seals the file', async () => {
    const core = openTestCore();
    const id = await approved(core);
    expect(await core.client.signing.sign(drawn(core, id, 'Ann Lee'))).toMatchObject({ state: 'signing', signed: 1, of: 2 });
    const frozen = await core.client.agreements.view({ id });
    expect(frozen).toMatchObject({ state: 'signing', isEditable: false });
    expect(await refused(core.client.agreements.edit({ id, hash: frozen.hash, edits: [{ kind: 'remove-term', term: 'T-005' }] }))).toMatchObject({ code: 'rule-violated' });
    expect(await core.client.signing.sign(typed(id, 'Bo Lind'))).toMatchObject({ state: 'signed', signed: 2, of: 2 });
    const view = await core.client.signing.view({ id, version: 1 });
    expect(view).toMatchObject({ state: 'signed', contentHash: frozen.hash, document: { edition: 3 }, signatories: [{ name: 'Ann Lee', state: 'signed', signature: { method: 'drawn', place: 'Berlin' } }, { name: 'Bo Lind', state: 'signed', signature: { method: 'typed', text: 'Bo Lind' } }] });
    const effective = core.core.context.store.read((reader) => reader.value<number>('SELECT count(*) FROM effective_terms'));
    expect(effective).toBe(5 + 4);
  });

  it('only those named sign, each once and in turn; what was signed elsewhere comes in any order', async () => {
    const core = openTestCore();
    const id = await approved(core);
    expect(await refused(core.client.signing.sign(typed(id, 'Cy Moor')))).toMatchObject({ code: 'rule-violated', details: [{ path: 'person' }] });
    expect(await refused(core.client.signing.sign(typed(id, 'Bo Lind')))).toMatchObject({ code: 'rule-violated', message: expect.stringContaining("Ann Lee's turn") });
    const scan = core.core.context.files.offer('signed.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.7\n'));
    expect(await core.client.signing.sign({ ...typed(id, 'Bo Lind'), signature: { method: 'paper', file: scan.id } })).toMatchObject({ state: 'signing' });
    expect(await refused(core.client.signing.sign(typed(id, 'Bo Lind')))).toMatchObject({ code: 'rule-violated' });
    expect(await core.client.signing.sign(typed(id, 'Ann Lee'))).toMatchObject({ state: 'signed' });
    expect(await refused(core.client.signing.sign(typed(id, 'Ann Lee')))).toMatchObject({ code: 'rule-violated' });
  });

  it.each([
    ['a drawing that is no PNG', 'drawn', 'GIF89a'],
    ['a drawing that is cut', 'drawn', String.fromCharCode(...png.subarray(0, 40))],
    ['a scan that is no PDF', 'paper', 'MZ'],
  ] as const)('refuses %s', async (_rule, method, content) => {
    const core = openTestCore();
    const id = await approved(core);
    const file = core.core.context.files.offer('file', 'application/octet-stream', Buffer.from(content, 'latin1')).id;
    expect(await refused(core.client.signing.sign({ ...typed(id, 'Ann Lee'), signature: { method, file } }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'signature.file' }] });
  });

  it('an agreement already in force comes in with its past dates', async () => {
    const core = openTestCore();
    const id = await draft(core, { term: { from: '2024-01-01', to: '2026-12-31' } });
    for (const by of ['Cy Moor', 'Di Ness']) await core.client.agreements.approve({ id, by });
    for (const person of ['Ann Lee', 'Bo Lind']) {
      const scan = core.core.context.files.offer('signed.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.7\n'));
      await core.client.signing.sign({ ...typed(id, person), at: '2023-12-20T09:00', signature: { method: 'paper', file: scan.id } });
    }
    expect(await core.client.agreements.list({ archived: false })).toMatchObject([{ state: 'active', inForce: 1 }]);
  });

  it('who declines gives the version up; the next one begins with its terms', async () => {
    const core = openTestCore();
    const id = await approved(core);
    await core.client.agreements.move({ id, version: 1, to: 'signing', by: 'Di Ness' });
    expect(await core.client.signing.decline({ id, version: 1, person: 'Ann Lee', reason: 'Too weak' })).toEqual({ state: 'abandoned' });
    expect(await core.client.agreements.beginVersion({ id })).toMatchObject({ version: 2, state: 'draft' });
    expect((await core.client.agreements.show({ id })).terms).toHaveLength(5);
  });

  it('a later edit begins version 2 while version 1 stays in force, word for word', async () => {
    const core = openTestCore();
    const id = await signedAgreement(core);
    const before = await core.client.agreements.show({ id, version: 1 });
    await core.client.agreements.beginVersion({ id });
    const { hash } = await core.client.agreements.view({ id });
    await core.client.agreements.edit({ id, hash, edits: [{ kind: 'set-head', title: 'Mail, renewed' }, { kind: 'set-term', term: clause }, { kind: 'set-people', people: [] }] });
    expect(await core.client.agreements.show({ id, version: 1 })).toEqual(before);
    expect(await core.client.agreements.versions({ id })).toMatchObject([{ version: 1, state: 'signed', inForce: true }, { version: 2, state: 'draft', inForce: false }]);
    expect(await core.client.agreements.list({ archived: false })).toMatchObject([{ title: 'Mail SLA', state: 'active', inForce: 1, open: { version: 2, state: 'draft' } }]);
  });

  it('a document with the id of a signed agreement is its next version', async () => {
    const core = openTestCore();
    const id = await signedAgreement(core);
    expect(await core.client.agreements.create({ ...mailDocument(), id })).toMatchObject({ id, version: 2, state: 'draft' });
  });
});

const attacks: readonly (readonly [sql: string, refusal: RegExp])[] = [
  ["UPDATE agreement_versions SET valid_to_on = '2030-01-01'", /sealed/],
  ['UPDATE version_terms SET content_hash = NULL', /sealed/],
  ['DELETE FROM version_parties', /sealed/],
  ['UPDATE version_seals SET manifest_sha256 = manifest_sha256', /never rewritten|sealed/],
  ["UPDATE documents SET title = 'x'", /issued document/],
  ['DELETE FROM signatures', /stays on record/],
  ["UPDATE term_contents SET title = 'x'", /never rewritten/],
  ['DELETE FROM agreements', /sealed|on record/],
];

describe('the sealed file', () => {
  it('is the same bytes at every export, and valid; one changed byte is not', async () => {
    const core = openTestCore();
    const id = await signedAgreement(core);
    const bytes = await exported(core, id);
    expect(await exported(core, id)).toEqual(bytes);
    const { sha256 } = await core.client.signing.exportAgreement({ id });
    expect(await verified(core, bytes)).toEqual({ verdict: 'valid', agreement: id, version: 1, sha256, sealedSha256: sha256 });
    const changed = Uint8Array.from(bytes);
    changed[10] = (changed[10] ?? 0) ^ 1;
    expect(await verified(core, changed)).toMatchObject({ verdict: 'changed', agreement: id, version: 1, sealedSha256: sha256 });
  });

  it('a draft and any other file are unknown', async () => {
    const core = openTestCore();
    const id = await draft(core);
    expect(await verified(core, await exported(core, id))).toMatchObject({ verdict: 'unknown', agreement: id, sealedSha256: null });
    expect(await verified(core, new TextEncoder().encode('no docx'))).toMatchObject({ verdict: 'unknown', agreement: null });
    const other = openTestCore();
    expect(await verified(other, await exported(core, id))).toMatchObject({ verdict: 'unknown' });
  });

  it('nothing of a signed version changes, by any statement', async () => {
    const core = openTestCore();
    await signedAgreement(core);
    const { store } = core.core.context;
    for (const [sql, refusal] of attacks) {
      expect(() => store.write({ command: 'test.attack' }, (tx) => tx.run(sql)), sql).toThrow(refusal);
    }
  });
});
