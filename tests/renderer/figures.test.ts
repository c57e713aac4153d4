import { describe, expect, it } from 'vitest';
import { asOfText, parseAsOf } from '#renderer/features/compliance/as-of.ts';
import { cellSearch, placeOfSearch } from '#renderer/features/compliance/places.ts';
import { figureInput, shifted, spanOf, spanText } from '#renderer/features/tickets/figure.ts';
import { stripRows } from '#renderer/ui/charts/ledger-days.ts';
import { layoutOf } from '#renderer/ui/table/items.ts';
import { csvText } from '#shared/format/csv.ts';

describe('as of', () => {
  it.each([
    ['31 May 2026 24:00', '2026-06-01T00:00:00'], ['31 May 2026', '2026-06-01T00:00:00'], ['31.05.2026, 9:05', '2026-05-31T09:05:00'], ['2026-05-31T16:00', '2026-05-31T16:00'], ['yesterday', null], ['31 May 2026 25:00', null], ['31 May 2026 24:30', null],
  ])('reads %s', (text, instant) => expect(parseAsOf(text, 'Europe/Berlin')).toBe(instant));
  it('says midnight as the end of its day', () => expect(asOfText(Date.UTC(2026, 10, 23, 23), 'Europe/Berlin')).toBe('Mon 23 Nov 2026, 24:00'));
  it('keeps the time of any other instant', () => expect(asOfText(Date.UTC(2026, 10, 23, 11), 'Europe/Berlin', true)).toBe('23 Nov 2026, 12:00'));
});

describe('a figure in the address', () => {
  it('is a month, or days half-open', () => {
    expect(spanOf({ month: '2026-12' })).toEqual({ from: '2026-12-01', to: '2027-01-01' });
    expect(spanOf({ from: '2026-03-01', to: '2026-03-01' })).toBeNull();
    expect(spanText({ from: '2026-12-01', to: '2027-01-01' })).toBe('December 2026');
    expect(spanText({ from: '2025-11-01', to: '2026-11-01' })).toBe('Nov 2025 to Oct 2026');
  });
  it('moves by its own length', () => {
    expect(shifted({ month: '2026-01' }, -1)).toMatchObject({ month: '2025-12' });
    expect(shifted({ from: '2026-01-01', to: '2026-04-01' }, 1)).toMatchObject({ from: '2026-04-01', to: '2026-07-01' });
  });
  it('is sorted worst first until another order is asked for', () => {
    expect(figureInput('a', { term: 'T-001' }, { from: '2026-01-01', to: '2026-02-01' })).toMatchObject({ sort: 'toTarget', descending: true, thenBy: [] });
    expect(figureInput('a', { term: 'T-001', sort: '-opened.key', left: ['period'] }, { from: '2026-01-01', to: '2026-02-01' })).toMatchObject({ sort: 'opened', descending: true, thenBy: [{ by: 'key', descending: false }], without: ['period'] });
  });
  it('names a cell by month, target and part', () => expect(placeOfSearch(cellSearch({ column: '2026-03', row: 'T-009|Mail' }))).toEqual({ column: '2026-03', row: 'T-009|Mail' }));
});

describe('groups of rows that are read as they come into sight', () => {
  const groups = [{ key: 'missed', head: '', count: 2 }, { key: 'met', head: '', count: 3 }];
  it('stand under their heads', () => {
    const layout = layoutOf(groups, new Set());
    expect(layout.count).toBe(7);
    expect([0, 1, 2, 3, 4, 6].map((index) => { const place = layout.at(index); return 'row' in place ? place.row : place.group.key; })).toEqual(['missed', 0, 1, 'met', 2, 4]);
    expect([0, 2].map((row) => layout.placeOf(row))).toEqual([1, 4]);
  });
  it('leave out the rows of a closed one', () => {
    const layout = layoutOf(groups, new Set(['missed']));
    expect(layout.count).toBe(5);
    expect(layout.at(2)).toEqual({ row: 2 });
    expect(layout.placeOf(1)).toBe(0);
  });
});

describe('days of a ledger', () => {
  const H = 3_600_000;
  const days = Array.from({ length: 6 }, (_, index) => ({ from: index * 24 * H, to: (index + 1) * 24 * H, label: `day ${index}` }));
  const office = days.flatMap((day) => [{ from: day.from, to: day.from + 8 * H, kind: 'outOfHours' as const }, { from: day.from + 8 * H, to: day.from + 18 * H, kind: day.from < 4 * 24 * H ? 'paused' as const : 'counted' as const }, { from: day.from + 18 * H, to: day.to, kind: 'outOfHours' as const }]);
  it('fold where they hold one class beside the hours', () => expect(stripRows(days, office, []).map((row) => (row.kind === 'fold' ? `${row.days} ${row.timeClass}` : row.day.label))).toEqual(['4 paused', 'day 4', 'day 5']));
});

describe('CSV for spreadsheets', () => {
  it('begins with a byte order mark, quotes what must be, and disarms formulas', () => expect(csvText([['a', 'b,c'], ['=1+1', '-1:00:00'], ['-x', 'say "so"']])).toBe('\ufeffa,"b,c"\r\n\'=1+1,-1:00:00\r\n\'-x,"say ""so"""\r\n'));
});
