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
    expect(roles.map((role) => [role.role, role.side, role.from]).toSorted()).toEqual([
      ['signatory', 'customer', null],
      ['supplier-manager', 'provider', '2026-01-01'],
    ]);
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
