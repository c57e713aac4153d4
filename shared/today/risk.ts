/** A target in the month that runs, as far as it is decided. */
export type Running =
  | { readonly unit: 'misses'; readonly goalPercent: number; readonly decided: number; readonly missed: number; readonly open: number; /** Decided in each whole month before. */ readonly before: readonly number[] }
  | { readonly unit: 'minutes'; readonly downMinutes: number; readonly budgetMinutes: number };

export type Budget = { readonly left: number; readonly budget: number; readonly isAtRisk: boolean };

/** At risk from here on: a quarter of the budget left. */
const nearShare = 0.25;

/**
 * What may still go wrong until the period ends. Misses: the part of the tickets to be expected that may miss, less those that have.
 * Expected are as many as the whole months before had on average, never fewer than are decided or open already. At risk: something went
 * wrong, and a quarter of the budget or less is left, or the share so far is below its goal.
 */
export function budgetOf(running: Running): Budget {
  if (running.unit === 'minutes') {
    const left = running.budgetMinutes - running.downMinutes;
    return { left: Math.max(0, left), budget: running.budgetMinutes, isAtRisk: running.downMinutes > 0 && left <= running.budgetMinutes * nearShare };
  }
  const { goalPercent, decided, missed, open, before } = running;
  const usual = before.length === 0 ? 0 : before.reduce((sum, count) => sum + count, 0) / before.length;
  const expected = Math.max(decided + open, Math.round(usual));
  const budget = Math.floor((expected * (100 - goalPercent)) / 100 + 1e-9);
  const left = Math.max(0, budget - missed);
  const isBelow = decided > 0 && (decided - missed) * 100 < goalPercent * decided;
  return { left, budget, isAtRisk: missed > 0 && (isBelow || left <= budget * nearShare) };
}
