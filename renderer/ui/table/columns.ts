import type { ReactNode } from 'react';
import type { Cell, CellKind } from '#shared/exports/model.ts';

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
  /** What `value` is, for filters, the clipboard and files: a number is one without it. `instant` and `duration` are ms. */
  readonly kind?: CellKind;
  /** The value in words, where `value` only sorts or a picture is shown: what is copied, exported and filtered by. */
  readonly text?: (row: Row) => string;
  /** False where rows cannot be grouped by it. */
  readonly group?: boolean;
};

export type SortBy = { readonly column: string; readonly descending: boolean };

/** A group of a source: `count` rows that follow each other. `sums` is what its head shows, by column. */
export type SourceGroup = { readonly key: string; readonly head: ReactNode; readonly count: number; readonly sums?: Readonly<Record<string, ReactNode>> };

/** Rows that are read as they come into sight. */
export type WindowSource<Row> = {
  readonly rowCount: number;
  /** Undefined for a row that is still loading. */
  readonly getRow: (index: number) => Row | undefined;
  readonly onWindow?: (first: number, last: number) => void;
  /** Their counts add up to `rowCount`. */
  readonly groups?: readonly SourceGroup[];
  /** Rows that are not in sight, the last one included. */
  readonly read?: (first: number, last: number) => Promise<readonly Row[]>;
  /** The place of the row whose name begins with the text; null where there is none. */
  readonly find?: (text: string) => Promise<number | null>;
};

/** The name of a column in words. */
export function columnName<Row>(column: Column<Row>): string {
  return column.label ?? (typeof column.head === 'string' ? column.head : column.id);
}

/** The columns that always stand first and stay in sight: all up to the first that has a name in its head. */
export function fixedColumns<Row>(columns: readonly Column<Row>[]): number {
  const named = columns.findIndex((column) => column.head !== '');
  return named < 0 ? columns.length : named + 1;
}

/** What of a row is copied and exported in a column; columns that are only a picture have none. */
export function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  return column.text === undefined ? (column.value?.(row) ?? null) : column.text(row);
}

export function hasCells<Row>(column: Column<Row>): boolean {
  return column.value !== undefined || column.text !== undefined;
}

/** What the cells of a column are; a figure without a kind is a number. */
export function kindOf<Row>(column: Column<Row>): CellKind {
  if (column.text !== undefined) return 'text';
  return column.kind ?? (column.align === 'end' ? 'number' : 'text');
}

/** Space between two columns. */
export const columnGap = 12;
/** Width of the column of check boxes. */
export const selectWidth = 28;

type Widths = Readonly<Record<string, number>>;

/** The CSS grid of the columns, and the least width of the whole. A width that a person gave stands for the drawn one. */
export function gridOf<Row>(columns: readonly Column<Row>[], selectable: boolean, widths: Widths = {}): { readonly template: string; readonly least: number } {
  const tracks = columns.map((column) => {
    const given = widths[column.id] ?? column.width;
    if (typeof given === 'number') return { css: `${given}px`, least: given };
    const { min, grow } = given ?? { min: 80, grow: 1 };
    return { css: `minmax(${min}px, ${grow}fr)`, least: min };
  });
  const all = selectable ? [{ css: `${selectWidth}px`, least: selectWidth }, ...tracks] : tracks;
  return { template: all.map((track) => track.css).join(' '), least: all.reduce((sum, track) => sum + track.least, 0) + columnGap * Math.max(0, all.length - 1) };
}

/** The first column takes the ground of the row with it, which bleeds over the edge of the page. */
export const firstEdge = -8;

/** How far from the edge each of the first columns stays when the table is scrolled sideways; one behind a column that grows cannot stay. */
export function stickyEdges<Row>(columns: readonly Column<Row>[], selectable: boolean, widths: Widths = {}): ReadonlyMap<string, number> {
  const edges = new Map<string, number>();
  let edge = selectable ? selectWidth + columnGap : firstEdge;
  for (const column of columns.slice(0, fixedColumns(columns))) {
    edges.set(column.id, edge);
    const width = widths[column.id] ?? column.width;
    if (typeof width !== 'number') break;
    edge = Math.max(0, edge) + width + columnGap;
  }
  return edges;
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
