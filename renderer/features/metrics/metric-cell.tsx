import { useEffect, useState, type KeyboardEvent } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { monthText } from '#shared/format/dates.ts';
import type { Reading } from '#shared/metrics/model.ts';
import { t } from '#shared/messages/messages.ts';
import { cellText, readCell, type CellValue } from './grid-model.ts';
import styles from './metrics.module.css';

/** A cell of the grid; `seen` is what stood in it when typing began. Typing replaces, Enter keeps and goes down, Delete removes, arrows go to the neighbours, Esc goes back. */
export function MetricCell({ metric, month, reading, unit, onKeep, onRemove, onOpen, onWrong }: { metric: string; month: string; reading: Reading | undefined; unit: '%' | null; onKeep: (value: CellValue, seen: Reading | undefined) => void; onRemove: () => void; onOpen: () => void; onWrong: (text: string | null) => void }) {
  const kept = cellText(reading);
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: Reading | undefined } | null>(null);
  const text = draft?.text ?? kept;
  const isEdited = draft !== null;
  const value = readCell(text, unit);
  const isWrong = isEdited && text.trim() !== '' && value === null;
  useEffect(() => {
    if (!isWrong) return undefined;
    onWrong(text);
    return () => onWrong(null);
  }, [isWrong, text]); // oxlint-disable-line react/exhaustive-deps -- what is said depends on the text alone
  const keep = (): void => {
    if (isWrong) return;
    setDraft(null);
    if (draft === null || text.trim() === kept) return;
    if (value === null) onRemove();
    else onKeep(value, draft.over);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = stepOf(event, isEdited);
    if (event.key === 'Escape') {
      event.stopPropagation();
      setDraft(null);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !isEdited) {
      event.preventDefault();
      if (reading !== undefined) onRemove();
    } else if (event.key === 'F2' || (event.key === 'Enter' && event.altKey)) {
      onOpen();
    } else if (step !== null) {
      event.preventDefault();
      if (!isWrong && !moveFocus(event.currentTarget, step)) keep();
    }
  };
  return (
    <input title={isWrong ? t('monitoring.cellWrong') : undefined} className={classes(styles.cell, isWrong && styles.wrong)} value={text} aria-label={t('monitoring.valueOf', { metric, month: monthText(month) })} aria-invalid={isWrong || undefined} inputMode="decimal" autoComplete="off" data-cell
      onChange={(event) => setDraft({ text: event.target.value, over: draft === null ? reading : draft.over })} onFocus={(event) => event.target.select()} onBlur={keep} onKeyDown={press} onDoubleClick={onOpen} />
  );
}

type Step = readonly [rows: number, columns: number];

function stepOf(event: KeyboardEvent, isEdited: boolean): Step | null {
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.altKey)) return [1, 0];
  if (event.key === 'ArrowUp') return [-1, 0];
  if (isEdited) return null;
  return event.key === 'ArrowRight' ? [0, 1] : event.key === 'ArrowLeft' ? [0, -1] : null;
}

/** Goes to the cell beside, above or below, which leaves this one and so keeps it; false where there is none. */
function moveFocus(cell: HTMLElement, [rows, columns]: Step): boolean {
  const own = cell.closest<HTMLElement>('[data-row]');
  const grid = cell.closest('[role="grid"], [role="treegrid"]');
  if (own === null || grid === null) return false;
  const [row, column] = [Number(own.dataset['row']) + rows, Number(own.dataset['column']) + columns];
  const neighbour = grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"] [data-cell]`);
  neighbour?.focus();
  return neighbour !== null;
}
