/** What comes of a change by somebody who had seen `was`, while the record is `now`: the values to write, and the fields that both changed to different values. */
export type ThreeWay<Values> = { readonly values: Values; readonly both: readonly (keyof Values & string)[] };

/**
 * Field by field: what the person left as it was keeps what it is now, what nobody else touched takes theirs. Without `was` of a field the
 * person's value is written over whatever is there.
 */
export function threeWay<Values extends Readonly<Record<string, unknown>>>(now: Readonly<Record<string, unknown>>, was: Readonly<Record<string, unknown>> | undefined, mine: Values): ThreeWay<Values> {
  const values: Record<string, unknown> = { ...mine };
  const both: string[] = [];
  for (const field of Object.keys(mine)) {
    if (was?.[field] === undefined || mine[field] === undefined) continue;
    if (same(mine[field], was[field])) values[field] = now[field];
    else if (!same(now[field], was[field]) && !same(now[field], mine[field])) both.push(field);
  }
  return { values: values as Values, both };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
