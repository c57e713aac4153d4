import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type StripLabel } from '#renderer/ui/charts/strip-labels.ts';

const lane = { from: 0, to: 340 };
const label = (at: number, width = 75, leftward = false): StripLabel => ({ at, width, leftward });

describe('labels above a day of the ledger', () => {
  it.each([
    ['one keeps its side', [label(100)], [{ leftward: false, level: 0 }]],
    ['one at the end turns inward', [label(320)], [{ leftward: true, level: 0 }]],
    ['of two that would meet, the earlier turns left', [label(150), label(160)], [{ leftward: true, level: 0 }, { leftward: false, level: 0 }]],
    ['two that would meet at the beginning share two lines', [label(5), label(20)], [{ leftward: false, level: 1 }, { leftward: false, level: 0 }]],
  ])('%s', (_rule, labels, places) => expect(placeLabels(labels, lane)).toEqual(places));

  it('never cover each other, up to four of them', () => {
    const labels = fc.array(fc.record({ at: fc.integer({ min: 0, max: 300 }), width: fc.constant(75), leftward: fc.boolean() }), { maxLength: 4 });
    fc.assert(fc.property(labels, (given) => {
      const spans = placeLabels(given, lane).map(({ leftward, level }, index) => {
        const at = given[index]?.at ?? 0;
        return { level, from: leftward ? at - 75 : at, to: leftward ? at : at + 75 };
      });
      expect(spans.every((one, index) => spans.slice(index + 1).every((other) => other.level !== one.level || other.from >= one.to || other.to <= one.from))).toBe(true);
    }));
  });
});
