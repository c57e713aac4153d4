import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complianceOf, type ComplianceRow } from '#shared/compliance/compliance.ts';
import { coverageOf, endOfCoverage } from '#shared/compliance/coverage.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { packTimeline, type TimelineEvent } from '#shared/ledger/timeline.ts';
import type { Interval } from '#shared/time/interval.ts';
import { agreement, at, resolution, zone } from '#tests/shared/ledger/examples.ts';

const meaning: Meaning = {
  status: new Map([[1, { value: 'New', stateClass: 'new', pauseReason: null }], [2, { value: 'Awaiting User', stateClass: 'waiting', pauseReason: 'customer' }], [3, { value: 'Active', stateClass: 'active', pauseReason: null }], [4, { value: 'Cancelled', stateClass: 'cancelled', pauseReason: null }]]),
  priority: new Map([[1, { value: '1 - Critical', mapped: null }], [2, { value: '2 - High', mapped: null }]]),
  team: new Map(),
};

type Example = { readonly opened: string; readonly resolved?: string; readonly rows?: readonly (readonly [string, number])[]; readonly priority?: number; readonly site?: string };

/** The six tickets of commands section 4, which have published answers. */
const six: readonly Example[] = [
  { opened: '2026-01-12T09:00', resolved: '2026-01-12T12:00' },
  { opened: '2026-01-13T16:00', resolved: '2026-01-14T12:00' },
  { opened: '2026-01-14T10:00', resolved: '2026-01-14T16:00', rows: [['2026-01-14T11:00', 2], ['2026-01-14T13:30', 3]] },
  { opened: '2026-02-02T08:00', resolved: '2026-02-02T12:00' },
  { opened: '2026-02-09T09:00' },
  { opened: '2026-02-27T15:30' },
];
const winter = [{ from: at('2026-01-01'), to: at('2026-03-01') }];

function rows(examples: readonly Example[], options: { term?: Record<string, unknown>; terms?: readonly object[]; coverage?: readonly Interval[]; from?: string; to?: string; asOf?: string; month?: boolean } = {}): ComplianceRow[] {
  return complianceOf({
    document: agreement(options.term, options.terms === undefined ? {} : { terms: options.terms }),
    meaning,
    tickets: examples.map((example, no) => ({ no, bytes: pack(example), site: example.site ?? null })),
    coverage: options.coverage ?? winter,
    from: options.from ?? '2026-01-01', to: options.to ?? '2026-03-01', asOf: at(options.asOf ?? '2026-02-27T17:00'), by: { priority: true, month: options.month ?? true },
  });
}

function pack(example: Example): Uint8Array {
  const opened = at(example.opened);
  const priority = example.priority ?? 1;
  const events: TimelineEvent[] = [{ at: opened, status: 1, priority, team: null }, ...(example.rows ?? []).map(([when, status]) => ({ at: at(when), status, priority, team: null }))];
  return packTimeline({ openedAt: opened, firstResponseAt: null, resolvedAt: example.resolved === undefined ? null : at(example.resolved), closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events });
}

function brief(row: ComplianceRow): [string | null, number | null, number | null, number, number, string] {
  return [row.month, row.share?.numerator ?? null, row.share?.denominator ?? null, row.open, row.cancelled, row.verdict];
}

describe('compliance', () => {
  it('of the six tickets is 2 of 3 in January, 1 of 2 in February, one open', () => {
    expect(rows(six).map(brief)).toEqual([['2026-01', 2, 3, 0, 0, 'missed'], ['2026-02', 1, 2, 1, 0, 'missed']]);
    expect(rows(six, { month: false })).toEqual([{
      term: 'T-001', priority: 'P1', month: null, share: { numerator: 3, denominator: 5, percent: 60, wilson95: [23.0724, 88.2379], smallSample: true }, open: 1, cancelled: 0,
      coverage: { state: 'whole', measuredDays: 59, days: 59 }, verdict: 'missed', goalPercent: 90, notDerivable: 0, excluded: 0, part: null, version: 0,
    }]);
  });

  it.each<[string, Record<string, unknown>, readonly (readonly unknown[])[]]>([
    ['decided, by default: the earlier of stop and due', {}, [['2026-01', null, null, 0, 0, 'no events'], ['2026-02', 0, 1, 0, 0, 'missed']]],
    ['due', { belongsTo: 'due' }, [['2026-01', null, null, 0, 0, 'no events'], ['2026-02', 0, 1, 0, 0, 'missed']]],
    ['opened', { belongsTo: 'opened' }, [['2026-01', 0, 1, 0, 0, 'missed'], ['2026-02', null, null, 0, 0, 'no events']]],
  ])('puts a ticket into exactly one period: %s', (_, term, expected) => {
    expect(rows([{ opened: '2026-01-30T15:00', resolved: '2026-02-03T12:00' }], { term }).map(brief)).toEqual(expected);
  });

  it('puts a ticket that is neither stopped nor due at as of into the period that as of ends in', () => {
    expect(rows([{ opened: '2026-02-27T16:00' }], { asOf: '2026-03-01' }).map(brief)).toEqual([['2026-01', null, null, 0, 0, 'no events'], ['2026-02', null, null, 1, 0, 'no events']]);
  });

  it('leaves out cancelled tickets, tickets of other priorities and tickets opened after as of', () => {
    const examples: Example[] = [{ opened: '2026-01-12T09:00', rows: [['2026-01-12T10:00', 4]] }, { opened: '2026-01-12T09:00', resolved: '2026-01-12T10:00', priority: 2 }, { opened: '2026-02-28T09:00' }];
    expect(rows(examples).map(brief)).toEqual([['2026-01', null, null, 0, 1, 'no events'], ['2026-02', null, null, 0, 0, 'no events']]);
  });

  it('gives every term its tickets', () => {
    const terms = [resolution, { ...resolution, id: 'T-002', priority: 'P2' }];
    expect(rows([...six, { opened: '2026-01-12T09:00', resolved: '2026-01-12T10:00', priority: 2 }], { terms, month: false }).map((row) => [row.term, row.priority, row.share?.denominator])).toEqual([['T-001', 'P1', 5], ['T-002', 'P2', 1]]);
  });

  it.each<[string, readonly Interval[], readonly (readonly unknown[])[]]>([
    ['partly covered: no verdict, the share is given', [{ from: at('2026-01-13'), to: at('2026-03-01') }], [['2026-01', 'partly', 19, 31, 3, 'partly measured'], ['2026-02', 'whole', 28, 28, 2, 'missed']]],
    ['not covered: not measured, where something was decided', [{ from: at('2026-02-01'), to: at('2026-03-01') }], [['2026-01', 'none', 0, 31, 3, 'not measured'], ['2026-02', 'whole', 28, 28, 2, 'missed']]],
    ['two sources that meet', [{ from: at('2025-12-01'), to: at('2026-02-11T12:00') }, { from: at('2026-02-11T12:00'), to: at('2026-04-01') }], [['2026-01', 'whole', 31, 31, 3, 'missed'], ['2026-02', 'whole', 28, 28, 2, 'missed']]],
    ['a gap in the coverage', [{ from: at('2026-01-01'), to: at('2026-02-10T12:00') }, { from: at('2026-02-11'), to: at('2026-03-01') }], [['2026-01', 'whole', 31, 31, 3, 'missed'], ['2026-02', 'partly', 27, 28, 2, 'partly measured']]],
  ])('%s', (_, coverage, expected) => {
    expect(rows(six, { coverage }).map((row) => [row.month, row.coverage.state, row.coverage.measuredDays, row.coverage.days, row.share?.denominator, row.verdict])).toEqual(expected);
  });

  it('shows months without tickets only inside the coverage, and zero tickets are no events, never 100 %', () => {
    expect(rows([], { from: '2025-11-01', to: '2026-04-01' }).map(brief)).toEqual([['2026-01', null, null, 0, 0, 'no events'], ['2026-02', null, null, 0, 0, 'no events']]);
  });

  it('takes the agreed share in force on the first day of the row', () => {
    expect(rows(six, { term: { atLeastPercent: 60, steps: [{ from: '2026-02-01', atLeastPercent: 75 }] } }).map((row) => [row.goalPercent, row.verdict])).toEqual([[60, 'met'], [75, 'missed']]);
  });

  it('reaches a share that is exactly the agreed one', () => {
    expect(rows(six, { term: { atLeastPercent: 60 }, month: false })[0]?.verdict).toBe('met');
  });

  it('is split by site where the target says so, or overall', () => {
    const examples: Example[] = [{ opened: '2026-01-12T09:00', resolved: '2026-01-12T10:00', site: 'Hamburg' }, { opened: '2026-01-12T09:00', resolved: '2026-01-13T10:00', site: 'Bremen' }];
    expect(rows(examples, { term: { splitBy: 'site' }, month: false }).map((row) => [row.part, row.verdict])).toEqual([['Bremen', 'missed'], ['Hamburg', 'met']]);
    expect(rows(examples, { term: { splitBy: 'site', splitVerdict: 'overall' }, month: false }).map((row) => [row.part, row.share?.denominator])).toEqual([[null, 2]]);
  });

  it('refuses a target without calendar', () => {
    expect(() => complianceOf({ document: agreement({ calendar: undefined }, { serviceHours: undefined }), meaning, tickets: [], coverage: [], from: '2026-01-01', to: '2026-02-01', asOf: 0, by: { priority: true, month: true } })).toThrow('has no calendar');
  });

  it('of the months of a span sums to that of the span', () => {
    const day = fc.integer({ min: 0, max: 58 });
    const tickets = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 1439 }), fc.option(fc.integer({ min: 0, max: 20_000 })), fc.constantFrom('decided', 'due', 'opened')), { maxLength: 30 });
    fc.assert(fc.property(tickets, fc.constantFrom('decided', 'due', 'opened'), (list, belongsTo) => {
      const examples = list.map(([date, minutes, length]): Example => {
        const opened = at('2026-01-01') + (date * 1440 + minutes) * 60_000;
        return length === null ? { opened: iso(opened) } : { opened: iso(opened), resolved: iso(opened + length * 60_000) };
      });
      const span = { term: { belongsTo }, asOf: '2026-03-01' };
      const sum = (of: readonly ComplianceRow[]): number[] => [of.reduce((all, row) => all + (row.share?.numerator ?? 0), 0), of.reduce((all, row) => all + (row.share?.denominator ?? 0), 0), of.reduce((all, row) => all + row.open, 0)];
      expect(sum(rows(examples, span))).toEqual(sum(rows(examples, { ...span, month: false })));
    }), { numRuns: 50 });
  });
});

function iso(when: number): string {
  return new Date(when).toISOString();
}

describe('coverage', () => {
  it('counts whole days in the zone and ends where the last source ends', () => {
    expect(coverageOf([{ from: at('2026-03-28T12:00'), to: at('2026-03-31') }], '2026-03-01', '2026-04-01', zone)).toEqual({ state: 'partly', measuredDays: 2, days: 31 });
    expect(endOfCoverage([{ from: 0, to: 5 }, { from: 3, to: 4 }])).toBe(5);
    expect(endOfCoverage([])).toBeNull();
  });
});
