import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#shared/calendar/calendar.ts';
import { dueAt } from '#shared/calendar/due.ts';
import { calendarDefinitionSchema, type CalendarDefinition, type ClockRange } from '#shared/calendar/model.ts';
import type { Duration } from '#shared/time/duration.ts';
import { formatInstantAs, parseInstant } from '#shared/time/instant.ts';

const hour = 3_600_000;

function week(ranges: readonly ClockRange[], days: readonly (keyof CalendarDefinition['week'])[] = ['mon', 'tue', 'wed', 'thu', 'fri']): CalendarDefinition['week'] {
  return Object.fromEntries(days.map((day) => [day, [...ranges]]));
}
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
function office(more: Partial<CalendarDefinition> = {}): CalendarDefinition {
  return { tz: 'UTC', week: week([['08:00', '17:00']]), ...more };
}
function due(definition: CalendarDefinition, start: string, within: Duration, pauses: readonly [string, string][] = []): string {
  const at = (text: string): number => parseInstant(text, definition.tz);
  return formatInstantAs('local', dueAt(compileCalendar(definition), at(start), within, pauses.map(([from, to]) => ({ from: at(from), to: at(to) }))), definition.tz).replace(/:00$/, '');
}
function elapsed(definition: CalendarDefinition, from: string, to: string): number {
  return compileCalendar(definition).elapsed(parseInstant(from, definition.tz), parseInstant(to, definition.tz));
}
function isOpen(definition: CalendarDefinition, at: string): boolean {
  return compileCalendar(definition).isOpen(parseInstant(at, definition.tz));
}
const businessHours = (hours: number): Duration => ({ kind: 'business-hours', seconds: hours * 3600 });

describe('reference values of section 11', () => {
  it('Europe/Berlin, 24×7, 2026-03-28 12:00 + 24 h is 2026-03-29 13:00', () => {
    expect(due({ tz: 'Europe/Berlin', week: week([['00:00', '24:00']], everyDay) }, '2026-03-28T12:00', businessHours(24))).toBe('2026-03-29T13:00');
  });
  it('Europe/Berlin, open 00:00–06:00: 5 h on the day the clocks go forward, 7 h on the day they go back', () => {
    const night = { tz: 'Europe/Berlin', week: week([['00:00', '06:00']], everyDay) };
    expect(elapsed(night, '2026-03-29', '2026-03-30')).toBe(5 * hour);
    expect(elapsed(night, '2026-10-25', '2026-10-26')).toBe(7 * hour);
  });
  it('Mon–Fri 08–17, opened Fri 21:00, now Mon 09:30: business 1.5 h, actual 60.5 h', () => {
    expect(elapsed(office(), '2026-01-09T21:00', '2026-01-12T09:30')).toBe(1.5 * hour);
    expect(compileCalendar('24x7').elapsed(parseInstant('2026-01-09T21:00Z'), parseInstant('2026-01-12T09:30Z'))).toBe(60.5 * hour);
  });
  it('Mon–Fri 09–17, 14:00 to 09:00 the next day: business 3 h', () => {
    expect(elapsed(office({ week: week([['09:00', '17:00']]) }), '2026-01-12T14:00', '2026-01-13T09:00')).toBe(3 * hour);
  });
  it('08–18 daily, 4 h from 16:00 is 10:00 the next day', () => {
    expect(due({ tz: 'UTC', week: week([['08:00', '18:00']], everyDay) }, '2026-01-12T16:00', businessHours(4))).toBe('2026-01-13T10:00');
  });
  it('09–21 daily, 48 h from 2016-11-09 23:00 with and without closures', () => {
    const shop = { tz: 'UTC', week: week([['09:00', '21:00']], everyDay) };
    expect(due({ ...shop, holidays: ['2016-11-11', '2016-11-13'] }, '2016-11-09T23:00', businessHours(48))).toBe('2016-11-15T21:00');
    expect(due(shop, '2016-11-09T23:00', businessHours(48))).toBe('2016-11-13T21:00');
  });
  it('Mon 9–17, Tue 9–16, Thu 8–17: 16 h from Mon 11:00 is Thu 11:00', () => {
    expect(due({ tz: 'UTC', week: { mon: [['09:00', '17:00']], tue: [['09:00', '16:00']], thu: [['08:00', '17:00']] } }, '2026-01-12T11:00', businessHours(16))).toBe('2026-01-15T11:00');
  });
  it('08–12 and 13–17: 6 h from 10:00 is 17:00', () => {
    expect(due(office({ week: week([['08:00', '12:00'], ['13:00', '17:00']]) }), '2026-01-12T10:00', businessHours(6))).toBe('2026-01-12T17:00');
  });
  it('a yearly closure from 24 Dec to 2 Jan closes 28 Dec and 1 Jan', () => {
    const calendar = office({ closures: [{ kind: 'yearly', from: '12-24', to: '01-02' }] });
    expect(isOpen(calendar, '2026-12-28T10:00')).toBe(false);
    expect(isOpen(calendar, '2027-01-01T10:00')).toBe(false);
    expect(isOpen(calendar, '2026-12-23T10:00')).toBe(true);
    expect(isOpen(calendar, '2027-01-04T10:00')).toBe(true);
  });
});

describe('order on a date', () => {
  it('a special day replaces the weekly hours, and a closure wins over both', () => {
    const calendar = office({ special_days: { '2026-01-13': [['10:00', '11:00']], '2026-01-14': [['10:00', '11:00']] }, holidays: ['2026-01-14'] });
    expect(elapsed(calendar, '2026-01-13', '2026-01-14')).toBe(hour);
    expect(elapsed(calendar, '2026-01-14', '2026-01-15')).toBe(0);
  });
  it('part of a day is closed by a break and by a closure with times', () => {
    expect(elapsed(office({ breaks_on_date: { '2026-01-13': [['16:00', '18:00']] }, closures: [{ kind: 'range', from: '2026-01-12', to: '2026-01-13', fromTime: '12:00', toTime: '13:00' }] }), '2026-01-12', '2026-01-14')).toBe(15 * hour);
  });
  it('overlapping ranges are merged', () => {
    expect(elapsed(office({ week: { mon: [['08:00', '12:00'], ['11:00', '14:00'], ['14:00', '15:00']] } }), '2026-01-12', '2026-01-13')).toBe(7 * hour);
  });
  it('at the closing minute the calendar is closed', () => {
    expect([isOpen(office(), '2026-01-12T08:00'), isOpen(office(), '2026-01-12T17:00')]).toEqual([true, false]);
  });
});

describe('overnight ranges', () => {
  const nights = (more: Partial<CalendarDefinition> = {}): CalendarDefinition => ({ tz: 'UTC', week: { mon: [['22:00', '06:00']] }, ...more });

  it('22:00–06:00 and 22:00–30:00 are the same', () => {
    expect(elapsed(nights(), '2026-01-12', '2026-01-14')).toBe(8 * hour);
    expect(elapsed({ tz: 'UTC', week: { mon: [['22:00', '30:00']] } }, '2026-01-12', '2026-01-14')).toBe(8 * hour);
    expect(elapsed({ tz: 'UTC', week: { mon: [['09:00', '09:00']] } }, '2026-01-12', '2026-01-14')).toBe(24 * hour);
  });
  it('a closure of the next date cuts it at midnight', () => {
    expect(elapsed(nights({ holidays: ['2026-01-13'] }), '2026-01-12', '2026-01-14')).toBe(2 * hour);
  });
  it('a closure of its own date leaves what lies after midnight', () => {
    expect(elapsed(nights({ holidays: ['2026-01-12'] }), '2026-01-12', '2026-01-14')).toBe(6 * hour);
    expect(compileCalendar(nights({ holidays: ['2026-01-12'] })).isBusinessDay('2026-01-12')).toBe(false);
  });
  it('a special day on the next date does not cut it, one on its own date replaces it', () => {
    expect(elapsed(nights({ special_days: { '2026-01-13': [['12:00', '13:00']] } }), '2026-01-12', '2026-01-14')).toBe(9 * hour);
    expect(elapsed(nights({ special_days: { '2026-01-12': [] } }), '2026-01-12', '2026-01-14')).toBe(0);
  });
  it('the tail makes no business day of the next date', () => {
    const calendar = compileCalendar(nights());
    expect([calendar.isBusinessDay('2026-01-12'), calendar.isBusinessDay('2026-01-13')]).toEqual([true, false]);
    expect(calendar.ownerOf(parseInstant('2026-01-13T03:00Z'))).toBe('2026-01-12');
  });
});

describe('clock changes', () => {
  it('a range inside the spring gap moves forward by the gap; one that ends before it then begins is empty', () => {
    const berlin = (range: ClockRange): CalendarDefinition => ({ tz: 'Europe/Berlin', week: week([range], everyDay) });
    expect(elapsed(berlin(['02:15', '02:45']), '2026-03-29', '2026-03-30')).toBe(0.5 * hour);
    expect(isOpen(berlin(['02:15', '02:45']), '2026-03-29T03:20')).toBe(true);
    expect(elapsed(berlin(['02:30', '03:15']), '2026-03-29', '2026-03-30')).toBe(0);
  });
  it('a time that occurs twice is its first occurrence', () => {
    const berlin = { tz: 'Europe/Berlin', week: week([['02:00', '03:00']], everyDay) };
    expect(elapsed(berlin, '2026-10-25', '2026-10-26')).toBe(2 * hour);
    expect(elapsed({ ...berlin, week: week([['02:00', '02:30']], everyDay) }, '2026-10-25', '2026-10-26')).toBe(0.5 * hour);
    expect(elapsed({ ...berlin, closures: [{ kind: 'date', from: '2026-10-25', to: '2026-10-25', fromTime: '02:00', toTime: '03:00' }] }, '2026-10-25', '2026-10-26')).toBe(0);
  });
  it('where midnight is skipped, the day begins after the gap', () => {
    const brazil = { tz: 'America/Sao_Paulo', week: week([['00:00', '24:00']], everyDay) };
    expect(elapsed(brazil, '2018-11-04', '2018-11-05')).toBe(23 * hour);
    expect(elapsed(brazil, '2018-02-17', '2018-02-18')).toBe(25 * hour);
    expect(elapsed({ ...brazil, holidays: ['2018-11-04'] }, '2018-11-03', '2018-11-06')).toBe(48 * hour);
  });
});

describe('business days', () => {
  const days = (count: number): Duration => ({ kind: 'business-days', days: count });
  const endOfDay = (count: number): Duration => ({ kind: 'end-of-business-day', days: count });

  it.each([
    ['in hours: same clock time', '2026-01-12T10:30', 2, '2026-01-14T10:30'],
    ['over a weekend', '2026-01-16T10:30', 1, '2026-01-19T10:30'],
    ['before opening: from the opening', '2026-01-12T05:00', 1, '2026-01-13T08:00'],
    ['after closing: from the next opening', '2026-01-12T18:00', 1, '2026-01-14T08:00'],
    ['on a closed day: from the next opening', '2026-01-17T10:30', 1, '2026-01-20T08:00'],
    ['at closing, which is closed', '2026-01-12T17:00', 1, '2026-01-14T08:00'],
    ['0 days in hours: the start', '2026-01-12T10:30', 0, '2026-01-12T10:30'],
    ['0 days out of hours: the next opening', '2026-01-17T10:30', 0, '2026-01-19T08:00'],
  ])('%s', (_name, start, count, expected) => {
    expect(due(office(), start, days(count))).toBe(expected);
  });

  it('a start in a break counts from the end of the break', () => {
    expect(due(office({ week: week([['08:00', '12:00'], ['13:00', '17:00']]) }), '2026-01-12T12:30', days(1))).toBe('2026-01-13T13:00');
  });
  it('the clock time is moved into the landing day\'s hours', () => {
    const calendar = office({ special_days: { '2026-01-13': [['10:00', '12:00']] } });
    expect(due(calendar, '2026-01-12T15:00', days(1))).toBe('2026-01-13T12:00');
    expect(due(calendar, '2026-01-12T08:30', days(1))).toBe('2026-01-13T10:00');
  });
  it('a closed date is no business day, an hour of opening makes one', () => {
    expect(due(office({ holidays: ['2026-01-13'] }), '2026-01-12T10:00', days(1))).toBe('2026-01-14T10:00');
    expect(due(office({ special_days: { '2026-01-17': [['10:00', '11:00']] } }), '2026-01-16T10:30', days(1))).toBe('2026-01-17T10:30');
  });
  it('end of the Nth business day', () => {
    expect(due(office(), '2026-01-12T10:30', endOfDay(0))).toBe('2026-01-12T17:00');
    expect(due(office(), '2026-01-12T10:30', endOfDay(2))).toBe('2026-01-14T17:00');
    expect(due(office(), '2026-01-16T18:00', endOfDay(1))).toBe('2026-01-20T17:00');
  });
  it('overnight: the small hours belong to the date on which the shift began', () => {
    const night = { tz: 'UTC', week: week([['22:00', '06:00']]) };
    expect(due(night, '2026-01-17T03:00', days(1))).toBe('2026-01-20T03:00');
    expect(due(night, '2026-01-17T03:00', endOfDay(0))).toBe('2026-01-17T06:00');
  });
  it('same clock time across a clock change', () => {
    expect(due({ tz: 'Europe/Berlin', week: week([['00:00', '24:00']], everyDay) }, '2026-03-28T12:00', days(1))).toBe('2026-03-29T12:00');
    expect(due({ tz: 'Europe/Berlin', week: week([['00:00', '24:00']], everyDay) }, '2026-03-28T02:30', days(1))).toBe('2026-03-29T03:30');
  });
});

describe('day targets and pauses (section 3)', () => {
  it('same clock time: first the days, then the open time of the pauses', () => {
    expect(due(office(), '2026-01-12T10:00', { kind: 'business-days', days: 1 }, [['2026-01-12T16:00', '2026-01-13T09:00']])).toBe('2026-01-13T12:00');
  });
  it('end of the Nth business day: the end of the day in which that instant lies', () => {
    expect(due(office(), '2026-01-12T10:00', { kind: 'end-of-business-day', days: 1 }, [['2026-01-12T11:00', '2026-01-12T12:00']])).toBe('2026-01-13T17:00');
    expect(due(office(), '2026-01-12T10:00', { kind: 'end-of-business-day', days: 1 }, [['2026-01-12T11:00', '2026-01-13T11:30']])).toBe('2026-01-14T17:00');
  });
  it('elapsed hours and calendar days: plus the whole pause', () => {
    expect(due(office(), '2026-01-16T16:00', { kind: 'elapsed-hours', seconds: 4 * 3600 }, [['2026-01-16T17:00', '2026-01-17T17:00']])).toBe('2026-01-17T20:00');
    expect(due(office(), '2026-01-16T16:00', { kind: 'calendar-days', days: 2 }, [['2026-01-17T00:00', '2026-01-17T06:00']])).toBe('2026-01-18T22:00');
  });
  it('overlapping pauses count once, and one that begins after the due time changes nothing', () => {
    expect(due(office(), '2026-01-12T09:00', businessHours(2), [['2026-01-12T10:00', '2026-01-12T11:00'], ['2026-01-12T10:30', '2026-01-12T11:30'], ['2026-01-12T12:30', '2026-01-12T15:00']])).toBe('2026-01-12T12:30');
  });
  it('a pause before the start counts only from the start', () => {
    expect(due(office(), '2026-01-12T09:00', businessHours(1), [['2026-01-12T08:00', '2026-01-12T10:00']])).toBe('2026-01-12T11:00');
  });
  it('calendar days keep the clock time of the zone', () => {
    expect(due(office({ tz: 'Europe/Berlin' }), '2026-03-28T12:00', { kind: 'calendar-days', days: 1 })).toBe('2026-03-29T12:00');
  });
});

describe('calendars without openings, and times out of reach', () => {
  const never = office({ week: {} });
  it('add is an error, never a loop', () => {
    expect(() => due(never, '2026-01-12T09:00', businessHours(1))).toThrowError(/no opening in the ten years after/);
    expect(() => due(never, '2026-01-12T09:00', { kind: 'business-days', days: 1 })).toThrowError(/ten years/);
    expect(() => compileCalendar(never).add(parseInstant('2026-01-12T09:00Z'), -1)).toThrowError(/ten years before/);
    expect(elapsed(never, '2026-01-12', '2027-01-12')).toBe(0);
  });
  it('an opening after nine years counts, one after eleven does not, whatever was asked before', () => {
    const once = (date: string): CalendarDefinition => office({ week: {}, special_days: { [date]: [['09:00', '10:00']] } });
    expect(due(once('2035-01-12'), '2026-01-12T09:00', businessHours(1))).toBe('2035-01-12T10:00');
    const late = compileCalendar(once('2037-01-12'));
    late.isOpen(parseInstant('2037-01-12T09:30Z'));
    expect(() => late.add(parseInstant('2026-01-12T09:00Z'), 1)).toThrowError(/ten years/);
  });
  it('too little open time is an error', () => {
    expect(() => due(office({ week: {}, special_days: { '2026-01-12': [['09:00', '10:00']] } }), '2026-01-12T09:00', businessHours(2))).toThrowError(/not enough open time/);
  });
  it('an end before its start is an error', () => {
    expect(() => elapsed(office(), '2026-01-13', '2026-01-12')).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
  });
  it.each(['0001-01-01', '9999-12-31'])('%s is outside the supported years', (date) => {
    expect(() => isOpen(office(), date)).toThrowError(/1800 to 2399/);
  });
});

describe('stretches', () => {
  it('are open, out of hours, or a closure with its words; a closure covers the closed hours of its date too', () => {
    const calendar = compileCalendar(office({ closures: [{ kind: 'date', from: '2026-01-13', to: '2026-01-13', label: 'Works outing' }] }));
    const text = calendar.stretches(parseInstant('2026-01-12T16:00Z'), parseInstant('2026-01-14T09:00Z')).map((stretch) => `${new Date(stretch.from).toISOString().slice(5, 16)} ${stretch.kind}${stretch.label ? ` ${stretch.label}` : ''}`);
    expect(text).toEqual(['01-12T16:00 open', '01-12T17:00 out of hours', '01-13T00:00 closure Works outing', '01-14T00:00 out of hours', '01-14T08:00 open']);
  });
  it('of an empty span there are none', () => {
    expect(compileCalendar('24x7').stretches(0, 0)).toEqual([]);
  });
});

describe('definitions', () => {
  it.each([
    [{ tz: 'Mars/X', week: {} }, 'tz'],
    [{ tz: 'UTC', week: { mon: [['8:00', '17:00']] } }, 'week.mon.0.0'],
    [{ tz: 'UTC', week: { mon: [['24:00', '26:00']] } }, 'week.mon.0.0'],
    [{ tz: 'UTC', week: { mon: [['08:00', '48:01']] } }, 'week.mon.0.1'],
    [{ tz: 'UTC', week: { mon: [['08:00', '17:60']] } }, 'week.mon.0.1'],
    [{ tz: 'UTC', week: { mon: [['08:00']] } }, 'week.mon.0'],
    [{ tz: 'UTC', week: {}, holidays: ['2026-02-30'] }, 'holidays.0'],
    [{ tz: 'UTC', week: {}, holidays_every_year: ['02-30'] }, 'holidays_every_year.0'],
    [{ tz: 'UTC', week: {}, special_days: { '2026-13-01': [] } }, 'special_days.2026-13-01'],
    [{ tz: 'UTC', week: {}, closures: [{ kind: 'range', from: '2026-02-02', to: '2026-02-01' }] }, 'closures.0.to'],
    [{ tz: 'UTC' }, 'week'],
  ])('%j is refused at %s', (definition, path) => {
    const parsed = calendarDefinitionSchema.safeParse(definition);
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(path);
  });
  it('29 February of every year is a date', () => {
    expect(calendarDefinitionSchema.safeParse({ tz: 'UTC', week: {}, holidays_every_year: ['02-29'] }).success).toBe(true);
  });
});
