import { describe, expect, it } from 'vitest';
import { plannedWindows, type PlannedWindow } from '#shared/availability/planned-windows.ts';
import { ParleyError } from '#shared/errors.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { occurrencesOf, parseRepeatRule } from '#shared/time/repeat-rule.ts';
import { at, zone } from '#tests/shared/ledger/examples.ts';

function occurrences(from: string, to: string, repeat: string | null, until = '2027-01-01'): string[] {
  return occurrencesOf({ from: at(from), to: at(to), zone, repeat }, at(until)).map((window) => `${formatInstant(window.from, zone)}/${formatInstant(window.to, zone)}`);
}

describe('a window that repeats', () => {
  it.each<[string, string, string, string, string[]]>([
    ['every week, on its own weekday', '2026-01-11T02:00', '2026-01-11T04:00', 'FREQ=WEEKLY;COUNT=3', ['2026-01-11', '2026-01-18', '2026-01-25']],
    ['every second Sunday', '2026-01-11T02:00', '2026-01-11T04:00', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20260215', ['2026-01-11', '2026-01-25', '2026-02-08']],
    ['on the first Sunday of the month', '2026-02-01T02:00', '2026-02-01T04:00', 'FREQ=MONTHLY;BYDAY=1SU;UNTIL=2026-05-31', ['2026-02-01', '2026-03-01', '2026-04-05', '2026-05-03']],
    ['on the last day of the month', '2026-01-31T02:00', '2026-01-31T04:00', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['every day up to its last', '2026-01-11T02:00', '2026-01-11T04:00', 'RRULE:FREQ=DAILY;UNTIL=20260113T235959Z', ['2026-01-11', '2026-01-12', '2026-01-13']],
    ['its first time counts even where the rule does not fit it', '2026-01-10T02:00', '2026-01-10T04:00', 'FREQ=WEEKLY;BYDAY=SU;UNTIL=20260118', ['2026-01-10', '2026-01-11', '2026-01-18']],
  ])('%s', (_, from, to, repeat, days) => {
    expect(occurrences(from, to, repeat).map((window) => window.slice(0, 10))).toEqual(days);
  });

  it('keeps its wall-clock times over a clock change: one hour in spring, three in autumn', () => {
    const spring = occurrences('2026-03-22T02:00', '2026-03-22T04:00', 'FREQ=WEEKLY;COUNT=3');
    expect(spring).toEqual(['2026-03-22T02:00:00+01:00/2026-03-22T04:00:00+01:00', '2026-03-29T03:00:00+02:00/2026-03-29T04:00:00+02:00', '2026-04-05T02:00:00+02:00/2026-04-05T04:00:00+02:00']);
    expect(occurrences('2026-10-18T02:00', '2026-10-18T04:00', 'FREQ=WEEKLY;COUNT=2')[1]).toBe('2026-10-25T02:00:00+02:00/2026-10-25T04:00:00+01:00');
  });

  it('that lies in the hour that is skipped is dropped that day', () => {
    expect(occurrences('2026-03-22T02:00', '2026-03-22T03:00', 'FREQ=WEEKLY;COUNT=3').map((window) => window.slice(0, 10))).toEqual(['2026-03-22', '2026-04-05']);
  });

  it('runs over midnight, and ends with what is asked for', () => {
    expect(occurrences('2026-01-10T23:00', '2026-01-11T01:00', 'FREQ=DAILY', '2026-01-12T00:00')).toEqual(['2026-01-10T23:00:00+01:00/2026-01-11T01:00:00+01:00', '2026-01-11T23:00:00+01:00/2026-01-12T01:00:00+01:00']);
    expect(occurrences('2026-01-10T23:00', '2026-01-11T01:00', null)).toHaveLength(1);
  });

  it.each(['', 'WEEKLY', 'FREQ=HOURLY', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=WEEKLY;INTERVAL=0', 'FREQ=DAILY;COUNT=2;UNTIL=20260101', 'FREQ=DAILY;UNTIL=20261301', 'FREQ=DAILY;BYWEEKNO=3', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=MONTHLY;BYMONTHDAY=32'])('refuses %j as a repetition', (text) => {
    expect(() => parseRepeatRule(text)).toThrow(ParleyError);
  });
});

describe('a maintenance window excludes', () => {
  const window = (more: Partial<PlannedWindow>): PlannedWindow => ({ from: at('2026-01-11T02:00'), to: at('2026-01-11T04:00'), zone, repeat: null, announcedAt: null, reason: 'Patches', approvedBy: 'Ann', decision: null, ...more });
  const states = (more: Partial<PlannedWindow>, noticeDays: number | null = 5) => plannedWindows([window(more)], { noticeDays, zone, until: at('2026-02-01') }).map((exclusion) => exclusion.state);

  it.each<[string, Partial<PlannedWindow>, number | null, string[]]>([
    ['when it was approved and announced in time, to the minute', { announcedAt: at('2026-01-06T02:00') }, 5, ['accepted']],
    ['not when it was announced a moment too late', { announcedAt: at('2026-01-06T02:00') + 1 }, 5, ['proposed']],
    ['whenever it was announced where no notice is agreed', { announcedAt: at('2026-01-11T01:59') }, null, ['accepted']],
    ['when nobody wrote down when it was announced', {}, 5, ['accepted']],
    ['not without an approval', { approvedBy: null, announcedAt: at('2026-01-01') }, 5, ['proposed']],
    ['late all the same when the customer has accepted it', { announcedAt: at('2026-01-10'), decision: 'accepted' }, 5, ['accepted']],
    ['not when the customer has refused it', { announcedAt: at('2026-01-01'), decision: 'refused' }, 5, ['refused']],
    ['each time by itself: the first was announced too late', { repeat: 'FREQ=WEEKLY;COUNT=3', announcedAt: at('2026-01-09') }, 5, ['proposed', 'accepted', 'accepted']],
  ])('%s', (_, more, noticeDays, expected) => {
    expect(states(more, noticeDays)).toEqual(expected);
  });
});
