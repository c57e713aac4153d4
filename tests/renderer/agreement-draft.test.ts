import { describe, expect, it } from 'vitest';
import { meaningsOf } from '#renderer/features/agreements/draft/fields/within-field.tsx';
import { parseRanges, rangesText } from '#renderer/features/agreements/draft/fields/week-fields.tsx';
import { partWords } from '#renderer/features/agreements/draft/part-words.ts';
import { rebase } from '#renderer/features/agreements/draft/rebase.ts';
import { termNumbers } from '#renderer/features/agreements/draft/term-order.ts';
import { undoOf } from '#renderer/features/agreements/draft/undo.ts';
import { startDocument, NEW_OFFICE, type Start } from '#renderer/features/agreements/new/start-document.ts';
import { applyEdits, type DocumentEdit } from '#shared/agreements/edits.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { referenceFaults } from '#shared/agreements/references.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import type { Person } from '#shared/people/model.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';

const document = agreementDocumentSchema.parse(mailDocument());
const clause = termSchema.parse({ id: 'T-090', type: 'clause', category: 'purpose', heading: 'Purpose', text: 'Mail for all.' });
const first = document.terms[0];
if (first === undefined) throw new Error('the fixture has terms');

describe('an edit of a draft is taken back', () => {
  it.each<[string, DocumentEdit[]]>([
    ['a new term', [{ kind: 'set-term', term: clause }]],
    ['a removed term, to its place', [{ kind: 'remove-term', term: first.id }]],
    ['a moved term', [{ kind: 'move-term', term: first.id, to: 2 }]],
    ['dates', [{ kind: 'set-dates', term: null, notice: null, renewal: { kind: 'none' }, review: { everyMonths: 6 } }]],
    ['the head', [{ kind: 'set-head', title: 'Other', zone: 'Europe/Paris' }]],
    ['a calendar and the hours that use it', [{ kind: 'set-calendar', name: 'night', calendar: { tz: 'UTC', week: { mon: [['22:00', '06:00']] } } }, { kind: 'set-service-hours', calendar: 'night' }]],
    ['people, parties, services, priorities and reasons', [{ kind: 'set-people', people: [] }, { kind: 'set-services', services: [{ service: 'Files' }] }, { kind: 'set-priorities', priorities: [] }, { kind: 'set-not-applicable', entries: [{ item: 'changes', reason: 'none' }] }]],
  ])('%s', (_, edits) => {
    const after = applyEdits(document, edits);
    expect(after).not.toEqual(document);
    expect(applyEdits(after, undoOf(document, edits))).toEqual(document);
  });
});

describe('two quick edits of one form, the second made before the first was saved', () => {
  const two = (one: DocumentEdit, other: DocumentEdit) => {
    const saved = applyEdits(document, [one]);
    return applyEdits(saved, [rebase(other, document, saved)]);
  };
  it('of a term keep both fields', () => {
    const target = document.terms.find((term) => term.type === 'resolution');
    if (target === undefined) throw new Error('the fixture has a resolution target');
    const after = two({ kind: 'set-term', term: { ...target, atLeastPercent: 77 } }, { kind: 'set-term', term: { ...target, source: 'the desk' } });
    expect(after.terms.find((term) => term.id === target.id)).toMatchObject({ atLeastPercent: 77, source: 'the desk' });
  });
  it('of the notice keep both fields', () => {
    const notice = { months: 3, businessDay: 'preceding' as const };
    const shown = applyEdits(document, [{ kind: 'set-dates', notice }]);
    const saved = applyEdits(shown, [{ kind: 'set-dates', notice: { ...notice, months: 6 } }]);
    const other: DocumentEdit = { kind: 'set-dates', notice: { ...notice, businessDay: 'next' } };
    expect(applyEdits(saved, [rebase(other, shown, saved)]).notice).toMatchObject({ months: 6, businessDay: 'next' });
  });
  it('that add a service each keep both', () => {
    const after = two({ kind: 'set-services', services: [...document.services, { service: 'Files' }] }, { kind: 'set-services', services: [...document.services, { service: 'Print' }] });
    expect(after.services.map((service) => service.service)).toEqual([...document.services.map((service) => service.service), 'Files', 'Print']);
  });
  it('of one field keep the later', () => {
    expect(two({ kind: 'set-head', title: 'One' }, { kind: 'set-head', title: 'Two' }).title).toBe('Two');
  });
});

it('terms are numbered by group and place, each once', () => {
  const numbers = [...termNumbers(document).values()];
  expect(numbers).toHaveLength(document.terms.length);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.every((number) => /^[1-4]\.\d+$/u.test(number))).toBe(true);
});

it('two documents read alike in a part that an edit touches only where that part is equal', () => {
  const edit: DocumentEdit = { kind: 'set-term', term: first };
  expect(partWords(document, edit)).toBe(partWords({ ...document, title: 'Other' }, edit));
  expect(partWords(document, edit)).not.toBe(partWords({ ...document, terms: document.terms.slice(1) }, edit));
});

describe('hours of a day, typed', () => {
  it.each([
    ['8-12, 13:00–17:30', '08:00–12:00, 13:00–17:30'],
    ['22.00 to 06.00', '22:00–06:00'],
    ['', ''],
  ])('%s', (text, written) => expect(rangesText(parseRanges(text) ?? [])).toBe(written));
  it.each(['8', '25-26', 'noon'])('%s is refused', (text) => expect(parseRanges(text)).toBeNull());
});

it('a figure has five meanings', () => {
  expect(meaningsOf({ kind: 'business-hours', seconds: 14_400 })).toEqual([
    { kind: 'business-hours', seconds: 14_400 }, { kind: 'elapsed-hours', seconds: 14_400 }, { kind: 'business-days', days: 4 }, { kind: 'end-of-business-day', days: 4 }, { kind: 'calendar-days', days: 4 },
  ]);
});

describe('a new agreement', () => {
  const start: Start = { kind: 'sla', title: ' Mail ', provider: 'North IT', customer: 'Acme', services: ['Mail'], zone: 'Europe/Berlin', currency: 'EUR', from: '2027-01-01', to: '2027-12-31', hours: null, content: 'empty' };
  it('that starts empty holds only what was said', () => {
    const made = agreementDocumentSchema.parse(startDocument(start, []));
    expect(made).toMatchObject({ title: 'Mail', terms: [], priorities: [], term: { from: '2027-01-01', to: '2027-12-31' } });
    expect(made.serviceHours).toBeUndefined();
  });
  it('takes in who holds a role for a party on its side, but not who stands in, has left the role or signs for others', () => {
    const holder = (name: string, organisation: string, role: Partial<Person['roles'][number]>): Person => ({
      id: name, name, organisation, organisationId: organisation, email: null, phone: null, jobTitle: null, isUser: false, archivedOn: null, mergedIntoId: null,
      roles: [{ id: name, personId: name, role: 'signatory', side: 'provider', scope: { kind: 'organisation', id: 'o' }, scopeName: 'North IT', from: null, to: null, deputyOf: null, deputies: [], ...role }],
    });
    const people = [
      holder('Ada', 'North IT', {}), holder('Bo', 'Acme', { side: 'customer', scopeName: 'Acme', role: 'contact' }), holder('Cy', 'Other', { role: 'approver' }),
      holder('Dee', 'North IT', { side: 'customer' }), holder('Eve', 'North IT', { to: '2026-01-31' }), holder('Fay', 'North IT', { deputyOf: 'Ada' }), holder('Gil', 'Other', {}), holder('Hal', 'North IT', { scope: { kind: 'service', id: 's' } }),
    ];
    expect(startDocument(start, people).people).toEqual([{ name: 'Ada', organisation: 'North IT', role: 'signatory' }, { name: 'Bo', organisation: 'Acme', role: 'contact' }, { name: 'Cy', organisation: 'Other', role: 'approver' }]);
  });
  it.each([NEW_OFFICE, '24x7'])('with the usual set fits together, with the hours %s', (hours) => {
    const made = agreementDocumentSchema.parse(startDocument({ ...start, hours, content: 'usual' }, []));
    expect(made.priorities.map((priority) => priority.id)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(made.terms).toHaveLength(9);
    expect(referenceFaults(made)).toEqual([]);
  });
});
