import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useMemo } from 'react';
import { compareValues, sortKey, type Column, type SortBy } from './columns.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** The rows in the order of the sorting. Rows and columns must be stable between renders. */
export function useSortedRows<Row extends RowData>(rows: readonly Row[], columns: readonly Column<Row>[], sort: readonly SortBy[], rowId: (row: Row) => string): readonly Row[] {
  const definitions = useMemo(
    () => columns.map((column): ColumnDef<typeof features, Row> => ({
      id: column.id,
      accessorFn: (row) => {
        const value = column.value?.(row) ?? undefined;
        return typeof value === 'string' ? sortKey(value) : value;
      },
      enableSorting: column.value !== undefined,
      sortUndefined: 'last',
      sortFn: (first, second, id) => compareValues(first.getValue(id), second.getValue(id)),
    })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo(() => sort.map((entry) => ({ id: entry.column, desc: entry.descending })), [sort]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, getRowId: rowId });
  const sorted = table.getRowModel().rows;
  return useMemo(() => sorted.map((row) => row.original), [sorted]);
}
