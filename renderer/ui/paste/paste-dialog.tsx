import { useMemo, useState, type ReactNode } from 'react';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Check } from '../fields/check.tsx';
import { Note } from '../note.tsx';
import type { Column } from '../table/columns.ts';
import { DataTable } from '../table/data-table.tsx';
import styles from './paste.module.css';
import { planOf, takenCells, type PasteCell, type PastePlan } from './paste-plan.ts';

type Rows = readonly (readonly string[])[];

type Props = {
  readonly title: string;
  /** Which columns are expected; stands over the field for the cells. */
  readonly help: ReactNode;
  /** What was pasted already; null asks for it. */
  readonly text: string | null;
  readonly read: (rows: Rows) => PastePlan;
  readonly onClose: () => void;
};

/** Cells of a spreadsheet on their way in: what is taken and what is not is shown before anything is written, then one step writes it. */
export function PasteDialog({ title, help, text, read, onClose }: Props) {
  const [pasted, setPasted] = useState(text);
  const [onlyLeft, setOnlyLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const reading = useMemo(() => (pasted === null ? null : planOf(pasted, read)), [pasted]); // oxlint-disable-line react/exhaustive-deps -- what is shown is what is taken, whatever changes meanwhile
  const plan = reading !== null && 'plan' in reading ? reading.plan : null;
  const taken = useMemo(() => takenCells(plan?.cells ?? []), [plan]);
  const left = useMemo(() => (plan?.cells ?? []).filter((cell) => cell.fault !== null), [plan]);
  const take = async (): Promise<void> => {
    if (plan === null || busy) return;
    setBusy(true);
    await plan.take();
    onClose();
  };
  const accept = taken.length === 0
    ? <Button kind="primary" disabledReason={pasted === null ? t('table.pasteEmpty') : t('table.pasteNothing')}>{t('table.paste')}</Button>
    : <Button kind="primary" onClick={() => void take()}>{t('table.pasteAccept', { count: countText(taken.length) })}</Button>;
  return (
    <Dialog opened onClose={onClose} title={title} width={760} actions={<><Button kind="quiet" onClick={onClose}>{t('kit.cancel')}</Button>{accept}</>}>
      {plan === null ? (
        <label className={styles.ask}>
          <span className="t13 t2">{help}</span>
          <textarea className={styles.field} aria-label={t('table.pasteHere')} placeholder={t('table.pasteHere')} rows={8} data-autofocus value="" onChange={() => undefined} onPaste={(event) => { event.preventDefault(); setPasted(event.clipboardData.getData('text/plain')); }} />
          {reading !== null && 'refused' in reading ? <Note tone="missed">{reading.refused}</Note> : null}
        </label>
      ) : (
        <>
          <p className={styles.summary} tabIndex={-1} data-autofocus>
            <b>{t('table.pasteTaken', { count: countText(taken.length) })}</b>{left.length === 0 ? `. ${t('table.pasteAllTaken')}` : <>, <span className="missed-text">{t('table.pasteLeft', { count: countText(left.length) })}</span>.</>}
          </p>
          {left.length === 0 ? null : <Check label={t('table.pasteOnlyLeft')} checked={onlyLeft} onChange={setOnlyLeft} />}
          <div className={styles.preview}><DataTable label={t('table.pasteTitle')} columns={columns} rows={onlyLeft ? left : plan.cells} rowId={keyOf} rowHeight={32} /></div>
        </>
      )}
    </Dialog>
  );
}

const keyOf = (cell: PasteCell): string => cell.key;

const columns: readonly Column<PasteCell>[] = [
  { id: 'where', head: t('table.pasteWhere'), value: (cell) => cell.where, width: { min: 160, grow: 2 } },
  { id: 'before', head: t('table.pasteBefore'), value: (cell) => cell.before, width: { min: 90, grow: 1 }, cell: (cell) => <span className="t3" dir="auto">{cell.before === '' ? '–' : cell.before}</span> },
  { id: 'now', head: t('table.pasteNow'), value: (cell) => cell.now, width: { min: 90, grow: 1 }, cell: (cell) => <span className={cell.fault === null ? 'm' : 't3'} dir="auto">{cell.now}</span> },
  { id: 'state', head: t('table.pasteState'), text: stateOf, width: { min: 150, grow: 1.4 }, cell: (cell) => <span className={cell.fault === null ? 't2' : 'missed-text'}>{stateOf(cell)}</span> },
];

function stateOf(cell: PasteCell): string {
  if (cell.fault !== null) return cell.fault;
  return t(cell.before === cell.now ? 'table.pasteSame' : cell.before === '' ? 'table.pasteIsNew' : 'table.pasteIsTaken');
}
