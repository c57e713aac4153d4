import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surplusCopies } from '#shared/backups/rotation.ts';
import { copyKinds, type CopyKind } from '#shared/backups/model.ts';

const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 24, 12);

function copy(hoursAgo: number, kind: CopyKind = 'auto'): { name: string; kind: CopyKind; madeAt: number } {
  return { name: `${kind} ${hoursAgo} h`, kind, madeAt: noon - hoursAgo * hour };
}

describe('copies that may go', () => {
  it.each<{ rule: string; copies: readonly ReturnType<typeof copy>[]; keep: number; gone: readonly string[] }>([
    { rule: 'nothing of three', copies: [copy(0), copy(1), copy(2)], keep: 3, gone: [] },
    { rule: 'of one day all but the three newest', copies: [copy(0), copy(1), copy(2), copy(3), copy(4)], keep: 10, gone: ['auto 3 h', 'auto 4 h'] },
    { rule: 'of an earlier day all but its last', copies: [copy(0), copy(1), copy(2), copy(24), copy(25), copy(26)], keep: 10, gone: ['auto 25 h', 'auto 26 h'] },
    { rule: 'of an earlier week all but its last', copies: [copy(0), copy(1), copy(2), copy(24 * 8), copy(24 * 9), copy(24 * 20)], keep: 10, gone: [`auto ${24 * 9} h`] },
    { rule: 'the oldest where there are more than shall be kept', copies: [copy(0), copy(1), copy(2), copy(24), copy(48)], keep: 3, gone: ['auto 24 h', 'auto 48 h'] },
    { rule: 'never one that a person made', copies: [copy(0), copy(1), copy(2), copy(3, 'hand'), copy(4), copy(5, 'update')], keep: 3, gone: ['auto 4 h'] },
  ])('$rule', ({ copies, keep, gone }) => {
    expect(surplusCopies(copies, keep, 'UTC')).toEqual(gone);
  });

  it('never the newest, never one made by a person, and at most so many stay as shall be kept', () => {
    const anyCopy = fc.record({ madeAt: fc.integer({ min: noon - 400 * 24 * hour, max: noon }), kind: fc.constantFrom(...copyKinds) });
    fc.assert(
      fc.property(fc.uniqueArray(anyCopy, { selector: (one) => one.madeAt, maxLength: 60 }), fc.integer({ min: 3, max: 20 }), (made, keep) => {
        const copies = made.map((one, index) => ({ ...one, name: String(index) }));
        const gone = new Set(surplusCopies(copies, keep, 'Europe/Berlin'));
        const stay = copies.filter((one) => !gone.has(one.name));
        const rotated = stay.filter((one) => one.kind !== 'hand' && one.kind !== 'update');
        const newest = copies.filter((one) => one.kind !== 'hand' && one.kind !== 'update').toSorted((a, b) => b.madeAt - a.madeAt)[0];
        expect(rotated.length).toBeLessThanOrEqual(keep);
        expect(newest !== undefined && gone.has(newest.name)).toBe(false);
        expect(stay).toEqual(expect.arrayContaining(copies.filter((one) => one.kind === 'hand' || one.kind === 'update')));
      }),
    );
  });
});
