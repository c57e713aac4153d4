/** A cell by its place: index of the item from the top, index of the column that is shown. */
export type CellPlace = { readonly row: number; readonly column: number };

/** Cells that are chosen: from where it began to where it is now. */
export type CellRange = { readonly anchor: CellPlace; readonly focus: CellPlace };

export type Rectangle = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export function rectangleOf({ anchor, focus }: CellRange): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row), bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column), right: Math.max(anchor.column, focus.column),
  };
}

/** The columns of a row that are inside, as "2 5"; empty where none is. A text, so that rows that did not change are not drawn again. */
export function columnsInside(range: CellRange | null, row: number): string {
  if (range === null) return '';
  const { top, bottom, left, right } = rectangleOf(range);
  return row < top || row > bottom ? '' : `${left} ${right}`;
}

export function oneCell(place: CellPlace): CellRange {
  return { anchor: place, focus: place };
}

export function isOneCell({ anchor, focus }: CellRange): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

/** The range after an arrow key: with `extend` it grows, otherwise its end moves on by itself. Null stays null without a step sideways or an extension. */
export function stepped(range: CellRange | null, active: number, step: readonly [rows: number, columns: number], extend: boolean, size: { readonly rows: number; readonly columns: number }): CellRange | null {
  const [rows, columns] = step;
  if (range === null && columns === 0 && !extend) return null;
  const from = range?.focus ?? { row: Math.max(0, active), column: columns === 0 || extend ? 0 : -1 };
  const begin = range === null && !extend ? { row: from.row, column: columns > 0 ? 0 : size.columns - 1 } : { row: from.row + rows, column: from.column + columns };
  const focus = { row: within(begin.row, size.rows), column: within(begin.column, size.columns) };
  if (!extend) return oneCell(focus);
  return { anchor: range?.anchor ?? { row: within(from.row, size.rows), column: within(from.column, size.columns) }, focus };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
