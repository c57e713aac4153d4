import { describe, expect, it } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { seedOutages } from '#tests/fixtures/tickets.ts';

async function refused(call: Promise<unknown>) {
  return refusalOf(await call.then(() => null, (error: unknown) => error));
}

async function withOutage(): Promise<TestCore & { id: string }> {
  const core = openTestCore();
  const { id } = await core.client.agreements.create(mailDocument());
  seedOutages(core.core.context.store, [['2026-01-13T10:00', '2026-01-13T11:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
  return { ...core, id };
}

const down = async ({ client, id }: TestCore & { id: string }) => (await client.compliance.availability({ id, from: '2026-01-01', to: '2026-02-01' })).rows[0];
const interval = { kind: 'force-majeure' as const, start: '2026-01-13T10:00', end: '2026-01-13T10:30', reason: 'The grid failed' };

describe('exclusions of an agreement', () => {
  it('only an accepted one changes a figure; a proposed one shows the figure if it were granted', async () => {
    const core = await withOutage();
    expect(await down(core)).toMatchObject({ downMinutes: 60, percentIfGranted: null });
    const { id } = await core.client.exclusions.propose({ agreement: core.id, ...interval });
    expect(await down(core)).toMatchObject({ downMinutes: 60, percentIfGranted: expect.any(Number) });
    expect(await core.client.exclusions.decide({ id, accept: true, by: 'Ann Lee' })).toEqual({ id, state: 'accepted' });
    expect(await down(core)).toMatchObject({ downMinutes: 30, excludedMinutes: 30 });
    expect(await core.client.exclusions.list({ agreement: core.id })).toMatchObject([{ id, kind: 'force-majeure', state: 'accepted', decidedBy: 'Ann Lee', service: null, reason: 'The grid failed' }]);
  });

  it('an accepted one stays, a refused one can be accepted later, an undecided one can be taken back', async () => {
    const core = await withOutage();
    const { id } = await core.client.exclusions.propose({ agreement: core.id, ...interval });
    await core.client.exclusions.decide({ id, accept: false, by: 'Ann Lee' });
    expect(await refused(core.client.exclusions.remove({ id }))).toMatchObject({ code: 'rule-violated' });
    await core.client.exclusions.decide({ id, accept: true, by: 'Ann Lee' });
    expect(await refused(core.client.exclusions.decide({ id, accept: false, by: 'Ann Lee' }))).toMatchObject({ code: 'rule-violated' });
    const other = await core.client.exclusions.propose({ agreement: core.id, ...interval, service: 'Mail' });
    expect(await core.client.exclusions.remove({ id: other.id })).toEqual({ removed: true });
  });

  it.each([
    ['an end before the start', { end: '2026-01-13T09:00' }, 'invalid-input', 'end'],
    ['no instant', { start: 'soon' }, 'invalid-input', 'start'],
    ['an unknown service', { service: 'Fax' }, 'not-found', 'service'],
    ['an unknown agreement', { agreement: 'nobody' }, 'not-found', 'id'],
  ])('refuses %s', async (_rule, more, code, path) => {
    const core = await withOutage();
    expect(await refused(core.client.exclusions.propose({ agreement: core.id, ...interval, ...more }))).toMatchObject({ code, details: [{ path }] });
  });
});
