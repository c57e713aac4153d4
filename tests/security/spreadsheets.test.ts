import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, spreadsheetSafe } from '#shared/format/csv.ts';

/** What Excel, LibreOffice and Google Sheets begin a formula with, full-width forms included. */
const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const attacks = begins.flatMap((sign) => [`${sign}1+1`, `${sign}cmd|' /C calc'!A0`, `${sign}HYPERLINK("http://x","y")`, `${sign}`, `${sign}SUM(A1)\n=2`]);

/** Reads CSV as a spreadsheet does. */
function cells(text: string): string[] {
  return [...text.replace(/^\uFEFF/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/gu)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

describe('a list that leaves as CSV', () => {
  it.each(attacks)('no cell of it is a formula: %j', (attack) => {
    const [first = '', second = ''] = cells(csvText([[attack, `a "quoted", ${attack}`]]));
    expect(/^[=+@\t\r\n＝＋＠－]/u.test(first)).toBe(false);
    expect(first.startsWith('-') && !/^-[\d.:]+$/u.test(first)).toBe(false);
    expect(second).toBe(`a "quoted", ${attack}`);
  });

  it('of any text, only an apostrophe is added, and only where a formula begins', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const safe = spreadsheetSafe(text);
        expect([text, `'${text}`]).toContain(safe);
        expect(safe === text || begins.includes(text[0] ?? '')).toBe(true);
      }),
    );
  });

  it.each(['-12', '-1.5', '-1:00:00', '12', '2026-01-31', "don't"])('figures and dates stay as they are: %s', (text) => expect(spreadsheetSafe(text)).toBe(text));
});
