/** One line of the bench: our value beside a peer's of the same run. A skipped one has no value, and its peer says why. */
export type BenchRow = {
  readonly name: string;
  readonly peer: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: number;
  readonly limit: string;
  readonly pass: boolean;
};

/** How many measurements of a row are taken; the bench can be tried with fewer. */
export type BenchOptions = { readonly runs: number };

/** The middle of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The value that a share of the measurements does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** A row that could not be measured here. */
export function skippedRow(name: string, why: string): BenchRow {
  return { name, peer: `skipped: ${why}`, value: NaN, unit: '', ratio: NaN, limit: '', pass: true };
}
