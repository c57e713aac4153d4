/** Chance that repeats: the same seed gives the same numbers in every run and on every machine. */
export type Chance = {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [least, most). */
  between(least: number, most: number): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** An item by its weight. */
  weighed<Item>(items: readonly { readonly item: Item; readonly weight: number }[], otherwise: Item): Item;
  /** `count` of the items, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[];
};

/** A seeded generator (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighed: (items, otherwise) => {
      const all = items.reduce((sum, { weight }) => sum + weight, 0);
      let left = next() * all;
      for (const { item, weight } of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return otherwise;
    },
    some: (items, count) => {
      const places = items.map((_, index) => index);
      for (let index = 0; index < Math.min(count, places.length); index += 1) {
        const other = index + Math.floor(next() * (places.length - index));
        [places[index], places[other]] = [places[other] ?? 0, places[index] ?? 0];
      }
      return places.slice(0, count).sort((a, b) => a - b).flatMap((place) => items[place] ?? []);
    },
  };
}
