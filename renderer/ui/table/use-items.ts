import type { RowData } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, SortBy, WindowSource } from './columns.ts';
import { itemsOf, layoutOf, type GroupBy, type Item, type SourceLayout } from './items.ts';
import { useSortedRows } from './use-sorted-rows.ts';

export type TableItems<Row> = {
  readonly count: number;
  readonly itemAt: (index: number) => Item<Row> | undefined;
  readonly keyAt: (index: number) => string | null;
  /** The place of a row by its id, -1 where it is not here; a source does not know its rows' places. */
  readonly placeOf: (key: string) => number;
  /** The rows in their order; null where a source reads them. */
  readonly sorted: readonly Row[] | null;
  readonly layout: SourceLayout | null;
  /** Changes when places change. */
  readonly version: unknown;
};

type Options<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly source: WindowSource<Row> | undefined;
  readonly rowId: (row: Row) => string;
  readonly sort: readonly SortBy[];
  readonly groupBy: GroupBy<Row> | undefined;
  readonly closed: ReadonlySet<string>;
};

const noRows: readonly never[] = [];
const noSums: Readonly<Record<string, never>> = {};

/** What a table shows from top to bottom, of rows that are here or of a source. */
export function useItems<Row extends RowData>({ columns, rows, source, rowId, sort, groupBy, closed }: Options<Row>): TableItems<Row> {
  const sorted = useSortedRows(rows ?? noRows, columns, sort, rowId);
  const items = useMemo(() => itemsOf(sorted, groupBy, closed), [sorted, groupBy, closed]);
  const groups = source?.groups;
  const layout = useMemo(() => (groups === undefined ? null : layoutOf(groups, closed)), [groups, closed]);
  const places = useMemo(() => new Map(items.map((item, index) => [item.kind === 'row' ? rowId(item.row) : item.key, index])), [items, rowId]);
  const itemAt = (index: number): Item<Row> | undefined => {
    if (source === undefined) return items[index];
    const place = layout?.at(index) ?? { row: index };
    if ('group' in place) return { kind: 'group', rows: noRows, sums: noSums, ...place.group };
    const row = source.getRow(place.row);
    return row === undefined ? undefined : { kind: 'row', row };
  };
  return {
    count: layout?.count ?? source?.rowCount ?? items.length,
    itemAt,
    keyAt: (index) => {
      const item = itemAt(index);
      return item === undefined ? null : item.kind === 'row' ? rowId(item.row) : item.key;
    },
    placeOf: (key) => places.get(key) ?? -1,
    sorted: source === undefined ? sorted : null,
    layout,
    version: source === undefined ? items : layout,
  };
}
