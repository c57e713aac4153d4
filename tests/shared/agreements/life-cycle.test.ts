import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementState, isMoveAllowed, versionInForce, type DatedVersion } from '#shared/agreements/life-cycle.ts';

const signed = (version: number, validFrom: string, validTo: string | null, sealedAt: number): DatedVersion => ({ version, state: 'signed', validFrom, validTo, sealedAt });

describe('states of versions and agreements', () => {
  it.each([
    ['draft', 'agreed', true], ['agreed', 'approved', true], ['approved', 'signing', true], ['signing', 'signed', true], ['agreed', 'draft', true],
    ['draft', 'approved', false], ['draft', 'signed', false], ['signed', 'draft', false], ['signed', 'abandoned', false], ['abandoned', 'draft', false],
  ] as const)('%s → %s: %s', (from, to, isAllowed) => expect(isMoveAllowed(from, to)).toBe(isAllowed));

  it('keeps a version that renews by itself in force after its last day, until a later one begins', () => {
    const first: DatedVersion = { ...signed(1, '2026-01-01', '2026-12-31', 1), renews: true };
    expect(versionInForce([first], '2029-05-01')?.version).toBe(1);
    expect(versionInForce([{ ...first, renews: false }], '2029-05-01')).toBeNull();
    const second = signed(2, '2027-01-01', '2027-12-31', 2);
    expect(versionInForce([first, second], '2027-06-01')?.version).toBe(2);
    expect(versionInForce([first, second], '2028-06-01')).toBeNull();
  });

  it('of two versions that are valid on a day the one sealed last is in force', () => {
    const versions = [signed(1, '2026-01-01', '2026-12-31', 1), signed(2, '2026-04-01', '2026-12-31', 2)];
    expect(versionInForce(versions, '2026-03-31')?.version).toBe(1);
    expect(versionInForce(versions, '2026-04-01')?.version).toBe(2);
    expect(versionInForce(versions, '2027-01-01')).toBeNull();
  });

  it.each([
    ['2025-12-31', 'planned'], ['2026-01-01', 'active'], ['2026-12-31', 'active'], ['2027-01-01', 'expired'],
  ] as const)('on %s the agreement is %s', (day, state) => {
    const draft: DatedVersion = { version: 2, state: 'draft', validFrom: null, validTo: null, sealedAt: null };
    expect(agreementState([signed(1, '2026-01-01', '2026-12-31', 1), draft], day)).toBe(state);
  });

  it('on no day are two versions in force, and a draft never is', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
    const version = fc.record({ state: fc.constantFrom('draft' as const, 'signed' as const, 'abandoned' as const), validFrom: fc.option(day), validTo: fc.option(day), sealedAt: fc.option(fc.nat({ max: 5 })) });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 5 }), day, (rows, today) => {
        const inForce = versionInForce(rows.map((row, index) => ({ ...row, version: index + 1 })), today);
        expect(inForce === null || inForce.state === 'signed').toBe(true);
      }),
    );
  });
});
