import { describe, expect, it } from 'vitest';
import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { mailTerms } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { seedOutages, seedTickets, type FixtureTicket } from '#tests/fixtures/tickets.ts';
import { signedVersions } from '#tests/fixtures/versions.ts';

const [resolution, availability, metric] = mailTerms;
const hours = (count: number) => ({ kind: 'business-hours' as const, seconds: count * 3600 });

/** Ticket A and B of domain-model section 2.3: A runs over the change of version, B begins after it. */
const tickets: readonly FixtureTicket[] = [
  { key: 'A', start: '2026-03-28T10:00', stop: '2026-04-03T09:00' },
  { key: 'B', start: '2026-04-02T09:00', stop: '2026-04-02T12:00' },
  { key: 'C', start: '2026-03-02T09:00', stop: '2026-03-02T12:00' },
];

/** Version 1 with 4 business hours and 99.9 %, version 2 with 2 hours and 99 % from a day on. */
async function twoVersions(from: string, more: Partial<AgreementDocumentInput> = {}): Promise<TestCore & { id: string }> {
  const core = openTestCore();
  seedTickets(core.core.context.store, tickets, ['2026-01-01T00:00', '2026-05-01T00:00']);
  const one = { term: { from: '2026-01-01', to: '2026-12-31' }, terms: [resolution, availability, metric], ...more };
  const two = { ...one, term: { from, to: '2026-12-31' }, terms: [{ ...resolution, within: hours(2) }, { ...availability, atLeastPercent: 99 }, metric] };
  return { ...core, id: await signedVersions(core, [one, two]) };
}

const spring = { from: '2026-03-01', to: '2026-05-01' };

describe('a ticket is measured by the version in force', () => {
  it('at the start of its clock: A by version 1, B by version 2', async () => {
    const { client, id } = await twoVersions('2026-04-01');
    const { rows } = await client.compliance.rows({ id, ...spring, by: ['month'] });
    expect(rows.filter((row) => row.term === 'T-001').map((row) => [row.version, row.month, row.share?.numerator, row.share?.denominator])).toEqual([[1, '2026-03', 1, 2], [2, '2026-04', 0, 1]]);
    expect(await client.compliance.ledger({ id, ticket: 'A' })).toMatchObject({ version: 1, ledger: { due: '2026-03-30T12:00:00+02:00', verdict: 'missed' } });
    expect(await client.compliance.ledger({ id, ticket: 'B' })).toMatchObject({ version: 2, ledger: { due: '2026-04-02T11:00:00+02:00', verdict: 'missed' } });
    expect(await client.compliance.ledger({ id, ticket: 'C', term: 'T-001' })).toMatchObject({ version: 1, ledger: { due: '2026-03-02T13:00:00+01:00', verdict: 'met' } });
  });

  it('at its stop where the takeover says so: A by version 2 as well', async () => {
    const { client, id } = await twoVersions('2026-04-01', { takeover: 'stop' });
    expect(await client.compliance.ledger({ id, ticket: 'A' })).toMatchObject({ version: 2, ledger: { due: '2026-03-30T10:00:00+02:00' } });
    expect(await client.compliance.ledger({ id, ticket: 'C' })).toMatchObject({ version: 1 });
    const { rows } = await client.compliance.rows({ id, ...spring });
    expect(rows.filter((row) => row.term === 'T-001').map((row) => [row.version, row.share?.denominator])).toEqual([[1, 1], [2, 2]]);
  });

  it('each ticket counts once, and a version that is asked for measures all of them', async () => {
    const { client, id } = await twoVersions('2026-04-01');
    const of = async (version?: number) => (await client.compliance.rows({ id, ...spring, ...(version === undefined ? {} : { version }) })).rows.filter((row) => row.term === 'T-001');
    expect((await of()).reduce((sum, row) => sum + (row.share?.denominator ?? 0), 0)).toBe(3);
    expect((await of(1))[0]).toMatchObject({ share: { numerator: 2, denominator: 3 } });
    expect((await of(2))[0]).toMatchObject({ share: { numerator: 0, denominator: 3 } });
    expect((await of(1))[0]).not.toHaveProperty('version');
  });

  it('a draft beside it measures nothing until it is asked for; then all tickets', async () => {
    const core = openTestCore();
    seedTickets(core.core.context.store, tickets, ['2026-01-01T00:00', '2026-05-01T00:00']);
    const id = await signedVersions(core, [{ term: { from: '2026-01-01', to: '2026-12-31' } }]);
    const { hash } = await core.client.agreements.view({ id, version: (await core.client.agreements.beginVersion({ id })).version });
    await core.client.agreements.edit({ id, hash, edits: [{ kind: 'set-term', term: { ...resolution, start: 'created', within: hours(2), priorityCounts: 'at-stop', onPriorityChange: 'retroactive', reopen: { policy: 'gap-is-pause' }, cycles: 'last', maintenanceStopsClock: false } }] });
    const shares = async (version?: number) => (await core.client.compliance.rows({ id, ...spring, ...(version === undefined ? {} : { version }) })).rows[0]?.share?.numerator;
    expect([await shares(), await shares(2)]).toEqual([2, 0]);
  });

  it('the rows behind a figure are those of its version', async () => {
    const { client, id } = await twoVersions('2026-04-01');
    const keys = async (measuring?: number) => (await client.compliance.tickets({ id, term: 'T-001', ...spring, ...(measuring === undefined ? {} : { measuring }) })).rows.map((row) => row.key).toSorted();
    expect([await keys(1), await keys(2), await keys()]).toEqual([['A', 'C'], ['B'], ['A', 'B', 'C']]);
    expect(await client.compliance.tickets({ id, term: 'T-001', ...spring, measuring: 2 })).toMatchObject({ version: 2, within: { seconds: 7200 }, share: { numerator: 0, denominator: 1 } });
  });

  it('the matrix has a row for each version, empty where another is in force', async () => {
    const { client, id } = await twoVersions('2026-04-01');
    const matrix = await client.compliance.matrix({ id, ...spring });
    expect(matrix).toMatchObject({ version: 2, measuring: [1, 2] });
    expect(matrix.rows.filter((row) => row.term === 'T-001').map((row) => [row.version, row.cells.map((cell) => [cell.isElsewhere, cell.share?.denominator ?? null])])).toEqual([[1, [[false, 2], [true, null]]], [2, [[true, null], [false, 1]]]]);
    expect(matrix.rows.filter((row) => row.term === 'T-002').map((row) => [row.version, row.goalPercent, row.cells.map((cell) => cell.isElsewhere)])).toEqual([[1, 99.9, [false, true]], [2, 99, [true, false]]]);
  });
});

describe('availability counts each minute under the version of that minute', () => {
  it('a month with two versions has two rows, each with its own goal, minutes and outages', async () => {
    const { client, core, id } = await twoVersions('2026-04-15');
    seedOutages(core.context.store, [['2026-04-08T10:00', '2026-04-08T10:40'], ['2026-04-14T16:30', '2026-04-15T08:30']], ['2026-01-01T00:00', '2026-05-01T00:00']);
    const { rows } = await client.compliance.availability({ id, from: '2026-04-01', to: '2026-05-01', by: ['month'] });
    expect(rows).toMatchObject([
      { version: 1, month: '2026-04', from: '2026-04-01', to: '2026-04-15', agreedMinutes: 10 * 540, downMinutes: 70, budgetMinutes: 5.4, verdict: 'missed' },
      { version: 2, month: '2026-04', from: '2026-04-15', to: '2026-05-01', agreedMinutes: 12 * 540, downMinutes: 30, budgetMinutes: 64.8, verdict: 'met' },
    ]);
    const behind = await client.compliance.outages({ id, term: 'T-002', service: 'Mail', from: '2026-04-01', to: '2026-05-01' });
    expect(behind.rows.map((row) => row.countedMinutes)).toEqual([40, 60]);
    const second = await client.compliance.outages({ id, term: 'T-002', service: 'Mail', from: '2026-04-01', to: '2026-05-01', measuring: 2 });
    expect(second.rows.map((row) => row.countedMinutes)).toEqual([30]);
  });

  it('a version that is asked for counts the whole month', async () => {
    const { client, core, id } = await twoVersions('2026-04-15');
    seedOutages(core.context.store, [['2026-04-08T10:00', '2026-04-08T10:40']], ['2026-01-01T00:00', '2026-05-01T00:00']);
    expect((await client.compliance.availability({ id, version: 1, from: '2026-04-01', to: '2026-05-01' })).rows).toMatchObject([{ agreedMinutes: 22 * 540, downMinutes: 40 }]);
  });
});
