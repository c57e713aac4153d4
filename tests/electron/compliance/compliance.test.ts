import { describe, expect, it } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore, type TestCore } from '#tests/fixtures/core.ts';
import { seedOutages, seedTickets } from '#tests/fixtures/tickets.ts';

async function refused(call: Promise<unknown>) {
  return refusalOf(await call.then(() => null, (error: unknown) => error));
}

/** The target of commands.md section 4 on the tickets of that section. */
async function measured(): Promise<TestCore & { id: string }> {
  const core = openTestCore();
  seedTickets(core.core.context.store);
  const { id } = await core.client.agreements.create(mailDocument());
  return { ...core, id };
}

const span = { from: '2026-01-01', to: '2026-03-01' };
const asOf = '2026-02-27T17:00';

describe('compliance', () => {
  it('counts met, missed, open and overdue at as of, by default the end of the data', async () => {
    const { client, id } = await measured();
    const answer = await client.compliance.rows({ id, ...span });
    expect(answer).toMatchObject({ asOf: '2026-02-27T17:00:00+01:00', period: { ...span, zone: 'Europe/Berlin' } });
    expect(answer.rows[0]).toEqual({
      term: 'T-001', priority: null, month: null, share: { numerator: 3, denominator: 5, percent: 60, wilson95: [23.0724, 88.2379], smallSample: true }, open: 1, cancelled: 0,
      coverage: { state: 'partly', measuredDays: 57, days: 59 }, verdict: 'partly measured',
    });
    expect(await client.compliance.rows({ id, ...span, asOf })).toEqual(answer);
  });

  it('by month and priority: a ticket belongs to the month in which its verdict is known', async () => {
    const { client, id } = await measured();
    const { rows } = await client.compliance.rows({ id, ...span, by: ['priority', 'month'] });
    expect(rows.filter((row) => row.term === 'T-001').map((row) => [row.priority, row.month, row.share?.numerator, row.share?.denominator, row.open, row.verdict])).toEqual([
      ['P1', '2026-01', 2, 3, 0, 'missed'],
      ['P1', '2026-02', 1, 2, 1, 'partly measured'],
    ]);
  });

  it('an earlier as of knows less', async () => {
    const { client, id } = await measured();
    const { rows } = await client.compliance.rows({ id, ...span, asOf: '2026-02-09T10:00' });
    expect(rows[0]).toMatchObject({ share: { numerator: 3, denominator: 4 }, open: 1 });
  });

  it('a changed target is judged at once, a new meaning too', async () => {
    const { client, core, id } = await measured();
    await client.compliance.rows({ id, ...span });
    const { hash, document } = await client.agreements.view({ id });
    const [target] = document.terms;
    if (target?.type !== 'resolution') throw new Error('The fixture begins with a resolution target.');
    await client.agreements.edit({ id, hash, edits: [{ kind: 'set-term', term: { ...target, within: { kind: 'business-hours', seconds: 5 * 3600 } } }] });
    expect((await client.compliance.rows({ id, ...span })).rows[0]).toMatchObject({ share: { numerator: 4, denominator: 5 } });
    core.context.store.write({ command: 'test.remap' }, (tx) => tx.run("UPDATE mappings SET pause_reason = 'supplier' WHERE value = 'Awaiting User Info'"));
    expect((await client.compliance.rows({ id, ...span })).rows[0]).toMatchObject({ share: { numerator: 3, denominator: 5 } });
  });

  it('without data nothing is measured', async () => {
    const { client } = openTestCore();
    const { id } = await client.agreements.create(mailDocument());
    expect((await client.compliance.rows({ id, ...span })).rows[0]).toMatchObject({ share: null, verdict: 'not measured', coverage: { state: 'none' } });
    expect((await client.compliance.rows({ id, ...span, by: ['month'] })).rows).toEqual([]);
    expect((await client.compliance.availability({ id, ...span })).rows).toMatchObject([{ term: 'T-002', service: 'Mail', percent: null, verdict: 'not measured' }]);
  });

  it('tickets of another customer do not count', async () => {
    const core = openTestCore();
    seedTickets(core.core.context.store);
    const { id } = await core.client.agreements.create(mailDocument({ parties: [{ side: 'provider', organisation: 'North IT' }, { side: 'customer', organisation: 'Other' }], people: [] }));
    expect((await core.client.compliance.rows({ id, ...span })).rows[0]).toMatchObject({ share: null, verdict: 'not measured' });
  });

  it.each([
    ['an unknown agreement', { id: 'nobody', ...span }, 'not-found'],
    ['a period that goes back', { from: '2026-03-01', to: '2026-03-01' }, 'invalid-input'],
    ['an unknown version', { ...span, version: 9 }, 'not-found'],
    ['an as of that is no instant', { ...span, asOf: 'yesterday' }, 'invalid-input'],
  ])('refuses %s', async (_rule, input, code) => {
    const { client, id } = await measured();
    expect(await refused(client.compliance.rows({ id, ...span, ...input }))).toMatchObject({ code });
  });
});

describe('availability', () => {
  it('is agreed time less downtime in the service hours, with its budget', async () => {
    const { client, core, id } = await measured();
    seedOutages(core.context.store, [['2026-01-13T16:40', '2026-01-13T18:00'], ['2026-01-17T10:00', '2026-01-17T12:00']], ['2026-01-01T00:00', '2026-02-01T00:00']);
    const { rows } = await client.compliance.availability({ id, from: '2026-01-01', to: '2026-02-01', by: ['month'] });
    expect(rows).toMatchObject([{ term: 'T-002', service: 'Mail', month: '2026-01', agreedMinutes: 11_340, downMinutes: 20, outages: 1, percent: 99.8236, budgetMinutes: 11.34, coverage: { state: 'whole' }, verdict: 'missed' }]);
    const behind = await client.compliance.outages({ id, term: 'T-002', service: 'Mail', from: '2026-01-01', to: '2026-02-01' });
    expect(behind.rows.map((row) => [row.key, row.countedMinutes])).toEqual([['O1', 20], ['O2', 0]]);
  });
});

describe('figures, rows, ledger', () => {
  it('the rows behind a figure count back to it, worst first, each with its strip', async () => {
    const { client, id } = await measured();
    const figure = await client.compliance.tickets({ id, term: 'T-001', ...span });
    expect(figure).toMatchObject({ share: { numerator: 3, denominator: 5 }, total: { count: 6 }, groups: [{ verdict: 'missed', count: 2 }, { verdict: 'met', count: 3 }, { verdict: 'open', count: 1 }] });
    expect(figure.rows.map((row) => row.key)).toEqual(['T5', 'T2', 'T4', 'T3', 'T1', 'T6']);
    expect(figure.rows[1]).toMatchObject({ key: 'T2', countedMs: 5 * 3_600_000, toTargetMs: 3_600_000, wallMs: 20 * 3_600_000, strip: [{ class: 'counted', ms: 3_600_000 }, { class: 'out of hours', ms: 15 * 3_600_000 }, { class: 'counted', ms: 4 * 3_600_000 }] });
    for (const row of figure.rows) expect(row.strip.reduce((sum, stretch) => sum + stretch.ms, 0)).toBe(row.wallMs);
  });

  it('filters, sorts and cuts a window', async () => {
    const { client, id } = await measured();
    const met = await client.compliance.tickets({ id, term: 'T-001', ...span, verdicts: ['met'], sort: 'opened', descending: false, offset: 1, limit: 1 });
    expect(met).toMatchObject({ total: { count: 3 }, rows: [{ key: 'T3' }] });
    expect(await client.compliance.tickets({ id, term: 'T-001', ...span, search: 'fails: t4' })).toMatchObject({ total: { count: 1 }, rows: [{ key: 'T4' }] });
    expect(await client.compliance.tickets({ id, term: 'T-001', from: '2026-01-01', to: '2026-02-01' })).toMatchObject({ share: { numerator: 2, denominator: 3 } });
  });

  it('a condition of the figure that is left shows more tickets, and the figure stays', async () => {
    const { client, id } = await measured();
    const january = { id, term: 'T-001', from: '2026-01-01', to: '2026-02-01' };
    expect(await client.compliance.tickets({ ...january, without: ['period'] })).toMatchObject({ share: { numerator: 2, denominator: 3 }, total: { count: 6 } });
    const wide = await client.compliance.tickets({ ...january, without: ['period', 'priority'] });
    expect(wide.share).toMatchObject({ numerator: 2, denominator: 3 });
    expect(wide.total.count).toBeGreaterThanOrEqual(6);
  });

  it('knows where a ticket stands among the filtered ones', async () => {
    const { client, id } = await measured();
    const figure = await client.compliance.tickets({ id, term: 'T-001', ...span, limit: 0 });
    const all = await client.compliance.tickets({ id, term: 'T-001', ...span });
    const third = all.rows[2];
    expect(figure.place).toBeNull();
    expect(await client.compliance.tickets({ id, term: 'T-001', ...span, limit: 0, placeOf: third?.no ?? 0 })).toMatchObject({ place: { index: 2, before: all.rows[1]?.no, after: all.rows[3]?.no }, rows: [] });
  });

  it('filters by the words of the source and by the day it was opened', async () => {
    const { client, id } = await measured();
    const facets = await client.compliance.ticketFacets({ id, term: 'T-001', ...span });
    const [state] = facets.states;
    expect((await client.compliance.tickets({ id, term: 'T-001', ...span, states: [state?.value ?? ''] })).total.count).toBe(state?.count);
    expect((await client.compliance.tickets({ id, term: 'T-001', ...span, openedFrom: '2026-01-12', openedTo: '2026-01-13' })).rows.map((row) => row.key)).toContain('T1');
  });

  it('the same rows as CSV, safe for spreadsheets', async () => {
    const { client, core, id } = await measured();
    core.context.store.write({ command: 'test.title' }, (tx) => tx.run("UPDATE tickets SET title = '=1+1, \"x\"' WHERE key = 'T1'"));
    const { file, rows } = await client.compliance.ticketsCsv({ id, term: 'T-001', ...span });
    const lines = new TextDecoder().decode(core.context.files.read(file)).split('\r\n');
    expect(rows).toBe(6);
    expect(lines[0]).toBe('Ticket,Title,Service,Group,Opened,Due,Stopped,Verdict,Counted,Paused,Wall time,To target');
    expect(lines.find((line) => line.startsWith('T1,'))).toBe(`T1,"'=1+1, ""x""",Mail,,2026-01-12T09:00:00+01:00,2026-01-12T13:00:00+01:00,2026-01-12T12:00:00+01:00,met,3:00:00,0:00:00,3:00:00,-1:00:00`);
  });

  it('the ledger of a ticket sums to wall time and names the pause', async () => {
    const { client, id } = await measured();
    const { ledger, others, events } = await client.compliance.ledger({ id, ticket: 'T3' });
    expect(ledger).toMatchObject({ ticket: 'T3', term: 'T-001', start: '2026-01-14T10:00:00+01:00', due: '2026-01-14T16:30:00+01:00', verdict: 'met', sums: { counted: 12_600_000, paused: 9_000_000, wall: 21_600_000 } });
    expect(ledger.stretches.map((stretch) => [stretch.class, stretch.reason])).toEqual([['counted', null], ['paused', 'customer'], ['counted', null]]);
    expect(others).toMatchObject([{ version: 1, term: 'T-001', verdict: 'met' }]);
    expect(events).toHaveLength(4);
    expect(await refused(client.compliance.ledger({ id, ticket: 'T99' }))).toMatchObject({ code: 'not-found' });
    expect(await refused(client.compliance.ledger({ id, ticket: 'T3', term: 'T-002' }))).toMatchObject({ code: 'not-found', details: [{ path: 'term' }] });
  });

  it('a ticket of a priority that no target counts is refused with its priority', async () => {
    const core = openTestCore();
    seedTickets(core.core.context.store, [{ key: 'X1', start: '2026-01-12T09:00', stop: null, priority: '5 - Wish' }]);
    const { id } = await core.client.agreements.create(mailDocument());
    expect(await refused(core.client.compliance.ledger({ id, ticket: 'X1' }))).toMatchObject({ code: 'rule-violated', message: expect.stringContaining('5 - Wish') });
  });

  it('the matrix has a cell a month, months kept of whole months measured, and the end of the data', async () => {
    const { client, id } = await measured();
    const matrix = await client.compliance.matrix({ id, months: 2 });
    expect(matrix).toMatchObject({ number: 'SLA-2026-0001', version: 1, state: 'draft', period: span, months: [{ month: '2026-01', coverage: { state: 'whole' } }, { month: '2026-02', coverage: { state: 'partly' } }] });
    expect(matrix.rows.map((row) => row.term)).toEqual(['T-001', 'T-002', 'T-003']);
    expect(matrix.rows[0]).toMatchObject({ name: 'Resolution P1', priority: 'P1', goalPercent: 90, monthsKept: 0, monthsMeasured: 1, isSmall: true, all: { share: { numerator: 3, denominator: 5 }, verdict: 'partly measured' }, cells: [{ month: '2026-01', verdict: 'missed' }, { month: '2026-02', verdict: 'partly measured' }] });
  });

  it('a target that lacks its number of users says so in its row; all other rows stand', async () => {
    const { client, core } = openTestCore();
    seedTickets(core.context.store, [{ key: 'T1', start: '2026-01-12T09:00', stop: '2026-01-12T10:00' }]);
    const document = mailDocument();
    const { id } = await client.agreements.create({ ...document, terms: document.terms.map((term) => (term.type === 'availability' ? { ...term, userWeighted: true } : term)) });
    seedOutages(core.context.store, [], ['2026-01-01T00:00', '2026-02-01T00:00']);
    await client.outages.create({ service: 'Mail', start: '2026-01-13T09:00', end: '2026-01-13T10:00', users: 40 });
    const { rows } = await client.compliance.matrix({ id, from: '2026-01-01', to: '2026-02-01', asOf: '2026-02-01T00:00' });
    expect(rows.map((row) => [row.term, row.missing === null])).toEqual([['T-001', true], ['T-002', false], ['T-003', true]]);
    expect(rows[1]).toMatchObject({ part: 'Mail', missing: expect.stringContaining('number of users'), cells: [{ verdict: 'not measured' }] });
    expect(await refused(client.compliance.availability({ id, from: '2026-01-01', to: '2026-02-01', asOf: '2026-02-01T00:00' }))).toMatchObject({ code: 'invalid-input', details: [{ path: expect.stringContaining('.users') }] });
  });

  it('says what each meaning of a duration would be', async () => {
    const { client, id } = await measured();
    const meanings = await client.compliance.meanings({ id, term: 'T-001', openedAt: '2026-02-27T16:30' });
    const due = new Map(meanings.choices.map((choice) => [choice.within.kind, new Date(choice.due).toISOString()]));
    expect(due).toEqual(new Map([
      ['business-hours', '2026-03-02T10:30:00.000Z'], ['elapsed-hours', '2026-02-27T19:30:00.000Z'], ['business-days', '2026-03-05T15:30:00.000Z'], ['end-of-business-day', '2026-03-05T16:00:00.000Z'], ['calendar-days', '2026-03-03T15:30:00.000Z'],
    ]));
    expect(meanings.choices.find((choice) => choice.isPresent)).toMatchObject({ within: { kind: 'business-hours', seconds: 14_400 }, kept: 3, of: 5 });
  });
});

const uci = sharedData('tickets/uci-incident-event-log.zip');

describe.skipIf(uci === null)('the UCI log (calculation-rules section 11)', () => {
  it('gives the reference figures, with and without the Awaiting states as pauses', async () => {
    const core = openTestCore();
    const { client } = core;
    const transfer = core.core.context.files.adopt(uci ?? '', 2_400_214);
    const job = await client.imports.start({ file: transfer.id, settings: { kind: 'tickets', customer: 'Acme', service: 'Mail', zone: 'UTC' } });
    await client.imports.result({ id: job.id });
    const hours = [4, 8, 24, 72];
    const target = (index: number, more: object) => ({ type: 'resolution' as const, priority: `P${index + 1}`, within: { kind: 'elapsed-hours' as const, seconds: (hours[index] ?? 0) * 3600 }, atLeastPercent: 90, ...more });
    const awaiting = ['customer', 'supplier', 'problem', 'evidence'];
    const variants = [{ pauseReasons: [], reopen: { policy: 'gap-counts' as const } }, { pauseReasons: awaiting, reopen: { policy: 'gap-counts' as const } }, { pauseReasons: [] }, { pauseReasons: awaiting }];
    const { id } = await client.agreements.create(mailDocument({
      zone: 'UTC',
      priorities: ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'].map((value, index) => ({ id: `P${index + 1}`, name: value, values: [value] })),
      terms: variants.flatMap((variant, group) => hours.map((_, index) => ({ id: `T-${group}${index}`, ...target(index, variant) }))),
      people: [...mailAgreement.people],
    }));
    const { rows } = await client.compliance.rows({ id, from: '2016-01-01', to: '2018-01-01' });
    expect(rows.map((row) => `${row.share?.numerator}/${row.share?.denominator}`)).toEqual([
      '39/270', '119/408', '11448/23466', '462/774', '59/270', '138/408', '13213/23466', '560/774', '39/270', '119/408', '11462/23466', '462/774', '59/270', '138/408', '13230/23466', '560/774',
    ]);
  }, 120_000);
});
