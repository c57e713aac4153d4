import type { ReactNode } from 'react';
import { monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { columnName, compareValues, fixedColumns, hasCells, kindOf, sortKey, type Column } from '../table/columns.ts';
import type { GroupBy } from '../table/items.ts';
import { filterText } from './conditions.ts';
import type { Grouping } from './group-pick.tsx';

/** The columns by which rows can be grouped: words and days; a figure would make a group of each row. */
export function groupingsOf<Row>(columns: readonly Column<Row>[]): readonly Grouping[] {
  return columns.filter(isGrouping).map((column) => ({ id: column.id, name: columnName(column) }));
}

/** Rows under the values of a column, days under their months; what has no value stands last. */
export function groupingOf<Row>(columns: readonly Column<Row>[], id: string | undefined, zone: string): GroupBy<Row> | undefined {
  const column = columns.find((one) => one.id === id && isGrouping(one));
  if (column === undefined) return undefined;
  const isDay = kindOf(column) !== 'text';
  const none = t('table.groupEmpty');
  return {
    key: (row) => {
      const text = filterText(column, row, zone);
      return text === '' ? none : isDay ? text.slice(0, 7) : text;
    },
    head: (key, rows) => <><span dir="auto" className="clip">{isDay && key !== none ? monthText(key) : key}</span> <span className="t3 tn">{countText(rows.length)}</span></>,
    compare: (one, other) => (one === none ? 1 : other === none ? -1 : compareValues(sortKey(one), sortKey(other))),
  };
}

/** What stands in the foot: how many rows, and the sums of the columns that have some. */
export function totalsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Readonly<Record<string, ReactNode>> {
  const first = columns[fixedColumns(columns) - 1];
  const sums = columns.flatMap((column) => (column.sum === undefined || rows.length === 0 ? [] : [[column.id, column.sum(rows)] as const]));
  return { ...Object.fromEntries(sums), ...(first === undefined ? {} : { [first.id]: t('table.totalRows', { count: countText(rows.length) }) }) };
}

function isGrouping<Row>(column: Column<Row>): boolean {
  const kind = kindOf(column);
  return column.group !== false && hasCells(column) && (kind === 'text' || kind === 'date' || kind === 'instant');
}
