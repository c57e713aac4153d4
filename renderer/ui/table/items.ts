import type { ReactNode } from 'react';

/** Rows under heads: the key of a row's group, the words of a head, and the order of the groups. */
export type GroupBy<Row> = { readonly key: (row: Row) => string; readonly head: (key: string, rows: readonly Row[]) => ReactNode; readonly order?: readonly string[] };

export type GroupItem<Row> = { readonly kind: 'group'; readonly key: string; readonly head: ReactNode; readonly rows: readonly Row[] };
export type Item<Row> = { readonly kind: 'row'; readonly row: Row } | GroupItem<Row>;

/** What a table shows from top to bottom: rows, or each group's head with its rows unless it is closed. */
export function itemsOf<Row>(rows: readonly Row[], groupBy: GroupBy<Row> | undefined, closed: ReadonlySet<string>): readonly Item<Row>[] {
  if (groupBy === undefined) return rows.map((row) => ({ kind: 'row', row }));
  const groups = Map.groupBy(rows, groupBy.key);
  const order = groupBy.order ?? [];
  const keys = [...groups.keys()].toSorted((first, second) => place(order, first) - place(order, second));
  return keys.flatMap((key): readonly Item<Row>[] => {
    const members = groups.get(key) ?? [];
    const head: GroupItem<Row> = { kind: 'group', key, head: groupBy.head(key, members), rows: members };
    return closed.has(key) ? [head] : [head, ...members.map((row) => ({ kind: 'row', row }) as const)];
  });
}

function place(order: readonly string[], key: string): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}
