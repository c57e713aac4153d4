import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { FigureExclusions } from '#renderer/features/exclusions/figure-exclusions.tsx';
import { SectionHead } from '#renderer/ui/section.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { shiftMonth } from '#renderer/ui/period-picker.tsx';
import type { FigureTicket, FigureTickets, Matrix, MatrixCell, MatrixRow } from '#shared/compliance/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { hoursMinutes, signedHoursMinutes } from '#shared/format/durations.ts';
import { countText, ofText, percentText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './compliance.module.css';
import { availabilityTitle, cellText, minutes, verdictMarkOf } from './figures.ts';
import { OutagesTable } from './outages-table.tsx';

export type FigureContext = { readonly asOf: string | undefined; readonly version: number | undefined };
type Props = { id: string; search: FigureContext; matrix: Matrix; row: MatrixRow; cell: MatrixCell };

/** What is behind the chosen cell: its late tickets or outages, the interval, and the way to all. */
export function ChosenCell(props: Props) {
  const { matrix, row, cell } = props;
  const count = cell.share !== null ? ofText(cell.share.numerator, cell.share.denominator) : row.type === 'availability' && cell.downMinutes !== null && cell.budgetMinutes !== null ? t('compliance.minutesOf', { down: minutes(cell.downMinutes), budget: cell.budgetMinutes.toFixed(1) }) : null;
  const name = row.type === 'availability' ? availabilityTitle(matrix, row, monthText(cell.month)) : t('compliance.cellTitle', { name: row.part === null ? row.name : `${row.name} ${row.part}`, month: monthText(cell.month) });
  return (
    <section className={styles.block} aria-label={name}>
      <SectionHead title={name} count={count} end={<VerdictMark verdict={verdictMarkOf(cell.verdict)} word={t(`compliance.verdict-${cell.verdict}`)} />} />
      {row.type === 'response' || row.type === 'resolution' ? <LateTickets {...props} /> : row.type === 'availability' ? <CellOutages {...props} /> : <MetricText {...props} />}
    </section>
  );
}

function LateTickets({ id, search, row, cell }: Props) {
  const span = { from: `${cell.month}-01`, to: `${shiftMonth(cell.month, 1)}-01` };
  const { data, error } = useQuery({
    ...api.compliance.tickets.queryOptions({ input: { id, term: row.term, ...span, verdicts: ['missed'], limit: 5, ...(row.part === null ? {} : { part: row.part }), ...(search.asOf === undefined ? {} : { asOf: search.asOf }), ...(search.version === undefined ? {} : { version: search.version }), ...(row.version === null ? {} : { measuring: row.version }) } }),
    placeholderData: keepPreviousData,
  });
  const { asOf, version } = search;
  const columns = useMemo(() => lateColumns(id, { asOf, version }, cell.month, row.version ?? undefined, data), [id, asOf, version, cell.month, row.version, data]);
  if (error !== null) return <Failure error={error} />;
  const all = { term: row.term, month: cell.month, part: row.part ?? undefined, measuring: row.version ?? undefined, ...search };
  const total = cell.share?.denominator ?? 0;
  return (
    <>
      {data === undefined || data.rows.length > 0 ? <DataTable label={t('compliance.lateTicket')} columns={columns} rows={data?.rows ?? noRows} rowId={(ticket) => ticket.key} height="content" /> : <p>{t('compliance.noLate')}</p>}
      <p>
        {cell.share === null ? null : `${percentText(cell.share.numerator, cell.share.denominator) ?? ''}, ${t('compliance.interval', { low: cell.share.wilson95[0].toFixed(1), high: cell.share.wilson95[1].toFixed(1) })}${cell.share.smallSample ? `; ${t('compliance.few')}` : ''}. `}
        <Link to="/agreements/$id/tickets" params={{ id }} search={all}>{total === 0 ? t('compliance.showTickets') : t('compliance.allTickets', { count: countText(total) })}</Link>
        {' '}<FigureExclusions id={id} term={row.term} {...span} month={cell.month} />
      </p>
    </>
  );
}

const noRows: readonly FigureTicket[] = [];

function lateColumns(id: string, search: FigureContext, month: string, measuring: number | undefined, data: FigureTickets | undefined): readonly Column<FigureTicket>[] {
  const zone = data?.zone ?? 'UTC';
  const within = data !== undefined && 'seconds' in data.within ? t('compliance.toHours', { time: hoursMinutes(data.within.seconds * 1000) }) : t('compliance.toDue');
  return [
    {
      id: 'key', head: t('compliance.lateTicket'), width: { min: 90, grow: 1 },
      cell: (ticket) => <Link className="id m" to="/agreements/$id/tickets" params={{ id }} search={{ term: data?.term, month, ticket: ticket.no, measuring, ...search }}>{ticket.key}</Link>,
    },
    { id: 'opened', head: t('compliance.opened'), width: { min: 120, grow: 1.4 }, cell: (ticket) => <span className="tn t2">{instantText(ticket.openedAt, zone)}</span> },
    { id: 'counted', head: t('compliance.counted'), align: 'end', width: { min: 92, grow: 1 }, cell: (ticket) => hoursMinutes(ticket.countedMs) },
    { id: 'toTarget', head: within, align: 'end', width: { min: 76, grow: 0.8 }, cell: (ticket) => <span className="missed-text">{ticket.toTargetMs === null ? '–' : signedHoursMinutes(ticket.toTargetMs)}</span> },
  ];
}

function CellOutages({ id, search, matrix, row, cell }: Props) {
  return <OutagesTable id={id} search={search} matrix={matrix} row={row} from={`${cell.month}-01`} to={`${shiftMonth(cell.month, 1)}-01`} month={cell.month} />;
}

function MetricText({ row, cell }: Props) {
  const month = monthText(cell.month);
  if (cell.isElsewhere) return <p>{t('compliance.elsewhere')}</p>;
  if (cell.verdict === 'not measured') return <p>{t('compliance.verdict-not measured')}</p>;
  if (cell.value === null) return <p>{t('compliance.noReading')}</p>;
  const values = { month, goal: row.goal ?? '' };
  return <p>{cell.share === null ? t('compliance.metricText', { ...values, value: cellText(row, cell, 'metOfAll') }) : `${percentText(cell.share.numerator, cell.share.denominator) ?? ''}: ${t('compliance.metricCount', { ...values, met: countText(cell.share.numerator), all: countText(cell.share.denominator) })}`}</p>;
}
