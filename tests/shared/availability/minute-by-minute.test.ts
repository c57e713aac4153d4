import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { availabilityOf, type AvailabilityInput } from '#shared/availability/availability.ts';
import type { Outage, OutageKind, TimeExclusion } from '#shared/availability/model.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { PPB } from '#shared/ratio/decimal.ts';
import type { Interval } from '#shared/time/interval.ts';
import { addDays, startOfDay } from '#shared/time/plain-date.ts';
import { minuteOracle } from '#tests/fixtures/minute-oracle.ts';

const zone = 'Europe/Berlin';
const minute = 60_000;
/** Eighteen days around the clock change of 29 March 2026, over the end of a month. */
const from = '2026-03-22';
const to = '2026-04-09';
const begin = startOfDay(from, zone);
const minutes = (startOfDay(to, zone) - begin) / minute;

const split: CalendarDefinition = { tz: zone, week: { mon: [['08:00', '12:00'], ['13:00', '17:00']], tue: [['08:00', '17:00']], wed: [['22:00', '06:00']], fri: [['00:00', '24:00']], sun: [['01:00', '04:00']] }, holidays: ['2026-04-03'] };
const always: CalendarDefinition = { tz: zone, week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]])) };
const monthBegin = startOfDay('2026-03-01', zone);
/** Asked once for every minute from the begin of March on. */
const oracles = { split: openMinutes(split), always: openMinutes(always) };

function openMinutes(definition: CalendarDefinition): (at: number) => boolean {
  const isOpen = minuteOracle(definition);
  const open = Array.from({ length: (startOfDay(to, zone) - monthBegin) / minute }, (_, index) => isOpen(monthBegin + index * minute));
  return (at) => open[(at - monthBegin) / minute] ?? false;
}

const place = fc.integer({ min: -600, max: minutes + 600 });
const length = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 3000 }));
const outages = fc.array(fc.record({
  at: place, length: fc.option(length, { freq: 8 }), kind: fc.constantFrom<OutageKind>('outage', 'outage', 'degradation', 'planned', 'unobserved'), weightPpb: fc.constantFrom(null, null, 0, PPB / 4, PPB), approvedBy: fc.constantFrom(null, 'Ann'),
}), { maxLength: 8 });
const exclusions = fc.array(fc.record({ at: place, length, kind: fc.constantFrom<TimeExclusion['kind']>('maintenance', 'maintenance', 'force-majeure', 'agreed'), state: fc.constantFrom<TimeExclusion['state']>('accepted', 'accepted', 'proposed', 'refused') }), { maxLength: 5 });
const terms = fc.record({
  calendar: fc.constantFrom<'split' | 'always'>('split', 'always'),
  atLeastPercent: fc.constantFrom(99.9, 95, 50),
  degradationWeight: fc.constantFrom(1, 0.5, 0),
  shortestOutageMinutes: fc.constantFrom(0, 0, 5, 20),
  gapPolicy: fc.constantFrom<'up' | 'down' | 'undetermined'>('up', 'down', 'undetermined'),
  maintenanceLessensAgreedTime: fc.boolean(),
  unplannedInMaintenanceCounts: fc.boolean(),
  maxMinutesPerPeriod: fc.constantFrom(undefined, 0, 60, 1000),
});
const coverages = fc.array(fc.tuple(place, fc.integer({ min: 1, max: minutes })), { maxLength: 3 });
const asOfs = fc.oneof(fc.constant(minutes + 10_000), place);

const april = startOfDay('2026-04-01', zone);
type Span = { readonly from: string; readonly to: string };
type Expected = { agreed: number; down: number; excluded: number; undetermined: number };

/** A second opinion that asks single minutes, from the words of calculation-rules section 4 alone. */
function slowly(input: AvailabilityInput, span: Span, isOpen: (at: number) => boolean): Expected {
  const { term, asOf } = input;
  const contains = (interval: Interval, at: number): boolean => interval.from <= at && at < interval.to;
  const active = (outage: Outage, at: number): boolean => outage.from <= at && at < Math.min(outage.to ?? asOf, asOf);
  const accepted = input.exclusions.filter((exclusion) => exclusion.state === 'accepted');
  const isMaintenance = (at: number): boolean => accepted.some((exclusion) => exclusion.kind === 'maintenance' && contains(exclusion, at)) || input.outages.some((outage) => outage.kind === 'planned' && outage.approvedBy !== null && active(outage, at));
  const weight = (outage: Outage): number => (outage.weightPpb ?? (outage.kind === 'degradation' ? term.degradationWeight * PPB : PPB));
  const used = new Map<string, number>();
  const result: Expected = { agreed: 0, down: 0, excluded: 0, undetermined: 0 };
  let run: number[] = [];
  const closeRun = (): void => {
    if (run.length > 0 && run.length >= term.shortestOutageMinutes) result.down += run.reduce((sum, one) => sum + one, 0) / PPB;
    run = [];
  };
  const [first, last] = [startOfDay(span.from, zone), startOfDay(span.to, zone)];
  for (let at = startOfDay(`${span.from.slice(0, 7)}-01`, zone); at < last; at += minute) {
    const open = isOpen(at);
    const month = at < april ? '03' : '04';
    let maintained = open && isMaintenance(at);
    if (maintained && term.maintenance?.maxMinutesPerPeriod !== undefined) {
      const before = used.get(month) ?? 0;
      used.set(month, before + 1);
      maintained = before < term.maintenance.maxMinutesPerPeriod;
    }
    if (at < first) continue;
    if (!open || !input.coverage.some((interval) => contains(interval, at))) {
      closeRun();
      continue;
    }
    const excluded = accepted.some((exclusion) => exclusion.kind !== 'maintenance' && contains(exclusion, at));
    const here = input.outages.filter((outage) => active(outage, at) && (outage.kind !== 'unobserved' || term.gapPolicy === 'down'));
    const counting = here.filter((outage) => !excluded && !(maintained && (outage.kind === 'planned' || !term.unplannedInMaintenanceCounts)));
    const worst = Math.max(0, ...counting.map(weight));
    const isLessened = maintained && term.maintenanceLessensAgreedTime && !(term.unplannedInMaintenanceCounts && counting.length > 0);
    if (!isLessened) result.agreed += 1;
    if (here.length > 0 && counting.length === 0) result.excluded += 1;
    if (!isLessened && counting.length === 0 && !excluded && !maintained && term.gapPolicy === 'undetermined' && input.outages.some((outage) => outage.kind === 'unobserved' && active(outage, at))) result.undetermined += 1;
    if (worst > 0) run.push(worst);
    else closeRun();
  }
  closeRun();
  return result;
}

describe('availability asked minute by minute', () => {
  it('is what the intervals give: agreed, down, excluded and undetermined minutes', () => {
    const cuts = fc.constantFrom<readonly Span[]>([{ from, to }], [{ from, to: '2026-04-01' }, { from: '2026-04-01', to }], [{ from, to: '2026-03-29' }, { from: '2026-03-29', to: '2026-04-04' }, { from: '2026-04-04', to }]);
    fc.assert(fc.property(terms, outages, exclusions, coverages, asOfs, cuts, ({ calendar, maxMinutesPerPeriod, ...term }, down, taken, covered, asOf, spans) => {
      const document = agreementDocumentSchema.parse({
        schema: 'parley/agreement/1', kind: 'sla', title: 'Mail', zone, parties: [{ side: 'provider', organisation: 'A' }], services: [{ service: 'Mail' }], calendars: { split, always }, serviceHours: 'always',
        terms: [{ id: 'T-002', type: 'availability', calendar, ...term, ...(maxMinutesPerPeriod === undefined ? {} : { maintenance: { maxMinutesPerPeriod } }) }],
      });
      const availability = document.terms[0];
      if (availability?.type !== 'availability') throw new Error('no availability target');
      const input: AvailabilityInput = {
        document, term: availability, service: 'Mail',
        outages: down.map(({ at, length: ms, ...outage }, index) => ({ key: String(index), userCount: null, from: begin + at * minute, to: ms === null ? null : begin + (at + ms) * minute, ...outage })),
        exclusions: taken.map(({ at, length: ms, ...exclusion }) => ({ reason: 'x', from: begin + at * minute, to: begin + (at + ms) * minute, ...exclusion })),
        coverage: covered.length === 0 ? [{ from: begin, to: begin + minutes * minute }] : covered.map(([at, ms]) => ({ from: begin + at * minute, to: begin + (at + ms) * minute })),
        from, to, asOf: begin + asOf * minute, byMonth: false,
      };
      for (const span of spans) {
        const [row] = availabilityOf({ ...input, ...span });
        const expected = slowly(input, span, oracles[calendar]);
        expect([row?.agreedMinutes, row?.downMinutes, row?.excludedMinutes, row?.undeterminedMinutes]).toEqual([expected.agreed, expected.down, expected.excluded, expected.undetermined]);
      }
    }), { numRuns: 40 });
  }, 120_000);

  it('a period cut at any day has the minutes of the whole', () => {
    fc.assert(fc.property(outages, fc.integer({ min: 1, max: 17 }), (down, days) => {
      const document = agreementDocumentSchema.parse({ schema: 'parley/agreement/1', kind: 'sla', title: 'Mail', zone, parties: [{ side: 'provider', organisation: 'A' }], services: [{ service: 'Mail' }], serviceHours: '24x7', terms: [{ id: 'T-002', type: 'availability', atLeastPercent: 99, maintenance: { maxMinutesPerPeriod: 500 } }] });
      const availability = document.terms[0];
      if (availability?.type !== 'availability') throw new Error('no availability target');
      const input: AvailabilityInput = { document, term: availability, service: 'Mail', outages: down.map(({ at, length: ms, ...outage }, index) => ({ key: String(index), userCount: null, from: begin + at * minute, to: ms === null ? null : begin + (at + ms) * minute, ...outage })), exclusions: [], coverage: [{ from: begin, to: begin + minutes * minute }], from, to, asOf: begin + minutes * minute, byMonth: false };
      const cut = addDays(from, days);
      const sum = (rows: readonly { agreedMinutes: number; downMinutes: number }[]) => rows.reduce((total, row) => [(total[0] ?? 0) + row.agreedMinutes, (total[1] ?? 0) + row.downMinutes], [0, 0]);
      expect(sum([...availabilityOf({ ...input, to: cut }), ...availabilityOf({ ...input, from: cut })])).toEqual(sum(availabilityOf(input)));
    }), { numRuns: 100 });
  });
});
