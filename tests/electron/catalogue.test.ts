import { describe, expect, it } from 'vitest';
import { openTestCore } from '#tests/fixtures/core.ts';

describe('organisations', () => {
  it('have a name once, whatever the letter case', async () => {
    const { client } = openTestCore();
    await client.organisations.create({ name: 'Acme' });
    await expect(client.organisations.create({ name: 'ACME' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('take names of every script and emoji as they are', async () => {
    const { client } = openTestCore();
    const names = ['شركة النور', '東京サービス株式会社', 'Zoë & Søn 🚀', 'a'.repeat(500)];
    for (const name of names) await client.organisations.create({ name });
    const listed = await client.organisations.list({});
    expect(listed.map((row) => row.name).toSorted()).toEqual(names.toSorted());
  });

  it.each([
    ['an empty name', { name: '  ' }, 'name'],
    ['501 characters', { name: 'a'.repeat(501) }, 'name'],
    ['an unknown zone', { name: 'Acme', zone: 'Mars/Base' }, 'zone'],
  ])('refuse %s with its path', async (_, input, path) => {
    const { client } = openTestCore();
    await expect(client.organisations.create(input)).rejects.toMatchObject({ code: 'invalid-input', data: { details: [{ path }] } });
  });

  it('are listed with what belongs to them and what they belong to', async () => {
    const { client } = openTestCore();
    await client.organisations.create({ name: 'Acme' });
    await client.organisations.create({ name: 'Acme Logistics', parent: 'Acme' });
    await client.sites.create({ organisation: 'Acme Logistics', name: 'Kiel' });
    await client.sites.create({ organisation: 'Acme Logistics', name: 'Bremen' });
    await client.people.create({ organisation: 'Acme Logistics', name: 'Ann Lee' });
    expect(await client.organisations.list({})).toMatchObject([{ name: 'Acme', parent: null, sites: 0, people: 0 }, { name: 'Acme Logistics', parent: 'Acme', sites: 2, people: 1 }]);
    const { id, children } = await client.organisations.show({ id: 'Acme' });
    expect(children).toMatchObject([{ name: 'Acme Logistics' }]);
    expect(await client.organisations.show({ id: 'Acme Logistics' })).toMatchObject({ parent: 'Acme', parentId: id });
  });

  it('never lie below themselves', async () => {
    const { client } = openTestCore();
    const { id } = await client.organisations.create({ name: 'Acme' });
    const { id: part } = await client.organisations.create({ name: 'Acme Logistics', parent: 'Acme' });
    await expect(client.organisations.change({ id, parentId: part })).rejects.toMatchObject({ code: 'rule-violated' });
    await expect(client.organisations.change({ id, parentId: id })).rejects.toMatchObject({ code: 'rule-violated' });
    await client.organisations.change({ id: part, parentId: null });
    await client.organisations.change({ id, parentId: part });
    expect(await client.organisations.show({ id })).toMatchObject({ parent: 'Acme Logistics' });
  });

  it('with people cannot be removed, only archived', async () => {
    const { client } = openTestCore();
    await client.people.create({ name: 'Ann Lee', organisation: 'Acme' });
    const { id } = await client.organisations.show({ id: 'Acme' });
    await expect(client.organisations.remove({ id })).rejects.toMatchObject({ code: 'rule-violated' });
    await client.organisations.change({ id, archived: true });
    expect(await client.organisations.list({})).toEqual([]);
    expect(await client.organisations.list({ archived: true })).toHaveLength(1);
  });
});

describe('people', () => {
  it('about an organisation are its own and those with a role for it or its agreements, on either side', async () => {
    const { client } = openTestCore();
    await client.people.create({ organisation: 'Acme', name: 'Ann Lee' });
    const { id: manager } = await client.people.create({ organisation: 'North IT', name: 'Bo Chen' });
    await client.people.create({ organisation: 'North IT', name: 'Cy Dent' });
    const { id: organisation } = await client.organisations.show({ id: 'Acme' });
    await client.people.assignRole({ person: manager, role: 'relationship-manager', side: 'provider', scope: { kind: 'organisation', id: organisation } });
    expect((await client.people.list({ about: organisation })).map((person) => person.name)).toEqual(['Ann Lee', 'Bo Chen']);
  });

  it('bring their organisation along when it is only named', async () => {
    const { client } = openTestCore();
    await client.people.create({ name: 'Ann Lee', organisation: 'Acme', email: 'ann@acme.example' });
    expect(await client.organisations.show({ id: 'Acme' })).toMatchObject({ name: 'Acme' });
  });

  it('hold several roles, on both sides', async () => {
    const { client } = openTestCore();
    const { id: person } = await client.people.create({ name: 'Ann Lee', organisation: 'Acme' });
    const { id: organisation } = await client.organisations.show({ id: 'Acme' });
    await client.people.assignRole({ person, role: 'signatory', side: 'customer', scope: { kind: 'organisation', id: organisation } });
    await client.people.assignRole({ person, role: 'supplier-manager', side: 'provider', scope: { kind: 'organisation', id: organisation }, from: '2026-01-01' });
    const { roles } = await client.people.show({ id: person });
    expect(new Map(roles.map((role) => [role.role, [role.side, role.from]]))).toEqual(new Map([['signatory', ['customer', null]], ['supplier-manager', ['provider', '2026-01-01']]]));
  });

  it('with a role cannot be removed', async () => {
    const { client } = openTestCore();
    const { id: person } = await client.people.create({ name: 'Ann Lee', organisation: 'Acme' });
    const { id: organisation } = await client.organisations.show({ id: 'Acme' });
    const { id: role } = await client.people.assignRole({ person, role: 'contact', side: 'customer', scope: { kind: 'organisation', id: organisation } });
    await expect(client.people.remove({ id: person })).rejects.toMatchObject({ code: 'rule-violated' });
    await client.people.endRole({ id: role });
    expect(await client.people.remove({ id: person })).toEqual({ removed: true });
  });
});

describe('sites and services', () => {
  it('a site takes the zone of its organisation where it names none', async () => {
    const { client } = openTestCore();
    await client.organisations.create({ name: 'Acme', zone: 'Europe/Berlin' });
    const { id } = await client.sites.create({ organisation: 'Acme', name: 'Jena' });
    expect(await client.sites.show({ id })).toMatchObject({ name: 'Jena', zone: 'Europe/Berlin', organisation: 'Acme' });
  });

  it('a service has an owner and a status', async () => {
    const { client } = openTestCore();
    await client.people.create({ name: 'Bo Ek', organisation: 'North IT' });
    const { id } = await client.services.create({ name: 'Mail', status: 'pipeline', owner: 'Bo Ek' });
    await client.services.change({ id, status: 'live' });
    expect(await client.services.show({ id: 'mail' })).toMatchObject({ name: 'Mail', status: 'live', owner: 'Bo Ek' });
  });

  it('an owner who is not there is refused', async () => {
    const { client } = openTestCore();
    await expect(client.services.create({ name: 'Mail', owner: 'Nobody' })).rejects.toMatchObject({ code: 'not-found', data: { details: [{ path: 'owner' }] } });
  });
});

describe('history', () => {
  it('of an organisation names what was changed in it, its sites and its people, with the names that ids stand for', async () => {
    const { client } = openTestCore();
    const { id } = await client.organisations.create({ name: 'Acme' });
    await client.organisations.change({ id, name: 'Acme AG' });
    const { id: site } = await client.sites.create({ organisation: 'Acme AG', name: 'Kiel' });
    await client.calendars.create({ name: 'Plant', tz: 'Europe/Berlin', week: { mon: [['06:00', '22:00']] } });
    const [calendar] = await client.calendars.list();
    await client.sites.change({ id: site, calendarId: calendar?.id ?? '' });
    await client.sites.remove({ id: site });
    const entries = await client.history.of({ kind: 'organisation', id });
    expect(entries.map((entry) => entry.command)).toEqual(['sites.remove', 'sites.change', 'sites.create', 'organisations.change', 'organisations.create']);
    expect(entries[1]?.rows).toEqual([{ table: 'sites', operation: 'update', name: 'Kiel', fields: [{ field: 'calendar_id', before: null, after: 'Plant' }] }]);
    expect(entries[3]?.rows[0]?.fields).toEqual([{ field: 'name', before: 'Acme', after: 'Acme AG' }]);
  });

  it('offers nothing to take back where nothing changed', async () => {
    const { client } = openTestCore();
    const { id } = await client.organisations.create({ name: 'Acme' });
    await client.organisations.change({ id, name: 'Acme AG' });
    const [changed] = await client.history.of({ kind: 'organisation', id });
    await client.organisations.change({ id, name: 'Acme AG' });
    expect(await client.history.latest({ command: 'organisations.change', since: (changed?.at ?? 0) + 1 })).toEqual({ id: null });
  });

  it('takes the newest change of a command back, and says that it was', async () => {
    const { client } = openTestCore();
    const { id } = await client.organisations.create({ name: 'Acme' });
    await client.organisations.remove({ id });
    const { id: change } = await client.history.latest({ command: 'organisations.remove' });
    await client.history.undo({ id: change ?? '' });
    expect(await client.organisations.show({ id })).toMatchObject({ name: 'Acme' });
    expect((await client.history.of({ kind: 'organisation', id })).find((entry) => entry.id === change)).toMatchObject({ isUndone: true });
    await expect(client.history.undo({ id: change ?? '' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await client.history.latest({ command: 'sites.remove' })).toEqual({ id: null });
  });
});

describe('the workspace', () => {
  it('changes what new things begin with', async () => {
    const { client } = openTestCore();
    await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
    expect(await client.workspace.change({ name: 'North', zone: 'Europe/London', language: 'de', currency: 'GBP' })).toMatchObject({ name: 'North', zone: 'Europe/London', language: 'de', currency: 'GBP' });
    await expect(client.workspace.change({ zone: 'Mars/Base' })).rejects.toMatchObject({ code: 'invalid-input', data: { details: [{ path: 'zone' }] } });
  });

  it('lets somebody of an own organisation be the one at this computer, nobody else', async () => {
    const { client } = openTestCore();
    await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee' });
    const { id: colleague } = await client.people.create({ organisation: 'North IT', name: 'Bo Chen' });
    const { id: stranger } = await client.people.create({ organisation: 'Acme', name: 'Eve Holt' });
    expect(await client.workspace.choosePerson({ person: colleague })).toMatchObject({ person: { name: 'Bo Chen' } });
    await expect(client.workspace.choosePerson({ person: stranger })).rejects.toMatchObject({ code: 'not-found' });
  });
});
