import { describe, expect, it } from 'vitest';
import { prioritiesPaste, targetsPaste } from '#renderer/features/agreements/draft/paste-rows.ts';
import { linesOf } from '#renderer/features/metrics/grid-model.ts';
import { readingsPaste } from '#renderer/features/metrics/paste-readings.ts';
import { peoplePaste } from '#renderer/features/organisations/paste-people.ts';
import { columnsByHead, planOf, takenCells, type PastePlan } from '#renderer/ui/paste/paste-plan.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import type { DocumentEdit } from '#shared/agreements/edits.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';

const save = (): Promise<null> => Promise.resolve(null);
const faults = (plan: PastePlan): readonly string[] => plan.cells.flatMap((cell) => (cell.fault === null ? [] : [`${cell.where}: ${cell.fault}`]));
const taken = (plan: PastePlan): readonly string[] => takenCells(plan.cells).map((cell) => `${cell.where}: ${cell.before} to ${cell.now}`);

describe('a paste', () => {
  it('of more than 10,000 cells is refused before it is read', () => {
    const text = Array.from({ length: 50_000 }, () => 'x').join('\n');
    expect(planOf(text, () => { throw new Error('read'); })).toMatchObject({ refused: expect.stringContaining('50,000 cells') });
  });
  it('of nothing says so', () => expect(planOf('\n\t\n', () => ({ cells: [], take: save }))).toHaveProperty('refused'));
  it('finds columns by their heads, or takes them in their order', () => {
    const words = { name: ['name'], email: ['mail', 'email'] };
    expect(columnsByHead([['Email', 'Name'], ['a@b', 'Ann']], words)).toMatchObject({ at: { name: 1, email: 0 }, body: [['a@b', 'Ann']] });
    expect(columnsByHead([['Ann', 'a@b']], words)).toMatchObject({ at: { name: 0, email: 1 }, body: [['Ann', 'a@b']] });
  });
});

describe('measured values', () => {
  const lines = linesOf([{ id: '1', metric: 'CSAT', from: '2026-01-01', to: '2026-01-31', value: 70, unit: '%', numerator: null, denominator: null, serviceId: null, service: null, customerId: null, customer: null, note: null, isTyped: true }]);
  const plan = readingsPaste([['70', '80 %', 'x'], ['1', '', '']], lines, ['2026-01', '2026-02', '2026-03'], { line: 0, month: 0 }, save);
  it('are taken where they change something', () => expect(taken(plan)).toEqual(['CSAT, February 2026:  to 80']));
  it('say why they are not', () => expect(faults(plan)).toEqual(['CSAT, March 2026: no value, such as 72.5 or 290 of 400', 'Row 2, column 1: outside the grid']));
});

describe('contacts', () => {
  const ann = { id: 'p', name: 'Ann Lee', organisation: 'Kestner', organisationId: 'o', email: 'ann@example.org', phone: null, jobTitle: null, isUser: false, archivedOn: null, mergedIntoId: null, roles: [] };
  const plan = peoplePaste([['Name', 'E-mail', 'Phone'], ['ann lee', 'ann@example.org', '12'], ['بو', 'nonsense', ''], ['', 'x@y.z', ''], ['Ann Lee', '', '']], 'Kestner', [ann], save);
  it('complete those that are there and add the others', () => expect(taken(plan)).toEqual(['ann lee, phone:  to 12', 'بو:  to بو']));
  it('say why they are not taken', () => expect(faults(plan)).toEqual(['بو, email: no address: name@example.org', 'a name is missing: a name is missing', 'Ann Lee: stands twice']));
});

describe('priorities and targets', () => {
  const document = agreementDocumentSchema.parse(mailDocument());
  const edits: (readonly DocumentEdit[])[] = [];
  const edit = (some: readonly DocumentEdit[]): Promise<null> => { edits.push(some); return Promise.resolve(null); };
  it('are one step', async () => {
    await prioritiesPaste([['P1', 'Highest', 'Nobody works', 'critical, 1'], ['P9', 'Lowest', '', '']], document, edit).take();
    expect(edits[0]).toMatchObject([{ kind: 'set-priorities', priorities: expect.arrayContaining([expect.objectContaining({ id: 'P1', name: 'Highest', values: ['critical', '1'] }), expect.objectContaining({ id: 'P9', name: 'Lowest' })]) }]);
  });
  it('change only targets that the draft has', () => {
    const term = document.terms.find((one) => one.type === 'resolution');
    const priority = term !== undefined && 'priority' in term ? term.priority : '';
    const plan = targetsPaste([[priority, '', '7 h', '', '88.5'], ['nowhere', '1 h', '', '', ''], [priority, '', 'soon', '', '']], document, edit);
    expect(takenCells(plan.cells).map((cell) => cell.now.replaceAll(/\s/gu, ' '))).toEqual(['7 business hours', '88.5']);
    expect(faults(plan)).toHaveLength(2);
  });
});
