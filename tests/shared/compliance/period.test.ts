import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOf, monthsBetween, periodOf, periodsBetween, type PeriodKind } from '#shared/time/period.ts';
import { addDays } from '#shared/time/plain-date.ts';

describe('a measuring period', () => {
  it.each<[PeriodKind, string, string, string, string]>([
    ['calendar-month', '2026-03-29', '2026-03-01', '2026-04-01', '2026-03'],
    ['calendar-quarter', '2026-03-31', '2026-01-01', '2026-04-01', '2026-Q1'],
    ['calendar-year', '2026-12-31', '2026-01-01', '2027-01-01', '2026'],
    [{ kind: 'month-from-day', day: 15 }, '2026-03-14', '2026-02-15', '2026-03-15', '2026-02-15'],
    [{ kind: 'month-from-day', day: 15 }, '2026-01-03', '2025-12-15', '2026-01-15', '2025-12-15'],
    [{ kind: 'fiscal-quarter', startMonth: 4 }, '2026-03-31', '2026-01-01', '2026-04-01', '2026-01-01'],
    [{ kind: 'fiscal-quarter', startMonth: 2 }, '2026-01-31', '2025-11-01', '2026-02-01', '2025-11-01'],
    ['four-weeks', '2026-01-29', '2026-01-29', '2026-02-26', '2026-01-29'],
    ['four-weeks', '2025-12-31', '2025-12-04', '2026-01-01', '2025-12-04'],
    ['4-4-5', '2026-02-26', '2026-02-26', '2026-04-02', '2026-02-26'],
    ['4-4-5', '2026-02-25', '2026-01-29', '2026-02-26', '2026-01-29'],
  ])('%j of %s is %s to %s', (kind, date, from, to, label) => {
    expect(periodOf(kind, date, '2026-01-01')).toEqual({ from, to, label, isPartial: false });
  });

  it('is cut and marked at the ends of a span', () => {
    expect(monthsBetween('2026-01-15', '2026-03-01')).toEqual([
      { from: '2026-01-15', to: '2026-02-01', label: '2026-01', isPartial: true },
      { from: '2026-02-01', to: '2026-03-01', label: '2026-02', isPartial: false },
    ]);
    expect(monthsBetween('2026-02-01', '2026-02-01')).toEqual([]);
  });

  it('of weeks needs a first day', () => {
    expect(() => periodOf('four-weeks', '2026-01-01')).toThrow('need a first day');
  });

  it('has 23 or 25 hours on the days of a clock change', () => {
    const { from, to } = instantsOf({ from: '2026-03-01', to: '2026-04-01' }, 'Europe/Berlin');
    expect((to - from) / 3_600_000).toBe(31 * 24 - 1);
  });

  it('the periods of a span are contiguous and cover it', () => {
    const kinds = fc.constantFrom<PeriodKind>('calendar-month', 'calendar-quarter', 'calendar-year', 'four-weeks', '4-4-5', { kind: 'month-from-day', day: 28 }, { kind: 'fiscal-quarter', startMonth: 11 });
    fc.assert(fc.property(kinds, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 1500 }), (kind, start, days) => {
      const from = addDays('2020-01-01', start);
      const to = addDays(from, days);
      let reached = from;
      for (const period of periodsBetween(kind, from, to, '2024-02-29')) {
        expect(period.from).toBe(reached);
        expect(period.to > period.from).toBe(true);
        reached = period.to;
      }
      expect(reached).toBe(to);
    }));
  });
});
