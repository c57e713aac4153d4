import { useMemo } from 'react';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { FigureTicket } from '#shared/compliance/contract.ts';
import { hoursMinutes, signedHoursMinutes } from '#shared/format/durations.ts';
import { ofText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { groupHead } from './figure-columns.tsx';
import { spanText } from './figure.ts';
import styles from './ledger-page.module.css';
import { useFigureRows, type FigureQuestion } from './use-figure-rows.ts';
import { markOf, withinWords } from './words.ts';

/** The figure's tickets beside the ledger, where the window is wide. */
export function LedgerList({ input, ticket, index, onGo }: { input: FigureQuestion; ticket: number; index: number | null; onGo: (ticket: number) => void }) {
  const { source, answer } = useFigureRows(input, groupHead);
  const columns = useMemo(() => listColumns(), []);
  const share = answer?.share ?? null;
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <h2 className="t14 ink b">{t('tickets.crumb', { name: answer?.name ?? '', period: spanText(input) })}</h2>
        <p className="t12 t3">{answer === undefined || share === null ? '' : `${ofText(share.numerator, share.denominator)} ${withinWords(answer.within)}`}</p>
      </div>
      <DataTable label={t('tickets.title')} columns={columns} source={source} rowId={(row) => String(row.no)} rowHeight={44} currentId={String(ticket)} currentIndex={index} onCurrentChange={(row) => onGo(row.no)} />
    </div>
  );
}

function listColumns(): readonly Column<FigureTicket>[] {
  return [
    { id: 'result', head: '', label: t('tickets.result'), width: 16, cell: (row) => <VerdictMark verdict={markOf(row.verdict)} word={t(`tickets.word-${row.verdict}`)} only /> },
    { id: 'key', head: t('tickets.ticket'), width: { min: 100, grow: 1 }, cell: (row) => <span className={styles.two}><span className="id m">{row.key}</span><br /><span className="t12 t3">{row.title ?? row.group ?? ''}</span></span> },
    { id: 'toTarget', head: t('tickets.toDue'), align: 'end', width: 76, cell: (row) => <span className={styles.two}><span className={row.verdict === 'missed' ? 'missed-text' : undefined}>{row.toTargetMs === null ? '–' : signedHoursMinutes(row.toTargetMs)}</span><br /><span className="t12 t3">{hoursMinutes(row.countedMs)}</span></span> },
  ];
}
