import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const outage = { service: 'Mail', start: '2026-01-13T09:00:00Z', end: '2026-01-13T09:30:00Z', reason: 'Disk' };
const work = { service: 'Mail', start: '2026-01-14T20:00:00Z', end: '2026-01-14T22:00:00Z', reason: 'Patches' };
const reading = { metric: 'First-contact resolution', from: '2026-01-01', to: '2026-01-31', value: 72.5, unit: '%' };

async function withMail({ client }: CaseWorld): Promise<void> {
  await client.services.create({ name: 'Mail' });
}

/** What is typed by hand: outages, planned work, values of metrics. */
export const typedCases: CallCases = {
  'outages.list': async (world) => {
    await withMail(world);
    await world.client.outages.create(outage);
    expect(await world.client.outages.list({})).toMatchObject({ total: 1, rows: [{ service: 'Mail', reason: 'Disk', isTyped: true }] });
  },
  'outages.show': async (world) => {
    await withMail(world);
    const { no } = await world.client.outages.create(outage);
    expect(await world.client.outages.show({ no })).toMatchObject({ no, from: Date.UTC(2026, 0, 13, 9), to: Date.UTC(2026, 0, 13, 9, 30) });
  },
  'outages.create': async (world) => {
    await withMail(world);
    const backwards: unknown = await world.client.outages.create({ ...outage, end: '2026-01-13T08:00:00Z' }).catch((error: unknown) => error);
    expect(refusalOf(backwards)).toMatchObject({ code: 'invalid-input' });
  },
  'outages.change': async (world) => {
    await withMail(world);
    const { no } = await world.client.outages.create(outage);
    await world.client.outages.change({ no, ...outage, reason: 'Network' });
    expect(await world.client.outages.show({ no })).toMatchObject({ reason: 'Network' });
  },
  'outages.remove': async (world) => {
    await withMail(world);
    const { no } = await world.client.outages.create(outage);
    expect(await world.client.outages.remove({ no })).toEqual({ removed: true });
  },
  'maintenance.list': async (world) => {
    await withMail(world);
    await world.client.maintenance.create(work);
    expect(await world.client.maintenance.list({})).toMatchObject({ total: 1, rows: [{ service: 'Mail', reason: 'Patches' }] });
  },
  'maintenance.create': async (world) => {
    await withMail(world);
    const backwards: unknown = await world.client.maintenance.create({ ...work, end: '2026-01-13T08:00:00Z' }).catch((error: unknown) => error);
    expect(refusalOf(backwards)).toMatchObject({ code: 'invalid-input' });
  },
  'maintenance.change': async (world) => {
    await withMail(world);
    const { id } = await world.client.maintenance.create(work);
    await world.client.maintenance.change({ id, ...work, reason: 'New disks' });
    expect((await world.client.maintenance.list({})).rows).toMatchObject([{ reason: 'New disks' }]);
  },
  'maintenance.remove': async (world) => {
    await withMail(world);
    const { id } = await world.client.maintenance.create(work);
    expect(await world.client.maintenance.remove({ id })).toEqual({ removed: true });
  },
  'readings.list': async ({ client }) => {
    await client.readings.create(reading);
    expect(await client.readings.list({})).toMatchObject({ total: 1, rows: [{ metric: 'First-contact resolution' }] });
  },
  'readings.create': async ({ client }) => {
    const backwards: unknown = await client.readings.create({ ...reading, to: '2025-12-01' }).catch((error: unknown) => error);
    expect(refusalOf(backwards)).toMatchObject({ code: 'invalid-input' });
  },
  'readings.change': async ({ client }) => {
    const { id } = await client.readings.create(reading);
    await client.readings.change({ id, ...reading, value: 75 });
    expect((await client.readings.list({})).rows).toMatchObject([{ id }]);
  },
  'readings.paste': async ({ client }) => {
    await client.readings.create(reading);
    const again = { ...reading, value: 80 };
    expect(await client.readings.paste({ readings: [again, { ...reading, from: '2026-02-01', to: '2026-02-28' }] })).toEqual({ created: 1, changed: 1 });
    expect((await client.readings.list({ from: '2026-01-01', to: '2026-01-31' })).rows).toMatchObject([{ value: 80 }]);
  },
  'readings.remove': async ({ client }) => {
    const { id } = await client.readings.create(reading);
    expect(await client.readings.remove({ id })).toEqual({ removed: true });
  },
};
