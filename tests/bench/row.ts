/** One line of the bench: our value beside a peer's of the same run. `ratio` decides against `limit`. */
export type BenchRow = {
  readonly name: string;
  readonly peer: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: number;
  readonly limit: string;
  readonly pass: boolean;
};

/** The middle of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
