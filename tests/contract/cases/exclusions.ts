import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { newId } from '#db/ids.ts';
import { findService } from '#db/services/queries.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const interval = { kind: 'agreed' as const, start: '2026-01-13T10:00', end: '2026-01-13T10:30', reason: 'Agreed by telephone' };

async function proposed({ client }: CaseWorld): Promise<{ agreement: string; id: string }> {
  const { id: agreement } = await client.agreements.create(mailDocument());
  return { agreement, id: (await client.exclusions.propose({ agreement, ...interval })).id };
}

export const exclusionsCases: CallCases = {
  'exclusions.list': async (world) => {
    const { agreement, id } = await proposed(world);
    expect(await world.client.exclusions.list({ agreement })).toMatchObject([{ id, state: 'proposed', reason: 'Agreed by telephone' }]);
  },
  'exclusions.propose': async (world) => {
    const { agreement } = await proposed(world);
    const backwards: unknown = await world.client.exclusions.propose({ agreement, ...interval, end: '2026-01-13T09:00' }).catch((error: unknown) => error);
    expect(refusalOf(backwards)).toMatchObject({ code: 'invalid-input', details: [{ path: 'end' }] });
  },
  'exclusions.effect': async (world) => {
    const { agreement, id } = await proposed(world);
    expect(await world.client.exclusions.effect({ agreement, of: { id } })).toEqual({ rows: [] });
    const unknown: unknown = await world.client.exclusions.effect({ agreement, of: { id: 'nobody' } }).catch((error: unknown) => error);
    expect(refusalOf(unknown)).toMatchObject({ code: 'not-found' });
  },
  'exclusions.decide': async (world) => {
    const { id } = await proposed(world);
    expect(await world.client.exclusions.decide({ id, accept: false, by: 'Ann Lee' })).toEqual({ id, state: 'refused' });
  },
  'exclusions.decideMaintenance': async (world) => {
    const { agreement } = await proposed(world);
    const maintenanceId = newId();
    world.core.context.store.write({ command: 'test.maintenance' }, (tx) => {
      tx.run("INSERT INTO maintenance_windows (id, service_id, starts_at, ends_at, zone, reason) VALUES (?, ?, 1768300000000, 1768303600000, 'UTC', 'Patches')", maintenanceId, findService(tx, 'Mail')?.id ?? '');
    });
    expect(await world.client.exclusions.decideMaintenance({ agreement, maintenanceId, accept: true, by: 'Ann Lee' })).toMatchObject({ state: 'accepted' });
  },
  'exclusions.remove': async (world) => {
    const { id } = await proposed(world);
    expect(await world.client.exclusions.remove({ id })).toEqual({ removed: true });
  },
};
