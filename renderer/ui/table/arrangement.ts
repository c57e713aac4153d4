import type { Arrangement } from '#shared/views/model.ts';
import { fixedColumns, type Column } from './columns.ts';

export const asDrawn: Arrangement = { order: [], hidden: [], widths: {} };

/** Narrowest and widest that a column can be made, in pixels. */
export const narrowest = 40;
export const widest = 1200;

/** All columns in the order of the arrangement. The first ones stay first; a column that it does not know stands where it was drawn, behind its neighbour. */
export function ordered<Row>(columns: readonly Column<Row>[], arrangement: Arrangement): readonly Column<Row>[] {
  const fixed = fixedColumns(columns);
  const [first, rest] = [columns.slice(0, fixed), columns.slice(fixed)];
  const known = new Map(rest.map((column) => [column.id, column]));
  const result = arrangement.order.flatMap((id) => known.get(id) ?? []);
  const placed = new Set(result.map((column) => column.id));
  rest.forEach((column, index) => {
    if (placed.has(column.id)) return;
    const before = rest[index - 1];
    const at = before === undefined ? -1 : result.findIndex((one) => one.id === before.id);
    result.splice(at + 1, 0, column);
  });
  return [...first, ...result];
}

/** The columns that are shown, in their order. */
export function shownColumns<Row>(columns: readonly Column<Row>[], arrangement: Arrangement): readonly Column<Row>[] {
  const hidden = new Set(arrangement.hidden);
  const fixed = fixedColumns(columns);
  return ordered(columns, arrangement).filter((column, index) => index < fixed || !hidden.has(column.id));
}

/** Puts a column before or behind another one that is shown; the first columns stay where they are. */
export function moved<Row>(columns: readonly Column<Row>[], arrangement: Arrangement, id: string, target: string, behind: boolean): Arrangement {
  const fixed = fixedColumns(columns);
  const movable = ordered(columns, arrangement).slice(fixed).map((column) => column.id);
  if (id === target || !movable.includes(id)) return arrangement;
  const others = movable.filter((other) => other !== id);
  const at = others.indexOf(target);
  return { ...arrangement, order: others.toSpliced(at < 0 ? 0 : at + (behind ? 1 : 0), 0, id) };
}

/** Moves a column past its shown neighbour: `by` -1 to the left, 1 to the right. */
export function shifted<Row>(columns: readonly Column<Row>[], arrangement: Arrangement, id: string, by: -1 | 1): Arrangement {
  const shown = shownColumns(columns, arrangement);
  const target = shown[shown.findIndex((column) => column.id === id) + by];
  if (target === undefined || shown.indexOf(target) < fixedColumns(columns)) return arrangement;
  return moved(columns, arrangement, id, target.id, by > 0);
}

export function resized(arrangement: Arrangement, id: string, width: number): Arrangement {
  return { ...arrangement, widths: { ...arrangement.widths, [id]: Math.round(Math.min(widest, Math.max(narrowest, width))) } };
}

/** Gives a column the width back that was drawn. */
export function unsized(arrangement: Arrangement, id: string): Arrangement {
  const { [id]: _width, ...widths } = arrangement.widths;
  return { ...arrangement, widths };
}

export function hiddenOr(arrangement: Arrangement, id: string, isShown: boolean): Arrangement {
  const hidden = arrangement.hidden.filter((other) => other !== id);
  return { ...arrangement, hidden: isShown ? hidden : [...hidden, id] };
}
