import { rowsInput } from '#renderer/ui/list/rows-input.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { ExportFormat, ExportInput } from '#shared/exports/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { Maintenance, Outage } from '#shared/outages/model.ts';

/** What only the file of outages says: with it the import of outages has all that it keeps. Weights are shares, `0.5`. */
const besideOutages: readonly Column<Outage>[] = [
  { id: 'approvedBy', head: t('monitoring.approvedBy'), value: (row) => row.approvedBy },
  { id: 'weight', head: t('monitoring.weight'), kind: 'number', value: (row) => (row.weightPpb === null ? null : row.weightPpb / 1_000_000_000) },
  { id: 'users', head: t('monitoring.users'), kind: 'number', value: (row) => row.users },
];

/** Windows are taken in as planned outages: the file says so. */
const besideMaintenance: readonly Column<Maintenance>[] = [{ id: 'kind', head: t('monitoring.kind'), value: () => t('monitoring.outage-planned') }];

/** The list of outages as a file that the profile for outages reads again. */
export function outagesFile(format: ExportFormat, columns: readonly Column<Outage>[], rows: readonly Outage[]): ExportInput | null {
  return rowsInput(t('monitoring.outages'), format, [...columns, ...besideOutages], rows, {});
}

/** The list of maintenance windows as a file that the profile for outages reads again; of a window that repeats the first. */
export function maintenanceFile(format: ExportFormat, columns: readonly Column<Maintenance>[], rows: readonly Maintenance[]): ExportInput | null {
  return rowsInput(t('monitoring.maintenance'), format, [...columns, ...besideMaintenance], rows, {});
}
