import { describe, expect, it } from 'vitest';
import { applyEdits, nextTermCode, type DocumentEdit } from '#shared/agreements/edits.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';

const clause = termSchema.parse({ id: 'T-006', type: 'clause', category: 'purpose', heading: 'Purpose', text: 'Mail for all.' });
const codes = (edits: DocumentEdit[]) => applyEdits(mailDocument(), edits).terms.map((term) => term.id);

describe('edits of a draft', () => {
  it('adds, places, replaces, moves and removes terms', () => {
    expect(codes([{ kind: 'set-term', term: clause }])).toEqual(['T-001', 'T-002', 'T-003', 'T-004', 'T-005', 'T-006']);
    expect(codes([{ kind: 'set-term', term: clause, at: 0 }])).toEqual(['T-006', 'T-001', 'T-002', 'T-003', 'T-004', 'T-005']);
    expect(codes([{ kind: 'move-term', term: 'T-005', to: 1 }])).toEqual(['T-001', 'T-005', 'T-002', 'T-003', 'T-004']);
    expect(codes([{ kind: 'remove-term', term: 'T-004' }])).toEqual(['T-001', 'T-002', 'T-003', 'T-005']);
    expect(() => codes([{ kind: 'remove-term', term: 'T-099' }])).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('null takes a part out, absence leaves it', () => {
    const edited = applyEdits(mailDocument(), [{ kind: 'set-dates', notice: null, review: { everyMonths: 6 } }, { kind: 'set-service-hours', calendar: null }]);
    expect(edited).not.toHaveProperty('notice');
    expect(edited).not.toHaveProperty('serviceHours');
    expect(edited).toMatchObject({ term: { from: '2026-02-01', to: '2027-01-31' }, review: { everyMonths: 6 } });
    expect(agreementDocumentSchema.safeParse(edited).success).toBe(true);
  });

  it('the next code is one above the highest, gaps are not filled', () => {
    expect(nextTermCode(['T-001', 'T-007', 'P-099'])).toBe('T-008');
    expect(nextTermCode([])).toBe('T-001');
  });
});
