import { describe, expect, it } from 'vitest';
import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { checkParts, checkReferences, referenceFaults } from '#shared/agreements/references.ts';
import { ParleyError } from '#shared/errors.ts';
import { mailAgreement, mailDocument, mailTerms } from '#tests/fixtures/agreement.ts';

const [resolution, availability, metric, credit, clause] = mailTerms;
const office = mailAgreement.calendars.office;

describe('references of an agreement document', () => {
  it('accepts the example', () => expect(referenceFaults(mailDocument())).toEqual([]));

  it.each<[rule: string, path: string, more: Partial<AgreementDocumentInput>]>([
    ['a priority that is not in the list', 'terms[0].priority', { terms: [{ ...resolution, priority: 'P9' }] }],
    ['a calendar that nobody has', 'terms[0].calendar', { terms: [{ ...resolution, calendar: 'night' }] }],
    ['service hours that nobody has', 'serviceHours', { serviceHours: 'night' }],
    ['a calendar of the notice that nobody has', 'notice.calendar', { notice: { months: 3, calendar: 'night' } }],
    ['a code twice', 'terms[1].id', { terms: [resolution, { ...metric, id: 'T-001' }] }],
    ['a priority id twice', 'priorities[1].id', { priorities: [...mailAgreement.priorities, { id: 'P1', name: 'Again' }] }],
    ['a party twice on one side', 'parties[2]', { parties: [...mailAgreement.parties, { side: 'customer', organisation: 'ACME' }] }],
    ['a service twice', 'services[1]', { services: [{ service: 'Mail' }, { service: 'Mail' }] }],
    ['a role twice', 'people[1]', { people: [...mailAgreement.people, ...mailAgreement.people] }],
    ['a signatory of nobody', 'people[0].organisation', { people: [{ name: 'Eve', organisation: 'Elsewhere', role: 'signatory' }] }],
    ['a service that is not in the agreement', 'terms[0].service', { terms: [{ ...availability, service: 'Fax' }] }],
    ['a credit of no term', 'terms[0].of', { terms: [credit] }],
    ['a credit of a clause', 'terms[1].of', { terms: [clause, { ...credit, of: 'T-005' }] }],
    ['tiers that do not fall', 'terms[1].tiers[1].below', { terms: [availability, { ...credit, tiers: [{ below: 99, creditPercent: 10 }, { below: 99, creditPercent: 25 }] }] }],
    ['a negative fee', 'terms[1].fee.minor', { terms: [availability, { ...credit, fee: { minor: -1, currency: 'EUR' } }] }],
    ['no such zone', 'zone', { zone: 'Europe/Nowhere' }],
    ['an end before the start', 'term.to', { term: { from: '2026-02-01', to: '2026-01-31' } }],
    ['notice longer than the term, months', 'notice.months', { notice: { months: 13 } }],
    ['notice longer than the term, days', 'notice.days', { notice: { days: 366 } }],
    ['a calendar without openings', 'calendars.office.week', { calendars: { office: { ...office, week: {} } } }],
    ['steps that go back', 'terms[0].steps[1].from', { terms: [{ ...resolution, steps: [{ from: '2026-05-01', atLeastPercent: 80 }, { from: '2026-04-01', atLeastPercent: 90 }] }] }],
    ['a requirement of no term', 'requirements[0].terms[0]', { requirements: [{ id: 'R-1', text: 'Mail works', terms: ['T-099'] }] }],
  ])('refuses %s at %s', (_rule, path, more) => {
    const document = mailDocument(more);
    expect(referenceFaults(document).map((fault) => fault.path)).toContain(path);
    expect(() => checkReferences(document)).toThrow(ParleyError);
  });

  it.each([
    ['business hours', { kind: 'business-hours', seconds: 3600 }, ['terms[0].calendar']],
    ['business days', { kind: 'business-days', days: 2 }, ['terms[0].calendar']],
    ['the end of a business day', { kind: 'end-of-business-day', days: 2 }, ['terms[0].calendar']],
    ['elapsed hours', { kind: 'elapsed-hours', seconds: 3600 }, []],
    ['calendar days', { kind: 'calendar-days', days: 2 }, []],
  ] as const)('a target in %s without a calendar and without service hours', (_kind, within, paths) => {
    const { serviceHours: _hours, ...rest } = mailAgreement;
    const { calendar: _calendar, ...target } = resolution;
    const document = mailDocument({ ...rest, serviceHours: undefined, terms: [{ ...target, within }] });
    expect(referenceFaults(document).map((fault) => fault.path)).toEqual(paths);
  });

  it('finds calendars of the workspace where it is told of them', () => {
    expect(referenceFaults(mailDocument({ serviceHours: 'night' }), { calendars: new Set(['night']) })).toEqual([]);
  });

  it('refuses parts that this release has not brought, by path, and accepts empty ones', () => {
    expect(() => checkParts(mailDocument({ requirements: [], internal: {} }))).not.toThrow();
    expect(() => checkParts(mailDocument({ requirements: [{ id: 'R-1', text: 'x', terms: [] }] }))).toThrow(expect.objectContaining({ code: 'invalid-input', details: [expect.objectContaining({ path: 'requirements' })] }));
    expect(() => checkParts(mailDocument({ internal: { limit: 1 } }))).toThrow(expect.objectContaining({ details: [expect.objectContaining({ path: 'internal' })] }));
  });
});
