import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateClock } from '#shared/ledger/clock.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { historyOf, type Meaning } from '#shared/ledger/meaning.ts';
import { stateClasses, type HistoryEvent, type StateClass, type TicketHistory } from '#shared/ledger/model.ts';
import { packTimeline, unpackTimeline, type TicketTimeline } from '#shared/ledger/timeline.ts';
import { agreement, at, rulesOf } from './examples.ts';

const minute = 60_000;
const opened = at('2026-03-23T06:00');
const states = fc.constantFrom<StateClass | null>('new', 'active', 'waiting', 'waiting', 'resolved', 'closed', null);

const histories = fc.record({
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * 1440 }), states, fc.constantFrom('customer', 'supplier', null)), { maxLength: 12 }),
  own: fc.option(fc.integer({ min: 0, max: 20 * 1440 })),
}).map(({ steps, own }): TicketHistory => {
  let when = opened;
  const events = steps.map(([minutes, stateClass, pauseReason]): HistoryEvent => {
    when += minutes * minute;
    return { at: when, state: stateClass, stateClass, pauseReason, priority: '1 - Critical', mappedPriority: null, team: pauseReason };
  });
  return { key: 'T', title: null, openedAt: opened, firstResponseAt: null, resolvedAt: own === null ? null : opened + own * minute, closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events };
});

const parameters = fc.record({
  pausesMove: fc.boolean(),
  pauseReasons: fc.constantFrom([], ['customer'], ['customer', 'supplier']),
  reopen: fc.constantFrom({ policy: 'gap-is-pause' }, { policy: 'gap-counts' }, { policy: 'new-cycle' }, { policy: 'ignore-after', days: 1 }),
  cycles: fc.constantFrom('last', 'any', 'sum'),
  within: fc.constantFrom<object>({ kind: 'business-hours', seconds: 14_400 }, { kind: 'elapsed-hours', seconds: 86_400 }, { kind: 'business-days', days: 2 }, { kind: 'end-of-business-day', days: 1 }, { kind: 'calendar-days', days: 3 }),
  maintenanceStopsClock: fc.boolean(),
});
const windows = fc.array(fc.tuple(fc.integer({ min: -1440, max: 15 * 1440 }), fc.integer({ min: 1, max: 2000 })), { maxLength: 3 });

function intervals(list: readonly (readonly [number, number])[], reason: string): { from: number; to: number; reason: string }[] {
  return list.map(([from, length]) => ({ from: opened + from * minute, to: opened + (from + length) * minute, reason }));
}

describe('for any history, over a clock change', () => {
  it('the stretches are contiguous and the classes sum to wall time', () => {
    fc.assert(fc.property(histories, parameters, windows, windows, fc.integer({ min: 0, max: 30 * 1440 }), (history, term, excluded, maintenance, minutes) => {
      const { rules, calendar } = rulesOf(agreement(term));
      const context = { excluded: intervals(excluded, 'x'), maintenance: intervals(maintenance, 'm') };
      const asOf = opened + minutes * minute;
      const ledger = ledgerOf(history, rules, calendar, asOf, context);
      let reached = ledger.start;
      for (const stretch of ledger.stretches) {
        expect(stretch.from).toBe(reached);
        expect(stretch.to).toBeGreaterThan(stretch.from);
        reached = stretch.to;
      }
      expect(reached).toBe(ledger.stop ?? ledger.start + ledger.actualMs);
      const { wall, ...sums } = ledger.sums;
      expect(Object.values(sums).reduce((sum, ms) => sum + ms, 0)).toBe(wall);
      expect(wall).toBe(ledger.actualMs);
      expect(sums.counted).toBe(ledger.countedMs);
      expect(sums.paused + sums.excluded + sums.maintenance).toBe(ledger.pausedMs);
      expect(ledger.dueMoves.at(-1)?.due ?? null).toBe(ledger.due);
    }), { numRuns: 300 });
  });

  it('the verdict follows from counted time and target, for hours', () => {
    fc.assert(fc.property(histories, fc.integer({ min: 1, max: 100 }), (history, hours) => {
      const { rules, calendar } = rulesOf(agreement({ within: { kind: 'business-hours', seconds: hours * 3600 } }));
      const result = evaluateClock(history, rules, calendar, at('2026-06-01'));
      fc.pre(result.stop !== null && result.due !== null);
      expect(result.verdict).toBe(result.countedMs <= hours * 3_600_000 ? 'met' : 'missed');
      expect(result.verdict === 'met' || (result.due ?? 0) < (result.stop ?? 0)).toBe(true);
    }), { numRuns: 300 });
  });

  it('a pause outside the hours changes nothing', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 899 }), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 3000 }), (from, length, stop) => {
      const { rules, calendar } = rulesOf(agreement());
      const night = at('2026-03-23T17:00');
      const begin = night + from * minute;
      const end = Math.min(begin + length * minute, at('2026-03-24T08:00'));
      const plain: TicketHistory = { key: 'T', title: null, openedAt: opened, firstResponseAt: null, resolvedAt: opened + stop * minute, closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events: [] };
      const paused = { ...plain, events: [event(begin, 'waiting'), event(end, 'active')].filter((entry) => entry.at <= (plain.resolvedAt ?? 0)) };
      const [one, other] = [plain, paused].map((history) => evaluateClock(history, rules, calendar, at('2026-06-01')));
      expect([other?.verdict, other?.due, other?.countedMs]).toEqual([one?.verdict, one?.due, one?.countedMs]);
    }));
  });

  it('a pause that begins after the deadline changes nothing', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 20_000 }), (after, length, stop) => {
      const { rules, calendar } = rulesOf(agreement());
      const deadline = at('2026-03-23T12:00');
      const begin = deadline + after * minute;
      const plain: TicketHistory = { key: 'T', title: null, openedAt: opened, firstResponseAt: null, resolvedAt: opened + stop * minute, closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events: [] };
      const paused = { ...plain, events: [event(begin, 'waiting'), event(begin + length * minute, 'active')].filter((entry) => entry.at <= (plain.resolvedAt ?? 0)) };
      const [one, other] = [plain, paused].map((history) => evaluateClock(history, rules, calendar, at('2026-06-01')));
      expect([other?.verdict, other?.due]).toEqual([one?.verdict, one?.due]);
    }));
  });
});

function event(when: number, stateClass: StateClass): HistoryEvent {
  return { at: when, state: stateClass, stateClass, pauseReason: 'customer', priority: null, mappedPriority: null, team: null };
}

describe('a packed timeline', () => {
  const instants = fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 });
  const numbers = fc.option(fc.integer({ min: 0, max: 2_000_000_000 }));
  const timelines = fc.record({
    openedAt: instants, firstResponseAt: fc.option(instants), resolvedAt: fc.option(instants), closedAt: fc.option(instants), holdMs: fc.option(fc.nat()), hasHistory: fc.boolean(), missingUpdates: fc.nat(),
    events: fc.array(fc.record({ at: instants, status: numbers, priority: numbers, team: numbers }), { maxLength: 20 }),
  });

  it('comes back as it was, to the millisecond', () => {
    fc.assert(fc.property(timelines, fc.constantFrom(1, 1000, 60_000), (timeline: TicketTimeline, unit) => {
      const whole = (value: number): number => value - (value % unit);
      const orNull = (value: number | null): number | null => (value === null ? null : whole(value));
      const rounded = {
        ...timeline, openedAt: whole(timeline.openedAt), firstResponseAt: orNull(timeline.firstResponseAt), resolvedAt: orNull(timeline.resolvedAt), closedAt: orNull(timeline.closedAt),
        events: timeline.events.map((entry) => ({ ...entry, at: whole(entry.at) })),
      };
      expect(unpackTimeline(packTimeline(rounded))).toEqual(rounded);
    }));
  });

  it('that is none is refused', () => {
    expect(() => unpackTimeline(Uint8Array.of(9, 0, 0))).toThrow('cannot be read');
    expect(() => unpackTimeline(Uint8Array.of(1, 1, 200))).toThrow('cannot be read');
  });

  it('takes its meaning when it is replayed', () => {
    const meaning: Meaning = {
      status: new Map([[17, { value: 'Awaiting User Info', stateClass: 'waiting', pauseReason: 'customer' }]]),
      priority: new Map([[4, { value: '1 - Critical', mapped: 'P1' }]]),
      team: new Map([[3, 'Desk']]),
    };
    const bytes = packTimeline({ openedAt: opened, firstResponseAt: null, resolvedAt: null, closedAt: null, holdMs: null, hasHistory: true, missingUpdates: 0, events: [{ at: opened, status: 17, priority: 4, team: 3 }, { at: opened + 1, status: null, priority: 4, team: null }] });
    expect(historyOf(unpackTimeline(bytes), meaning, { key: 'T', title: null }).events).toEqual([
      { at: opened, state: 'Awaiting User Info', stateClass: 'waiting', pauseReason: 'customer', priority: '1 - Critical', mappedPriority: 'P1', team: 'Desk' },
      { at: opened + 1, state: null, stateClass: null, pauseReason: null, priority: '1 - Critical', mappedPriority: 'P1', team: null },
    ]);
    expect(stateClasses).toContain('waiting');
  });
});
