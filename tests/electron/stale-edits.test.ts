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
