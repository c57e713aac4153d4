import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTerm } from '#shared/agreements/canonical.ts';
import { contentOfPriority, contentOfTerm, contentText, priorityOfContent, termOfContent } from '#shared/agreements/contents.ts';
import { termSchema, type Term } from '#shared/agreements/terms.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';

const pinned = (reference: unknown) => (reference === 'office' ? 'version-1' : null);

function roundTrip(term: Term): Term {
  return termOfContent(term.id, contentOfTerm(term, 'en', pinned));
}

describe('contents of terms', () => {
  it('gives every term of the example back exactly', () => {
    for (const term of mailDocument().terms) expect(JSON.stringify(roundTrip(term))).toBe(JSON.stringify(canonicalTerm(term)));
  });

  it('keeps a target in columns: milliseconds, parts per billion, meaning, period, pinned calendar', () => {
    const [resolution, availability, metric, credit] = mailDocument().terms;
    expect(resolution && contentOfTerm(resolution, 'en', pinned)).toMatchObject({ metric: 'resolution', goalMs: 14_400_000, goalDays: null, sharePpb: 900_000_000, dayMeaning: 'business-hours', comparator: 'at-most', measuredPer: 'calendar-month', calendarVersionId: 'version-1' });
    expect(availability && contentOfTerm(availability, 'en', pinned)).toMatchObject({ metric: 'availability', goalPpb: 999_000_000, comparator: 'at-least' });
    expect(metric && contentOfTerm(metric, 'en', pinned)).toMatchObject({ metric: 'indicator', goalCount: 70_000, comparator: 'at-least', unit: '%' });
    expect(credit && contentOfTerm(credit, 'en', pinned)).toMatchObject({ metric: null, amountMinor: 1_000_000, currency: 'EUR', sharePpb: null });
  });

  it.each<[rule: string, term: unknown]>([
    ['days', { id: 'T-1', type: 'response', priority: 'P1', within: { kind: 'end-of-business-day', days: 0 }, atLeastPercent: 99.99999 }],
    ['a period with parameters', { id: 'T-1', type: 'availability', atLeastPercent: 99.95, period: { kind: 'month-from-day', day: 15 } }],
    ['steps and splits', { id: 'T-1', type: 'resolution', priority: 'P1', within: { kind: 'elapsed-hours', seconds: 1 }, atLeastPercent: 0, steps: [{ from: '2026-01-01', within: { kind: 'calendar-days', days: 1 } }], splitBy: 'site', splitVerdict: 'each' }],
    ['a calendar written out', { id: 'T-1', type: 'availability', atLeastPercent: 100, calendar: { tz: 'UTC', week: { mon: [['00:00', '24:00']] } } }],
    ['a metric between two figures beyond thousandths', { id: 'T-1', type: 'metric', name: 'Latency', unit: 'ms', direction: 'between', target: 0.12345, targetTo: 1.5 }],
    ['a metric below zero', { id: 'T-1', type: 'metric', name: 'Gap', unit: '', direction: 'at-most', target: -0.5 }],
    ['an exclusion', { id: 'T-1', type: 'exclusion', name: 'Power', condition: 'The grid fails', approval: 'The customer agrees', capMinutesPerPeriod: 0 }],
    ['a clause in every script', { id: 'T-1', type: 'clause', category: 'purpose', heading: 'Zweck · 目的 · 🎯', text: 'مرحبا\nשלום' }],
  ])('round trip of %s', (_rule, input) => {
    const term = termSchema.parse(input);
    expect(roundTrip(term)).toEqual(canonicalTerm(term));
  });

  it('any share of at most seven decimals and any target in thousandths comes back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (share, thousandths) => {
        const target = termSchema.parse({ id: 'T-1', type: 'availability', atLeastPercent: share / 10_000_000 });
        const metric = termSchema.parse({ id: 'T-2', type: 'metric', name: 'm', unit: '', direction: 'at-least', target: thousandths / 1000 });
        expect(roundTrip(target)).toEqual(canonicalTerm(target));
        expect(roundTrip(metric)).toEqual(canonicalTerm(metric));
      }),
    );
  });

  it('the same words give the same canonical text, whatever the order of the keys', () => {
    const term = termSchema.parse({ id: 'T-1', type: 'availability', atLeastPercent: 99.9, method: 'a', source: 'b' });
    const other = termSchema.parse({ source: 'b', method: 'a', atLeastPercent: 99.9, type: 'availability', id: 'T-2' });
    expect(contentText(contentOfTerm(term, 'en', pinned))).toBe(contentText(contentOfTerm(other, 'en', pinned)));
  });

  it('a priority keeps its definition and the source values', () => {
    const [priority] = mailDocument().priorities;
    expect(priority && priorityOfContent('P1', contentOfPriority(priority))).toEqual(priority);
  });
});
