import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipboardHtml, clipboardSize, clipboardText, readClipboard } from '#shared/format/clipboard.ts';

describe('cells on the clipboard', () => {
  it.each([
    ['cells and rows', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['an empty cell', 'a\t\tb', [['a', '', 'b']]],
    ['quotes with a tab, a line break and a quote inside', '"a\tb"\t"c\nd"\t"e ""f"""', [['a\tb', 'c\nd', 'e "f"']]],
    ['a text that only begins with a quote', '"a" and b\tc', [['"a" and b', 'c']]],
    ['an apostrophe that kept a formula away', "'=1+1\t'quoted", [['=1+1', "'quoted"]]],
    ['every script', 'قائد\t😀', [['قائد', '😀']]],
    ['one cell', 'a', [['a']]],
  ])('%s', (_, text, expected) => expect(readClipboard(text)).toEqual(expected));

  it('reads what it wrote', () => fc.assert(fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z"\t\n ,]{0,8}$/u), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
    expect(readClipboard(clipboardText(rows))).toEqual(rows.map((row) => row.map((cell) => cell.trim())));
  })));

  it('counts cells without reading them', () => expect(clipboardSize('a\tb\nc\td\n')).toBe(4));
  it('reads 50,000 cells at once', () => {
    const text = Array.from({ length: 5000 }, () => 'a\tb\tc\td\te\tf\tg\th\ti\tj').join('\n');
    expect(clipboardSize(text)).toBe(50_000);
    expect(readClipboard(text)).toHaveLength(5000);
  });
  it('marks texts as texts and escapes them', () => expect(clipboardHtml([['<b>', '12']])).toContain(`<td style="mso-number-format:'\\@'">&lt;b&gt;</td><td>12</td>`));
});
