import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#shared/calendar/calendar.ts';
import { addOutsidePauses, dueAt, pausedOpenTime } from '#shared/calendar/due.ts';
import { anyCalendar, zoneAndDay } from '#tests/fixtures/calendars.ts';
import { minuteOracle } from '#tests/fixtures/minute-oracle.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

const calendarAtChange = zoneAndDay().chain(({ zone, day }) => fc.record({ day: fc.constant(day), definition: anyCalendar(zone, day) }));
/** With one hour on every Sunday, so that ten years always bring an opening. */
const openCalendar = calendarAtChange.map(({ day, definition }) => ({ day, calendar: compileCalendar({ ...definition, week: { ...definition.week, sun: [...(definition.week.sun ?? []), ['12:00', '13:00']] } }) }));
const offset = fc.integer({ min: -6 * dayMs, max: 6 * dayMs });

describe('the three laws of calculation-rules section 2, over random calendars, zones and clock changes', () => {
  it('elapsed(a, add(a, d)) = d, and nothing earlier fits', () => {
    fc.assert(fc.property(openCalendar, offset, fc.integer({ min: 1, max: 90 * 3600_000 }), ({ day, calendar }, shift, duration) => {
      const start = day * dayMs + shift;
      const due = calendar.add(start, duration);
      expect(calendar.elapsed(start, due)).toBe(duration);
      expect(calendar.elapsed(start, due - 1)).toBe(duration - 1);
    }), { numRuns: 400 });
  });

  it('backwards: elapsed(add(a, -d), a) = d, and nothing later fits', () => {
    fc.assert(fc.property(openCalendar, offset, fc.integer({ min: 1, max: 90 * 3600_000 }), ({ day, calendar }, shift, duration) => {
      const end = day * dayMs + shift;
      const start = calendar.add(end, -duration);
      expect(calendar.elapsed(start, end)).toBe(duration);
      expect(calendar.elapsed(start + 1, end)).toBe(duration - 1);
    }), { numRuns: 400 });
  });

  it('add(a, 0) is a where open, else the next opening', () => {
    fc.assert(fc.property(openCalendar, offset, ({ day, calendar }, shift) => {
      const start = day * dayMs + shift;
      const due = calendar.add(start, 0);
      expect(calendar.isOpen(due)).toBe(true);
      expect(calendar.elapsed(start, due)).toBe(0);
      expect(due === start).toBe(calendar.isOpen(start));
    }), { numRuns: 300 });
  });

  it('elapsed is additive and monotone', () => {
    fc.assert(fc.property(openCalendar, offset, offset, offset, ({ day, calendar }, ...shifts) => {
      const [a = 0, b = 0, c = 0] = shifts.map((shift) => day * dayMs + shift).sort((one, other) => one - other);
      expect(calendar.elapsed(a, c)).toBe(calendar.elapsed(a, b) + calendar.elapsed(b, c));
      expect(calendar.elapsed(a, c)).toBeGreaterThanOrEqual(calendar.elapsed(b, c));
      expect(calendar.elapsed(a, c)).toBeGreaterThanOrEqual(calendar.elapsed(a, b));
      expect(calendar.elapsed(a, c)).toBeLessThanOrEqual(c - a);
    }), { numRuns: 400 });
  });

  it('add is monotone in both arguments', () => {
    fc.assert(fc.property(openCalendar, offset, offset, fc.integer({ min: 1, max: 40 * 3600_000 }), fc.nat({ max: 40 * 3600_000 }), ({ day, calendar }, one, other, short, more) => {
      const [a, b] = one < other ? [one, other] : [other, one];
      expect(calendar.add(day * dayMs + a, short)).toBeLessThanOrEqual(calendar.add(day * dayMs + b, short));
      expect(calendar.add(day * dayMs + a, short)).toBeLessThanOrEqual(calendar.add(day * dayMs + a, short + more));
      expect(calendar.add(day * dayMs + a, 0)).toBeLessThanOrEqual(calendar.add(day * dayMs + b, 0));
    }), { numRuns: 300 });
  });

  it('the order of questions does not change an answer', () => {
    fc.assert(fc.property(calendarAtChange, fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 1, maxLength: 6 }), offset, ({ day, definition }, years, shift) => {
      const fresh = compileCalendar(definition);
      const used = compileCalendar(definition);
      for (const days of years) used.isOpen((day + days) * dayMs);
      const start = day * dayMs + shift;
      expect(used.elapsed(start, start + 9 * dayMs)).toBe(fresh.elapsed(start, start + 9 * dayMs));
      expect(attempt(() => used.add(start, 7200_000))).toBe(attempt(() => fresh.add(start, 7200_000)));
    }), { numRuns: 60 });
  });
});

describe('agreement with an oracle that asks minute by minute', () => {
  it('open minutes, single answers and stretches agree', () => {
    fc.assert(fc.property(calendarAtChange, fc.integer({ min: -3 * 1440, max: 2 * 1440 }), fc.integer({ min: 1, max: 1440 }), ({ day, definition }, from, length) => {
      const calendar = compileCalendar(definition);
      const isOpen = minuteOracle(definition);
      const start = day * dayMs + from * minuteMs;
      let minutes = 0;
      for (let minute = 0; minute < length; minute += 1) {
        const at = start + minute * minuteMs;
        const expected = isOpen(at);
        if (calendar.isOpen(at) !== expected) throw new Error(`${new Date(at).toISOString()} open: ${expected}`);
        if (expected) minutes += 1;
      }
      const end = start + length * minuteMs;
      expect(calendar.elapsed(start, end)).toBe(minutes * minuteMs);
      const stretches = calendar.stretches(start, end);
      expect(stretches[0]?.from).toBe(start);
      expect(stretches.at(-1)?.to).toBe(end);
      stretches.forEach((stretch, index) => expect(stretch.from).toBe(index === 0 ? start : stretches[index - 1]?.to));
      expect(stretches.filter((stretch) => stretch.kind === 'open').reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)).toBe(minutes * minuteMs);
    }), { numRuns: 250 });
  });
});

describe('pauses', () => {
  const pauses = fc.array(fc.tuple(offset, fc.nat({ max: 2 * dayMs })), { maxLength: 4 });

  it('a due time has exactly the target as open time outside the pauses before it', () => {
    fc.assert(fc.property(openCalendar, offset, pauses, fc.integer({ min: 1, max: 40 * 3600 }), ({ day, calendar }, shift, cuts, seconds) => {
      const start = day * dayMs + shift;
      const intervals = cuts.map(([from, length]) => ({ from: day * dayMs + from, to: day * dayMs + from + length }));
      const due = dueAt(calendar, start, { kind: 'business-hours', seconds }, intervals);
      const before = intervals.map((pause) => ({ from: Math.max(pause.from, start), to: Math.min(pause.to, due) }));
      expect(calendar.elapsed(start, due) - pausedOpenTime(calendar, before)).toBe(seconds * 1000);
    }), { numRuns: 300 });
  });

  it('a pause outside the hours changes nothing', () => {
    fc.assert(fc.property(openCalendar, offset, fc.integer({ min: 1, max: 40 * 3600 }), ({ day, calendar }, shift, seconds) => {
      const start = day * dayMs + shift;
      const closed = calendar.stretches(start, start + 14 * dayMs).filter((stretch) => stretch.kind !== 'open');
      expect(dueAt(calendar, start, { kind: 'business-hours', seconds }, closed)).toBe(dueAt(calendar, start, { kind: 'business-hours', seconds }));
    }), { numRuns: 200 });
  });

  it('a negative target counts back over the pauses', () => {
    fc.assert(fc.property(openCalendar, offset, pauses, fc.integer({ min: 1, max: 40 * 3600_000 }), ({ day, calendar }, shift, cuts, ms) => {
      const end = day * dayMs + shift;
      const intervals = cuts.map(([from, length]) => ({ from: day * dayMs + from, to: day * dayMs + from + length })).sort((one, other) => one.from - other.from)
        .filter((pause, index, all) => all.slice(0, index).every((earlier) => earlier.to < pause.from) && pause.to > pause.from);
      const start = addOutsidePauses(calendar, end, -ms, intervals);
      const between = intervals.map((pause) => ({ from: Math.max(pause.from, start), to: Math.min(pause.to, end) }));
      expect(calendar.elapsed(start, end) - pausedOpenTime(calendar, between)).toBe(ms);
    }), { numRuns: 200 });
  });
});

function attempt(compute: () => number): number | string {
  try {
    return compute();
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}
