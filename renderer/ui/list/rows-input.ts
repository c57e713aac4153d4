import { mostExportRows, type ExportFormat, type ExportInput } from '#shared/exports/model.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { cellOf, columnName, hasCells, kindOf, type Column } from '../table/columns.ts';
import { toast } from '../toast.tsx';

/** Rows that the page has, as a file: the columns that are shown, in their order and with their widths. Null, and said, where there are too many. */
export function rowsInput<Row>(name: string, format: ExportFormat, columns: readonly Column<Row>[], rows: readonly Row[], widths: Readonly<Record<string, number>>): ExportInput | null {
  if (rows.length > mostExportRows) {
    toast(`${t('table.tooManyRows', { most: countText(mostExportRows) })}. ${t('table.tooManyRowsWayOut')}`);
    return null;
  }
  const written = columns.filter(hasCells);
  return {
    kind: 'rows', name, format,
    columns: written.map((column) => ({ head: columnName(column), kind: kindOf(column), width: widths[column.id] ?? (typeof column.width === 'number' ? column.width : (column.width?.min ?? 120) * 1.5) })),
    rows: rows.map((row) => written.map((column) => cellOf(column, row))),
  };
}
