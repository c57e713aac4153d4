import { describe, expect, it } from 'vitest';
import { daysIn, gapsIn, nextExpectedOn } from '#shared/imports/rhythm.ts';

describe('when the next file of a source is expected', () => {
  it.each([
    [[], null],
    [['2026-11-21'], null],
    [['2026-11-14', '2026-11-21'], '2026-11-28'],
    [['2026-09-30', '2026-10-31'], '2026-11-30'],
    [['2026-11-20', '2026-11-21', '2026-11-21', '2026-11-22', '2026-11-25'], '2026-11-26'],
  ])('after files that end on %j: %s', (lastDays, expected) => {
    expect(nextExpectedOn(lastDays)).toBe(expected);
  });
});

describe('gaps of a coverage', () => {
  it.each([
    ['none where one day follows the other', [['2026-01-01', '2026-01-31'], ['2026-02-01', '2026-02-28']], [], 0],
    ['none where spans overlap, in any order', [['2026-01-20', '2026-02-28'], ['2026-01-01', '2026-01-31']], [], 0],
    ['the days between', [['2026-01-01', '2026-01-31'], ['2026-02-04', '2026-02-28']], [['2026-02-01', '2026-02-03']], 3],
    ['none inside a wider span', [['2026-01-01', '2026-12-31'], ['2026-02-01', '2026-02-02'], ['2026-03-01', '2026-03-02']], [], 0],
  ])('%s', (_name, spans, gaps, days) => {
    const found = gapsIn(spans.map(([from = '', to = '']) => ({ from, to })));
    expect(found.map(({ from, to }) => [from, to])).toEqual(gaps);
    expect(daysIn(found)).toBe(days);
  });
});
