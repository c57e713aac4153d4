import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '#shared/agreements/canonical.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';

async function refused(call: Promise<unknown>) {
  return refusalOf(await call.then(() => null, (error: unknown) => error));
}

const shown = async ({ client }: TestCore, id: string) => JSON.stringify(canonicalDocument(await client.agreements.show({ id })));
const clause = termSchema.parse({ id: 'T-006', type: 'clause', category: 'purpose', heading: 'Purpose', text: 'Mail for all.' });

describe('agreements of a workspace', () => {
  it('create answers id, number of kind and year, version and state; what is only named is made', async () => {
    const { client } = openTestCore();
    const created = await client.agreements.create(mailDocument());
    expect(created).toEqual({ id: expect.any(String), number: 'SLA-2026-0001', version: 1, state: 'draft' });
    expect(await client.agreements.create(mailDocument({ title: 'Second' }))).toMatchObject({ number: 'SLA-2026-0002' });
    expect(await client.agreements.create(mailDocument({ kind: 'ola' }))).toMatchObject({ number: 'OLA-2026-0001' });
    expect((await client.organisations.list({ archived: false })).map((row) => row.name)).toEqual(['Acme', 'North IT']);
    expect((await client.people.list({})).map((row) => row.name)).toEqual(['Ann Lee']);
    expect((await client.services.list()).map((row) => row.name)).toEqual(['Mail']);
  });

  it('create → show → create is identical to the first show, in another workspace', async () => {
    const first = openTestCore();
    const second = openTestCore();
    const document = mailDocument({
      services: [{ service: 'Mail', site: 'Köln' }, { service: 'Mail' }, { service: 'Files' }],
      people: [...mailAgreement.people, { name: 'Bo Lind', organisation: 'North IT', role: 'approver' }, { name: 'Ann Lee', organisation: 'Acme', role: 'contact' }],
      notApplicable: [{ item: 'purpose', reason: 'In the frame contract' }],
      priorities: [...mailAgreement.priorities, { id: 'P2', name: '高い · مهم', definition: '' }],
    });
    const { id } = await first.client.agreements.create(document);
    const text = await shown(first, id);
    await second.client.agreements.create(JSON.parse(text));
    expect(await shown(second, id)).toBe(text);
  });

  it('the same calendar is one version; another content of that name is the next', async () => {
    const core = openTestCore();
    await core.client.agreements.create(mailDocument());
    await core.client.agreements.create(mailDocument({ title: 'Same hours' }));
    const office = { ...mailAgreement.calendars.office, holidays: ['2026-12-25'] };
    const { id } = await core.client.agreements.create(mailDocument({ calendars: { office } }));
    const versions = core.core.context.store.read((reader) => reader.value<number>('SELECT count(*) FROM calendar_versions'));
    expect(versions).toBe(2);
    expect((await core.client.agreements.show({ id })).calendars).toEqual({ office });
  });

  it('a calendar of the workspace may be named without being written out', async () => {
    const { client } = openTestCore();
    await client.agreements.create(mailDocument());
    const { id } = await client.agreements.create(mailDocument({ title: 'By name', calendars: {} }));
    expect((await client.agreements.show({ id })).calendars).toEqual(mailAgreement.calendars);
    expect(await refused(client.agreements.create(mailDocument({ calendars: {}, serviceHours: 'night' })))).toMatchObject({ code: 'invalid-input', details: [{ path: 'serviceHours' }] });
  });

  it('a second open draft of the same agreement is a conflict, and nothing is written', async () => {
    const core = openTestCore();
    const { id, number } = await core.client.agreements.create(mailDocument());
    const document = await core.client.agreements.show({ id });
    expect(await refused(core.client.agreements.create(document))).toMatchObject({ code: 'conflict' });
    expect(await refused(core.client.agreements.create({ ...mailDocument(), number }))).toMatchObject({ code: 'conflict' });
    expect(await refused(core.client.agreements.beginVersion({ id }))).toMatchObject({ code: 'conflict' });
    expect(await core.client.agreements.versions({ id })).toHaveLength(1);
  });

  it.each([
    ['from the year 1', { from: '0001-01-01', to: '2027-01-31' }, 'term.from'],
    ['to the year 9999', { from: '2026-02-01', to: '9999-12-31' }, 'term.to'],
  ])('a term %s is refused by path', async (_name, term, path) => {
    const { client } = openTestCore();
    expect(await refused(client.agreements.create({ ...mailDocument(), term }))).toMatchObject({ code: 'invalid-input', details: [{ path, message: 'a day between 1900 and 2199' }] });
  });

  it('a calendar by a name that cannot be kept is refused by path, never dropped', async () => {
    const { client } = openTestCore();
    const calendars: unknown = JSON.parse(`{"office": ${JSON.stringify(mailAgreement.calendars.office)}, "__proto__": ${JSON.stringify(mailAgreement.calendars.office)}}`);
    expect(await refused(client.agreements.create({ ...mailDocument(), calendars: calendars as Record<string, never> }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'calendars.__proto__' }] });
    expect(await client.agreements.list({})).toEqual([]);
  });

  it('parts that have not come are refused by path', async () => {
    const { client } = openTestCore();
    expect(await refused(client.agreements.create(mailDocument({ requirements: [{ id: 'R-1', text: 'x', terms: ['T-001'] }] })))).toMatchObject({ code: 'invalid-input', details: [{ path: 'requirements' }] });
    expect(await refused(client.agreements.create(mailDocument({ internal: { limit: 1 } })))).toMatchObject({ details: [{ path: 'internal' }] });
  });

  it('an edit states the hash that it started from; a moved draft is a conflict', async () => {
    const { client } = openTestCore();
    const { id } = await client.agreements.create(mailDocument());
    const before = await client.agreements.view({ id });
    const after = await client.agreements.edit({ id, hash: before.hash, edits: [{ kind: 'set-term', term: clause }, { kind: 'set-head', title: 'Mail for all' }] });
    expect(after.document.title).toBe('Mail for all');
    expect(after.document.terms.at(-1)).toEqual(clause);
    expect(after.hash).not.toBe(before.hash);
    expect(await refused(client.agreements.edit({ id, hash: before.hash, edits: [{ kind: 'remove-term', term: 'T-005' }] }))).toMatchObject({ code: 'conflict', details: [{ path: 'hash' }] });
    expect(await refused(client.agreements.edit({ id, hash: after.hash, edits: [{ kind: 'set-priorities', priorities: [] }] }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'terms[0].priority' }] });
  });

  it('an edit writes only what it touches, and undo takes it back', async () => {
    const { client, core } = openTestCore();
    const { store } = core.context;
    const { id } = await client.agreements.create(mailDocument());
    const before = await client.agreements.view({ id });
    await client.agreements.edit({ id, hash: before.hash, edits: [{ kind: 'move-term', term: 'T-005', to: 0 }] });
    const change = store.read((reader) => reader.get<{ id: string; no: number }>("SELECT id, no FROM changes WHERE command = 'agreements.edit'"));
    const rows = store.read((reader) => reader.all<{ table_name: string }>('SELECT table_name FROM change_rows WHERE change_no = ?', change?.no ?? 0));
    expect(rows).toEqual([{ table_name: 'version_terms' }]);
    store.undo(change?.id ?? '');
    expect((await client.agreements.view({ id })).hash).toBe(before.hash);
  });

  it('a code is never used again for another topic', async () => {
    const { client } = openTestCore();
    const { id } = await client.agreements.create(mailDocument());
    const { hash } = await client.agreements.view({ id });
    const { hash: without } = await client.agreements.edit({ id, hash, edits: [{ kind: 'remove-term', term: 'T-005' }] });
    expect(await refused(client.agreements.edit({ id, hash: without, edits: [{ kind: 'set-term', term: { ...clause, id: 'T-005' } }] }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'terms[4].id' }] });
  });

  it('the view has everything of the draft screen', async () => {
    const { client } = openTestCore();
    const { id } = await client.agreements.create(mailDocument());
    expect(await client.agreements.view({ id })).toMatchObject({
      number: 'SLA-2026-0001', version: 1, state: 'draft', agreementState: 'draft', isEditable: true,
      dates: { lastDayOfNotice: '2026-10-30', end: '2027-01-31', renewsOn: '2027-02-01' },
      completeness: { missing: expect.arrayContaining(['purpose', 'signatures']) },
      approvals: { needed: 1, missing: ['a person who is not the author'] },
      usedCodes: expect.arrayContaining(['T-001', 'L-001', 'H-001', 'P-001']),
    });
  });

  it('a draft can be removed, and undo brings it back whole', async () => {
    const { client, core } = openTestCore();
    const { id } = await client.agreements.create(mailDocument());
    const before = await client.agreements.view({ id });
    expect(await client.agreements.remove({ id })).toEqual({ removed: true });
    expect(await client.agreements.list({ archived: true })).toEqual([]);
    const change = core.context.store.read((reader) => reader.value<string>("SELECT id FROM changes WHERE command = 'agreements.remove'"));
    core.context.store.undo(change ?? '');
    expect((await client.agreements.view({ id })).hash).toBe(before.hash);
  });
});
