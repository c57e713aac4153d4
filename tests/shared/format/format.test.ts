import { describe, expect, it } from 'vitest';
import { dateText, daysApart, monthText, parseDateText, periodText } from '#shared/format/dates.ts';
import { durationText, parseDurationText } from '#shared/format/duration-text.ts';
import { durationWords, hoursMinutes, minutesText, signedHoursMinutes } from '#shared/format/durations.ts';
import { countText, intervalText, ofText, percentText, sizeText, writtenPercentText } from '#shared/format/figures.ts';
import { parseNumberText } from '#shared/format/number-text.ts';
import { instantText, timeText } from '#shared/format/instants.ts';

const plain = (text: string | null) => text?.replace(/[\u202f\u00a0]/g, ' ') ?? null;

describe('times that must add up', () => {
  it.each([
    [15_900_000, '4:25'], [414_060_000, '115:01'], [0, '0:00'], [-480_000, '−0:08'], [-10, '0:00'], [29_999, '0:00'], [30_000, '0:01'], [36_000_000_000, '10,000:00'],
  ])('%i ms is %s', (milliseconds, text) => expect(hoursMinutes(milliseconds)).toBe(text));
  it.each([[7_500_000, '+2:05'], [-480_000, '−0:08'], [0, '0:00'], [10, '0:00']])('%i ms from the limit is %s', (milliseconds, text) => {
    expect(signedHoursMinutes(milliseconds)).toBe(text);
  });
  it('writes seconds where asked', () => expect(hoursMinutes(15_910_000, true)).toBe('4:25:10'));
});

describe('times in a sentence', () => {
  it.each([[15_900_000, '4 h 25 min'], [1_500_000, '25 min'], [40_000, '40 s'], [320_000, '5 min 20 s'], [0, '0 s'], [3_600_000, '1 h'], [5_403_000, '1 h 30 min']])('%i ms is %s', (milliseconds, text) => {
    expect(plain(durationWords(milliseconds))).toBe(text);
  });
  it('keeps a decimal for allowed minutes', () => expect(minutesText(2_592_000)).toBe('43.2'));
});

describe('figures', () => {
  it('groups thousands', () => expect(ofText(44_669, 44_700)).toBe('44,669 of 44,700'));
  it('keeps small counts', () => expect([countText(999), countText(1000), countText(-1234)]).toEqual(['999', '1,000', '−1,234']));
  it.each([[12, 14, 1, '85.7 %'], [14, 14, 1, '100.0 %'], [9995, 10000, 2, '99.95 %'], [1, 8, 0, '13 %'], [0, 3, 1, '0.0 %']])('%i of %i with %i decimals is %s', (numerator, denominator, decimals, text) => {
    expect(plain(percentText(numerator, denominator, decimals))).toBe(text);
  });
  it('has no percentage without events', () => expect(percentText(0, 0)).toBeNull());
  it('keeps the decimals of the contract', () => expect([writtenPercentText(99.95), writtenPercentText(90), writtenPercentText(99.9, 2)].map(plain)).toEqual(['99.95 %', '90 %', '99.90 %']));
  it('writes an interval', () => expect(plain(intervalText(0.6006, 0.9599))).toBe('60.1 to 96.0 %'));
  it('writes sizes', () => expect([412_345, 2_100_000, 46_200_000, 12].map((bytes) => plain(sizeText(bytes)))).toEqual(['412 kB', '2.1 MB', '46 MB', '12 B']));
});

describe('instants and dates', () => {
  it('reads the clock of the zone, before and after a clock change', () => {
    expect(instantText(Date.UTC(2026, 9, 26, 16, 5), 'Europe/London')).toBe('Mon 26 Oct, 16:05');
    expect(instantText(Date.UTC(2026, 9, 21, 21, 4), 'Europe/London', { year: true })).toBe('Wed 21 Oct 2026, 22:04');
    expect(timeText(Date.UTC(2026, 9, 21, 23, 0, 9), 'Europe/London', true)).toBe('00:00:09');
  });
  it('writes dates', () => expect([dateText('2026-11-24'), dateText('2026-11-27', { weekday: true, year: false }), monthText('2026-09')]).toEqual(['24 Nov 2026', 'Fri 27 Nov', 'September 2026']));
  it('writes periods of whole months shorter', () => expect([periodText('2025-11-01', '2026-10-31'), periodText('2026-10-01', '2026-10-31'), periodText('2026-04-02', '2028-03-31')]).toEqual(['Nov 2025 to Oct 2026', 'October 2026', '2 Apr 2026 to 31 Mar 2028']));
  it('counts days across a clock change', () => expect(daysApart('2026-10-24', '2026-10-26')).toBe(2));
  it.each([['24 Nov 2026', '2026-11-24'], ['24.11.2026', '2026-11-24'], ['24/11/26', '2026-11-24'], ['2026-11-24', '2026-11-24'], ['Tue 24 November 2026', '2026-11-24'], ['Nov 24, 2026', '2026-11-24'], ['31 Feb 2026', null], ['soon', null], ['', null]])('reads %s', (text, date) => {
    expect(parseDateText(text)).toBe(date);
  });
});

describe('numbers as people of any country type them', () => {
  it.each<[string, number, number | null]>([
    ['4', 0, 4], ['1,250', 0, 1250], ['1.250', 0, 1250], ['1 250', 0, 1250], ["1'250", 0, 1250], ['1,250,000', 0, 1_250_000], ['−4', 0, -4], ['-4', 0, -4],
    ['99,9', 3, 99.9], ['99.95', 3, 99.95], ['12,50', 2, 12.5], ['1.250,00', 2, 1250], ['1,250.00', 2, 1250], ['1.250', 2, 1250], ['1,250', 2, 1250], ['1.250', 3, 1.25], ['0,125', 3, 0.125], ['.5', 1, 0.5], ['12,34,567', 0, 1_234_567],
    ['99,9', 0, null], ['1.2345', 3, null], ['', 0, null], ['four', 0, null], ['1..2', 2, null], ['1.2.3', 2, null], ['--4', 0, null], ['4 €', 2, null], ['1e3', 0, null],
  ])('%s with %i decimals', (text, decimals, number) => expect(parseNumberText(text, decimals)).toBe(number));
});

describe('durations as people write them', () => {
  it.each([
    ['4 h', { kind: 'elapsed-hours', seconds: 14_400 }],
    ['4h30', null],
    ['4 h 30 min', { kind: 'elapsed-hours', seconds: 16_200 }],
    ['1:30', { kind: 'elapsed-hours', seconds: 5_400 }],
    ['90 minutes', { kind: 'elapsed-hours', seconds: 5_400 }],
    ['1.5 hours', { kind: 'elapsed-hours', seconds: 5_400 }],
    ['1,5 h', { kind: 'elapsed-hours', seconds: 5_400 }],
    ['4h', { kind: 'elapsed-hours', seconds: 14_400 }],
    ['4 business hours', { kind: 'business-hours', seconds: 14_400 }],
    ['30 business minutes', { kind: 'business-hours', seconds: 1_800 }],
    ['4 h 30 min of business hours', { kind: 'business-hours', seconds: 16_200 }],
    ['8 h around the clock', { kind: 'elapsed-hours', seconds: 28_800 }],
    ['2 business days', { kind: 'business-days', days: 2 }],
    ['2 days', { kind: 'business-days', days: 2 }],
    ['end of the same business day', { kind: 'end-of-business-day', days: 0 }],
    ['5 calendar days', { kind: 'calendar-days', days: 5 }],
    ['end of the 3rd business day', { kind: 'end-of-business-day', days: 3 }],
    ['end of next business day', { kind: 'end-of-business-day', days: 1 }],
    ['0 h', null], ['four hours', null], ['', null], ['4', null], ['-4 h', null],
  ])('%s', (text, duration) => expect(parseDurationText(text)).toEqual(duration));
  it('takes the kind of hours that the target has', () => expect(parseDurationText('4 h', { hours: 'business-hours' })).toEqual({ kind: 'business-hours', seconds: 14_400 }));
  it.each([
    { kind: 'elapsed-hours', seconds: 16_230 }, { kind: 'business-hours', seconds: 3_600 }, { kind: 'business-hours', seconds: 16_200 }, { kind: 'business-hours', seconds: 900 },
    { kind: 'business-days', days: 1 }, { kind: 'end-of-business-day', days: 22 }, { kind: 'calendar-days', days: 10 }, { kind: 'end-of-business-day', days: 0 },
  ] as const)('reads its own words again: %o', (duration) => expect(parseDurationText(durationText(duration))).toEqual(duration));
});
