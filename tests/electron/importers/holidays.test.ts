import { describe, expect, it } from 'vitest';
import { holidayCountries, holidayProposals, holidayRegions, publicHolidays } from '#electron/importers/holidays.ts';

describe('public holidays of a country and region', () => {
  it.each([
    ['DE', 'BY', 2026, '2026-01-06', 'Epiphany', 'public'],
    ['CH', 'ZH', 2027, '2027-03-25', 'Maundy Thursday', 'observance'],
    ['US', null, 2026, '2026-11-26', 'Thanksgiving Day', 'public'],
    ['GB', 'ENG', 2026, '2026-04-06', 'Easter Monday', 'public'],
  ])('%s %s %i has %s, %s', (country, region, year, day, name, type) => {
    expect(publicHolidays(country, region, [year])).toContainEqual(expect.objectContaining({ day, name, type }));
  });

  it('a region has days that the country has not', () => {
    const days = (region: string | null): string[] => publicHolidays('DE', region, [2026]).map((holiday) => holiday.day);
    expect(days(null)).not.toContain('2026-01-06');
  });

  it('public days are proposed, observances entered as ignored, part of a day keeps its time', () => {
    const proposals = holidayProposals('AT', null, [2026]);
    expect(proposals.find((one) => one.closure.label === 'National Holiday')).toMatchObject({ closure: { kind: 'date', from: '2026-10-26' }, state: 'proposed' });
    expect(proposals.find((one) => one.closure.from === '2026-12-24')).toMatchObject({ closure: { fromTime: '14:00' } });
    expect(holidayProposals('CH', 'ZH', [2027]).filter((one) => one.uid.startsWith('observance|')).every((one) => one.state === 'rejected')).toBe(true);
  });

  it('the same place and year have the same identities', () => {
    expect(holidayProposals('DE', 'BE', [2026])).toEqual(holidayProposals('DE', 'BE', [2026]));
  });

  it.each([['XX', null], ['de', null], ['DE', 'XX'], ['DE', 'BY-X'], ['toString', null]])('%s %s is refused', (country, region) => {
    expect(() => publicHolidays(country, region, [2026])).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('lists countries and regions by name', () => {
    expect(holidayCountries()).toContainEqual({ code: 'CH', name: expect.any(String) });
    expect(holidayRegions('CH')).toContainEqual({ code: 'ZH', name: expect.stringMatching(/Z[uü]rich/) });
    expect(holidayRegions('VA')).toEqual([]);
  });
});
