import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParleyClient } from '#shared/contract.ts';
import { refusalOf } from '#shared/refusal.ts';
import { runningLoopback, type RunningLoopback } from '#tests/fixtures/running-core.ts';

let server: RunningLoopback;
let one: ParleyClient;
let other: ParleyClient;

beforeEach(async () => {
  server = await runningLoopback();
  [one, other] = await Promise.all([window(), window()]);
  await one.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
});
afterEach(() => server.close());

async function window(): Promise<ParleyClient> {
  return createORPCClient(new RPCLink({ url: `${server.origin}/rpc`, headers: { cookie: await server.cookie() } }));
}

async function refusedBy(call: Promise<unknown>) {
  return refusalOf(await call.then(() => null, (error: unknown) => error));
}

describe('two windows on one record', () => {
  it('refuses what both changed, with who it was and both values, and lets the person decide', async () => {
    const { id } = await one.organisations.create({ name: 'Acme' });
    await one.organisations.change({ id, name: 'Acme Ltd', was: { name: 'Acme' } });
    expect(await refusedBy(other.organisations.change({ id, name: 'Acme AG', was: { name: 'Acme' } }))).toMatchObject({
      code: 'conflict', message: 'Ann Lee changed this meanwhile: name is “Acme Ltd” now, yours is “Acme AG”.', stale: { by: 'Ann Lee', fields: [{ field: 'name', theirs: 'Acme Ltd', mine: 'Acme AG' }] },
    });
    expect(await one.organisations.show({ id })).toMatchObject({ name: 'Acme Ltd' });
    await other.organisations.change({ id, name: 'Acme AG', was: { name: 'Acme Ltd' } });
    expect(await one.organisations.show({ id })).toMatchObject({ name: 'Acme AG' });
  });

  it('keeps what the other changed in another field', async () => {
    const { id } = await one.services.create({ name: 'Mail' });
    await one.services.change({ id, status: 'retired', was: { status: 'live' } });
    await other.services.change({ id, description: 'Post', was: { description: null } });
    expect(await one.services.show({ id })).toMatchObject({ status: 'retired', description: 'Post' });
  });

  it('names a record by its name, and a person by theirs', async () => {
    const [a, b] = [await one.organisations.create({ name: 'Acme' }), await one.organisations.create({ name: 'Borealis' })];
    const { id } = await one.people.create({ name: 'Tom Field', organisation: 'Acme' });
    await one.people.change({ id, organisationId: b.id, was: { organisationId: a.id } });
    const own = (await one.workspace.info()).organisation;
    expect(await refusedBy(other.people.change({ id, organisationId: own?.id ?? '', was: { organisationId: a.id } }))).toMatchObject({ stale: { fields: [{ field: 'organisationId', theirs: 'Borealis', mine: 'North IT' }] } });
  });

  it('holds sites and calendars to the same', async () => {
    await one.organisations.create({ name: 'Acme' });
    const site = await one.sites.create({ name: 'Berlin', organisation: 'Acme', zone: 'Europe/Berlin' });
    await one.sites.change({ id: site.id, zone: 'Europe/Paris', was: { zone: 'Europe/Berlin' } });
    expect(await refusedBy(other.sites.change({ id: site.id, zone: 'Europe/Rome', was: { zone: 'Europe/Berlin' } }))).toMatchObject({ stale: { fields: [{ theirs: 'Europe/Paris' }] } });
    const hours = (from: string) => ({ tz: 'Europe/Berlin', week: { mon: [[from, '18:00'] as [string, string]] } });
    const calendar = await one.calendars.create({ name: 'Office', ...hours('08:00') });
    await one.calendars.change({ id: calendar.id, hours: hours('09:00'), was: { hours: hours('08:00') } });
    expect(await refusedBy(other.calendars.change({ id: calendar.id, hours: hours('10:00'), was: { hours: hours('08:00') } }))).toMatchObject({ code: 'conflict', stale: { fields: [{ field: 'hours' }] } });
    await other.calendars.change({ id: calendar.id, hours: hours('10:00'), was: { hours: hours('09:00') } });
  });

  it('tells the hours of both as week, zone and days of their own', async () => {
    const hours = (tz: string, special: Record<string, [string, string][]> = {}) => ({ tz, week: { mon: [['08:00', '18:00'] as [string, string]] }, special_days: special });
    const { id } = await one.calendars.create({ name: 'Office', ...hours('Europe/Berlin') });
    await one.calendars.change({ id, hours: hours('Europe/Paris'), was: { hours: hours('Europe/Berlin') } });
    const special = { '2026-12-24': [['09:00', '12:00'] as [string, string]] };
    expect(await refusedBy(other.calendars.change({ id, hours: hours('Europe/Berlin', special), was: { hours: hours('Europe/Berlin') } }))).toMatchObject({
      stale: { fields: [{ field: 'hours', theirs: 'Mon 08:00–18:00, Europe/Paris', mine: 'Mon 08:00–18:00, Europe/Berlin, 2026-12-24 09:00–12:00' }] },
    });
    await one.calendars.change({ id, name: 'Works', was: { name: 'Office' } });
    expect(await refusedBy(other.calendars.change({ id, name: 'Bureau', was: { name: 'Office' } }))).toMatchObject({ stale: { fields: [{ field: 'name', theirs: 'Works', mine: 'Bureau' }] } });
  });

  it('asks before a value is typed into a cell that somebody else has filled meanwhile', async () => {
    const cell = { metric: 'Backups', from: '2026-03-01', to: '2026-03-31', service: 'Mail' };
    const { id } = await one.readings.create({ ...cell, value: 99, unit: '%', note: 'By hand', was: null });
    expect(await refusedBy(other.readings.create({ ...cell, value: 5, was: null }))).toMatchObject({ code: 'conflict', stale: { by: 'Ann Lee' } });
    expect(await refusedBy(other.readings.create({ ...cell, value: 98, unit: '%', was: null }))).toMatchObject({ stale: { fields: [{ field: 'valuePpb', theirs: '99 %', mine: '98 %' }] } });
    expect(await other.readings.create({ ...cell, value: 99, unit: '%', was: null })).toEqual({ id });
    expect((await one.readings.list({})).rows).toMatchObject([{ value: 99, note: 'By hand' }]);
    await other.readings.create({ ...cell, value: 98, unit: '%' });
    expect((await one.readings.list({})).rows).toMatchObject([{ id, value: 98 }]);
  });

  it('marks an organisation as own only where the other window has not unmarked it', async () => {
    const { id } = await one.organisations.create({ name: 'Acme', ours: true });
    await one.organisations.change({ id, ours: false, was: { ours: true } });
    await other.organisations.change({ id, ours: false, was: { ours: true } });
    expect(await one.organisations.show({ id })).toMatchObject({ ours: false });
  });

  it('merges an outage that is sent as a whole, field by field', async () => {
    const base = { service: 'Mail', start: '2026-03-02T10:00', end: '2026-03-02T11:00', reason: null, users: null };
    const { no } = await one.outages.create(base);
    await one.outages.change({ no, ...base, reason: 'Disk', was: base });
    await other.outages.change({ no, ...base, users: 20, was: base });
    expect(await one.outages.show({ no })).toMatchObject({ reason: 'Disk', users: 20 });
    expect(await refusedBy(other.outages.change({ no, ...base, users: 20, reason: 'Power', was: { ...base, users: 20 } }))).toMatchObject({ stale: { by: 'Ann Lee', fields: [{ field: 'reason', theirs: 'Disk', mine: 'Power' }] } });
    await one.outages.change({ no, ...base, reason: 'Disk', users: 20, end: '2026-03-02T12:00', was: { ...base, reason: 'Disk', users: 20 } });
    expect(await refusedBy(other.outages.change({ no, ...base, end: '2026-03-02T13:00', was: base }))).toMatchObject({ stale: { fields: [{ field: 'to', theirs: expect.stringContaining('12:00') }] } });
  });

  it('merges maintenance and metric values the same way', async () => {
    const window = { service: 'Mail', start: '2026-03-02T10:00', end: '2026-03-02T11:00', reason: 'Patches' };
    const { id } = await one.maintenance.create(window);
    await one.maintenance.change({ id, ...window, approvedBy: 'Bea', was: window });
    await other.maintenance.change({ id, ...window, reason: 'More patches', was: window });
    expect((await one.maintenance.list({})).rows).toMatchObject([{ approvedBy: 'Bea', reason: 'More patches' }]);
    const value = { metric: 'Backups', from: '2026-03-01', to: '2026-03-31', value: 99, unit: '%', service: 'Mail' };
    const reading = await one.readings.create(value);
    await one.readings.change({ id: reading.id, ...value, note: 'By hand', was: value });
    await other.readings.change({ id: reading.id, ...value, value: 98, was: value });
    expect((await one.readings.list({})).rows).toMatchObject([{ note: 'By hand', value: 98 }]);
    expect(await refusedBy(one.readings.change({ id: reading.id, ...value, value: 97, was: value }))).toMatchObject({ code: 'conflict' });
  });
});
