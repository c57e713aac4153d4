import { describe, expect, it } from 'vitest';
import { plainSentence, termName, termRules, termSentence } from '#shared/agreements/sentences.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';

function sentence(input: unknown): string {
  return plainSentence(termSentence(termSchema.parse(input), mailDocument())).replaceAll(/[\u00a0\u202f]/g, ' ');
}

const clock = { id: 'T-1', priority: 'P1', atLeastPercent: 90, period: 'calendar-quarter' };

describe('sentences of targets (look/paper/SPEC.md section 9)', () => {
  it.each([
    ['business hours', { ...clock, type: 'response', within: { kind: 'business-hours', seconds: 14_400 } }, 'North IT responds to a priority 1 incident within 4 business hours for at least 90 % of these incidents per calendar quarter.'],
    ['business minutes', { ...clock, type: 'response', within: { kind: 'business-hours', seconds: 1800 } }, 'North IT responds to a priority 1 incident within 30 business minutes for at least 90 % of these incidents per calendar quarter.'],
    ['around the clock, with its comma', { ...clock, type: 'resolution', within: { kind: 'elapsed-hours', seconds: 14_400 } }, 'North IT resolves a priority 1 incident within 4 hours, counted around the clock, for at least 90 % of these incidents per calendar quarter.'],
    ['the end of a business day', { ...clock, type: 'resolution', within: { kind: 'end-of-business-day', days: 3 } }, 'North IT resolves a priority 1 incident by the end of the 3rd business day for at least 90 % of these incidents per calendar quarter.'],
    ['calendar days', { ...clock, type: 'resolution', within: { kind: 'calendar-days', days: 1 } }, 'North IT resolves a priority 1 incident within 1 calendar day for at least 90 % of these incidents per calendar quarter.'],
    ['availability of the one service', { id: 'T-1', type: 'availability', atLeastPercent: 99.9 }, 'Mail is available for at least 99.9 % of the agreed service time in each calendar month.'],
    ['a metric', { id: 'T-1', type: 'metric', name: 'First-contact resolution', unit: '%', direction: 'at-least', target: 70 }, 'First-contact resolution is at least 70 % in each calendar month.'],
    ['an exclusion', { id: 'T-1', type: 'exclusion', name: 'Power failure', condition: 'The public grid fails', approval: 'The customer accepts each.', capMinutesPerPeriod: 60 }, 'Power failure. The public grid fails. The customer accepts each. At most 60 minutes per period.'],
  ])('%s', (_rule, input, text) => expect(sentence(input)).toBe(text));

  it('a credit says its tiers, cap and claim', () => {
    const credit = mailDocument().terms[3];
    expect(credit && sentence(credit)).toBe('If T-002 Availability is missed, a credit is due, as a share of the fee of the period: 99 % to below 99.9 %: 10 %; below 99 %: 25 %. It is capped at 50 % of the fee of a period. It is claimed within 30 calendar days after the end of the period.');
  });

  it('a value that can be edited names its field and prints bold', () => {
    const [resolution] = mailDocument().terms;
    const parts = resolution ? termSentence(resolution, mailDocument()) : [];
    expect(parts.filter((part) => part.strong).map((part) => part.field)).toEqual(['within', 'atLeastPercent']);
    expect(parts.flatMap((part) => part.field ?? [])).toEqual(['priority', 'within', 'atLeastPercent', 'period']);
  });

  it('the rules of a clock say pauses, reopening, priority and period', () => {
    const [resolution] = mailDocument().terms;
    const rules = resolution ? termRules(resolution, mailDocument()).map(plainSentence) : [];
    expect(rules).toContain('The clock stops while we wait for the customer.');
    expect(rules).toContain('Reopened: the gap is a pause.');
    expect(rules).toContain('A ticket belongs to the period in which its verdict is known.');
  });

  it('names terms as people do', () => {
    expect(mailDocument().terms.map(termName)).toEqual(['Resolution P1', 'Availability', 'First-contact resolution', 'Credit for T-002', 'Maintenance']);
  });
});
