import type { ReactNode } from 'react';

/** A column of a table. Order as in the look: mark, name, agreed, achieved, count, interval, months. */
export type Column<Row> = {
  readonly id: string;
  /** What stands in the head; a unit belongs here ("Counted, h:min"). */
  readonly head: ReactNode;
  /** The head in words where `head` is a picture or empty. */
  readonly label?: string;
  /** What it is sorted by; a column without it is not sorted. Null stands last in both directions. */
  readonly value?: (row: Row) => string | number | null;
  /** What is shown; without it the value. */
  readonly cell?: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  /** Pixels, or a least width that grows with its share. Without it, 80 and one share. */
  readonly width?: number | { readonly min: number; readonly grow: number };
  /** What a group row shows, of the rows of the group. */
  readonly sum?: (rows: readonly Row[]) => ReactNode;
  /** What the totals row shows. */
  readonly foot?: ReactNode;
  /** False where the source cannot sort by it. */
  readonly sortable?: boolean;
  /** Stays in sight when the table is scrolled sideways; for the first columns. */
  readonly sticky?: boolean;
};

export type SortBy = { readonly column: string; readonly descending: boolean };

/** A group of a source: `count` rows that follow each other. `sums` is what its head shows, by column. */
export type SourceGroup = { readonly key: string; readonly head: ReactNode; readonly count: number; readonly sums?: Readonly<Record<string, ReactNode>> };

/** Rows that are read as they come into sight. `getRow` gives undefined for one that is still loading. The counts of `groups` add up to `rowCount`. */
export type WindowSource<Row> = { readonly rowCount: number; readonly getRow: (index: number) => Row | undefined; readonly onWindow?: (first: number, last: number) => void; readonly groups?: readonly SourceGroup[] };

/** The CSS grid of the columns, and the least width of the whole. */
export function gridOf<Row>(columns: readonly Column<Row>[], selectable: boolean): { readonly template: string; readonly least: number } {
  const widths = columns.map((column) => {
    if (typeof column.width === 'number') return { css: `${column.width}px`, least: column.width };
    const { min, grow } = column.width ?? { min: 80, grow: 1 };
    return { css: `minmax(${min}px, ${grow}fr)`, least: min };
  });
  const all = selectable ? [{ css: '28px', least: 28 }, ...widths] : widths;
  return { template: all.map((width) => width.css).join(' '), least: all.reduce((sum, width) => sum + width.least, 0) };
}

/** The sorting after a click on a head: up, then down, then none; with `add` beside the others. */
export function nextSort(sort: readonly SortBy[], column: string, add: boolean): readonly SortBy[] {
  const present = sort.find((entry) => entry.column === column);
  const next = present === undefined ? { column, descending: false } : present.descending ? null : { column, descending: true };
  if (!add) return next === null ? [] : [next];
  if (present === undefined) return next === null ? sort : [...sort, next];
  return sort.flatMap((entry) => (entry.column === column ? (next === null ? [] : [next]) : [entry]));
}

/**
 * A text as it is sorted: without case and accents, figures in it by size, so that "P2" comes before "P10". Made once a row:
 * comparing with a collator costs six times as much on 25,000 rows.
 */
export function sortKey(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().replace(/0*(\d+)/g, (_, figure: string) => String.fromCharCode(48 + Math.min(40, figure.length)) + figure);
}

/** The order of two values: figures by size, texts by their sort keys. */
export function compareValues(first: unknown, second: unknown): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  const [one, other] = [String(first), String(second)];
  return one < other ? -1 : one > other ? 1 : 0;
}
