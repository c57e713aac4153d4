import { z } from 'zod';

/** One whole in parts per billion: shares are stored as integers of this unit, so that 99.99999 % is exact. */
export const PPB = 1_000_000_000;

/**
 * A percentage as written, 0 to 100, at most seven decimals (calculation-rules section 1: the decimal that was written is kept).
 * A JSON number prints its shortest decimal again, so it is the written one.
 */
export const percentSchema = z.number().min(0).max(100).refine(hasAtMostSevenDecimals, 'at most seven decimals');

/** A percentage as written (0 to 100) in parts per billion, exact. 99.95 → 999500000. */
export function percentToPpb(percent: number): number {
  return Math.round(percent * 10_000_000);
}

/** Parts per billion as a percentage, the shortest decimal. 999500000 → 99.95. */
export function ppbToPercent(ppb: number): number {
  return ppb / 10_000_000;
}

/** Numerator ÷ denominator in per cent, rounded half up to `decimals` (0 to 7), from exact integers. The denominator is above 0. */
export function percentOf(numerator: number, denominator: number, decimals = 4): number {
  const scale = 10n ** BigInt(decimals);
  const scaled = (BigInt(numerator) * 100n * scale * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n);
  return Number(scaled) / Number(scale);
}

function hasAtMostSevenDecimals(percent: number): boolean {
  return Math.abs(percent * 10_000_000 - Math.round(percent * 10_000_000)) < 1e-3;
}
