import { useMemo } from 'react';
import { useNow } from '#renderer/app/use-now.ts';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { dateText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import { gapsIn, type DaySpan } from '#shared/imports/rhythm.ts';
import type { SourceCoverage } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import { gapWords, gapsListed } from './gaps.ts';

type Source = Pick<SourceCoverage, 'sourceId' | 'source' | 'service' | 'serviceId' | 'kind' | 'nextExpectedOn'> & DaySpan & { readonly gaps: readonly DaySpan[] };

/** Each source with what it covers, per service: from when and up to when there is data, what lacks between, and when more is expected. */
export function SourcesTable({ coverages, zone }: { coverages: readonly SourceCoverage[]; zone: string }) {
  const today = localDate(useNow(), zone);
  const columns = useMemo(() => columnsOn(today), [today]);
  const rows = useMemo(() => united(coverages, zone), [coverages, zone]);
  if (rows.length === 0) return null;
  return <ListTable place="sources" heading={t('monitoring.sources')} inAddress={false} views={false} label={t('monitoring.sources')} columns={columns} rows={rows} rowId={rowId} height="content" />;
}

const rowId = (row: Pick<SourceCoverage, 'sourceId' | 'kind' | 'serviceId'>): string => `${row.sourceId} ${row.kind} ${row.serviceId ?? ''}`;
const day = (date: string): string => dateText(date, { year: true });

function columnsOn(today: string): readonly Column<Source>[] {
  return [
    { id: 'source', head: t('monitoring.source'), value: (row) => row.source, width: { min: 180, grow: 2 } },
    { id: 'service', head: t('monitoring.service'), value: (row) => row.service, cell: (row) => row.service ?? <span className="t3">{t('imports.noService')}</span>, width: { min: 120, grow: 2 } },
    { id: 'kind', head: t('monitoring.kind'), value: (row) => t(`monitoring.kind-${row.kind}`), width: 84 },
    { id: 'from', head: t('monitoring.from'), kind: 'date', value: (row) => row.from, cell: (row) => day(row.from), align: 'end', width: 104 },
    { id: 'to', head: t('monitoring.dataTo'), kind: 'date', value: (row) => row.to, cell: (row) => <b>{day(row.to)}</b>, align: 'end', width: 104 },
    { id: 'gaps', head: t('monitoring.gaps'), value: (row) => gapsListed(row.gaps), cell: (row) => (row.gaps.length === 0 ? <span className="t3">{t('monitoring.gapsNone')}</span> : <span className="risk-text" title={gapsListed(row.gaps)}>{gapWords(row.gaps)}</span>), width: { min: 130, grow: 1 } },
    { id: 'next', head: t('monitoring.nextExpected'), kind: 'date', value: (row) => row.nextExpectedOn, cell: (row) => <NextExpected date={row.nextExpectedOn} today={today} />, align: 'end', width: 132 },
  ];
}

function NextExpected({ date, today }: { date: string | null; today: string }) {
  if (date === null) return <span className="t3">{t('monitoring.nextUnknown')}</span>;
  return date < today ? <span className="risk-text">{t('monitoring.overdue', { date: day(date) })}</span> : day(date);
}

/** One row a source, kind and service: the widest span of its coverages, and the days in it that none covers. */
function united(coverages: readonly SourceCoverage[], zone: string): readonly Source[] {
  const groups = Map.groupBy(coverages, rowId);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const spans = group.map(({ from, to }) => ({ from: localDate(from, zone), to: localDate(to - 1, zone) }));
    const { sourceId, source, service, serviceId, kind, nextExpectedOn } = first;
    return [{ sourceId, source, service, serviceId, kind, nextExpectedOn, from: least(spans.map(({ from }) => from)), to: latest(spans.map(({ to }) => to)), gaps: gapsIn(spans) }];
  });
}

function least(dates: readonly string[]): string {
  return dates.reduce((found, date) => (date < found ? date : found));
}

function latest(dates: readonly string[]): string {
  return dates.reduce((found, date) => (date > found ? date : found));
}
