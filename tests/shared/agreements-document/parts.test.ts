import { describe, expect, it } from 'vitest';
import { codeList, grouped, money, percentsAlike, timeSpan } from '#shared/agreements/document/format.ts';
import { shortNameOf } from '#shared/agreements/document/short-name.ts';
import { agreementWords } from '#shared/agreements/document/words/words.ts';
import { resolveReferences } from '#shared/documents/references.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { textWidth } from '#shared/documents/text-width.ts';

const words = agreementWords('en');

describe('patterns', () => {
  it('values are never read as patterns', () => {
    expect(richText('**{name}.** of {name}', { name: '{table:x} **b**' })).toEqual([{ kind: 'text', text: '{table:x} **b**.', bold: true }, { kind: 'text', text: ' of {table:x} **b**' }]);
  });
  it('a name without a value is refused', () => {
    expect(() => richText('{nobody}')).toThrowError(/nobody/);
    expect(() => fillPattern('{nobody}')).toThrowError(/nobody/);
  });
  it('references take their number where the target stands, before or after', () => {
    const blocks = resolveReferences(
      [
        { kind: 'section', numbering: 'section', label: 's', title: 'S', newPage: false },
        { kind: 'paragraph', style: 'clause', content: richText('{Table:t} and {clause:c} and {annex:a}') },
        { kind: 'paragraph', style: 'clause', label: 'c', content: [] },
        { kind: 'table', look: 'head', indentMm: 16, columnsMm: [154], rows: [], caption: 'T', label: 't' },
        { kind: 'section', numbering: 'annex', label: 'a', title: 'A', newPage: false },
      ],
      words.references,
    );
    const [, clause] = blocks;
    expect(clause?.kind === 'paragraph' ? clause.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('') : '').toBe('Table\u00a01 and clause\u00a01.2 and annex\u00a0A');
  });
  it('a reference to nothing is refused', () => {
    expect(() => resolveReferences([{ kind: 'paragraph', style: 'body', content: richText('{table:none}') }], words.references)).toThrowError(/table none/);
  });
});

describe('words of values', () => {
  it.each([
    [['T-001'], 'T-001'], [['T-001', 'T-002'], 'T-001 and T-002'], [['T-001', 'T-002', 'T-003'], 'T-001 to T-003'], [['T-001', 'T-003', 'T-004', 'T-005', 'T-009'], 'T-001, T-003 to T-005 and T-009'], [['T-9', 'T-10', 'T-11'], 'T-9, T-10 and T-11'], [[], ''],
  ])('codes %j are "%s"', (codes, text) => expect(codeList(codes, words)).toBe(text));
  it.each([[1, '1st'], [2, '2nd'], [3, '3rd'], [4, '4th'], [11, '11th'], [12, '12th'], [13, '13th'], [21, '21st'], [112, '112th']])('%i is %s', (value, text) => expect(words.sentences.nthDay(value)).toBe(text));
  it.each([[23040, 0, '23,040'], [23.04, 2, '23.04'], [1234567.5, 2, '1,234,567.50'], [0, 0, '0']])('%d is %s', (value, decimals, text) => expect(grouped(value, words, decimals)).toBe(text));
  it('money has its currency in front and two decimals', () => expect(money({ minor: 531850, currency: 'CHF' }, words)).toBe('CHF\u00a05,318.50'));
  it('percentages of a column have the same decimals', () => expect([99.95, 99, 95.5].map(percentsAlike([99.95, 99, 95.5], words))).toEqual(['99.95\u00a0%', '99.00\u00a0%', '95.50\u00a0%']));
  it.each([[0, '0\u00a0min'], [60_000, '1\u00a0min'], [3_600_000, '1\u00a0h'], [9_600_000, '2\u00a0h 40\u00a0min']])('%d ms are %s', (ms, text) => expect(timeSpan(ms)).toBe(text));
  it.each([
    ['Lindqvist Cranes AG', 'Lindqvist Cranes'], ['Brackwater GmbH & Co. KG', 'Brackwater'], ['North IT', 'North IT'], ['Acme, Inc.', 'Acme'], ['Société Nord S.A.S.', 'Société Nord'], ['AG', 'AG'],
  ])('%s is called %s', (name, short) => expect(shortNameOf(name, [])).toBe(short));
  it('an organisation’s own short name wins', () => expect(shortNameOf('Acme AG', [{ name: 'Acme AG', shortName: 'ACME Cranes' }])).toBe('ACME Cranes'));
});

describe('widths of text', () => {
  it.each([
    ['Escalation,', 'sans', 9, 39.11], ['information', 'sans', 9, 43.39], ['12:00–24:00', 'sans', 9, 45.71],
  ] as const)('%s is as wide as LibreOffice prints it', (text, face, size, width) => expect(Math.abs(textWidth(text, face, size) - width)).toBeLessThan(0.2));
  it('letters outside the table count too', () => expect(textWidth('日本', 'sans', 10)).toBe(20));
});
