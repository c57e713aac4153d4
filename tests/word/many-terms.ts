import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { documentFixture } from '#tests/fixtures/agreement-print.ts';

/** An agreement with that many targets of all types, with long names, and as many clauses. */
export function manyTerms(count: number): AgreementDocumentInput {
  const base = documentFixture('lindqvist-workplace');
  const priorities = Array.from({ length: 8 }, (_, index) => ({ id: `P${index + 1}`, name: `Level ${index + 1}`, definition: 'So many users of the site cannot work that the caller asks for a decision of the service contact.', values: [] }));
  const code = (index: number) => `T-${String(index + 1).padStart(3, '0')}`;
  const targets = Array.from({ length: count }, (_, index): NonNullable<AgreementDocumentInput['terms']>[number] => {
    const priority = `P${(index % 8) + 1}`;
    if (index % 4 === 0) return { id: code(index), type: 'response', priority, within: { kind: 'business-hours', seconds: 1800 + index * 60 }, calendar: 'office', atLeastPercent: 90 + (index % 10) / 4, source: 'service desk export' };
    if (index % 4 === 1) return { id: code(index), type: 'resolution', priority, within: { kind: 'end-of-business-day', days: index }, calendar: 'office', atLeastPercent: 85, source: 'service desk export', pauseReasons: ['customer'] };
    if (index % 4 === 2) return { id: code(index), type: 'availability', service: 'Mail and calendar', atLeastPercent: 99.9, calendar: 'quay hours', source: 'monitoring export', maintenance: { noticeDays: index } };
    return { id: code(index), type: 'metric', name: `Measure ${index} with a long name that says what is counted`, unit: '%', direction: 'between', target: 10, targetTo: 90 };
  });
  const clauses = Array.from({ length: count }, (_, index): NonNullable<AgreementDocumentInput['terms']>[number] => ({
    id: code(count + index), type: 'clause', category: index % 2 === 0 ? 'provider-duties' : 'security-and-continuity', heading: `Duty ${index + 1}`, text: 'Brackwater keeps the records of the service for 36 calendar months and hands them over on request. '.repeat(1 + (index % 4)).trim(),
  }));
  return { ...base, priorities, terms: [...targets, ...clauses], requirements: [] };
}
