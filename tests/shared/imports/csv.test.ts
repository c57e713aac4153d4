import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvSplitter, longestRecord, splitCsv, type CsvRecord } from '#shared/imports/csv.ts';
import { comparableName, sniffDialect } from '#shared/imports/dialect.ts';

const syntax = { delimiter: ',', newline: '\n' } as const;
const field = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '\r', ' ', ';', '한'), maxLength: 6 });
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const quoted = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');

describe('splitting', () => {
  it('gives back what was written with quotes', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(splitCsv(quoted(rows), syntax).map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  it('does not depend on where the text is cut', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(30), { maxLength: 6 }), (rows, cuts) => {
        const text = quoted(rows);
        const records: unknown[] = [];
        const splitter = new CsvSplitter(syntax);
        let at = 0;
        for (const cut of cuts) {
          splitter.push(text.slice(at, at + cut), ({ line, fields, raw }) => records.push({ line, fields, raw }));
          at += cut;
        }
        splitter.push(text.slice(at), ({ line, fields, raw }) => records.push({ line, fields, raw }));
        splitter.end(({ line, fields, raw }) => records.push({ line, fields, raw }));
        expect(records).toEqual(splitCsv(text, syntax).map(({ line, fields, raw }) => ({ line, fields, raw })));
      }),
    );
  });

  it.each<[string, string[][]]>([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['a,b\r\n\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['a,"b"x,c', [['a', 'bx', 'c']]],
    ['a,5" disk,c', [['a', '5" disk', 'c']]],
    ['a,"",c', [['a', '', 'c']]],
    ['a,"b""c"', [['a', 'b"c']]],
    ['a,', [['a', '']]],
  ])('%j', (text, rows) => {
    expect(splitCsv(text, syntax).map(({ fields }) => fields)).toEqual(rows);
  });

  it('passes over the rest of a line that is longer than any record, and holds none of it', () => {
    const records: [number, number, number][] = [];
    const splitter = new CsvSplitter(syntax);
    const take = ({ line, fields, raw }: CsvRecord): number => records.push([line, fields.length, raw.length]);
    splitter.push('a,b\n', take);
    const piece = 'x'.repeat(1_000_000);
    for (let count = 0; count < 40; count += 1) splitter.push(piece, take);
    splitter.push('\nc,d\n', take);
    splitter.end(take);
    expect(records).toEqual([[1, 2, 3], [2, 0, longestRecord], [3, 2, 3]]);
  });

  it('takes a quote that never closes for a fault of its line and goes on behind it', () => {
    expect(splitCsv('a,b\n"c,d\ne,f\n', syntax).map(({ line, fields, isUnclosed }) => [line, fields, isUnclosed])).toEqual([[1, ['a', 'b'], false], [2, [], true], [3, ['e', 'f'], false]]);
  });
});

describe('sniffing', () => {
  it.each<[string, string, string[]]>([
    ['a,b,c\n1,2,3\n', ',', ['a', 'b', 'c']],
    ['a;b;c\n"1,5";2;3\n1;2;3\n', ';', ['a', 'b', 'c']],
    ['a\tb\n1\t2\n', '\t', ['a', 'b']],
    ['a|b\n1,2|3\n', '|', ['a', 'b']],
    ['\uFEFFa,b\n1,2\n', ',', ['a', 'b']],
    ['Labels,Labels,x\n1,2,3\n', ',', ['Labels', 'Labels (2)', 'x']],
    ['List of 3 July\n\na,b\n1,2\n', ',', ['a', 'b']],
  ])('%j', (text, delimiter, header) => {
    expect(sniffDialect(text, true)).toMatchObject({ delimiter, header });
  });

  it('compares names without case, spaces and punctuation', () => {
    expect(comparableName(' Sys_Updated AT ')).toBe(comparableName('sys updated at'));
  });
});
