import { generateKeyBetween } from 'fractional-indexing';

/**
 * Rank texts for a list in its wanted order. What already stands in order keeps its rank, so that moving or adding one entry writes one row.
 * @param present the rank of each entry today, null for a new one
 */
export function ranksFor(present: readonly (string | null)[]): string[] {
  const kept = longestRise(present);
  const ranks: string[] = [];
  let before: string | null = null;
  present.forEach((rank, index) => {
    if (rank !== null && kept.has(index)) {
      before = rank;
    } else {
      const next = present.find((_rank, at) => at > index && kept.has(at)) ?? null;
      before = generateKeyBetween(before, next);
    }
    ranks.push(before);
  });
  return ranks;
}

/** Indexes of a longest strictly rising run of the ranks that are there. */
function longestRise(ranks: readonly (string | null)[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous = new Map<number, number>();
  ranks.forEach((rank, index) => {
    if (rank === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = tails[middle];
      if (tail !== undefined && (ranks[tail] ?? '') < rank) low = middle + 1;
      else high = middle;
    }
    const below = tails[low - 1];
    if (below !== undefined) previous.set(index, below);
    tails[low] = index;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) rise.add(at);
  return rise;
}
