import { describe, expect, it } from 'vitest';
import { correctionOf, lineWith, type Correction } from '#shared/imports/corrections.ts';

const syntax = { header: ['number', 'opened_at', 'resolved_at', 'title'], delimiter: ',' };

describe('what is proposed for a quarantined row', () => {
  it.each<[string, string, string, string, Correction]>([
    ['times the wrong way round change places', 'resolved-before-opened', 'opened_at "14/11/2026 16:20" lies after resolved_at "14/11/2026 06:05"', 'INC1,14/11/2026 16:20,14/11/2026 06:05,Printer',
      { kind: 'swap', raw: 'INC1,14/11/2026 06:05,14/11/2026 16:20,Printer', text: 'opened_at 06:05, resolved_at 16:20' }],
    ['a text with a delimiter in it is put together', 'field-count', '5 fields instead of 4', 'INC1,14/11/2026,15/11/2026,Printer 2, floor 3',
      { kind: 'join', raw: 'INC1,14/11/2026,15/11/2026,"Printer 2, floor 3"', text: 'Printer 2, floor 3' }],
    ['where it could be in two places nothing is guessed', 'field-count', '5 fields instead of 4', 'INC1, 14/11/2026,15/11/2026,Printer 2, floor 3', { kind: 'line' }],
    ['a row that is too short has to be mended by hand', 'field-count', '2 fields instead of 4', 'INC1,New', { kind: 'line' }],
    ['a zero byte is left out', 'zero-byte', '"\u2400"', 'INC1,1,2,Pr\u2400inter', { kind: 'clean', raw: 'INC1,1,2,Printer', text: '' }],
    ['a date is typed', 'date-unreadable', 'resolved_at "31/11/2026 10:20"', 'INC1,1,31/11/2026 10:20,x', { kind: 'value', column: 'resolved_at', value: '31/11/2026 10:20' }],
    ['a missing time is typed', 'time-missing', 'opened_at', 'INC1,,2,x', { kind: 'value', column: 'opened_at', value: '' }],
    ['a row that is there twice needs nothing', 'duplicate', 'the same as line 3', 'INC1,1,2,x', { kind: 'leave' }],
    ['a contradiction is mended by hand', 'contradiction', 'line 3 says something else', 'INC1,1,2,x', { kind: 'line' }],
  ])('%s', (_name, code, detail, raw, proposed) => {
    expect(correctionOf({ code: code as 'duplicate', detail, raw }, syntax)).toEqual(proposed);
  });
});

it('a typed value stands in its column, quoted where it must be', () => {
  expect(lineWith('INC1,1,2,"a ""b"""', syntax, 'resolved_at', '3, or 4')).toBe('INC1,1,"3, or 4","a ""b"""');
});
