import { useEffect, useState, type KeyboardEvent } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { monthText } from '#shared/format/dates.ts';
import type { Reading } from '#shared/metrics/model.ts';
import { t } from '#shared/messages/messages.ts';
import { cellText, readCell, type CellValue } from './grid-model.ts';
import styles from './metrics.module.css';

/** A cell of the grid: typing replaces, Enter keeps and goes down, Delete removes, arrows go to the neighbours, Esc goes back. */
export function MetricCell({ metric, month, reading, unit, onKeep, onRemove, onOpen }: { metric: string; month: string; reading: Reading | undefined; unit: '%' | null; onKeep: (value: CellValue) => void; onRemove: () => void; onOpen: () => void }) {
  const kept = cellText(reading);
  const [text, setText] = useState(kept);
  const [isEdited, setEdited] = useState(false);
  useEffect(() => { if (!isEdited) setText(kept); }, [kept, isEdited]);
  const value = readCell(text, unit);
  const isWrong = isEdited && text.trim() !== '' && value === null;
  const keep = (): boolean => {
    if (!isEdited || text.trim() === kept) { setEdited(false); return true; }
    if (text.trim() === '') { setEdited(false); onRemove(); return true; }
    if (value === null) return false;
    setEdited(false);
    onKeep(value);
    return true;
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = stepOf(event, isEdited);
    if (event.key === 'Escape') {
      event.stopPropagation();
      setEdited(false);
      setText(kept);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !isEdited) {
      event.preventDefault();
      if (reading !== undefined) onRemove();
    } else if (event.key === 'F2' || (event.key === 'Enter' && event.altKey)) {
      onOpen();
    } else if (step !== null) {
      event.preventDefault();
      if (keep()) focusNeighbour(event.currentTarget, step);
    }
  };
  return (
    <input title={isWrong ? t('monitoring.cellWrong') : undefined} className={classes(styles.cell, isWrong && styles.wrong)} value={text} aria-label={t('monitoring.valueOf', { metric, month: monthText(month) })} aria-invalid={isWrong || undefined} inputMode="decimal" autoComplete="off" data-cell
      onChange={(event) => { setText(event.target.value); setEdited(true); }} onFocus={(event) => event.target.select()} onBlur={keep} onKeyDown={press} onDoubleClick={onOpen} />
  );
}

type Step = readonly [rows: number, columns: number];

function stepOf(event: KeyboardEvent, isEdited: boolean): Step | null {
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.altKey)) return [1, 0];
  if (event.key === 'ArrowUp') return [-1, 0];
  if (isEdited) return null;
  return event.key === 'ArrowRight' ? [0, 1] : event.key === 'ArrowLeft' ? [0, -1] : null;
}

/** The cell beside, above or below in the table. */
function focusNeighbour(cell: HTMLElement, [rows, columns]: Step): void {
  const row = cell.closest('tr');
  const body = row?.parentElement;
  if (row === null || row === undefined || body === null || body === undefined) return;
  const own = [...row.querySelectorAll<HTMLElement>('[data-cell]')];
  const target = body.children[[...body.children].indexOf(row) + rows];
  const cells = rows === 0 ? own : [...(target?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  cells[own.indexOf(cell) + columns]?.focus();
}
