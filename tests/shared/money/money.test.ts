import { describe, expect, it } from 'vitest';
import { money } from '#shared/agreements/document/format.ts';
import { agreementWords } from '#shared/agreements/document/words/words.ts';
import { currencyDecimals, majorOf, moneyOf } from '#shared/money/money.ts';

describe('amounts have the decimals of their currency (ISO 4217)', () => {
  it.each([
    ['EUR', 2, 12.5, 1250, 'EUR\u00a012.50'],
    ['JPY', 0, 5318, 5318, 'JPY\u00a05,318'],
    ['KWD', 3, 1.205, 1205, 'KWD\u00a01.205'],
    ['XYZ', 2, 1, 100, 'XYZ\u00a01.00'],
  ])('%s has %i', (currency, decimals, major, minor, text) => {
    expect(currencyDecimals(currency)).toBe(decimals);
    expect(moneyOf(major, currency)).toEqual({ minor, currency });
    expect(majorOf({ minor, currency })).toBe(major);
    expect(money({ minor, currency }, agreementWords('en'))).toBe(text);
  });
});
