import { describe, expect, it } from 'vitest';
import { conditionText, fitting, valuesOf, withCondition } from '#renderer/ui/list/conditions.ts';
import { groupingOf, totalsOf } from '#renderer/ui/list/grouping.tsx';
import { keptSearch, sortOf, sortText } from '#renderer/ui/list/search.ts';
import { itemsOf } from '#renderer/ui/table/items.ts';
import type { Column } from '#renderer/ui/table/columns.ts';

type Row = { readonly name: string; readonly kind: string | null; readonly at: number; readonly days: number };
const rows: readonly Row[] = [
  { name: 'Ärger', kind: 'P10', at: Date.UTC(2026, 0, 31, 23, 30), days: 2 },
  { name: 'بريد', kind: 'P2', at: Date.UTC(2026, 1, 3), days: 5 },
  { name: '😀 mail', kind: null, at: Date.UTC(2026, 2, 1), days: 8 },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', head: 'Name', value: (row) => row.name },
  { id: 'kind', head: 'Kind', value: (row) => row.kind },
  { id: 'at', head: 'At', kind: 'instant', value: (row) => row.at },
  { id: 'days', head: 'Days', align: 'end', value: (row) => row.days, sum: (some) => some.reduce((sum, row) => sum + row.days, 0) },
];
const names = (some: readonly Row[]): readonly string[] => some.map((row) => row.name);

describe('conditions of a list', () => {
  it.each([
    ['one of the values', [{ column: 'kind', is: ['P2', ''] }], ['بريد', '😀 mail']],
    ['a part of the text, whatever its case', [{ column: 'name', text: 'MAIL' }], ['😀 mail']],
    ['days on the clock of the zone, both included', [{ column: 'at', from: '2026-02-01', to: '2026-02-03' }], ['Ärger', 'بريد']],
    ['figures from and to', [{ column: 'days', from: '5' }], ['بريد', '😀 mail']],
    ['all of them at once', [{ column: 'days', from: '5' }, { column: 'kind', is: ['P2'] }], ['بريد']],
    ['a column that is not there passes everything', [{ column: 'gone', is: ['x'] }], ['Ärger', 'بريد', '😀 mail']],
  ])('%s', (_, conditions, expected) => expect(names(fitting(rows, columns, conditions, 'Europe/Berlin'))).toEqual(expected));
  it('replaces the condition of its column and goes when it asks for nothing', () => {
    const one = withCondition([], { column: 'kind', is: ['P2'] });
    expect(withCondition(one ?? [], { column: 'kind', text: 'P' })).toEqual([{ column: 'kind', text: 'P' }]);
    expect(withCondition(one ?? [], { column: 'kind', is: [] })).toBeUndefined();
  });
  it('says what it asks for', () => expect(conditionText({ column: 'at', from: '2026-02-01' }, 'days')).toBe('from 1 Feb 2026'));
  it('offers no values where there are too many', () => expect(valuesOf(rows, columns[0] ?? { id: '', head: '' }, 'UTC', 2)).toBeNull());
});

describe('groups and totals', () => {
  it('orders groups by size of the figures in their names, none last', () => {
    const groups = itemsOf(rows, groupingOf(columns, 'kind', 'UTC'), new Set()).flatMap((item) => (item.kind === 'group' ? [item.key] : []));
    expect(groups).toEqual(['P2', 'P10', 'None']);
  });
  it('puts days under their months on the clock of the zone', () => {
    const groups = itemsOf(rows, groupingOf(columns, 'at', 'Europe/Berlin'), new Set()).flatMap((item) => (item.kind === 'group' ? [item.key] : []));
    expect(groups).toEqual(['2026-02', '2026-03']);
  });
  it('sums what can be summed and counts the rows', () => expect(totalsOf(columns, rows)).toEqual({ name: '3 rows', days: 15 }));
});

describe('the address of a list', () => {
  it.each(['name', '-agreements.name', undefined])('reads %s as it was written', (text) => expect(sortText(sortOf(text))).toBe(text));
  it('keeps of the address only how the list stands', () => expect(keptSearch({ sort: '-from', no: 3, view: 'x', kind: 'outage', new: true, service: 'a' }, ['service'])).toEqual({ sort: '-from', kind: 'outage' }));
});
