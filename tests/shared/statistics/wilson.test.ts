import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { budgetMs } from '#shared/availability/reliability.ts';
import { percentToPpb } from '#shared/ratio/decimal.ts';
import { reaches, shareOf, wilsonInterval } from '#shared/statistics/wilson.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const published = z.object({
  wilson: z.array(z.object({ successes: z.number(), n: z.number(), wilson: z.tuple([z.number(), z.number()]), recomputed_wilson: z.tuple([z.number(), z.number()]).optional() })),
  error_budget: z.array(z.object({ objective_pct: z.number(), window_days: z.number(), error_budget_minutes: z.number() })),
});
const file = sharedData('statistics-and-credits.json');
const cases = file === null ? null : published.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('a share', () => {
  it.each([
    [95, 100, 88.82, 97.85],
    [19, 20, 76.39, 99.11],
    [20, 20, 83.89, 100],
    [285, 300, 91.92, 96.95],
  ])('%i of %i has the Wilson interval %f to %f', (numerator, denominator, low, high) => {
    expect(wilsonInterval(numerator, denominator).map((bound) => Math.round(bound * 10_000) / 100)).toEqual([low, high]);
  });

  it('is printed with counts, 4 decimals half up, and a mark under 20', () => {
    expect(shareOf(3, 5)).toEqual({ numerator: 3, denominator: 5, percent: 60, wilson95: [23.0724, 88.2379], smallSample: true });
    expect(shareOf(2, 3)?.percent).toBe(66.6667);
    expect(shareOf(19, 20)?.smallSample).toBe(false);
    expect(shareOf(0, 0)).toBeNull();
  });

  it('is compared with its goal exactly: 99.951 % never rounds into 99.95 or out of it', () => {
    expect(reaches(1999, 2000, percentToPpb(99.95))).toBe(true);
    expect(reaches(19_989, 20_000, percentToPpb(99.95))).toBe(false);
    expect(reaches(99_951, 100_000, percentToPpb(99.951))).toBe(true);
    expect(reaches(9_999_999, 10_000_000, percentToPpb(99.99999))).toBe(true);
  });

  it('lies inside its interval, which lies inside 0 to 1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (denominator, part) => {
      const numerator = Math.floor(part * denominator);
      const [low, high] = wilsonInterval(numerator, denominator);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(numerator / denominator);
      expect(high).toBeGreaterThanOrEqual(numerator / denominator);
    }));
  });

  it('of more than all, or of nothing, is refused', () => {
    expect(() => wilsonInterval(3, 2)).toThrow('is not a share');
    expect(() => wilsonInterval(0, 0)).toThrow('is not a share');
  });
});

describe.skipIf(cases === null)('published statistics', () => {
  it.each((cases?.wilson ?? []).map((entry) => [entry.successes, entry.n, entry] as const))('Wilson %i of %i', (successes, n, entry) => {
    const interval = wilsonInterval(successes, n);
    const digits = entry.recomputed_wilson === undefined ? 5 : 4;
    for (const [index, bound] of (entry.recomputed_wilson ?? entry.wilson).entries()) expect(interval[index]).toBeCloseTo(bound, digits);
  });

  it.each((cases?.error_budget ?? []).map((entry) => [entry.objective_pct, entry.window_days, entry.error_budget_minutes] as const))('error budget of %f % in %i days is %f min', (percent, days, minutes) => {
    expect(budgetMs(percentToPpb(percent), days * 86_400_000)).toBe(Math.round(minutes * 60_000));
  });
});
