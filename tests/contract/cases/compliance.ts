import { expect } from 'vitest';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { seedOutages, seedTickets } from '#tests/fixtures/tickets.ts';
import type { CallCases, CaseWorld } from '../case.ts';

async function measured({ client, core }: CaseWorld): Promise<string> {
  seedTickets(core.context.store);
  return (await client.agreements.create(mailDocument())).id;
}

const span = { from: '2026-01-01', to: '2026-03-01' };
const share = { numerator: 3, denominator: 5, percent: 60 };

export const complianceCases: CallCases = {
  'compliance.rows': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.rows({ id, ...span })).toMatchObject({ asOf: '2026-02-27T17:00:00+01:00', rows: [{ term: 'T-001', share, open: 1 }, { term: 'T-003' }] });
  },
  'compliance.availability': async (world) => {
    const id = await measured(world);
    seedOutages(world.core.context.store, [['2026-01-13T16:40', '2026-01-13T18:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
    expect(await world.client.compliance.availability({ id, from: '2026-01-01', to: '2026-02-01' })).toMatchObject({ rows: [{ service: 'Mail', downMinutes: 20, verdict: 'missed' }] });
  },
  'compliance.matrix': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.matrix({ id, months: 2 })).toMatchObject({ period: span, rows: [{ term: 'T-001', all: { share } }, { term: 'T-002' }, { term: 'T-003' }] });
  },
  'compliance.tickets': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.tickets({ id, term: 'T-001', ...span, verdicts: ['missed'] })).toMatchObject({ share, rows: [{ key: 'T5' }, { key: 'T2' }] });
  },
  'compliance.ticketsCsv': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.ticketsCsv({ id, term: 'T-001', ...span })).toMatchObject({ rows: 6, name: expect.stringContaining('.csv') });
  },
  'compliance.matrixCsv': async (world) => {
    const id = await measured(world);
    const { file, rows } = await world.client.compliance.matrixCsv({ id, months: 2 });
    expect(rows).toBe(9);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(world.core.context.files.read(file))).toMatch(/^\ufeffTarget,Code,.*\r\nResolution P1,T-001,/u);
  },
  'compliance.ticketFacets': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.ticketFacets({ id, term: 'T-001', ...span })).toMatchObject({ services: [{ value: 'Mail', count: 6 }] });
  },
  'compliance.ledgerCsv': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.ledgerCsv({ id, ticket: 'T3' })).toMatchObject({ name: 'T3-T-001.csv', rows: 3 });
  },
  'compliance.outages': async (world) => {
    const id = await measured(world);
    seedOutages(world.core.context.store, [['2026-01-13T16:40', '2026-01-13T18:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
    expect(await world.client.compliance.outages({ id, term: 'T-002', service: 'Mail', from: '2026-01-01', to: '2026-02-01' })).toMatchObject({ rows: [{ key: 'O1', countedMinutes: 20, reason: 'Disk full' }] });
  },
  'compliance.ledger': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.ledger({ id, ticket: 'T3' })).toMatchObject({ ledger: { term: 'T-001', verdict: 'met', sums: { paused: 9_000_000 } } });
  },
  'compliance.meanings': async (world) => {
    const id = await measured(world);
    expect(await world.client.compliance.meanings({ id, term: 'T-001' })).toMatchObject({ of: 5, choices: { length: 5 } });
  },
  'tickets.facets': async (world) => {
    await measured(world);
    expect(await world.client.tickets.facets({})).toMatchObject({ services: [{ name: 'Mail' }], sources: [{ count: 6 }] });
  },
  'tickets.groups': async (world) => {
    await measured(world);
    const { total } = await world.client.tickets.list({});
    const groups = await world.client.tickets.groups({ by: 'priority' });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  },
  'tickets.find': async (world) => {
    await measured(world);
    const { rows } = await world.client.tickets.list({ sort: [{ by: 'key' }] });
    expect(await world.client.tickets.find({ sort: [{ by: 'key' }], text: rows[2]?.key.toLowerCase() ?? '' })).toEqual({ index: 2 });
    expect(await world.client.tickets.find({ text: 'nowhere' })).toEqual({ index: null });

  },
};
