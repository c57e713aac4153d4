import { describe, expect, it } from 'vitest';
import { repeatOf, repeats, ruleOf } from '#renderer/features/outages/repeat.ts';

describe('how a maintenance window repeats', () => {
  it.each(repeats.filter((every) => every !== 'never'))('%s comes back from its rule, with and without a last day', (every) => {
    for (const until of [null, '2026-12-31']) expect(repeatOf(ruleOf({ every, until, rule: null }, '2026-01-11'))).toMatchObject({ every, until });
  });

  it.each([['2026-01-11', 'FREQ=MONTHLY;BYDAY=2SU'], ['2026-01-01', 'FREQ=MONTHLY;BYDAY=1TH'], ['2026-01-29', 'FREQ=MONTHLY;BYDAY=-1TH']])('the weekday of the month is that of its first day %s', (begins, rule) => {
    expect(ruleOf({ every: 'nthWeekday', until: null, rule: null }, begins)).toBe(rule);
  });

  it('a rule without words here stays as it is', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9';
    expect(ruleOf(repeatOf(rule), '2026-01-12')).toBe(rule);
    expect(repeatOf(null)).toMatchObject({ every: 'never' });
  });
});
