import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

async function acme({ client }: CaseWorld): Promise<string> {
  return (await client.organisations.create({ name: 'Acme' })).id;
}

async function ann({ client }: CaseWorld): Promise<string> {
  return (await client.people.create({ name: 'Ann Lee', organisation: 'Acme' })).id;
}

/** Organisations, sites, people and services. */
export const catalogueCases: CallCases = {
  'organisations.list': async (world) => {
    await acme(world);
    expect(await world.client.organisations.list()).toMatchObject([{ name: 'Acme', ours: false }]);
  },
  'organisations.show': async (world) => {
    const id = await acme(world);
    expect(await world.client.organisations.show({ id })).toMatchObject({ id, name: 'Acme', sites: [] });
    const unknown: unknown = await world.client.organisations.show({ id: 'Nobody' }).catch((error: unknown) => error);
    expect(refusalOf(unknown)).toMatchObject({ code: 'not-found' });
  },
  'organisations.create': async (world) => {
    await acme(world);
    const again: unknown = await world.client.organisations.create({ name: 'ACME' }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'conflict' });
  },
  'organisations.change': async (world) => {
    const id = await acme(world);
    await world.client.organisations.change({ id, name: 'Acme Ltd' });
    expect(await world.client.organisations.show({ id })).toMatchObject({ name: 'Acme Ltd', shortName: null, address: null, registerNumber: null });
    await world.client.organisations.change({ id, shortName: 'Acme', address: 'Harbour 1\nRostock', registerNumber: 'HRB 1' });
    expect(await world.client.organisations.show({ id })).toMatchObject({ shortName: 'Acme', address: 'Harbour 1\nRostock', registerNumber: 'HRB 1' });
  },
  'organisations.remove': async (world) => {
    const id = await acme(world);
    expect(await world.client.organisations.remove({ id })).toEqual({ removed: true });
    expect(await world.client.organisations.list()).toEqual([]);
  },
  'sites.list': async (world) => {
    await acme(world);
    await world.client.sites.create({ organisation: 'Acme', name: 'Berlin', zone: 'Europe/Berlin' });
    expect(await world.client.sites.list({ organisation: 'Acme' })).toMatchObject([{ name: 'Berlin', zone: 'Europe/Berlin' }]);
  },
  'sites.show': async (world) => {
    await acme(world);
    const { id } = await world.client.sites.create({ organisation: 'Acme', name: 'Berlin' });
    expect(await world.client.sites.show({ id })).toMatchObject({ organisation: 'Acme', name: 'Berlin' });
  },
  'sites.create': async (world) => {
    await acme(world);
    const lost: unknown = await world.client.sites.create({ organisation: 'Acme', name: 'Mars', zone: 'Mars/Base' }).catch((error: unknown) => error);
    expect(refusalOf(lost)).toMatchObject({ code: 'invalid-input', details: [{ path: 'zone' }] });
  },
  'sites.change': async (world) => {
    await acme(world);
    const { id } = await world.client.sites.create({ organisation: 'Acme', name: 'Berlin' });
    await world.client.sites.change({ id, name: 'Hamburg' });
    expect(await world.client.sites.show({ id })).toMatchObject({ name: 'Hamburg' });
  },
  'sites.remove': async (world) => {
    await acme(world);
    const { id } = await world.client.sites.create({ organisation: 'Acme', name: 'Berlin' });
    expect(await world.client.sites.remove({ id })).toEqual({ removed: true });
  },
  'people.list': async (world) => {
    await ann(world);
    expect(await world.client.people.list()).toMatchObject([{ name: 'Ann Lee', organisation: 'Acme', roles: [] }]);
  },
  'people.show': async (world) => {
    const id = await ann(world);
    expect(await world.client.people.show({ id })).toMatchObject({ id, name: 'Ann Lee' });
  },
  'people.create': async ({ client }) => {
    const wrong: unknown = await client.people.create({ name: 'Ann Lee', organisation: 'Acme', email: 'nowhere' }).catch((error: unknown) => error);
    expect(refusalOf(wrong)).toMatchObject({ code: 'invalid-input', details: [{ path: 'email' }] });
  },
  'people.change': async (world) => {
    const id = await ann(world);
    await world.client.people.change({ id, email: 'ann@acme.example' });
    expect(await world.client.people.show({ id })).toMatchObject({ email: 'ann@acme.example' });
  },
  'people.paste': async ({ client }) => {
    await client.people.create({ name: 'Ann', organisation: 'Kestner', email: 'ann@example.org' });
    expect(await client.people.paste({ people: [{ name: 'Ann', organisation: 'Kestner', phone: '+49 30 1' }, { name: 'Bo', organisation: 'Kestner' }] })).toEqual({ created: 1, changed: 1 });
    expect(await client.people.list({})).toContainEqual(expect.objectContaining({ name: 'Ann', email: 'ann@example.org', phone: '+49 30 1' }));
  },
  'people.remove': async (world) => {
    const id = await ann(world);
    expect(await world.client.people.remove({ id })).toEqual({ removed: true });
  },
  'people.assignRole': async (world) => {
    const person = await ann(world);
    const { id } = await world.client.organisations.show({ id: 'Acme' });
    await world.client.people.assignRole({ person, role: 'signatory', side: 'customer', scope: { kind: 'organisation', id } });
    expect(await world.client.people.show({ id: person })).toMatchObject({ roles: [{ role: 'signatory', side: 'customer', scopeName: 'Acme' }] });
  },
  'people.endRole': async (world) => {
    const person = await ann(world);
    const organisation = await world.client.organisations.show({ id: 'Acme' });
    const { id } = await world.client.people.assignRole({ person, role: 'signatory', side: 'customer', scope: { kind: 'organisation', id: organisation.id } });
    expect(await world.client.people.endRole({ id })).toEqual({ removed: true });
  },
  'services.list': async ({ client }) => {
    await client.services.create({ name: 'Mail' });
    expect(await client.services.list()).toMatchObject([{ name: 'Mail', status: 'live' }]);
  },
  'services.show': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail', description: 'Mailboxes and calendars' });
    expect(await client.services.show({ id })).toMatchObject({ name: 'Mail', description: 'Mailboxes and calendars', owner: null });
  },
  'services.create': async ({ client }) => {
    await client.services.create({ name: 'Mail' });
    const again: unknown = await client.services.create({ name: 'mail' }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'conflict' });
  },
  'services.change': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    await client.services.change({ id, status: 'retired' });
    expect(await client.services.show({ id })).toMatchObject({ status: 'retired' });
  },
  'services.remove': async ({ client }) => {
    const { id } = await client.services.create({ name: 'Mail' });
    expect(await client.services.remove({ id })).toEqual({ removed: true });
  },
  'history.of': async (world) => {
    const id = await acme(world);
    expect(await world.client.history.of({ kind: 'organisation', id })).toMatchObject([{ cause: 'user', isUndone: false, rows: [{ table: 'organisations', operation: 'insert', name: 'Acme' }] }]);
  },
  'history.latest': async (world) => {
    expect(await world.client.history.latest({ command: 'organisations.create' })).toEqual({ id: null });
    const organisation = await acme(world);
    const [made] = await world.client.history.of({ kind: 'organisation', id: organisation });
    expect(await world.client.history.latest({ command: 'organisations.create', since: made?.at ?? 0 })).toEqual({ id: made?.id });
    expect(await world.client.history.latest({ command: 'organisations.create', since: (made?.at ?? 0) + 1 })).toEqual({ id: null });
  },
  'history.undo': async (world) => {
    await acme(world);
    const { id } = await world.client.history.latest({ command: 'organisations.create' });
    await world.client.history.undo({ id: id ?? '' });
    expect(await world.client.organisations.list()).toEqual([]);
  },
};
