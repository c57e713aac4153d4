import { describe, expect, it } from 'vitest';
import { completeness, completenessGroups } from '#shared/agreements/completeness.ts';
import { completenessItems, type CompletenessItem } from '#shared/agreements/completeness-items.ts';
import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { mailAgreement, mailDocument } from '#tests/fixtures/agreement.ts';

function stateOf(id: CompletenessItem, more: Partial<AgreementDocumentInput>) {
  return completeness(mailDocument(more)).items.find((item) => item.id === id);
}

describe('completeness', () => {
  it('answers the 24 items in their order, and what is missing', () => {
    const { items, missing } = completeness(mailDocument());
    expect(items.map((item) => item.id)).toEqual([...completenessItems]);
    expect(missing).toEqual(['purpose', 'scope', 'exclusions', 'definitions', 'reporting', 'workload-limits', 'customer-duties', 'provider-duties', 'escalation', 'contacts', 'changes', 'security-and-continuity', 'signatures']);
    expect(items.find((item) => item.id === 'maintenance')?.terms).toEqual(['T-002', 'T-005']);
  });

  it.each<[item: CompletenessItem, rule: string, more: Partial<AgreementDocumentInput>]>([
    ['parties', 'no customer', { parties: [{ side: 'provider', organisation: 'North IT' }], people: [] }],
    ['services', 'no service', { services: [] }],
    ['service-hours', 'no service hours', { serviceHours: undefined }],
    ['holidays', 'no closure in any calendar', { calendars: { office: { tz: 'UTC', week: { mon: [['08:00', '17:00']] } } } }],
    ['priorities', 'no priority', { priorities: [], terms: [] }],
    ['targets', 'no target', { terms: [] }],
    ['measuring', 'a target without source', { terms: [{ id: 'T-1', type: 'metric', name: 'm', unit: '', direction: 'at-least', target: 1 }] }],
    ['remedies', 'no credit', { terms: [] }],
    ['term-and-notice', 'no notice', { notice: undefined }],
    ['signatures', 'only one side signs', {}],
  ])('%s is missing: %s', (item, _rule, more) => expect(stateOf(item, more)?.state).toBe('missing'));

  it.each<[item: CompletenessItem, rule: string, more: Partial<AgreementDocumentInput>]>([
    ['signatures', 'each side has a signatory', { people: [...mailAgreement.people, { name: 'Bo Lind', organisation: 'North IT', role: 'signatory' }] }],
    ['escalation', 'a person of that role', { people: [{ name: 'Bo Lind', organisation: 'North IT', role: 'escalation' }] }],
    ['contacts', 'a person of that role', { people: [{ name: 'Bo Lind', organisation: 'North IT', role: 'contact' }] }],
    ['exclusions', 'an exclusion', { terms: [{ id: 'T-1', type: 'exclusion', name: 'Power', condition: 'The grid fails' }] }],
    ['scope', 'a service at a site', { services: [{ service: 'Mail', site: 'Berlin' }] }],
  ])('%s is present: %s', (item, _rule, more) => expect(stateOf(item, more)?.state).toBe('present'));

  it.each(completenessItems)('a clause of the category %s fills it', (item) => {
    const clause = { id: 'T-9', type: 'clause', category: item, heading: 'Heading', text: 'Text' } as const;
    expect(stateOf(item, { terms: [clause] })).toMatchObject({ state: 'present', terms: expect.arrayContaining(['T-9']) });
  });

  it('an item does not apply only with its reason and while nothing fills it', () => {
    const notApplicable = [{ item: 'purpose', reason: 'Stated in the frame contract' }, { item: 'targets', reason: 'none' }] as const;
    expect(stateOf('purpose', { notApplicable: [...notApplicable] })).toEqual({ id: 'purpose', state: 'not-applicable', terms: [], reason: 'Stated in the frame contract' });
    expect(stateOf('targets', { notApplicable: [...notApplicable] })?.state).toBe('present');
  });

  it('the four groups hold each item once', () => {
    expect(completenessGroups.flatMap((group) => group.items).toSorted()).toEqual(completenessItems.toSorted());
  });
});
