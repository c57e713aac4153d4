import type { ReactNode } from 'react';
import type { SourceGroup } from './columns.ts';

/** Rows under heads: the key of a row's group, the words of a head, and the order of the groups. */
export type GroupBy<Row> = { readonly key: (row: Row) => string; readonly head: (key: string, rows: readonly Row[]) => ReactNode; readonly order?: readonly string[]; readonly compare?: (one: string, other: string) => number };

export type GroupItem<Row> = { readonly kind: 'group'; readonly key: string; readonly head: ReactNode; readonly rows: readonly Row[]; readonly sums?: Readonly<Record<string, ReactNode>> };
export type Item<Row> = { readonly kind: 'row'; readonly row: Row } | GroupItem<Row>;

/** What a table shows from top to bottom: rows, or each group's head with its rows unless it is closed. */
export function itemsOf<Row>(rows: readonly Row[], groupBy: GroupBy<Row> | undefined, closed: ReadonlySet<string>): readonly Item<Row>[] {
  if (groupBy === undefined) return rows.map((row) => ({ kind: 'row', row }));
  const groups = Map.groupBy(rows, groupBy.key);
  const order = groupBy.order ?? [];
  const keys = [...groups.keys()].toSorted((first, second) => place(order, first) - place(order, second) || (groupBy.compare?.(first, second) ?? 0));
  return keys.flatMap((key): readonly Item<Row>[] => {
    const members = groups.get(key) ?? [];
    const head: GroupItem<Row> = { kind: 'group', key, head: groupBy.head(key, members), rows: members };
    return closed.has(key) ? [head] : [head, ...members.map((row) => ({ kind: 'row', row }) as const)];
  });
}

/** Where the rows of a grouped source stand between the heads of its groups; the rows of a closed group do not. */
export type SourceLayout = {
  readonly count: number;
  readonly at: (index: number) => { readonly group: SourceGroup } | { readonly row: number };
  /** The place of a row; of one in a closed group, that of the group's head. */
  readonly placeOf: (row: number) => number;
};

export function layoutOf(groups: readonly SourceGroup[], closed: ReadonlySet<string>): SourceLayout {
  let [place, row] = [0, 0];
  const parts = groups.map((group) => {
    const part = { group, place, row, shown: closed.has(group.key) ? 0 : group.count };
    place += 1 + part.shown;
    row += group.count;
    return part;
  });
  return {
    count: place,
    at: (index) => {
      const part = parts.findLast((candidate) => candidate.place <= index);
      if (part === undefined) return { row: index };
      return index === part.place ? { group: part.group } : { row: part.row + index - part.place - 1 };
    },
    placeOf: (wanted) => {
      const part = parts.findLast((candidate) => candidate.row <= wanted);
      return part === undefined ? wanted : part.place + Math.min(part.shown, wanted - part.row + 1);
    },
  };
}

function place(order: readonly string[], key: string): number {
  const index = order.indexOf(key);
  return index < 0 ? order.length : index;
}
