import { describe, expect, it } from 'vitest';
import { agreementDates } from '#shared/agreements/dates.ts';
import { agreementDocumentSchema, type AgreementDocument, type AgreementDocumentInput } from '#shared/agreements/model.ts';

const office = { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']], wed: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] }, holidays: ['2026-01-01'] };

function document(change: Partial<AgreementDocumentInput> = {}): AgreementDocument {
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1', kind: 'sla', title: 'Mail SLA', zone: 'Europe/Berlin',
    parties: [{ side: 'provider', organisation: 'North IT' }, { side: 'customer', organisation: 'Acme' }],
    term: { from: '2026-02-01', to: '2027-01-31' }, notice: { months: 3, businessDay: 'preceding' }, renewal: { kind: 'automatic', months: 12 }, review: { everyMonths: 12 },
    calendars: { office }, serviceHours: 'office', ...change,
  });
}

describe('the dates of an agreement', () => {
  it('are those of the example', () => {
    expect(agreementDates(document())).toEqual({
      lastDayOfNotice: '2026-10-30',
      end: '2027-01-31',
      renewsOn: '2027-02-01',
      reviews: [{ on: '2026-09-30', reason: '30 days before the last day of notice' }, { on: '2027-02-01', reason: 'every 12 months' }],
    });
  });

  it.each([
    ['the preceding business day', { months: 3, businessDay: 'preceding' }, '2026-10-30'],
    ['the next business day', { months: 3, businessDay: 'next' }, '2026-11-02'],
    ['no move', { months: 3, businessDay: 'none' }, '2026-10-31'],
    ['days', { days: 30 }, '2027-01-01'],
    ['a named calendar that is always open', { months: 3, calendar: '24x7' }, '2026-10-31'],
    ['months that are clipped', { months: 11 }, '2026-02-27'],
  ] as const)('last day of notice: %s', (_, notice, expected) => {
    expect(agreementDates(document({ notice })).lastDayOfNotice).toBe(expected);
  });

  it('clip month ends, counted from the day after the end', () => {
    expect(agreementDates(document({ term: { from: '2025-06-01', to: '2026-05-30' }, notice: { months: 3, businessDay: 'none' } })).lastDayOfNotice).toBe('2026-02-27');
    expect(agreementDates(document({ term: { from: '2025-06-01', to: '2026-05-31' }, notice: { months: 3, businessDay: 'none' } })).lastDayOfNotice).toBe('2026-02-28');
  });

  it('have no renewal where there is none, and no review after the end', () => {
    const dates = agreementDates(document({ renewal: { kind: 'none' } }));
    expect(dates.renewsOn).toBeNull();
    expect(dates.reviews.map((review) => review.on)).toEqual(['2026-09-30']);
  });

  it('count reviews from the planned dates, moved to the next business day', () => {
    const dates = agreementDates(document({ review: { everyMonths: 3 }, notice: undefined }));
    expect(dates.reviews.map((review) => review.on)).toEqual(['2026-05-01', '2026-08-03', '2026-11-02', '2027-02-01']);
  });

  it('follow the renewed terms in a window', () => {
    expect(agreementDates(document(), { from: '2027-03-01', to: '2028-03-01' })).toEqual({
      lastDayOfNotice: '2027-10-29',
      end: '2028-01-31',
      renewsOn: '2028-02-01',
      reviews: [{ on: '2027-09-29', reason: '30 days before the last day of notice' }, { on: '2028-02-01', reason: 'every 12 months' }],
    });
    expect(agreementDates(document(), { from: '2026-10-01', to: '2027-01-01' }).reviews).toEqual([]);
  });

  it('are null without a term', () => {
    expect(agreementDates(document({ term: undefined }))).toEqual({ lastDayOfNotice: null, end: null, renewsOn: null, reviews: [] });
  });

  it.each([
    ['an end before the start', { term: { from: '2027-02-01', to: '2027-01-31' } }, 'before it starts', 'term.to'],
    ['a notice longer than the term', { notice: { months: 13 } }, 'longer than the term', 'notice.months'],
    ['days of notice longer than the term', { notice: { days: 366 } }, 'longer than the term', 'notice.days'],
  ] as const)('are refused for %s', (_, change, message, path) => {
    expect(() => agreementDates(document(change))).toThrow(expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(message), details: [expect.objectContaining({ path })] }));
  });
});
