import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { FigureExclusions } from '#renderer/features/exclusions/figure-exclusions.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { FigureOutage, Matrix, MatrixRow } from '#shared/compliance/contract.ts';
import { instantText } from '#shared/format/instants.ts';
import { NARROW_SPACE } from '#shared/format/spaces.ts';
import { t } from '#shared/messages/messages.ts';
import type { FigureContext } from './chosen-cell.tsx';
import { minutes } from './figures.ts';

const shown = 3;
const noRows: readonly FigureOutage[] = [];

/** The longest outages that count in a span, what would change if proposed exclusions were approved, and the way to all. */
export function OutagesTable({ id, search, matrix, row, from, to, month }: { id: string; search: FigureContext; matrix: Matrix; row: MatrixRow; from: string; to: string; month?: string }) {
  const asked = { id, ...(search.version === undefined ? {} : { version: search.version }), from, to, ...(search.asOf === undefined ? {} : { asOf: search.asOf }) };
  const outages = useQuery({ ...api.compliance.outages.queryOptions({ input: { ...asked, term: row.term, service: row.part ?? '', ...(row.version === null ? {} : { measuring: row.version }) } }), placeholderData: keepPreviousData });
  const figures = useQuery({ ...api.compliance.availability.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const rows = useMemo(() => (outages.data?.rows ?? noRows).filter((outage) => outage.countedMinutes > 0).toSorted((a, b) => b.countedMinutes - a.countedMinutes).slice(0, shown), [outages.data]);
  const columns = useMemo(() => columnsOf(matrix.period.zone), [matrix.period.zone]);
  const error = outages.error ?? figures.error;
  if (error !== null) return <Failure error={error} />;
  const figure = figures.data?.rows.find((candidate) => candidate.term === row.term && candidate.service === row.part && (row.version === null || candidate.version === row.version));
  return (
    <>
      {outages.data === undefined || rows.length > 0 ? <DataTable label={t('compliance.outages')} columns={columns} rows={rows} rowId={(outage) => String(outage.no)} height="content" /> : <p>{t('compliance.noOutages')}</p>}
      <p>
        {figure === undefined || figure.percentIfGranted === null ? null : `${t('compliance.ifGranted', { percent: `${figure.percentIfGranted.toFixed(2)}${NARROW_SPACE}%` })} `}
        {figure === undefined || figure.undeterminedMinutes === 0 ? null : `${t('compliance.undetermined', { minutes: minutes(figure.undeterminedMinutes) })} `}
        {figure === undefined || figure.excludedMinutes === 0 ? null : `${t('compliance.excludedMinutes', { minutes: minutes(figure.excludedMinutes) })} `}
        <Link to="/agreements/$id/outages" params={{ id }} search={{ term: row.term, service: row.part ?? undefined, measuring: row.version ?? undefined, ...(month === undefined ? { from, to } : { month }), ...search }}>{t('compliance.allOutages')}</Link>
        {' '}<FigureExclusions id={id} term={row.term} from={from} to={to} month={month} />
      </p>
    </>
  );
}

function columnsOf(zone: string): readonly Column<FigureOutage>[] {
  return [
    { id: 'reason', head: t('compliance.outages'), width: { min: 110, grow: 2 }, cell: (outage) => outage.reason ?? outage.key },
    { id: 'began', head: t('compliance.began'), width: { min: 120, grow: 1.4 }, cell: (outage) => <span className="tn t2">{instantText(outage.from, zone)}</span> },
    { id: 'minutes', head: t('compliance.minutes'), align: 'end', width: { min: 56, grow: 0.6 }, cell: (outage) => <b>{minutes(outage.countedMinutes)}</b> },
    { id: 'exclusion', head: t('compliance.exclusion'), width: { min: 70, grow: 0.8 }, cell: (outage) => <span className="t3">{outage.exclusion === null ? t('compliance.noExclusion') : t(`tickets.exclusion-${outage.exclusion.state}`)}</span> },
  ];
}
