import { describe, expect, it } from 'vitest';
import { hoursText, parseHoursText } from '#shared/calendars/hours-text.ts';

describe('typed hours', () => {
  it.each([
    ['08:00–12:00, 13:00–17:00', [['08:00', '12:00'], ['13:00', '17:00']]],
    ['8-12,13-17', [['08:00', '12:00'], ['13:00', '17:00']]],
    ['8.30 to 17h', [['08:30', '17:00']]],
    ['0800-1730', [['08:00', '17:30']]],
    ['13:00–17:00 and 08:00–12:00', [['08:00', '12:00'], ['13:00', '17:00']]],
    ['08:00–13:00, 12:00–17:00', [['08:00', '17:00']]],
    ['24 h', [['00:00', '24:00']]],
    ['0–24', [['00:00', '24:00']]],
    ['closed', []],
    ['', []],
  ])('%s', (text, ranges) => expect(parseHoursText(text)).toEqual({ ranges }));

  it.each(['22:00–06:00', '08:00–12:00, 22:00–06:00', '00:00–24:00', '16:00–24:00', '06:00–06:00', ''])('%s comes back as it was typed', (text) => {
    const typed = parseHoursText(text);
    expect('ranges' in typed && hoursText(typed.ranges)).toBe(text);
  });

  it.each([['8', '8'], ['08:00–12:75', '08:00–12:75'], ['25–26', '25–26'], ['08:00–12:00, lunch', 'lunch'], ['24:00–06:00', '24:00–06:00'], ['8–99', '8–99']])('%s names what it does not understand', (text, wrong) =>
    expect(parseHoursText(text)).toEqual({ wrong }));
});
