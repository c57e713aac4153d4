import { describe, expect, it } from 'vitest';
import { monthOf } from '#shared/today/portfolio.ts';
import { budgetOf } from '#shared/today/risk.ts';

describe('the budget of a month that runs', () => {
  it.each([
    { decided: 78, missed: 4, goalPercent: 95, before: [100, 104], left: 1, budget: 5, isAtRisk: true },
    { decided: 11, missed: 1, goalPercent: 90, before: [10], left: 0, budget: 1, isAtRisk: true },
    { decided: 40, missed: 1, goalPercent: 90, before: [80], left: 7, budget: 8, isAtRisk: false },
    { decided: 6, missed: 1, goalPercent: 90, before: [], left: 0, budget: 0, isAtRisk: true },
    { decided: 6, missed: 0, goalPercent: 90, before: [], left: 0, budget: 0, isAtRisk: false },
    { decided: 0, missed: 0, goalPercent: 90, before: [50], left: 5, budget: 5, isAtRisk: false },
  ])('leaves $left of $budget misses after $missed of $decided at $goalPercent %', ({ left, budget, isAtRisk, ...running }) => {
    expect(budgetOf({ unit: 'misses', open: 0, ...running })).toEqual({ left, budget, isAtRisk });
  });

  it.each([
    { downMinutes: 37, budgetMinutes: 43.2, isAtRisk: true },
    { downMinutes: 20, budgetMinutes: 43.2, isAtRisk: false },
    { downMinutes: 60, budgetMinutes: 43.2, isAtRisk: true },
    { downMinutes: 0, budgetMinutes: 0, isAtRisk: false },
  ])('is at risk with $downMinutes of $budgetMinutes minutes down: $isAtRisk', ({ isAtRisk, ...running }) => {
    expect(budgetOf({ unit: 'minutes', ...running }).isAtRisk).toBe(isAtRisk);
  });
});

describe('a month of the strip', () => {
  it.each([
    { verdicts: ['met', 'met', 'no events'], state: 'met', missed: 0 },
    { verdicts: ['met', 'missed', 'missed'], state: 'missed', missed: 2 },
    { verdicts: ['met', 'partly measured'], state: 'partly', missed: 0 },
    { verdicts: ['missed', 'partly measured'], state: 'missed', missed: 1 },
    { verdicts: ['no events', 'not measured'], state: 'none', missed: 0 },
    { verdicts: [], state: 'notMeasured', missed: 0 },
  ] as const)('is $state where its targets are $verdicts', ({ verdicts, state, missed }) => {
    expect(monthOf('2026-10', verdicts.map((verdict) => ({ verdict })))).toMatchObject({ state, missed });
  });
});
