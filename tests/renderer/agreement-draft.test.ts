import { describe, expect, it } from 'vitest';
import { meaningsOf } from '#renderer/features/agreements/draft/fields/within-field.tsx';
import { parseRanges, rangesText } from '#renderer/features/agreements/draft/fields/week-fields.tsx';
import { partWords } from '#renderer/features/agreements/draft/part-words.ts';
import { undoOf } from '#renderer/features/agreements/draft/undo.ts';
import { startDocument, NEW_OFFICE, type Start } from '#renderer/features/agreements/new/start-document.ts';
import { applyEdits, type DocumentEdit } from '#shared/agreements/edits.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { referenceFaults } from '#shared/agreements/references.ts';
import { termSchema } from '#shared/agreements/terms.ts';
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
    const made = agreementDocumentSchema.parse(startDocument(start));
    expect(made).toMatchObject({ title: 'Mail', terms: [], priorities: [], term: { from: '2027-01-01', to: '2027-12-31' } });
    expect(made.serviceHours).toBeUndefined();
  });
  it.each([NEW_OFFICE, '24x7'])('with the usual set fits together, with the hours %s', (hours) => {
    const made = agreementDocumentSchema.parse(startDocument({ ...start, hours, content: 'usual' }));
    expect(made.priorities.map((priority) => priority.id)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(made.terms).toHaveLength(9);
    expect(referenceFaults(made)).toEqual([]);
  });
});
