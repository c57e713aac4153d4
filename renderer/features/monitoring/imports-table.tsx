import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Badge } from '#renderer/ui/badge.tsx';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { countText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import type { ImportRecord } from '#shared/imports/screen-model.ts';
import { shippedTitles } from '#shared/imports/shipped-profiles.ts';
import { t } from '#shared/messages/messages.ts';

/** Every file that was taken in, the latest first: what it brought, what it left outside, whether it was taken back. */
export function ImportsTable({ imports, zone }: { imports: readonly ImportRecord[]; zone: string }) {
  const navigate = useNavigate();
  const columns = useMemo(() => columnsIn(zone), [zone]);
  if (imports.length === 0) return null;
  return (
    <ListTable place="imports" heading={t('imports.imports')} passing={passing} label={t('imports.imports')} columns={columns} rows={imports} rowId={rowId} height="content"
        onOpen={(row) => void navigate({ to: '/monitoring/imports/$id', params: { id: row.id } })} findText={(row) => row.file.name} />
  );
}

const passing = ['type'];
const rowId = (row: ImportRecord): string => row.id;

function columnsIn(zone: string): readonly Column<ImportRecord>[] {
  return [
    { id: 'file', head: t('monitoring.file'), value: (row) => row.file.name, width: { min: 150, grow: 3 }, cell: (row) => <><Link to="/monitoring/imports/$id" params={{ id: row.id }}>{row.file.name}</Link>{row.isUndone ? <> <Badge>{t('imports.undone')}</Badge></> : null}</> },
    { id: 'kind', head: t('monitoring.kind'), value: (row) => t(`monitoring.kind-${row.kind}`), width: 88 },
    { id: 'profile', head: t('imports.profile'), value: (row) => shippedTitles[row.profile] ?? row.profile, width: { min: 110, grow: 2 } },
    { id: 'at', head: t('monitoring.when'), kind: 'instant', value: (row) => row.at, cell: (row) => <span className="tn">{instantText(row.at, zone, { weekday: false, year: true })}</span>, width: 132 },
    { id: 'by', head: t('monitoring.by'), value: (row) => row.by, width: { min: 80, grow: 1 } },
    { id: 'read', head: t('imports.read'), value: (row) => row.counts.read, sum: (rows) => countText(rows.reduce((sum, row) => sum + row.counts.read, 0)), cell: (row) => countText(row.counts.read), align: 'end', width: 66 },
    { id: 'new', head: t('imports.new'), value: (row) => row.counts.new, sum: (rows) => countText(rows.reduce((sum, row) => sum + row.counts.new, 0)), cell: (row) => countText(row.counts.new), align: 'end', width: 66 },
    { id: 'updated', head: t('imports.updated'), value: (row) => row.counts.updated, cell: (row) => countText(row.counts.updated), align: 'end', width: 62 },
    { id: 'quarantined', head: t('imports.quarantined'), value: (row) => row.counts.quarantined, align: 'end', width: 84, cell: (row) => (row.counts.quarantined === 0 ? <span className="t3">0</span> : <Link to="/monitoring/imports/$id/quarantine" params={{ id: row.id }} search={{ group: 'reason' }}>{countText(row.counts.quarantined)}</Link>) },
  ];
}
