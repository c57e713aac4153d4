import { describe, expect, it } from 'vitest';
import { attentionOf } from '#shared/today/attention.ts';
import type { AgreementFact, TodayFacts } from '#shared/today/facts.ts';

const today = '2026-11-24';
const manager = { personId: 'ann', role: 'service-level-manager' } as const;

describe('what needs attention', () => {
  it.each([
    { on: '2026-11-24', urgency: 'lapses', days: 0 },
    { on: '2026-11-27', urgency: 'lapses', days: 3 },
    { on: '2026-12-15', urgency: 'lapses', days: 21 },
    { on: '2026-12-16', urgency: 'due', days: 22 },
    { on: '2027-02-22', urgency: 'due', days: 90 },
  ])('tells a last day of notice on $on as $urgency', ({ on, urgency, days }) => {
    expect(kinds(inForce({ lastDayOfNotice: on, end: '2027-05-31' }))).toEqual([['notice', urgency, days]]);
  });

  it.each(['2026-11-23', '2027-02-23'])('tells nothing of a last day of notice on %s: it is past, or far', (on) => {
    expect(kinds(inForce({ lastDayOfNotice: on, end: '2027-05-31' }))).toEqual([]);
  });

  it('tells the end where nothing renews by itself', () => {
    expect(kinds(inForce({ lastDayOfNotice: null, end: '2026-12-10' }, null))).toEqual([['end', 'lapses', 16]]);
  });

  it.each([
    { reviews: ['2026-11-06'], expected: [['review', 'late', -18]] },
    { reviews: ['2026-11-30'], expected: [['review', 'due', 6]] },
    { reviews: ['2026-11-06', '2026-11-30'], expected: [['review', 'late', -18]] },
    { reviews: ['2026-09-20', '2026-12-20'], expected: [] },
  ])('tells of the reviews $reviews the last one that has passed, else the next one', ({ reviews, expected }) => {
    expect(kinds(inForce({ lastDayOfNotice: null, end: '2029-01-31', reviews }))).toEqual(expected);
  });

  it('leaves the review before a notice to the notice', () => {
    expect(kinds(inForce({ lastDayOfNotice: '2026-11-27', end: '2027-02-27', reviews: ['2026-10-28'] }))).toEqual([['notice', 'lapses', 3]]);
  });

  it.each([
    { state: 'draft', missing: ['purpose'], expected: ['complete', 'due'] },
    { state: 'draft', missing: [], expected: ['ask', 'due'] },
    { state: 'agreed', missing: [], expected: ['approve', 'waits'] },
    { state: 'approved', missing: [], expected: ['sign', 'waits'] },
    { state: 'signing', missing: [], expected: ['sign', 'waits'] },
  ] as const)('takes the next step of a version that is $state', ({ state, missing, expected }) => {
    expect(kinds(open(state, missing)).map(([kind, urgency]) => [kind, urgency])).toEqual([expected]);
  });

  it('puts a right that lapses first, then what is late, who waits for us, what is due', () => {
    const facts = factsOf([open('draft', []), inForce({ lastDayOfNotice: '2026-11-27', end: '2027-02-27' }), open('agreed', [])], { sources: [{ id: 's', name: 'Desk', kinds: ['tickets'], until: '2026-10-17', services: ['Mail'] }] });
    expect(attentionOf(facts).map((item) => item.urgency)).toEqual(['lapses', 'late', 'waits', 'due']);
  });

  it.each([
    { until: '2026-11-11', kinds: ['tickets'], stale: false },
    { until: '2026-11-10', kinds: ['tickets'], stale: true },
    { until: '2026-10-31', kinds: ['readings'], stale: false },
    { until: '2026-10-10', kinds: ['readings'], stale: true },
  ])('takes a source of $kinds that covers until $until for stale: $stale', ({ until, kinds: covered, stale }) => {
    expect(attentionOf(factsOf([], { sources: [{ id: 's', name: 'Desk', kinds: covered, until, services: ['Mail'] }] }))).toHaveLength(stale ? 1 : 0);
  });

  it.each([
    { roles: [manager], person: 'ann', mine: true },
    { roles: [manager], person: 'bo', mine: false },
    { roles: [], person: 'bo', mine: true },
  ])('is the work of who holds the role, and everybody’s where nobody does', ({ roles, person, mine }) => {
    const items = attentionOf({ ...factsOf([{ ...inForce({ lastDayOfNotice: '2026-11-27', end: '2027-02-27' }), roles }]), personId: person });
    expect(items.map((item) => item.isMine)).toEqual([mine]);
  });

  it('asks only those for an approval who have still to give it', () => {
    const waiting = open('agreed', []);
    expect(attentionOf({ ...factsOf([waiting]), personId: 'ann' })[0]).toMatchObject({ isMine: false });
    expect(attentionOf({ ...factsOf([waiting]), personId: 'bo' })[0]).toMatchObject({ isMine: true, why: '1 of 2 approvals are given. Missing: Bo Lind.' });
  });
});

function kinds(agreement: AgreementFact): (string | number)[][] {
  return attentionOf(factsOf([agreement])).map((item) => [item.kind, item.urgency, item.days]);
}

function factsOf(agreements: readonly AgreementFact[], more: Partial<TodayFacts> = {}): TodayFacts {
  return { today, personId: 'ann', agreements: agreements.map((agreement, index) => ({ ...agreement, id: `a${index}` })), sources: [], quarantines: [], roles: [], ...more };
}

function inForce(dates: { lastDayOfNotice: string | null; end: string; reviews?: readonly string[] }, renewalMonths: number | null = 12): AgreementFact {
  const reviews = (dates.reviews ?? []).map((on) => ({ on, reason: 'every 6 months' }));
  return { id: 'a', title: 'Mail SLA', customers: ['Acme'], roles: [], inForce: { version: 1, dates: { ...dates, renewsOn: null, reviews }, renewalMonths, from: '2025-01-01' }, open: null };
}

function open(state: 'draft' | 'agreed' | 'approved' | 'signing', missing: readonly string[]): AgreementFact {
  const approvals = { asked: ['Ann Lee', 'Bo Lind'], waitingFor: [{ id: 'bo', name: 'Bo Lind' }], given: state === 'draft' ? 0 : 1, needed: 2 };
  return { id: 'a', title: 'Mail SLA', customers: ['Acme'], roles: [], inForce: null, open: { version: 2, state, since: '2026-11-20', missing, approvals, nextSigner: { id: 'bo', name: 'Bo Lind' }, signed: 0, signers: 2 } };
}
