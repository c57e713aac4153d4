import { useMemo } from 'react';
import type { Column } from '#renderer/ui/table/columns.ts';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { dayText } from '#shared/format/instants.ts';
import type { SourceCoverage } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';

/** Each source with what it covers, per service: from when, and up to when there is data. */
export function SourcesTable({ coverages, zone }: { coverages: readonly SourceCoverage[]; zone: string }) {
  const columns = useMemo(() => columnsIn(zone), [zone]);
  const rows = useMemo(() => united(coverages), [coverages]);
  if (rows.length === 0) return null;
  return <ListTable place="sources" heading={t('monitoring.sources')} inAddress={false} views={false} label={t('monitoring.sources')} columns={columns} rows={rows} rowId={rowId} height="content" />;
}

const rowId = (row: SourceCoverage): string => `${row.sourceId} ${row.kind} ${row.serviceId ?? ''}`;

function columnsIn(zone: string): readonly Column<SourceCoverage>[] {
  const day = (instant: number): string => dayText(instant, zone, { year: true, weekday: false });
  return [
    { id: 'source', head: t('monitoring.source'), value: (row) => row.source, width: { min: 200, grow: 2 } },
    { id: 'service', head: t('monitoring.service'), value: (row) => row.service, cell: (row) => row.service ?? <span className="t3">{t('imports.noService')}</span>, width: { min: 140, grow: 2 } },
    { id: 'kind', head: t('monitoring.kind'), value: (row) => t(`monitoring.kind-${row.kind}`), width: 120 },
    { id: 'from', head: t('monitoring.from'), kind: 'instant', value: (row) => row.from, cell: (row) => day(row.from), align: 'end', width: 120 },
    { id: 'to', head: t('monitoring.dataTo'), kind: 'instant', value: (row) => row.to - 1, cell: (row) => <b>{day(row.to - 1)}</b>, align: 'end', width: 120 },
  ];
}

/** One row a source, kind and service: the widest span of its coverages. */
function united(coverages: readonly SourceCoverage[]): readonly SourceCoverage[] {
  const groups = Map.groupBy(coverages, rowId);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, from: Math.min(...group.map((one) => one.from)), to: Math.max(...group.map((one) => one.to)) }];
  });
}
