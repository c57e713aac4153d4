import { useRef } from 'react';
import type { Item } from './items.ts';

/** Rows that are chosen, by id, with their content: a row may be out of sight. */
export type Selection<Row> = ReadonlyMap<string, Row>;

export type SelectionDeeds = {
  readonly toggle: (index: number, extend: boolean) => void;
  readonly toggleAll: () => void;
};

type Options<Row> = {
  readonly selected: Selection<Row>;
  readonly onChange: (selected: Selection<Row>) => void;
  readonly rowId: (row: Row) => string;
  readonly itemAt: (index: number) => Item<Row> | undefined;
  /** All rows; null where they are not all here. */
  readonly all: readonly Row[] | null;
};

/** Choosing rows: one by one, all from the last one on, or all. */
export function useSelection<Row>({ selected, onChange, rowId, itemAt, all }: Options<Row>): SelectionDeeds {
  const last = useRef<number | null>(null);
  return {
    toggle: (index, extend) => {
      const item = itemAt(index);
      if (item?.kind !== 'row') return;
      const next = new Map(selected);
      const id = rowId(item.row);
      if (extend && last.current !== null) {
        for (let at = Math.min(last.current, index); at <= Math.max(last.current, index); at += 1) {
          const between = itemAt(at);
          if (between?.kind === 'row') next.set(rowId(between.row), between.row);
        }
      } else if (!next.delete(id)) {
        next.set(id, item.row);
      }
      last.current = index;
      onChange(next);
    },
    toggleAll: () => {
      if (all !== null) onChange(selected.size >= all.length ? new Map() : new Map(all.map((row) => [rowId(row), row])));
    },
  };
}
