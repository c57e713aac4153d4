import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDrawn, moved, ordered, resized, shifted, shownColumns, unsized } from '#renderer/ui/table/arrangement.ts';
import { columnsInside, oneCell, stepped } from '#renderer/ui/table/cell-range.ts';
import { stickyEdges, type Column } from '#renderer/ui/table/columns.ts';

type Row = { readonly name: string };
const columns: readonly Column<Row>[] = [{ id: 'mark', head: '', width: 16 }, { id: 'name', head: 'Name', width: 120 }, { id: 'a', head: 'A' }, { id: 'b', head: 'B' }, { id: 'c', head: 'C' }];
const ids = (list: readonly Column<Row>[]): string => list.map((column) => column.id).join(' ');

describe('how columns stand', () => {
  it('keeps all columns up to the first with a head in their place', () => expect(ids(ordered(columns, { ...asDrawn, order: ['c', 'name', 'mark', 'a'] }))).toBe('mark name c a b'));
  it.each([
    ['a', 1, 'mark name b a c'],
    ['c', -1, 'mark name a c b'],
    ['a', -1, 'mark name a b c'],
    ['c', 1, 'mark name a b c'],
    ['name', 1, 'mark name a b c'],
  ] as const)('moves %s by %i to %s', (id, by, expected) => expect(ids(ordered(columns, shifted(columns, asDrawn, id, by)))).toBe(expected));
  it('passes over hidden columns when one moves', () => expect(ids(shownColumns(columns, shifted(columns, { ...asDrawn, hidden: ['b'] }, 'a', 1)))).toBe('mark name c a'));
  it('never hides the first columns', () => expect(ids(shownColumns(columns, { ...asDrawn, hidden: ['mark', 'name', 'a'] }))).toBe('mark name b c'));
  it('puts a column that is new behind its drawn neighbour', () => expect(ids(ordered(columns, { ...asDrawn, order: ['c', 'a'] }))).toBe('mark name c a b'));
  it('loses no column and doubles none, whatever order was kept', () => fc.assert(fc.property(fc.array(fc.constantFrom('mark', 'name', 'a', 'b', 'c', 'gone')), (order) => {
    expect(ordered(columns, { ...asDrawn, order: [...new Set(order)] }).map((column) => column.id).toSorted()).toEqual(['a', 'b', 'c', 'mark', 'name']);
  })));
  it('drops a column before or behind another', () => {
    expect(ids(ordered(columns, moved(columns, asDrawn, 'a', 'c', true)))).toBe('mark name b c a');
    expect(ids(ordered(columns, moved(columns, asDrawn, 'c', 'a', false)))).toBe('mark name c a b');
  });
  it('keeps a width within reason and gives the drawn one back', () => {
    expect(resized(asDrawn, 'a', 3).widths).toEqual({ a: 40 });
    expect(unsized(resized(asDrawn, 'a', 200), 'a').widths).toEqual({});
  });
  it('lets the first columns stay in sight', () => expect([...stickyEdges(columns, true)]).toEqual([['mark', 40], ['name', 68]]));
});

describe('chosen cells', () => {
  const size = { rows: 10, columns: 4 };
  it('begin at an edge with the first arrow sideways', () => {
    expect(stepped(null, 3, [0, 1], false, size)).toEqual(oneCell({ row: 3, column: 0 }));
    expect(stepped(null, 3, [0, -1], false, size)).toEqual(oneCell({ row: 3, column: 3 }));
  });
  it('are none while only rows are walked', () => expect(stepped(null, 3, [1, 0], false, size)).toBeNull());
  it('grow with Shift from where they began and stay inside', () => {
    const begun = stepped(stepped(oneCell({ row: 8, column: 1 }), 8, [1, 0], true, size), 9, [1, 0], true, size);
    expect(begun).toEqual({ anchor: { row: 8, column: 1 }, focus: { row: 9, column: 1 } });
    expect(columnsInside(begun, 9)).toBe('1 1');
    expect(columnsInside(begun, 7)).toBe('');
  });
});
