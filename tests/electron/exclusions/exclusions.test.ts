import { describe, expect, it } from 'vitest';
import type { EffectRow } from '#shared/exclusions/contract.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailDocument, mailTerms } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { seedOutages, seedTickets } from '#tests/fixtures/tickets.ts';

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

describe('a ticket that is left out', () => {
  const january = { from: '2026-01-01', to: '2026-02-01' };
  async function withTickets(): Promise<TestCore & { id: string }> {
    const core = openTestCore();
    seedTickets(core.core.context.store);
    return { ...core, id: (await core.client.agreements.create(mailDocument())).id };
  }
  const shares = async ({ client, id }: TestCore & { id: string }) => (await client.compliance.rows({ id, ...january, by: ['month'] })).rows.filter((row) => row.term === 'T-001').map((row) => [row.share?.numerator, row.share?.denominator, row.excluded]);
  const left = { kind: 'customer-caused' as const, ticket: 'T2', reason: 'The customer cut the line' };

  it('changes a figure only once the customer has accepted it', async () => {
    const core = await withTickets();
    const { id } = await core.client.exclusions.propose({ agreement: core.id, ...left });
    expect(await shares(core)).toEqual([[2, 3, undefined]]);
    await core.client.exclusions.decide({ id, accept: true, by: 'Ann Lee' });
    expect(await shares(core)).toEqual([[2, 2, 1]]);
    expect(await core.client.exclusions.list({ agreement: core.id })).toMatchObject([{ id, ticket: 'T2', from: null, to: null, state: 'accepted' }]);
    const figure = await core.client.compliance.tickets({ id: core.id, term: 'T-001', ...january });
    expect(figure).toMatchObject({ share: { numerator: 2, denominator: 2 }, groups: [{ verdict: 'met', count: 2 }, { verdict: 'excluded', count: 1, countedMs: 0, wallMs: 20 * 3_600_000 }] });
    const { ledger } = await core.client.compliance.ledger({ id: core.id, ticket: 'T2' });
    expect(ledger).toMatchObject({ verdict: 'excluded', sums: { counted: 0, excluded: 5 * 3_600_000, 'out of hours': 15 * 3_600_000, wall: 20 * 3_600_000 } });
    expect(ledger.stretches.map((stretch) => [stretch.class, stretch.reason])).toEqual([['excluded', left.reason], ['out of hours', null], ['excluded', left.reason]]);
  });

  it('for some of its time only: the clock of that ticket stands still', async () => {
    const core = await withTickets();
    const { id } = await core.client.exclusions.propose({ agreement: core.id, ...left, start: '2026-01-14T09:00', end: '2026-01-14T10:00' });
    await core.client.exclusions.decide({ id, accept: true, by: 'Ann Lee' });
    expect(await shares(core)).toEqual([[3, 3, undefined]]);
    expect((await core.client.compliance.ledger({ id: core.id, ticket: 'T2' })).ledger).toMatchObject({ verdict: 'met', sums: { counted: 4 * 3_600_000, excluded: 3_600_000 } });
    expect((await core.client.compliance.ledger({ id: core.id, ticket: 'T3' })).ledger).toMatchObject({ sums: { excluded: 0 } });
  });

  it.each([
    ['a ticket that it does not measure', { ticket: 'X9' }, 'not-found', 'ticket'],
    ['a start without an end', { start: '2026-01-14T09:00' }, 'invalid-input', 'end'],
    ['nothing at all', { ticket: undefined }, 'invalid-input', 'start'],
  ])('refuses %s', async (_rule, more, code, path) => {
    const core = await withTickets();
    const { ticket, ...rest } = { ...left, ...more };
    expect(await refused(core.client.exclusions.propose({ agreement: core.id, ...rest, ...(ticket === undefined ? {} : { ticket }) }))).toMatchObject({ code, details: [{ path }] });
  });
});

describe('maintenance that repeats', () => {
  const weekly = { service: 'Mail', start: '2026-01-13T09:30', end: '2026-01-13T10:30', repeat: 'FREQ=WEEKLY', reason: 'Patches', approvedBy: 'Ann Lee', zone: 'Europe/Berlin' };

  it('takes every time out of the agreed time, and downtime in it; one that was announced too late takes nothing', async () => {
    const core = await withOutage();
    await core.client.maintenance.create(weekly);
    expect(await down(core)).toMatchObject({ agreedMinutes: 11_340 - 3 * 60, downMinutes: 30, excludedMinutes: 30 });
    const [{ id } = { id: '' }] = (await core.client.maintenance.list({})).rows;
    await core.client.maintenance.change({ id, ...weekly, announced: '2026-01-12T09:00' });
    expect(await down(core)).toMatchObject({ agreedMinutes: 11_340 - 2 * 60, downMinutes: 60, percentIfGranted: expect.any(Number) });
    expect(await core.client.exclusions.list({ agreement: core.id })).toMatchObject([{ maintenanceId: id, repeat: 'FREQ=WEEKLY', isLate: true, state: 'proposed' }]);
    await core.client.exclusions.decideMaintenance({ agreement: core.id, maintenanceId: id, accept: true, by: 'Ann Lee' });
    expect(await down(core)).toMatchObject({ agreedMinutes: 11_340 - 3 * 60, downMinutes: 30 });
  });

  it('refuses what is no repetition', async () => {
    const core = await withOutage();
    expect(await refused(core.client.maintenance.create({ ...weekly, repeat: 'now and then' }))).toMatchObject({ code: 'invalid-input', details: [{ path: 'repeat' }] });
  });
});

describe('what an exclusion would change', () => {
  const january = { from: '2026-01-01', to: '2026-02-01' };
  async function measured(): Promise<TestCore & { id: string }> {
    const core = openTestCore();
    seedTickets(core.core.context.store);
    seedOutages(core.core.context.store, [['2026-01-13T10:00', '2026-01-13T11:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
    const exclusion = { id: 'T-006', type: 'exclusion' as const, name: 'Caused by Acme', condition: 'Acme has switched off power.' };
    return { ...core, id: (await core.client.agreements.create(mailDocument({ terms: [...mailTerms, exclusion] }))).id };
  }
  const shares = (rows: readonly EffectRow[]) => rows.map((row) => [row.month, row.term, row.without.share && [row.without.share.numerator, row.without.share.denominator], row.with.share && [row.with.share.numerator, row.with.share.denominator]]);
  const ticket = { kind: 'customer-caused' as const, ticket: 'T2' };

  it('is said before it is proposed, and the same before and after it is decided; nothing is written by asking', async () => {
    const { client, id } = await measured();
    const expected = [['2026-01', 'T-001', [2, 3], [2, 2]]];
    expect(shares((await client.exclusions.effect({ agreement: id, of: { draft: ticket } })).rows)).toEqual(expected);
    expect(await client.exclusions.list({ agreement: id })).toEqual([]);
    const { id: proposed } = await client.exclusions.propose({ agreement: id, ...ticket, reason: 'The line was cut' });
    expect(shares((await client.exclusions.effect({ agreement: id, of: { id: proposed } })).rows)).toEqual(expected);
    await client.exclusions.decide({ id: proposed, accept: true, by: 'Ann Lee' });
    expect(shares((await client.exclusions.effect({ agreement: id, of: { id: proposed } })).rows)).toEqual(expected);
    const figure = (await client.compliance.rows({ id, ...january, by: ['month'] })).rows.find((row) => row.term === 'T-001');
    expect([figure?.share?.numerator, figure?.share?.denominator]).toEqual([2, 2]);
  });

  it('time of a service: downtime and verdict of its availability, and every clock that it stops', async () => {
    const { client, id } = await measured();
    const { rows } = await client.exclusions.effect({ agreement: id, of: { draft: { kind: 'force-majeure', service: 'Mail', start: '2026-01-13T09:30', end: '2026-01-13T11:00' } } });
    expect(rows).toMatchObject([{ month: '2026-01', term: 'T-002', part: 'Mail', without: { downMinutes: 60, verdict: 'missed' }, with: { downMinutes: 0, verdict: 'met' } }]);
  });

  it('a maintenance window that was announced too late: the figures without and with it', async () => {
    const { client, id } = await measured();
    const window = await client.maintenance.create({ service: 'Mail', start: '2026-01-13T10:00', end: '2026-01-13T12:00', zone: 'Europe/Berlin', reason: 'Patches', approvedBy: 'Ann Lee', announced: '2026-01-12T09:00' });
    const { rows } = await client.exclusions.effect({ agreement: id, of: { maintenanceId: window.id } });
    expect(rows).toMatchObject([{ without: { downMinutes: 60, agreedMinutes: 11_340 }, with: { downMinutes: 0, agreedMinutes: 11_220 } }]);
    expect(await client.exclusions.list({ agreement: id })).toMatchObject([{ maintenanceId: window.id, isLate: true, noticeDays: 5, announcedAt: expect.any(Number), state: 'proposed' }]);
  });

  it('nothing, where it lies outside of the data', async () => {
    const { client, id } = await measured();
    expect(await client.exclusions.effect({ agreement: id, of: { draft: { kind: 'agreed', start: '2031-01-13T10:00', end: '2031-01-13T11:00' } } })).toEqual({ rows: [] });
  });

  it.each([
    ['an unknown exclusion', { id: 'nobody' }],
    ['an unknown window', { maintenanceId: 'nobody' }],
    ['a ticket that it does not measure', { draft: { ...ticket, ticket: 'X9' } }],
  ])('refuses %s', async (_rule, of) => {
    const { client, id } = await measured();
    expect(await refused(client.exclusions.effect({ agreement: id, of }))).toMatchObject({ code: 'not-found' });
  });

  it('names who asks for it and the exclusion of the agreement that it falls under; one that the agreement does not have is refused', async () => {
    const { client, id } = await measured();
    await client.exclusions.propose({ agreement: id, ...ticket, clause: 'T-006', reason: 'The line was cut', by: 'Ann Lee' });
    expect(await client.exclusions.list({ agreement: id })).toMatchObject([{ clause: 'T-006', author: 'Ann Lee', ticketNo: expect.any(Number), proposedAt: expect.any(Number), decisionReason: null }]);
    expect(await refused(client.exclusions.propose({ agreement: id, ...ticket, clause: 'T-001', reason: 'A target' }))).toMatchObject({ code: 'not-found', details: [{ path: 'clause' }] });
  });

  it('the list of a period, and of a target in it', async () => {
    const { client, id } = await measured();
    await client.exclusions.propose({ agreement: id, ...ticket, reason: 'Ticket' });
    const time = await client.exclusions.propose({ agreement: id, ...interval, reason: 'Time' });
    await client.exclusions.decide({ id: time.id, accept: false, by: 'Ann Lee', reason: 'The grid stood' });
    const reasons = async (more: object) => (await client.exclusions.list({ agreement: id, ...more })).map((row) => row.reason);
    expect(await reasons(january)).toEqual(['Time', 'Ticket']);
    expect(await reasons({ ...january, term: 'T-002' })).toEqual(['Time']);
    expect(await reasons({ ...january, term: 'T-003' })).toEqual([]);
    expect(await reasons({ from: '2026-02-01', to: '2026-03-01' })).toEqual([]);
    expect((await client.exclusions.list({ agreement: id }))[0]).toMatchObject({ state: 'refused', decidedBy: 'Ann Lee', decisionReason: 'The grid stood' });
  });
});
