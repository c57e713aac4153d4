import { describe, expect, it } from 'vitest';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { metricRowsOf, type MetricRow, type Reading } from '#shared/compliance/metrics.ts';
import type { Interval } from '#shared/time/interval.ts';
import { startOfDay } from '#shared/time/plain-date.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };

function rows(term: Record<string, unknown>, readings: readonly Partial<Reading>[], month = true, known: readonly Interval[] = []): MetricRow[] {
  const document = agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'Desk', zone: 'Europe/Berlin', parties: [{ side: 'provider', organisation: 'A' }],
    terms: [{ id: 'T-003', type: 'metric', name: 'First-contact resolution', unit: '%', direction: 'at-least', target: 70, ...term }],
  });
  const metric = document.terms[0];
  if (metric?.type !== 'metric') throw new Error('no metric');
  return metricRowsOf({ document, term: metric, readings: readings.map((reading) => ({ ...january, value: 0, numerator: null, denominator: null, ...reading })), known, from: '2026-01-01', to: '2026-03-01', by: { priority: false, month } });
}

describe('a metric target', () => {
  it.each<[string, Record<string, unknown>, Partial<Reading>, string]>([
    ['at least, reached', {}, { value: 70 }, 'met'],
    ['at least, not reached', {}, { value: 69.9999 }, 'missed'],
    ['at most', { direction: 'at-most', target: 30, unit: 's' }, { value: 30 }, 'met'],
    ['at most, exceeded', { direction: 'at-most', target: 30, unit: 's' }, { value: 30.1 }, 'missed'],
    ['between', { direction: 'between', target: 10, targetTo: 20, unit: 's' }, { value: 20 }, 'met'],
    ['between, above', { direction: 'between', target: 10, targetTo: 20, unit: 's' }, { value: 21 }, 'missed'],
    ['exact counts decide, not the rounded value', { target: 66.67 }, { value: 66.67, numerator: 2, denominator: 3 }, 'missed'],
    ['a period half read', {}, { value: 80, to: '2026-01-15' }, 'partly measured'],
    ['a last day given as the first of the next month', {}, { value: 80, to: '2026-02-01' }, 'met'],
    ['by the step of its month', { steps: [{ from: '2026-01-01', target: 90 }] }, { value: 80 }, 'missed'],
  ])('%s', (_, term, reading, verdict) => {
    expect(rows(term, [reading]).map((row) => [row.month, row.verdict])).toEqual([['2026-01', verdict]]);
  });

  it('joins readings by their counts, else by their mean', () => {
    const counted = [{ value: 50, numerator: 5, denominator: 10 }, { from: '2026-02-01', to: '2026-02-28', value: 90, numerator: 27, denominator: 30 }];
    expect(rows({}, counted, false)).toMatchObject([{ value: 80, share: { numerator: 32, denominator: 40, percent: 80 }, readings: 2, verdict: 'met', coverage: { state: 'whole' } }]);
    expect(rows({}, [{ value: 50 }, { from: '2026-02-01', to: '2026-02-28', value: 90 }], false)).toMatchObject([{ value: 70, share: null, verdict: 'met' }]);
  });

  it('takes the mean in per cent where one reading has only counts and another only its value', () => {
    const mixed = [{ value: 0.69, numerator: 69, denominator: 100 }, { from: '2026-02-01', to: '2026-02-28', value: 71.5 }];
    expect(rows({}, mixed, false)).toMatchObject([{ value: 70.25, share: null, verdict: 'met' }]);
  });

  it('without a reading is not measured', () => {
    expect(rows({}, [])).toEqual([]);
    expect(rows({}, [], false)).toMatchObject([{ value: null, verdict: 'not measured', coverage: { state: 'none', measuredDays: 0, days: 59 } }]);
  });

  it('a month that the sources cover and that has no reading has a row of its own', () => {
    const covered = (from: string, to: string) => [{ from: startOfDay(from, 'Europe/Berlin'), to: startOfDay(to, 'Europe/Berlin') }];
    expect(rows({}, [{ value: 80 }], true, covered('2026-01-01', '2026-03-01')).map((row) => [row.month, row.readings, row.value, row.verdict])).toEqual([['2026-01', 1, 80, 'met'], ['2026-02', 0, null, 'no events']]);
    expect(rows({}, [], true, covered('2026-01-01', '2026-02-15')).map((row) => [row.month, row.verdict])).toEqual([['2026-01', 'no events'], ['2026-02', 'partly measured']]);
    expect(rows({}, [], false, covered('2026-01-01', '2026-03-01'))).toMatchObject([{ readings: 0, value: null, verdict: 'no events' }]);
  });
});
