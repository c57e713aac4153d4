import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { availabilityOf, countedOutages, type AvailabilityInput } from '#shared/availability/availability.ts';
import { downtimeOf, mergeOutages } from '#shared/availability/downtime.ts';
import type { AvailabilityRow, Outage, OutageKind, TimeExclusion } from '#shared/availability/model.ts';
import { reliabilityOf } from '#shared/availability/reliability.ts';
import { PPB } from '#shared/ratio/decimal.ts';
import { at, office, zone } from '#tests/shared/ledger/examples.ts';

function outage(from: string, to: string | null, kind: OutageKind = 'outage', more: Partial<Outage> = {}): Outage {
  return { key: from, kind, from: at(from), to: to === null ? null : at(to), weightPpb: null, userCount: null, approvedBy: null, ...more };
}

function exclusion(from: string, to: string, state: TimeExclusion['state'] = 'accepted', kind: TimeExclusion['kind'] = 'customer-caused'): TimeExclusion {
  return { from: at(from), to: at(to), kind, state, reason: 'as agreed' };
}

function input(outages: readonly Outage[], term: Record<string, unknown> = {}, more: Partial<AvailabilityInput> = {}): AvailabilityInput {
  const document = agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'Mail SLA', zone, parties: [{ side: 'provider', organisation: 'A' }], services: [{ service: 'Mail' }], calendars: { office }, serviceHours: '24x7',
    terms: [{ id: 'T-002', type: 'availability', atLeastPercent: 99.9, calendar: '24x7', ...term }],
  });
  const availability = document.terms[0];
  if (availability?.type !== 'availability') throw new Error('no availability target');
  return {
    document, term: availability, service: 'Mail', outages, exclusions: [], coverage: [{ from: at('2026-01-01'), to: at('2027-01-01') }], from: '2026-06-01', to: '2026-07-01', asOf: at('2026-12-01'), byMonth: true, ...more,
  };
}

function row(outages: readonly Outage[], term: Record<string, unknown> = {}, more: Partial<AvailabilityInput> = {}): AvailabilityRow {
  const [first] = availabilityOf(input(outages, term, more));
  if (first === undefined) throw new Error('no row');
  return first;
}

describe('availability of June, around the clock', () => {
  it('is 1 − downtime ÷ agreed time, with its budget', () => {
    expect(row([outage('2026-06-03T10:00', '2026-06-03T10:40')])).toEqual({
      term: 'T-002', service: 'Mail', month: '2026-06', from: '2026-06-01', to: '2026-07-01', agreedMinutes: 43_200, downMinutes: 40, excludedMinutes: 0, undeterminedMinutes: 0, percent: 99.9074, bounds: [99.9074, 99.9074], percentIfGranted: null,
      budgetMinutes: 43.2, goalPercent: 99.9, outages: 1, coverage: { state: 'whole', measuredDays: 30, days: 30 }, verdict: 'met',
    });
  });

  it.each<[string, readonly Outage[], Record<string, unknown>, Partial<AvailabilityRow>]>([
    ['no outage inside the coverage is 100 %', [], {}, { percent: 100, outages: 0, verdict: 'met' }],
    ['overlapping outages count once', [outage('2026-06-03T00:00', '2026-06-03T02:00'), outage('2026-06-03T01:00', '2026-06-03T03:00')], {}, { downMinutes: 180, outages: 1 }],
    ['the budget used up exactly is met', [outage('2026-06-03T00:00:00', '2026-06-03T00:43:12')], {}, { downMinutes: 43.2, percent: 99.9, verdict: 'met' }],
    ['a millisecond more is missed, though it prints as 99.9', [outage('2026-06-03T00:00:00', '2026-06-03T00:43:12.001')], {}, { percent: 99.9, verdict: 'missed' }],
    ['each begun minute of a merged outage counts where whole minutes are agreed', [outage('2026-06-03T00:00:00', '2026-06-03T00:00:40'), outage('2026-06-03T00:00:30', '2026-06-03T00:01:10')], { wholeMinutes: true }, { downMinutes: 2 }],
    ['outages shorter than agreed do not count', [outage('2026-06-03T00:00', '2026-06-03T00:04'), outage('2026-06-04T00:00', '2026-06-04T00:05')], { shortestOutageMinutes: 5 }, { downMinutes: 5, outages: 1 }],
    ['two short outages that meet are one', [outage('2026-06-03T00:00', '2026-06-03T00:03'), outage('2026-06-03T00:03', '2026-06-03T00:06')], { shortestOutageMinutes: 5 }, { downMinutes: 6, outages: 1 }],
    ['a degradation has the weight of the target', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'degradation')], { degradationWeight: 0.25 }, { downMinutes: 15 }],
    ['or its own', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'degradation', { weightPpb: PPB / 2 })], { degradationWeight: 0.25 }, { downMinutes: 30 }],
    ['at each instant the largest weight counts', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'degradation'), outage('2026-06-03T00:30', '2026-06-03T00:40')], { degradationWeight: 0.5 }, { downMinutes: 35, outages: 1 }],
    ['a begun minute counts at the weight of its end', [outage('2026-06-03T00:00:00', '2026-06-03T00:01:00'), outage('2026-06-03T00:01:00', '2026-06-03T00:01:30', 'degradation')], { degradationWeight: 0.5, wholeMinutes: true }, { downMinutes: 1.5 }],
    ['an outage without end runs to as of', [outage('2026-06-29T00:00', null)], {}, { downMinutes: 2880 }],
    ['an outage over the month\'s end is cut', [outage('2026-06-30T23:00', '2026-07-01T02:00')], {}, { downMinutes: 60 }],
    ['outside the hours nothing is down', [outage('2026-06-03T16:00', '2026-06-04T09:00')], { calendar: 'office' }, { agreedMinutes: 22 * 540, downMinutes: 120, outages: 1 }],
    ['approved planned work lessens the agreed time', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned', { approvedBy: 'Ann' })], {}, { agreedMinutes: 43_080, downMinutes: 0, percent: 100 }],
    ['or does not, where agreed so', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned', { approvedBy: 'Ann' })], { maintenanceLessensAgreedTime: false }, { agreedMinutes: 43_200, downMinutes: 0 }],
    ['planned work that nobody approved is downtime, with the figure if it were', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned')], {}, { downMinutes: 120, percent: 99.7222, percentIfGranted: 100, verdict: 'missed' }],
    ['maintenance beyond the agreed minutes does not count as such', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned', { approvedBy: 'Ann' }), outage('2026-06-03T01:00', '2026-06-03T02:00')], { maintenance: { maxMinutesPerPeriod: 90 } }, { agreedMinutes: 43_110, downMinutes: 30, excludedMinutes: 90 }],
    ['unplanned inside planned is not counted', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned', { approvedBy: 'Ann' }), outage('2026-06-03T01:00', '2026-06-03T03:00')], {}, { agreedMinutes: 43_080, downMinutes: 60, excludedMinutes: 120 }],
    ['unless the contract says so', [outage('2026-06-03T00:00', '2026-06-03T02:00', 'planned', { approvedBy: 'Ann' }), outage('2026-06-03T01:00', '2026-06-03T03:00')], { unplannedInMaintenanceCounts: true }, { agreedMinutes: 43_140, downMinutes: 120, excludedMinutes: 60 }],
    ['a gap in monitoring is undetermined, with both bounds', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'unobserved'), outage('2026-06-03T00:30', '2026-06-03T00:40')], {}, { downMinutes: 10, undeterminedMinutes: 50, percent: 99.9769, bounds: [99.8611, 99.9769], verdict: 'partly measured' }],
    ['a gap that is too small to matter leaves the verdict', [outage('2026-06-03T00:00', '2026-06-03T00:10', 'unobserved')], {}, { undeterminedMinutes: 10, percent: 100, bounds: [99.9769, 100], verdict: 'met' }],
    ['a gap is down where agreed', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'unobserved')], { gapPolicy: 'down' }, { downMinutes: 60, undeterminedMinutes: 0 }],
    ['a gap is up where agreed', [outage('2026-06-03T00:00', '2026-06-03T01:00', 'unobserved')], { gapPolicy: 'up' }, { downMinutes: 0, undeterminedMinutes: 0, percent: 100 }],
    ['the goal may have steps by date', [outage('2026-06-03T00:00', '2026-06-03T01:00')], { steps: [{ from: '2026-03-01', atLeastPercent: 99 }] }, { goalPercent: 99, budgetMinutes: 432, verdict: 'met' }],
  ])('%s', (_, outages, term, expected) => {
    expect(row(outages, term)).toMatchObject(expected);
  });

  it.each<[string, TimeExclusion, Partial<AvailabilityRow>]>([
    ['an accepted exclusion is taken out of downtime, not of the agreed time', exclusion('2026-06-03T00:30', '2026-06-03T05:00'), { agreedMinutes: 43_200, downMinutes: 30, excludedMinutes: 30, percentIfGranted: null }],
    ['a proposed one counts as downtime, with the figure if it were granted', exclusion('2026-06-03T00:30', '2026-06-03T05:00', 'proposed'), { downMinutes: 60, excludedMinutes: 0, percent: 99.8611, percentIfGranted: 99.9306 }],
    ['a refused one changes nothing', exclusion('2026-06-03T00:30', '2026-06-03T05:00', 'refused'), { downMinutes: 60, percentIfGranted: null }],
    ['accepted maintenance lessens the agreed time', exclusion('2026-06-03T00:30', '2026-06-03T05:00', 'accepted', 'maintenance'), { agreedMinutes: 42_930, downMinutes: 30 }],
  ])('%s', (_, taken, expected) => {
    expect(row([outage('2026-06-03T00:00', '2026-06-03T01:00')], {}, { exclusions: [taken] })).toMatchObject(expected);
  });

  it('has no verdict where the month is not wholly covered', () => {
    const down = [outage('2026-06-03T00:00', '2026-06-03T01:00'), outage('2026-06-20T00:00', '2026-06-20T01:00')];
    expect(row(down, {}, { coverage: [] })).toMatchObject({ percent: null, agreedMinutes: 0, budgetMinutes: 0, downMinutes: 0, verdict: 'not measured', coverage: { state: 'none' } });
    expect(row(down, {}, { coverage: [{ from: at('2026-06-16'), to: at('2026-07-01') }] })).toMatchObject({ agreedMinutes: 21_600, downMinutes: 60, verdict: 'partly measured', coverage: { state: 'partly', measuredDays: 15, days: 30 } });
  });

  it('counts 23 hours on the day of a clock change', () => {
    expect(row([], {}, { from: '2026-03-01', to: '2026-04-01' }).agreedMinutes).toBe(31 * 1440 - 60);
  });

  it('has a row a month, or one for the span', () => {
    const year = { from: '2026-01-01', to: '2027-01-01' };
    expect(availabilityOf(input([], {}, year)).map((entry) => entry.month)).toHaveLength(12);
    expect(availabilityOf(input([], {}, { ...year, byMonth: false }))).toMatchObject([{ month: null, agreedMinutes: 525_600, budgetMinutes: 525.6 }]);
  });

  it('weighs by affected users where agreed, and refuses to guess their number', () => {
    const down = [outage('2026-06-03T00:00', '2026-06-03T01:00', 'outage', { userCount: 50 })];
    expect(row(down, { userWeighted: true, users: 200 }).downMinutes).toBe(15);
    expect(() => row(down, { userWeighted: true })).toThrow('number of users');
  });

  it('refuses a target without hours', () => {
    const without = input([]);
    const { calendar: _, ...term } = without.term;
    const { serviceHours: __, ...document } = without.document;
    expect(() => availabilityOf({ ...without, term, document })).toThrow('has no calendar');
  });

  it('shows the outages behind a figure', () => {
    expect(countedOutages(input([outage('2026-06-03T00:00', '2026-06-03T02:00'), outage('2026-06-03T01:00', '2026-06-03T03:00')])).map(({ from, to }) => [from, to])).toEqual([[at('2026-06-03T00:00'), at('2026-06-03T03:00')]]);
  });

  it('of the months of a span sums to that of the span', () => {
    const outages = fc.array(fc.tuple(fc.integer({ min: 0, max: 525_000 }), fc.integer({ min: 1, max: 4000 }), fc.constantFrom<OutageKind>('outage', 'degradation', 'planned', 'unobserved')), { maxLength: 10 });
    fc.assert(fc.property(outages, fc.boolean(), (list, isOffice) => {
      const made = list.map(([from, length, kind]): Outage => ({ key: String(from), kind, from: at('2026-01-01') + from * 60_000, to: at('2026-01-01') + (from + length) * 60_000, weightPpb: null, userCount: null, approvedBy: from % 2 === 0 ? 'Ann' : null }));
      const term = isOffice ? { calendar: 'office' } : {};
      const year = { from: '2026-01-01', to: '2027-01-01', asOf: at('2027-01-01') };
      const months = availabilityOf(input(made, term, year));
      const [whole] = availabilityOf(input(made, term, { ...year, byMonth: false }));
      for (const figure of ['agreedMinutes', 'downMinutes', 'excludedMinutes', 'undeterminedMinutes'] as const) expect(months.reduce((sum, month) => sum + month[figure], 0)).toBe(whole?.[figure]);
    }), { numRuns: 50 });
  });
});

describe('merging', () => {
  const lists = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 0, max: 60 }), fc.constantFrom(PPB / 4, PPB / 2, PPB)), { maxLength: 15 }).map((list) => list.map(([from, length, weightPpb]) => ({ from, to: from + length, weightPpb })));

  it('is idempotent', () => {
    fc.assert(fc.property(lists, (list) => {
      const merged = mergeOutages(list);
      expect(mergeOutages(merged.flatMap((entry) => entry.pieces))).toEqual(merged);
    }));
  });

  it('counts every instant once, at the largest weight', () => {
    fc.assert(fc.property(lists, (list) => {
      let expected = 0n;
      for (let instant = 0; instant < 600; instant += 1) expected += BigInt(list.reduce((largest, entry) => (entry.from <= instant && entry.to > instant ? Math.max(largest, entry.weightPpb) : largest), 0));
      expect(downtimeOf(mergeOutages(list), { shortestMs: 0, wholeMinutes: false }).weighted).toBe(expected);
    }));
  });
});

describe('reliability', () => {
  it('is the mean time to restore and between failures', () => {
    expect(reliabilityOf([{ from: 0, to: 60 }, { from: 100, to: 120 }], 1000)).toEqual({ interruptions: 2, meanTimeToRestoreMs: 40, meanTimeBetweenFailuresMs: 460 });
    expect(reliabilityOf([], 1000)).toEqual({ interruptions: 0, meanTimeToRestoreMs: null, meanTimeBetweenFailuresMs: null });
  });
});
