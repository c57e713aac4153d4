import { Button } from '#renderer/ui/button.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { countText } from '#shared/format/figures.ts';
import type { LineSyntax } from '#shared/imports/corrections.ts';
import { problemText } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import { Correction, proposalFor, type QuarantinedRow } from './correction.tsx';
import styles from './quarantine.module.css';
import { RawLine } from './raw-line.tsx';
import type { Correcting } from './use-correct.ts';

type Deeds = { readonly syntax: LineSyntax | null; readonly correcting: Correcting; readonly onLeave: (line: number) => void; /** The reason stands at the head of its group. */ readonly isGrouped: boolean };

/** Line, what is wrong, the line as it stands in the file, and what mends it. */
export function quarantineColumns({ syntax, correcting, onLeave, isGrouped }: Deeds): readonly Column<QuarantinedRow>[] {
  const columns: Column<QuarantinedRow>[] = [
    { id: 'line', head: t('imports.lineHead'), kind: 'number', value: (row) => row.line, cell: (row) => <span className="t12 t3 tn">{countText(row.line)}</span>, width: 72 },
    { id: 'reason', head: t('imports.problem'), value: (row) => problemText(row.code), text: wordsOf, cell: (row) => <Fault row={row} fault={correcting.faults.get(row.line) ?? null} isGrouped={isGrouped} />, width: { min: 150, grow: 2 } },
    { id: 'raw', head: t('imports.lineInFile'), value: (row) => row.raw, sortable: false, cell: (row) => <RawLine raw={row.raw} detail={faultOf(row, syntax)} />, width: { min: 240, grow: 5 } },
  ];
  if (syntax === null) return columns;
  return [...columns, {
    id: 'mend', head: t('imports.mend'), width: 356,
    cell: (row) => <div className={styles.mend}><Correction row={row} syntax={syntax} correcting={correcting} /><Button kind="quiet" size="small" icon="x" iconOnly onClick={() => onLeave(row.line)}>{t('imports.leaveOut', { line: countText(row.line) })}</Button></div>,
  }];
}

/** What is wrong; after a correction that was not taken, what still is. */
function Fault({ row, fault, isGrouped }: { row: QuarantinedRow; fault: string | null; isGrouped: boolean }) {
  if (fault !== null) return <span className={styles.fault} role="alert" title={fault} dir="auto">{fault}</span>;
  if (isGrouped) return <span className={styles.detail} title={row.detail} dir="auto">{row.detail}</span>;
  return <span className={styles.reason} title={wordsOf(row)}><span>{problemText(row.code)}</span>{row.detail === '' ? null : <span dir="auto">{row.detail}</span>}</span>;
}

/** What is marked in the row: the texts that the fault quotes, or the two cells that would be one. */
function faultOf(row: QuarantinedRow, syntax: LineSyntax | null): string {
  const proposal = syntax === null ? null : proposalFor(row, syntax);
  return proposal?.kind === 'join' ? JSON.stringify(proposal.text) : row.detail;
}

function wordsOf({ code, detail }: QuarantinedRow): string {
  return detail === '' ? problemText(code) : `${problemText(code)}: ${detail}`;
}
