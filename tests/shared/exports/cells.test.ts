import { describe, expect, it } from 'vitest';
import { cellText, sheetValue } from '#shared/exports/cells.ts';
import { offsetsOf } from '#shared/exports/offset.ts';

const berlin = offsetsOf('Europe/Berlin');
const summer = Date.UTC(2026, 6, 1, 10, 30);

describe('a cell of a spreadsheet', () => {
  it.each([
    ['a time is that of the clock on the wall', summer, 'instant', new Date(Date.UTC(2026, 6, 1, 12, 30))],
    ['a winter time too', Date.UTC(2026, 0, 1, 10), 'instant', new Date(Date.UTC(2026, 0, 1, 11))],
    ['a date is a date', '2026-11-24', 'date', new Date(Date.UTC(2026, 10, 24))],
    ['a duration is a share of a day', 43_200_000, 'duration', 0.5],
    ['a figure is a figure', 99.95, 'number', 99.95],
    ['a text stays a text, and no formula', '=1+1', 'text', '=1+1'],
    ['what is no figure is nothing', Number.NaN, 'number', null],
    ['nothing is nothing', null, 'text', null],
    ['control characters that XML cannot hold go', 'a\u0000b\u{1F600}', 'text', 'ab\u{1F600}'],
  ] as const)('%s', (_, value, kind, expected) => expect(sheetValue(value, kind, berlin)).toEqual(expected));
});

describe('a cell as text', () => {
  it.each([
    ['a time as spreadsheets read it', summer, 'instant', '2026-07-01 12:30:00'],
    ['a duration longer than a day', 102_600_000, 'duration', '28:30:00'],
    ['a negative duration', -90_000, 'duration', '-0:01:30'],
    ['a formula gets an apostrophe', '=HYPERLINK("x")', 'text', '\'=HYPERLINK("x")'],
    ['so does a command', '@SUM(A1)', 'text', "'@SUM(A1)"],
    ['a figure with a minus does not', '-3.5', 'text', '-3.5'],
    ['nothing is empty', null, 'number', ''],
  ] as const)('%s', (_, value, kind, expected) => expect(cellText(value, kind, berlin)).toBe(expected));
});
