/** A label at a place of a lane, in px; `leftward` is the side that it would rather stand on. */
export type StripLabel = { readonly at: number; readonly width: number; readonly leftward: boolean };
/** The side on which a label stands, and how many lines above the lane. */
export type LabelPlace = { readonly leftward: boolean; readonly level: number };

const levels = [0, 1] as const;
/** More labels than that on one day keep the side that they would rather have. */
const mostPlaced = 5;

/**
 * Places the labels of one day so that none covers another or leaves the lane: first by their side, then by a second line. Tries every way
 * and takes the calmest; at most five labels, so at most a thousand ways.
 */
export function placeLabels(labels: readonly StripLabel[], lane: { readonly from: number; readonly to: number }): readonly LabelPlace[] {
  const wished = labels.map(({ leftward }): LabelPlace => ({ leftward, level: 0 }));
  if (labels.length > mostPlaced) return wished;
  let best: readonly LabelPlace[] = wished;
  let least = costOf(labels, wished, lane);
  for (let way = 0; way < 4 ** labels.length && least > 0; way += 1) {
    const places = labels.map((_, index): LabelPlace => {
      const choice = Math.floor(way / 4 ** index) % 4;
      return { leftward: choice % 2 === 1, level: levels[choice > 1 ? 1 : 0] };
    });
    const cost = costOf(labels, places, lane);
    if (cost < least) [best, least] = [places, cost];
  }
  return best;
}

function costOf(labels: readonly StripLabel[], places: readonly LabelPlace[], lane: { readonly from: number; readonly to: number }): number {
  let cost = 0;
  for (const [index, label] of labels.entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const span = spanOf(label, place);
    cost += place.level * 10 + (place.leftward === label.leftward ? 0 : 1) + (span.from < lane.from || span.to > lane.to ? 100 : 0);
    for (let other = 0; other < labels.length; other += 1) {
      const [beside, its] = [labels[other], places[other]];
      if (other === index || beside === undefined || its === undefined) continue;
      const theirs = spanOf(beside, its);
      if (other > index && its.level === place.level && theirs.from < span.to && theirs.to > span.from) cost += 1000;
      // The line of a raised label passes what stands below it.
      if (its.level > place.level && beside.at > span.from + 1 && beside.at < span.to - 1) cost += 400;
    }
  }
  return cost;
}

function spanOf({ at, width }: StripLabel, { leftward }: LabelPlace): { readonly from: number; readonly to: number } {
  return leftward ? { from: at - width, to: at } : { from: at, to: at + width };
}
