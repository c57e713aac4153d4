import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

async function pair({ client }: CaseWorld): Promise<{ ann: string; bo: string; acme: string }> {
  const { id: ann } = await client.people.create({ name: 'Ann Lee', organisation: 'Acme', email: 'ann@acme.example' });
  const { id: bo } = await client.people.create({ name: 'Bo Lind', organisation: 'Acme', email: 'bo@acme.example', phone: '1' });
  return { ann, bo, acme: (await client.organisations.show({ id: 'Acme' })).id };
}

async function undo({ client }: CaseWorld, command: 'people.import' | 'people.merge' | 'people.hand-over' | 'organisations.merge'): Promise<void> {
  const { id } = await client.history.latest({ command, since: 0 });
  await client.history.undo({ id: id ?? '' });
}

function offered({ core }: CaseWorld, text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'parley-contacts-')), 'people.vcf');
  writeFileSync(file, text);
  return core.context.files.adopt(file, Buffer.byteLength(text)).id;
}

const cards = ['FN:Ann Lee\nORG:Acme\nEMAIL:ann@acme.example\nTEL:1', 'FN:Cy Dent\nEMAIL:nowhere', 'FN:Ann Lee\nORG:ACME', 'ORG:Acme'].map((lines) => `BEGIN:VCARD\n${lines}\nEND:VCARD\n`).join('');

/** What a person carries, given on and joined. */
export const peopleCases: CallCases = {
  'people.directory': async (world) => {
    const { ann, acme } = await pair(world);
    await world.client.people.assignRole({ person: ann, role: 'contact', side: 'customer', scope: { kind: 'organisation', id: acme } });
    await world.client.notes.create({ organisation: acme, text: 'Called', channel: 'telephone', said: [ann], at: 1000 });
    expect(await world.client.people.directory()).toMatchObject([{ name: 'Ann Lee', organisation: 'Acme', ours: false, agreements: 0, lastNoteAt: 1000, roles: [{ role: 'contact', deputies: [] }] }, { name: 'Bo Lind', lastNoteAt: null, roles: [] }]);
  },
  'people.planContacts': async (world) => {
    await pair(world);
    const before = await world.client.people.list();
    expect(await world.client.people.planContacts({ file: offered(world, cards), organisation: 'Newco' })).toMatchObject({
      kind: 'vcard', counts: { read: 4, new: 1, changed: 1, same: 0, refused: 2 }, organisations: ['Newco'],
      contacts: [{ name: 'Ann Lee', fault: 'twice' }, { name: '', fault: 'no-name' }, { name: 'Ann Lee', fate: 'changed', changes: [{ field: 'phone', before: null, after: '1' }] }, { name: 'Cy Dent', fate: 'new', leftOut: [{ field: 'email', value: 'nowhere' }] }],
    });
    expect(await world.client.people.list()).toEqual(before);
  },
  'people.importContacts': async (world) => {
    await pair(world);
    const before = await world.client.people.list();
    const file = offered(world, cards);
    await world.client.people.importContacts({ file, organisation: 'Newco' });
    expect(await world.client.people.list()).toMatchObject([{ name: 'Ann Lee', phone: '1', email: 'ann@acme.example' }, { name: 'Bo Lind' }, { name: 'Cy Dent', organisation: 'Newco', email: null }]);
    const changes = await world.client.history.list({ limit: 1 });
    expect(await world.client.people.importContacts({ file, organisation: 'Newco' })).toMatchObject({ counts: { new: 0, changed: 0, same: 2, refused: 2 } });
    expect(await world.client.history.list({ limit: 1 })).toEqual(changes);
    await undo(world, 'people.import');
    expect(await world.client.people.list()).toEqual(before);
  },
  'people.planHandOver': async (world) => {
    const { ann, bo, acme } = await pair(world);
    await world.client.people.assignRole({ person: ann, role: 'contact', side: 'customer', scope: { kind: 'organisation', id: acme }, from: '2020-01-01' });
    expect(await world.client.people.planHandOver({ from: ann, to: bo, on: '2026-12-01' })).toMatchObject({ on: '2026-12-01', roles: [{ role: 'contact', about: 'Acme', move: 'handed' }], services: [], approvals: [], stays: [] });
    const self: unknown = await world.client.people.planHandOver({ from: ann, to: ann }).catch((error: unknown) => error);
    expect(refusalOf(self)).toMatchObject({ code: 'rule-violated', details: [{ path: 'to' }] });
  },
  'people.handOver': async (world) => {
    const { ann, bo, acme } = await pair(world);
    const { client } = world;
    await client.people.assignRole({ person: ann, role: 'contact', side: 'customer', scope: { kind: 'organisation', id: acme }, from: '2020-01-01' });
    await client.people.assignRole({ person: ann, role: 'sponsor', side: 'customer', scope: { kind: 'organisation', id: acme } });
    await client.people.assignRole({ person: bo, role: 'sponsor', side: 'customer', scope: { kind: 'organisation', id: acme } });
    const { id: service } = await client.services.create({ name: 'Mail', owner: 'Ann Lee' });
    const before = await client.people.list();
    await client.people.handOver({ from: ann, to: bo, on: '2026-12-01', archive: true });
    expect(await client.people.show({ id: ann })).toMatchObject({ archivedOn: '2026-12-01', roles: [{ role: 'contact', to: '2026-11-30' }, { role: 'sponsor', to: '2026-11-30' }] });
    expect((await client.people.show({ id: bo })).roles).toMatchObject([{ role: 'sponsor', from: null, to: null }, { role: 'contact', from: '2026-12-01', to: null }]);
    expect(await client.services.show({ id: service })).toMatchObject({ ownerId: bo });
    await undo(world, 'people.hand-over');
    expect(await client.people.list()).toEqual(before);
    expect(await client.services.show({ id: service })).toMatchObject({ ownerId: ann });
  },
  'people.planMerge': async (world) => {
    const { ann, bo } = await pair(world);
    expect(await world.client.people.planMerge({ keep: ann, duplicate: bo })).toMatchObject({ conflicts: [{ field: 'email', kept: 'ann@acme.example', duplicate: 'bo@acme.example' }], filled: ['phone'], moves: [], stays: [] });
    const self: unknown = await world.client.people.planMerge({ keep: ann, duplicate: ann }).catch((error: unknown) => error);
    expect(refusalOf(self)).toMatchObject({ code: 'rule-violated', details: [{ path: 'duplicate' }] });
  },
  'people.merge': async (world) => {
    const { ann, bo, acme } = await pair(world);
    const { client } = world;
    await client.people.assignRole({ person: ann, role: 'sponsor', side: 'customer', scope: { kind: 'organisation', id: acme } });
    await client.people.assignRole({ person: bo, role: 'sponsor', side: 'customer', scope: { kind: 'organisation', id: acme } });
    await client.people.assignRole({ person: bo, role: 'contact', side: 'customer', scope: { kind: 'organisation', id: acme } });
    await client.notes.create({ organisation: acme, text: 'Hello', channel: 'mail', said: [ann, bo] });
    const [before, notes] = [await client.people.list(), await client.notes.list({ organisation: acme })];
    await client.people.merge({ keep: ann, duplicate: bo, take: ['email'] });
    expect(await client.people.list()).toMatchObject([{ id: ann, email: 'bo@acme.example', phone: '1', roles: [{ role: 'sponsor' }, { role: 'contact' }] }]);
    expect((await client.people.paste({ people: [{ name: 'Bo Lind', organisation: 'Acme', phone: '2' }] }))).toEqual({ created: 0, changed: 1 });
    const { id: pasted } = await client.history.latest({ command: 'people.paste', since: 0 });
    await client.history.undo({ id: pasted ?? '' });
    await undo(world, 'people.merge');
    expect(await client.people.list()).toEqual(before);
    expect(await client.notes.list({ organisation: acme })).toEqual(notes);
  },
  'organisations.planMerge': async (world) => {
    const { acme } = await pair(world);
    const { id } = await world.client.organisations.create({ name: 'ACME Ltd', address: 'Harbour 1' });
    expect(await world.client.organisations.planMerge({ keep: id, duplicate: acme })).toMatchObject({ moves: [{ table: 'people', count: 2, double: 0 }], conflicts: [], filled: [], tickets: 0 });
    const self: unknown = await world.client.organisations.planMerge({ keep: acme, duplicate: acme }).catch((error: unknown) => error);
    expect(refusalOf(self)).toMatchObject({ code: 'rule-violated' });
  },
  'organisations.merge': async (world) => {
    const { acme } = await pair(world);
    const { client } = world;
    const { id } = await client.organisations.create({ name: 'ACME Ltd', parent: 'Acme', address: 'Harbour 1' });
    await client.sites.create({ organisation: 'Acme', name: 'Berlin' });
    await client.sites.create({ organisation: 'ACME Ltd', name: 'Berlin' });
    const before = [await client.organisations.list({ archived: true }), await client.people.list(), await client.sites.list()];
    await client.organisations.merge({ keep: id, duplicate: acme });
    expect(await client.organisations.list({ archived: true })).toMatchObject([{ name: 'ACME Ltd', parent: null, people: 2, sites: 2 }]);
    expect(await client.organisations.show({ id: 'Acme' })).toMatchObject({ id, formerNames: ['Acme'] });
    await undo(world, 'organisations.merge');
    expect([await client.organisations.list({ archived: true }), await client.people.list(), await client.sites.list()]).toEqual(before);
  },
};
