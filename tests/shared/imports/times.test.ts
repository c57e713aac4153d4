import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOrder } from '#shared/imports/date-order.ts';
import { DateEvidence, instantReader, readTime, type DateOrder } from '#shared/imports/times.ts';

describe('a written time', () => {
  it.each<[string, DateOrder, string]>([
    ['29/2/2016 01:16', 'day-month-year', '2016-02-29T01:16:00.000Z'],
    ['2/29/2016 1:16', 'month-day-year', '2016-02-29T01:16:00.000Z'],
    ['2016-02-29 01:16:30', 'day-month-year', '2016-02-29T01:16:30.000Z'],
    ['2016-02-29T01:16:30.250', 'month-day-year', '2016-02-29T01:16:30.250Z'],
    ['2016/02/29', 'month-day-year', '2016-02-29T00:00:00.000Z'],
    ['29.02.2016 01:16:30', 'day-month-year', '2016-02-29T01:16:30.000Z'],
    ['29.2.16 1:16', 'day-month-year', '2016-02-29T01:16:00.000Z'],
    ['29-02-2016 24:00', 'day-month-year', '2016-03-01T00:00:00.000Z'],
    ['2/29/16 1:16 PM', 'month-day-year', '2016-02-29T13:16:00.000Z'],
    ['12/31/2015 12:05 am', 'month-day-year', '2015-12-31T00:05:00.000Z'],
    ['11/May/24 03:26 PM', 'month-day-year', '2024-05-11T15:26:00.000Z'],
    ['Feb 29, 2016, 1:16 PM', 'day-month-year', '2016-02-29T13:16:00.000Z'],
    ['29. März 2016 09:00', 'day-month-year', '2016-03-29T09:00:00.000Z'],
    ['29 déc. 2016 09:00', 'day-month-year', '2016-12-29T09:00:00.000Z'],
    ['Mon, 29 Feb 2016 01:16:00 GMT', 'month-day-year', '2016-02-29T01:16:00.000Z'],
    ['2026/09/27 3:00:00 PM GMT+3', 'day-month-year', '2026-09-27T15:00:00.000Z'],
    ['2016. 2. 29. 오후 3:07', 'day-month-year', '2016-02-29T15:07:00.000Z'],
    ['20160229T011630', 'day-month-year', '2016-02-29T01:16:30.000Z'],
    ['1456708560', 'day-month-year', '2016-02-29T01:16:00.000Z'],
  ])('%s (%s) is %s on the wall', (text, order, wall) => {
    expect(new Date(readTime(text, order)?.wall ?? NaN).toISOString()).toBe(wall);
  });

  it.each<[string, DateOrder]>([
    ['29/2/2015 01:16', 'day-month-year'], ['31/11/2026 10:20', 'day-month-year'], ['2/29/2016', 'day-month-year'], ['29/2/2016 25:00', 'day-month-year'], ['29/2/2016 01:60', 'day-month-year'],
    ['soon', 'day-month-year'], ['', 'day-month-year'], ['12', 'day-month-year'], ['29/2', 'day-month-year'], ['2016-02-29 1:16 PM AM', 'day-month-year'], ['2016-13-01', 'year-month-day'], ['29 Foo 2016', 'day-month-year'],
  ])('%s (%s) is none', (text, order) => {
    expect(readTime(text, order)).toBeNull();
  });

  it('carries its offset, which wins over the zone of the file', () => {
    const read = instantReader('day-month-year', 'Europe/Berlin');
    expect(read('2016-07-01T12:00:00+05:30')).toBe(Date.UTC(2016, 6, 1, 6, 30));
    expect(read('2016-07-01T12:00:00Z')).toBe(Date.UTC(2016, 6, 1, 12));
    expect(read('1/7/2016 12:00')).toBe(Date.UTC(2016, 6, 1, 10));
    expect(instantReader('day-month-year', null)('1/7/2016 12:00')).toBeNull();
  });

  it('in the spring gap moves forward, twice in autumn is the first time', () => {
    const read = instantReader('day-month-year', 'Europe/Berlin');
    expect(read('29/3/2026 02:30')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(read('25/10/2026 02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('read in the order in which it was written is the time that was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const [year, month, day, hour, minute] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), String(date.getUTCMinutes()).padStart(2, '0')];
        const wall = Date.UTC(year, month - 1, day, hour, Number(minute));
        expect(readTime(`${day}/${month}/${year} ${hour}:${minute}`, 'day-month-year')?.wall).toBe(wall);
        expect(readTime(`${month}/${day}/${year} ${hour}:${minute}`, 'month-day-year')?.wall).toBe(wall);
        expect(readTime(`${year}-${month}-${day} ${hour}:${minute}`, 'day-month-year')?.wall).toBe(wall);
      }),
    );
  });
});

describe('the order of day and month comes from the whole column', () => {
  function decide(values: readonly string[], reversed = { dayFirst: 0, monthFirst: 0 }): ReturnType<typeof decideOrder> {
    const evidence = new DateEvidence();
    for (const value of values) evidence.add(value);
    return decideOrder([evidence], reversed);
  }
  it.each<[string, string[], { dayFirst: number; monthFirst: number }, DateOrder, boolean]>([
    ['one day above 12', ['1/2/2026', '13/2/2026'], { dayFirst: 0, monthFirst: 0 }, 'day-month-year', true],
    ['one month that is none', ['1/2/2026', '2/13/2026'], { dayFirst: 0, monthFirst: 0 }, 'month-day-year', true],
    ['the year in front', ['2026-02-01', '2026-02-13'], { dayFirst: 0, monthFirst: 0 }, 'year-month-day', true],
    ['tickets stopped before they were opened', ['1/2/2026'], { dayFirst: 3, monthFirst: 0 }, 'month-day-year', true],
    ['nothing', ['1/2/2026', '3/4/2026'], { dayFirst: 0, monthFirst: 0 }, 'day-month-year', false],
    ['a contradiction', ['13/2/2026', '14/2/2026', '2/13/2026'], { dayFirst: 0, monthFirst: 0 }, 'day-month-year', false],
  ])('by %s', (_name, values, reversed, order, isSure) => {
    expect(decide(values, reversed)).toMatchObject({ order, isSure });
  });
});
