import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { complianceRowsOf } from '#shared/compliance/compliance.ts';
import { clockTermsOf, judgeVersions, type MeasuringVersion } from '#shared/compliance/judge-tickets.ts';
import { judgedTerms } from '#shared/compliance/judged.ts';
import { evaluateClock } from '#shared/ledger/clock.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { historyOf, type Meaning } from '#shared/ledger/meaning.ts';
import { noContext, type ClockContext } from '#shared/ledger/model.ts';
import { packTimeline, type TicketTimeline } from '#shared/ledger/timeline.ts';
import type { Interval } from '#shared/time/interval.ts';
import { minuteOracle } from '#tests/fixtures/minute-oracle.ts';
import { agreement, at, zone } from '#tests/shared/ledger/examples.ts';

const minute = 60_000;
const [ACTIVE, CUSTOMER, SUPPLIER, RESOLVED] = [1, 2, 3, 4];
const meaning: Meaning = {
  status: new Map([[ACTIVE, { value: 'Active', stateClass: 'active', pauseReason: null }], [CUSTOMER, { value: 'Awaiting User', stateClass: 'waiting', pauseReason: 'customer' }], [SUPPLIER, { value: 'Awaiting Vendor', stateClass: 'waiting', pauseReason: 'supplier' }], [RESOLVED, { value: 'Resolved', stateClass: 'resolved', pauseReason: null }]]),
  priority: new Map([[1, { value: '1 - Critical', mapped: null }], [2, { value: '2 - High', mapped: null }]]),
  team: new Map(),
};

/** A ticket: opened in a minute after the first, then a state after so many minutes each; its priority may change with any. */
type Drawn = { readonly opened: number; readonly priority: number; readonly steps: readonly (readonly [number, number, number])[] };

function timelineOf({ opened, priority, steps }: Drawn): TicketTimeline {
  let when = first + opened * minute;
  const events = [{ at: when, status: ACTIVE, priority, team: null }, ...steps.map(([minutes, status, next]) => ({ at: (when += minutes * minute), status, priority: next, team: null }))];
  return { openedAt: first + opened * minute, firstResponseAt: null, resolvedAt: null, closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events };
}

/** The Friday before the clock changes. */
const first = at('2026-03-27T00:00');
const spanMinutes = 12 * 1440;
const step = (priority: fc.Arbitrary<number>) => fc.tuple(fc.integer({ min: 1, max: 2500 }), fc.constantFrom(ACTIVE, CUSTOMER, SUPPLIER, RESOLVED, RESOLVED), priority);
const drawn = (priority: fc.Arbitrary<number>) => fc.record({ opened: fc.integer({ min: 0, max: 7 * 1440 }), priority, steps: fc.array(step(priority), { maxLength: 6 }) });
const windows = fc.array(fc.tuple(fc.integer({ min: 0, max: spanMinutes }), fc.integer({ min: 1, max: 1500 })), { maxLength: 2 });

const split: CalendarDefinition = { tz: zone, week: { mon: [['08:00', '12:00'], ['13:00', '17:00']], tue: [['08:00', '17:00']], wed: [['22:00', '06:00']], fri: [['00:00', '24:00']], sun: [['01:00', '04:00']] }, holidays: ['2026-04-03'] };
const isOpen = openMinutes();

function openMinutes(): readonly boolean[] {
  const oracle = minuteOracle(split);
  return Array.from({ length: spanMinutes + 10 }, (_, index) => oracle(first + index * minute));
}

function intervals(list: readonly (readonly [number, number])[], reason: string): { from: number; to: number; reason: string }[] {
  return list.map(([from, length]) => ({ from: first + from * minute, to: first + (from + length) * minute, reason }));
}

describe('the clock of a ticket asked minute by minute', () => {
  const parameters = fc.record({ pausesMove: fc.boolean(), pauseReasons: fc.constantFrom([], ['customer'], ['customer', 'supplier']), gap: fc.constantFrom('gap-is-pause', 'gap-counts'), maintenanceStopsClock: fc.boolean(), minutes: fc.integer({ min: 1, max: 3000 }) });

  it('counts, pauses, falls due and is judged as the intervals say', () => {
    fc.assert(fc.property(drawn(fc.constant(1)), parameters, windows, windows, fc.integer({ min: 1, max: spanMinutes }), (ticket, term, excluded, maintenance, asOfMinute) => {
      const { gap, minutes, ...rest } = term;
      const document = agreement({ ...rest, reopen: { policy: gap }, within: { kind: 'business-hours', seconds: minutes * 60 }, calendar: 'split' }, { calendars: { split }, serviceHours: 'split' });
      const [clock] = clockTermsOf(document);
      if (clock === undefined) throw new Error('no clock term');
      const timeline = timelineOf(ticket);
      const asOf = Math.max(first + asOfMinute * minute, timeline.openedAt);
      const context: ClockContext = { excluded: intervals(excluded, 'x'), maintenance: intervals(maintenance, 'm') };
      const ledger = ledgerOf(historyOf(timeline, meaning, { key: 'T', title: null }), clock.rules, clock.calendar, asOf, context);

      const known = timeline.events.filter((event) => event.at <= asOf);
      const lastRunning = known.findLastIndex((event) => event.status !== RESOLVED);
      const stop = known[lastRunning + 1]?.at ?? null;
      const end = stop ?? asOf;
      const isIn = (list: readonly Interval[], when: number): boolean => list.some((interval) => interval.from <= when && when < interval.to);
      let [counted, paused, due] = [0, 0, null as number | null];
      for (let when = timeline.openedAt; when < end; when += minute) {
        if (isOpen[(when - first) / minute] !== true) continue;
        const place = known.findLastIndex((event) => event.at <= when);
        const state = known[place]?.status ?? ACTIVE;
        const runsAgain = known.slice(place + 1).some((event) => event.status === ACTIVE && event.at < end);
        const waits = (place_: number): string | null => (known[place_]?.status === CUSTOMER ? 'customer' : known[place_]?.status === SUPPLIER ? 'supplier' : null);
        // A reopening gap lasts from the stopped state to the next running one; a wait in between belongs to it.
        const lastActive = known.findLastIndex((event, index) => index <= place && event.status === ACTIVE);
        const inGap = known.slice(lastActive + 1, place + 1).some((event) => event.status === RESOLVED) && runsAgain;
        const reason = waits(place);
        const isPaused = inGap && gap === 'gap-is-pause' ? true : state !== RESOLVED && reason !== null && term.pausesMove && term.pauseReasons.some((pausing) => pausing === reason);
        if (isPaused || isIn(context.excluded, when) || (term.maintenanceStopsClock && isIn(context.maintenance, when))) paused += 1;
        else {
          counted += 1;
          if (counted === minutes) due ??= when + minute;
        }
      }
      expect([ledger.stop, ledger.countedMs / minute, ledger.pausedMs / minute]).toEqual([stop, counted, paused]);
      expect(ledger.due).toBe(due ?? ledger.due);
      const verdict = stop === null ? (due !== null && due < asOf ? 'missed' : 'open') : counted <= minutes ? 'met' : 'missed';
      expect(ledger.verdict).toBe(verdict);
    }), { numRuns: 300 });
  }, 60_000);
});

describe('of several versions', () => {
  const version = fc.record({
    minutes: fc.integer({ min: 30, max: 3000 }), takeover: fc.constantFrom('start', 'stop'), onPriorityChange: fc.constantFrom('retroactive', 'retroactive', 'afresh'), priorityCounts: fc.constantFrom('at-stop', 'first', 'highest'),
    has: fc.constantFrom<readonly string[]>(['T-001', 'T-002'], ['T-001', 'T-002'], ['T-002']), length: fc.integer({ min: 1, max: 6 }), swapped: fc.boolean(),
  });

  it('exactly one measures a ticket under a target: the one in force at its start, or its stop, as the version at its opening says', () => {
    fc.assert(fc.property(fc.array(version, { minLength: 1, maxLength: 3 }), fc.array(drawn(fc.constantFrom(1, 2)), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: spanMinutes }), (list, tickets, asOfMinute) => {
      const asOf = first + asOfMinute * minute;
      const priorities = [{ id: 'P1', name: 'Critical', values: ['1 - Critical'] }, { id: 'P2', name: 'High', values: ['2 - High'] }];
      const documents = list.map(({ minutes, has, length: _length, swapped, ...term }) => agreement({}, {
        priorities: swapped ? priorities.toReversed() : priorities,
        terms: has.map((id, index) => ({ id, type: 'resolution', priority: has.length === 1 || index === 1 ? 'P2' : 'P1', within: { kind: 'business-hours', seconds: minutes * 60 }, calendar: 'office', atLeastPercent: 90, ...term })),
      }));
      let begins = -Infinity;
      const versions = documents.map((document, index): MeasuringVersion => {
        const ends = index === list.length - 1 ? Infinity : Math.max(begins, first) + (list[index]?.length ?? 1) * 86_400_000;
        const span = { from: begins, to: ends };
        begins = ends;
        return { priorities: document.priorities, clocks: clockTermsOf(document), spans: [span], context: noContext };
      });
      const timelines = tickets.map(timelineOf);
      const packed = timelines.map((timeline, no) => ({ no, bytes: packTimeline(timeline) }));
      const judged: string[] = [];
      judgeVersions({ versions, meaning, tickets: packed, asOf }, (index, place, ticket, result) => judged.push(`${ticket.no} ${versions[index]?.clocks[place]?.term.id} v${index} ${result.verdict} ${result.due}`));

      const versionAt = (when: number): number => versions.findIndex(({ spans: [span] }) => span !== undefined && span.from <= when && when < span.to);
      const clockOf = (index: number, code: string) => versions[index]?.clocks.find((clock) => clock.term.id === code);
      const expected: string[] = [];
      timelines.forEach((timeline, no) => {
        if (timeline.openedAt > asOf) return;
        const history = historyOf(timeline, meaning, { key: String(no), title: null });
        for (let index = 0; index < versions.length; index += 1) {
          for (const clock of versions[index]?.clocks ?? []) {
            const opening = versionAt(timeline.openedAt);
            const order = [...versions.keys()].slice(opening).concat([...versions.keys()].slice(0, opening).toReversed());
            const teller = order.map((one) => clockOf(one, clock.term.id)).find((one) => one !== undefined);
            if (teller === undefined) continue;
            const told = evaluateClock(history, teller.rules, teller.calendar, asOf);
            if (versionAt(teller.rules.takeover === 'stop' ? (told.stop ?? asOf) : told.start) !== index) continue;
            const own = evaluateClock(history, clock.rules, clock.calendar, asOf);
            if (own.priority === clock.rules.priority) expected.push(`${no} ${clock.term.id} v${index} ${own.verdict} ${own.due}`);
          }
        }
      });
      expect(judged).toEqual(expected);

      const rows = complianceRowsOf({ judged: judgedTerms({ versions, meaning, tickets: packed, asOf }), tickets: packed, versions: versions.map(({ spans }) => ({ spans, coverage: [{ from: first, to: first + spanMinutes * minute }] })), zone, from: '2026-01-01', to: '2026-12-31', by: { priority: true, month: true } });
      const sum = (value: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + value(row), 0);
      const decided = judged.filter((text) => / (met|missed) /.test(text)).length;
      expect([sum((row) => row.share?.denominator ?? 0), sum((row) => row.open)]).toEqual([decided, judged.length - decided]);
    }), { numRuns: 300 });
  }, 60_000);
});
