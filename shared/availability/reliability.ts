import type { Interval } from '#shared/time/interval.ts';

export type Reliability = {
  readonly interruptions: number;
  /** Mean time to restore service, ms, rounded; null without an interruption. */
  readonly meanTimeToRestoreMs: number | null;
  /** Mean time between failures, ms of agreed time that was up per interruption, rounded; null without an interruption. */
  readonly meanTimeBetweenFailuresMs: number | null;
};

/** MTRS and MTBF as ITIL defines them, over merged outages inside the agreed time. `agreedMs` is not below their total. */
export function reliabilityOf(outages: readonly Interval[], agreedMs: number): Reliability {
  const interruptions = outages.length;
  if (interruptions === 0) return { interruptions, meanTimeToRestoreMs: null, meanTimeBetweenFailuresMs: null };
  const down = outages.reduce((sum, outage) => sum + outage.to - outage.from, 0);
  return { interruptions, meanTimeToRestoreMs: Math.round(down / interruptions), meanTimeBetweenFailuresMs: Math.round((agreedMs - down) / interruptions) };
}

/** The minutes that a target leaves for outages: (1 − target) × agreed time, exact (calculation-rules section 7). */
export function budgetMs(goalPpb: number, agreedMs: number): number {
  return Number((BigInt(agreedMs) * BigInt(1_000_000_000 - goalPpb)) / 1_000_000_000n);
}
