import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, dateOfDayNumber, dayNumber, daysBetween, monthDayIndex, startOfDay, weekdayOf } from '#shared/time/plain-date.ts';

describe('dates without a zone', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2027-02-01', -3, '2026-11-01'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
  ])('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('days and weekdays', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-01', '2027-01-31')).toBe(364);
    expect(weekdayOf('2026-11-24')).toBe('tue');
    expect(weekdayOf('1969-12-29')).toBe('mon');
  });

  it('a day begins at its first moment where midnight is skipped, and at its first midnight where there are two', () => {
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(new Date(startOfDay('2025-11-02', 'America/Havana')).toISOString()).toBe('2025-11-02T04:00:00.000Z');
    expect(dateOf(Date.parse('2026-01-11T23:00Z'), 'Europe/Berlin')).toBe('2026-01-12');
  });

  it('month and day are one number, the same for every year', () => {
    for (let day = dayNumber('1896-01-01'); day < dayNumber('2105-01-01'); day += 1) {
      const [, month, date] = dateOfDayNumber(day).split('-').map(Number);
      if (monthDayIndex(day) !== ((month ?? 0) - 1) * 31 + (date ?? 0) - 1) throw new Error(dateOfDayNumber(day));
    }
    expect(monthDayIndex(dayNumber('2024-02-29'))).toBe(31 + 28);
  });

  it.each(['2026-02-30', '2026-1-1', 'x', ''])('%j is no date', (date) => {
    expect(() => addDays(date, 1)).toThrowError(/not a date/);
  });
});
