import { describe, expect, it } from 'vitest';
import { stripRows } from '#renderer/ui/charts/ledger-days.ts';
import { ninesPlace } from '#renderer/ui/charts/scales.ts';
import { compareValues, gridOf, nextSort, sortKey, type SortBy } from '#renderer/ui/table/columns.ts';
import { itemsOf } from '#renderer/ui/table/items.ts';
import { t } from '#shared/messages/messages.ts';

describe('messages', () => {
  it('replaces values', () => expect(t('kit.savedAt', { time: '08:41' })).toBe('Saved 08:41'));
  it('chooses one or other by count', () => expect([t('kit.inDays', { count: 1 }), t('kit.inDays', { count: 3 }), t('kit.rows', { count: '1,000' })]).toEqual(['in 1 day', 'in 3 days', '1,000 rows']));
});

describe('sorting of a table', () => {
  const click = (sort: readonly SortBy[], column: string, add = false) => nextSort(sort, column, add);
  it('goes up, down, none on one head', () => {
    const up = click([], 'a');
    expect(up).toEqual([{ column: 'a', descending: false }]);
    const down = click(up, 'a');
    expect(down).toEqual([{ column: 'a', descending: true }]);
    expect(click(down, 'a')).toEqual([]);
  });
  it('keeps the others with shift', () => {
    const two = click(click([], 'a'), 'b', true);
    expect(two.map((entry) => entry.column)).toEqual(['a', 'b']);
    expect(click(two, 'a', true)).toEqual([{ column: 'a', descending: true }, { column: 'b', descending: false }]);
    expect(click(two, 'b').map((entry) => entry.column)).toEqual(['b']);
  });
  it('puts P2 before P10 and figures by size', () => expect([['P10', 'Zürich', 'P2', 'Übersee', 'p1'].toSorted((first, second) => compareValues(sortKey(first), sortKey(second))), [10, 9, -1].toSorted(compareValues)]).toEqual([['p1', 'P2', 'P10', 'Übersee', 'Zürich'], [-1, 9, 10]]));
  it('adds the least widths of its columns', () => expect(gridOf([{ id: 'a', head: 'A', width: 20 }, { id: 'b', head: 'B', width: { min: 100, grow: 2 } }, { id: 'c', head: 'C' }], true)).toEqual({ template: '28px 20px minmax(100px, 2fr) minmax(80px, 1fr)', least: 264 }));
});

describe('groups of a table', () => {
  const rows = [{ id: 1, missed: false }, { id: 2, missed: true }, { id: 3, missed: false }];
  const groupBy = { key: (row: { missed: boolean }) => (row.missed ? 'Missed' : 'Met'), head: (key: string) => key, order: ['Missed', 'Met'] };
  const shape = (closed: readonly string[]) => itemsOf(rows, groupBy, new Set(closed)).map((item) => (item.kind === 'row' ? item.row.id : item.key));
  it('stand in the given order with their rows', () => expect(shape([])).toEqual(['Missed', 2, 'Met', 1, 3]));
  it('hide their rows when closed', () => expect(shape(['Met'])).toEqual(['Missed', 2, 'Met']));
});

describe('nines axis', () => {
  it('gives 90, 99 and 99.9 equal steps', () => {
    const [ninety = 0, two = 0, three = 0] = [0.9, 0.99, 0.999].map((share) => ninesPlace(share));
    expect(two - ninety).toBeCloseTo(three - two, 10);
  });
  it('keeps a gap before 100', () => expect([ninesPlace(1), ninesPlace(0.9999999), ninesPlace(0.2)]).toEqual([1, 0.96, 0]));
});

describe('strip of a ledger', () => {
  const H = 3_600_000;
  const day = (index: number, hours = 24) => ({ from: index * 24 * H, to: (index * 24 + hours) * H, label: `day ${index}` });
  it('cuts stretches at the days', () => {
    const rows = stripRows([day(0), day(1)], [{ from: 10 * H, to: 30 * H, kind: 'counted' }], []);
    expect(rows.map((row) => (row.kind === 'day' ? row.parts.map((part) => part.to - part.from) : row.days))).toEqual([[14 * H], [6 * H]]);
  });
  it('folds equal whole days, not the ones with a mark', () => {
    const days = [0, 1, 2, 3, 4].map((index) => day(index));
    const rows = stripRows(days, [{ from: 0, to: 5 * 24 * H, kind: 'paused' }], [5 * H]);
    expect(rows.map((row) => (row.kind === 'fold' ? row.days : row.day.label))).toEqual(['day 0', 4]);
  });
  it('keeps two equal days apart', () => expect(stripRows([day(0), day(1)], [{ from: 0, to: 48 * H, kind: 'paused' }], [])).toHaveLength(2));
});
