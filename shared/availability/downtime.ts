import type { Instant } from '#shared/time/instant.ts';
import { subtract, type Interval } from '#shared/time/interval.ts';
import { PPB } from '#shared/ratio/decimal.ts';

export type Weighted = Interval & { readonly weightPpb: number };

/** An outage after merging: contiguous, in pieces of one weight each. */
export type MergedOutage = Interval & { readonly pieces: readonly Weighted[] };

/** Merges outages into their union, touching ones too; at each instant the largest weight counts. Idempotent. */
export function mergeOutages(outages: readonly Weighted[]): MergedOutage[] {
  const lasting = outages.filter((outage) => outage.to > outage.from && outage.weightPpb > 0).sort((one, other) => one.from - other.from);
  const edges = [...new Set(lasting.flatMap((outage) => [outage.from, outage.to]))].sort((one, other) => one - other);
  const merged: { from: Instant; to: Instant; pieces: Weighted[] }[] = [];
  let active: Weighted[] = [];
  let next = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const from = edges[index] ?? 0;
    const to = edges[index + 1] ?? 0;
    active = active.filter((outage) => outage.to > from);
    for (let outage = lasting[next]; outage !== undefined && outage.from <= from; outage = lasting[next]) {
      active.push(outage);
      next += 1;
    }
    const weightPpb = active.reduce((largest, outage) => Math.max(largest, outage.weightPpb), 0);
    if (weightPpb > 0) addPiece(merged, { from, to, weightPpb });
  }
  return merged;
}

/**
 * Weighted downtime of merged outages in ms × parts per billion, exact. Outages shorter than `shortestMs` do not count; with `wholeMinutes`
 * each begun minute of a merged outage counts, at the weight of its end.
 */
export function downtimeOf(merged: readonly MergedOutage[], rules: { readonly shortestMs: number; readonly wholeMinutes: boolean }): { readonly weighted: bigint; readonly counted: readonly MergedOutage[] } {
  const counted = merged.filter((outage) => outage.to - outage.from >= rules.shortestMs);
  let weighted = 0n;
  for (const outage of counted) {
    for (const piece of outage.pieces) weighted += BigInt(piece.to - piece.from) * BigInt(piece.weightPpb);
    const beyond = (outage.to - outage.from) % minuteMs;
    if (rules.wholeMinutes && beyond > 0) weighted += BigInt(minuteMs - beyond) * BigInt(outage.pieces.at(-1)?.weightPpb ?? PPB);
  }
  return { weighted, counted };
}

/** Outages cut to the hours, without what is taken out. `hours` and `cuts` are unions. */
export function cutTo(outages: readonly Weighted[], hours: readonly Interval[], cuts: readonly Interval[]): Weighted[] {
  const kept = subtract(hours, cuts);
  return outages.flatMap((outage) => overlapOf(kept, outage).map((interval) => ({ ...interval, weightPpb: outage.weightPpb })));
}

/** What of a union lies inside an interval. */
export function overlapOf(union: readonly Interval[], interval: Interval): Interval[] {
  const found: Interval[] = [];
  for (let index = firstEndingAfter(union, interval.from); index < union.length; index += 1) {
    const candidate = union[index];
    if (candidate === undefined || candidate.from >= interval.to) break;
    found.push({ from: Math.max(candidate.from, interval.from), to: Math.min(candidate.to, interval.to) });
  }
  return found;
}

/** What two unions share. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  return one.flatMap((interval) => overlapOf(other, interval));
}

/** Total length of a union in ms. */
export function lengthOf(union: readonly Interval[]): number {
  return union.reduce((sum, interval) => sum + interval.to - interval.from, 0);
}

/** Minutes to 4 decimals, half up, from weighted ms. */
export function minutesOfWeighted(weighted: bigint): number {
  return Number((weighted * 10_000n * 2n + weightedMinute) / (weightedMinute * 2n)) / 10_000;
}

export function minutesOfMs(ms: number): number {
  return minutesOfWeighted(BigInt(ms) * BigInt(PPB));
}

const minuteMs = 60_000;
const weightedMinute = BigInt(minuteMs) * BigInt(PPB);

function addPiece(merged: { from: Instant; to: Instant; pieces: Weighted[] }[], piece: Weighted): void {
  const last = merged.at(-1);
  if (last === undefined || last.to < piece.from) {
    merged.push({ from: piece.from, to: piece.to, pieces: [piece] });
    return;
  }
  const before = last.pieces.at(-1);
  if (before !== undefined && before.weightPpb === piece.weightPpb) last.pieces[last.pieces.length - 1] = { ...before, to: piece.to };
  else last.pieces.push(piece);
  last.to = piece.to;
}

function firstEndingAfter(union: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = union.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((union[middle]?.to ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
