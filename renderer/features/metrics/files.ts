import { rowsInput } from '#renderer/ui/list/rows-input.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { ExportFormat, ExportInput } from '#shared/exports/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { Reading } from '#shared/metrics/model.ts';
import type { MetricLine } from './grid-model.ts';

const columns: readonly Column<Reading>[] = [
  { id: 'metric', head: t('monitoring.metric'), value: (row) => row.metric },
  { id: 'from', head: t('monitoring.from'), kind: 'date', value: (row) => row.from },
  { id: 'to', head: t('monitoring.until'), kind: 'date', value: (row) => row.to },
  { id: 'value', head: t('monitoring.value'), kind: 'number', value: exactValue },
  { id: 'unit', head: t('monitoring.unit'), value: (row) => row.unit },
  { id: 'numerator', head: t('monitoring.numerator'), kind: 'number', value: (row) => row.numerator },
  { id: 'denominator', head: t('monitoring.denominator'), kind: 'number', value: (row) => row.denominator },
  { id: 'service', head: t('monitoring.service'), value: (row) => row.service },
  { id: 'customer', head: t('monitoring.customer'), value: (row) => row.customer },
  { id: 'note', head: t('monitoring.note'), value: (row) => row.note },
];

/** Values as a file that the profile for metric values reads again: a row each. */
export function readingsFile(format: ExportFormat, rows: readonly Reading[]): ExportInput | null {
  return rowsInput(t('monitoring.metrics'), format, columns, rows, {});
}

/** The months as they are shown for a sheet; a row a value for CSV, as it is imported again. */
export function gridFile(format: ExportFormat, shown: readonly Column<MetricLine>[], lines: readonly MetricLine[]): ExportInput | null {
  if (format !== 'csv') return rowsInput(t('monitoring.metrics'), format, shown, lines, {});
  const months = new Set(shown.map(({ id }) => id));
  return readingsFile(format, lines.flatMap((line) => [...line.byMonth].filter(([month]) => months.has(month)).toSorted(([one], [other]) => one.localeCompare(other)).map(([, reading]) => reading)));
}

/** Not rounded where it is a share of counts. */
function exactValue({ value, unit, numerator, denominator }: Reading): number | null {
  const exact = unit === '%' && numerator !== null && denominator !== null && denominator > 0 ? (numerator / denominator) * 100 : null;
  return exact !== null && (value === null || Math.abs(exact - value) < 0.001) ? exact : value;
}
