import { useEffect, useRef, type RefObject } from 'react';
import { cellText } from '#shared/exports/cells.ts';
import { clipboardHtml, clipboardText } from '#shared/format/clipboard.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { Instant } from '#shared/time/instant.ts';
import { copyWith } from '../copy-text.ts';
import { toast } from '../toast.tsx';
import { rectangleOf, type CellRange } from './cell-range.ts';
import { cellOf, columnName, hasCells, kindOf, type Column } from './columns.ts';
import type { Item } from './items.ts';

type Lines = readonly (readonly string[])[];

/** The cells of rows as text, with the names of the columns above. */
export function copiedRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[], offset: (at: Instant) => number): Lines {
  const copied = columns.filter(hasCells);
  return [copied.map(columnName), ...rows.map((row) => copied.map((column) => cellText(cellOf(column, row), kindOf(column), offset)))];
}

/** Puts lines on the clipboard, as text and as a table, so that a spreadsheet takes them as cells. */
export function copyLines(lines: Lines, words: string): void {
  toast(copyWith((clipboard) => putLines(clipboard, lines)) ? words : t('table.copyFailed'));
}

type Options<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly range: CellRange | null;
  readonly selected: readonly Row[];
  readonly active: number;
  readonly itemAt: (index: number) => Item<Row> | undefined;
  readonly offset: (at: Instant) => number;
};

/** What Ctrl C takes while the focus is in the table: the chosen cells, else the chosen rows, else the row that the keyboard is on. Text that is marked on the page goes first. */
export function useCopy<Row>(root: RefObject<HTMLElement | null>, options: Options<Row>): void {
  const latest = useRef(options);
  useEffect(() => { latest.current = options; });
  useEffect(() => {
    // The event begins where the caret stands, which may be outside the table that has the focus.
    const copy = (event: ClipboardEvent): void => {
      if (root.current?.contains(document.activeElement) === true && !event.defaultPrevented) copyFrom(latest.current, event);
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [root]);
}

function copyFrom<Row>({ columns, range, selected, active, itemAt, offset }: Options<Row>, event: ClipboardEvent): void {
  if (document.activeElement?.matches('input:not([type="checkbox"]), textarea') === true) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const rowsOf = (from: number, to: number): readonly Row[] => Array.from({ length: to - from + 1 }, (_, index) => itemAt(from + index)).flatMap((item) => (item?.kind === 'row' ? [item.row] : []));
  const found = range === null ? null : rectangleOf(range);
  const rows = found === null ? (selected.length > 0 ? selected : active < 0 ? [] : rowsOf(active, active)) : rowsOf(found.top, found.bottom);
  if (rows.length === 0) return;
  const lines = found === null ? copiedRows(columns, rows, offset) : copiedRows(columns.slice(found.left, found.right + 1), rows, offset).slice(1);
  const cells = lines.reduce((sum, line) => sum + line.length, 0);
  if (cells === 0 || event.clipboardData === null) return;
  event.preventDefault();
  putLines(event.clipboardData, lines);
  toast(found === null ? t('table.copied', { count: countText(rows.length) }) : t('table.copiedCells', { count: countText(cells) }));
}

function putLines(clipboard: DataTransfer, lines: Lines): void {
  clipboard.setData('text/plain', clipboardText(lines));
  clipboard.setData('text/html', clipboardHtml(lines));
}
