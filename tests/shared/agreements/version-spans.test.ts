import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionInForce, type DatedVersion } from '#shared/agreements/life-cycle.ts';
import { versionSpans } from '#shared/agreements/version-spans.ts';
import { addDays } from '#shared/time/plain-date.ts';

function signed(version: number, validFrom: string | null, validTo: string | null, more: Partial<DatedVersion> = {}): DatedVersion {
  return { version, state: 'signed', validFrom, validTo, sealedAt: version, ...more };
}

describe('which version measures on which days', () => {
  it.each<[string, readonly DatedVersion[], readonly (readonly [number, string | null, string | null])[]]>([
    ['a draft measures no span of its own', [signed(1, '2026-01-01', null, { state: 'draft', sealedAt: null })], []],
    ['one version measures all of time', [signed(1, '2026-01-01', '2026-12-31')], [[1, null, null]]],
    ['a version in force from a later day takes over on that day', [signed(1, '2026-01-01', '2026-12-31'), signed(2, '2026-04-01', '2026-12-31')], [[1, null, '2026-04-01'], [2, '2026-04-01', null]]],
    ['a day between two versions belongs to the one before', [signed(1, '2026-01-01', '2026-03-31'), signed(2, '2026-05-01', null)], [[1, null, '2026-05-01'], [2, '2026-05-01', null]]],
    ['a shorter second version gives back to the first', [signed(1, '2026-01-01', '2026-12-31'), signed(2, '2026-04-01', '2026-06-30')], [[1, null, '2026-04-01'], [2, '2026-04-01', '2026-07-01'], [1, '2026-07-01', null]]],
    ['of two that are valid on a day the one sealed last', [signed(1, '2026-01-01', null, { sealedAt: 5 }), signed(2, '2026-04-01', null, { sealedAt: 3 })], [[1, null, null]]],
    ['a version that renews stays until the next begins', [signed(1, '2026-01-01', '2026-06-30', { renews: true }), signed(2, '2026-10-01', null)], [[1, null, '2026-10-01'], [2, '2026-10-01', null]]],
    ['an open draft beside signed versions does not measure', [signed(1, '2026-01-01', '2026-12-31'), signed(2, '2026-04-01', null, { state: 'draft', sealedAt: null })], [[1, null, null]]],
  ])('%s', (_, versions, expected) => {
    expect(versionSpans(versions).map(({ version, from, to }) => [version.version, from, to])).toEqual(expected);
  });

  it('follow each other without a gap, and agree with the version in force on every day that has one', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
    const version = fc.record({ from: fc.option(day), to: fc.option(day), state: fc.constantFrom('signed' as const, 'signed' as const, 'draft' as const), sealedAt: fc.integer({ min: 1, max: 9 }), renews: fc.boolean() });
    fc.assert(fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (list) => {
      const versions = list.map(({ from, to, ...rest }, index): DatedVersion => ({ version: index + 1, validFrom: from, validTo: to !== null && from !== null && to < from ? from : to, ...rest }));
      const spans = versionSpans(versions);
      spans.forEach((span, index) => {
        expect(span.from).toBe(index === 0 ? null : spans[index - 1]?.to);
        expect(span.version).not.toBe(spans[index - 1]?.version);
      });
      for (let days = -2; days <= 63; days += 1) {
        const date = addDays('2026-01-01', days);
        const inForce = versionInForce(versions, date);
        const measuring = spans.find((span) => (span.from === null || span.from <= date) && (span.to === null || date < span.to));
        expect(inForce === null || inForce === measuring?.version).toBe(true);
      }
    }), { numRuns: 300 });
  });
});
