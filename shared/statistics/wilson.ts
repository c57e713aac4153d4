import { ParleyError } from '#shared/errors.ts';
import { percentOf } from '#shared/ratio/decimal.ts';

/** 95 % two-sided, as calculation-rules section 4 fixes it. */
export const z95 = 1.959964;

/** Below this many, a share is marked as a small sample. */
export const smallSampleBelow = 20;

/** A share as every command prints it: exact counts, per cent to 4 decimals, and the Wilson interval in per cent. */
export type Share = {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number;
  readonly wilson95: readonly [number, number];
  readonly smallSample: boolean;
};

/**
 * Wilson's score interval of a share, both bounds from 0 to 1 (E. B. Wilson 1927; Newcombe 1998, method 3). Throws `invalid-input` where the
 * denominator is not above 0 or the numerator outside 0 to the denominator.
 */
export function wilsonInterval(numerator: number, denominator: number, z = z95): readonly [number, number] {
  if (!(denominator > 0) || numerator < 0 || numerator > denominator) {
    throw new ParleyError('invalid-input', `${numerator} of ${denominator} is not a share.`, { wayOut: 'Give a denominator above 0 and a numerator from 0 to it.' });
  }
  const share = numerator / denominator;
  const square = z * z;
  const middle = (share + square / (2 * denominator)) / (1 + square / denominator);
  const half = (z / (1 + square / denominator)) * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator * denominator));
  return [numerator === 0 ? 0 : Math.max(0, middle - half), numerator === denominator ? 1 : Math.min(1, middle + half)];
}

/** The share of `numerator` in `denominator`, which is above 0; null where nothing was decided. */
export function shareOf(numerator: number, denominator: number): Share | null {
  if (denominator === 0) return null;
  const [low, high] = wilsonInterval(numerator, denominator);
  return {
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    wilson95: [roundedPercent(low), roundedPercent(high)],
    smallSample: denominator < smallSampleBelow,
  };
}

/** Whether a share reaches a goal in parts per billion: exact, never by the rounded percentage. */
export function reaches(numerator: number, denominator: number, goalPpb: number): boolean {
  return BigInt(numerator) * 1_000_000_000n >= BigInt(goalPpb) * BigInt(denominator);
}

function roundedPercent(share: number): number {
  return Math.floor(share * 1_000_000 + 0.5) / 10_000;
}
