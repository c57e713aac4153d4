import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gripped, hoursDown, newInterval, pointAt, snapped, stepped, windowOf, type Grip, type GridPoint } from '#renderer/features/calendars/week-grip.ts';
import { copiedTo, intervalsOf, nightEnd, openMinutes, piecesOf, placed, stillTouched, weekOf, type WeekInterval } from '#renderer/features/calendars/week-intervals.ts';
import { stepOfKey } from '#renderer/features/calendars/week-keys.ts';
import { weekdays } from '#shared/time/plain-date.ts';

const [mon, tue, sun] = [0, 1, 6];
const at = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const interval = (day: number, from: string, to: string): WeekInterval => ({ day, from: at(from), to: at(to) });
const office = { first: 6, last: 22 };
const whole = { first: 0, last: 24 };

describe('the intervals of a week', () => {
  it('joins what overlaps or touches on one date', () =>
    expect(intervalsOf({ mon: [['08:00', '12:00'], ['12:00', '13:00'], ['12:30', '17:00']] })).toEqual([interval(mon, '08:00', '17:00')]));

  it.each([
    ['a day is one piece', interval(mon, '08:00', '18:00'), [[mon, 480, 1080]]],
    ['a night is one interval in two columns', interval(mon, '22:00', '30:00'), [[mon, 1320, 1440], [tue, 0, 360]]],
    ['the night of Sunday ends in the column of Monday', interval(sun, '22:00', '30:00'), [[sun, 1320, 1440], [mon, 0, 360]]],
    ['an end at midnight stays in its column', interval(mon, '16:00', '24:00'), [[mon, 960, 1440]]],
  ])('%s', (_rule, one, pieces) => expect(piecesOf(one).map(({ day, from, to }) => [day, from, to])).toEqual(pieces));

  it('comes back as it was kept', () => {
    const week = { mon: [['08:10', '12:00'], ['13:00', '17:00']], fri: [['22:00', '06:00']], sun: [['00:00', '24:00']] } satisfies Parameters<typeof intervalsOf>[0];
    expect(weekOf(intervalsOf(week))).toEqual(week);
  });
});

it('a day that the night before reaches says until when', () => {
  const week = intervalsOf({ fri: [['08:00', '17:00'], ['22:00', '06:00']], sun: [['20:00', '02:30']] });
  expect([0, 4, 5, 6].map((day) => nightEnd(week, day))).toEqual(['02:30', null, '06:00', null]);
});

describe('an interval put down', () => {
  const present = [interval(mon, '08:00', '12:00'), interval(mon, '14:00', '18:00'), interval(tue, '08:00', '18:00')];
  const [morning, afternoon] = [interval(mon, '08:00', '12:00'), interval(mon, '14:00', '18:00')];

  it('becomes one with what it touches on its date', () =>
    expect(placed(present, morning, interval(mon, '10:00', '14:00'))).toEqual({ intervals: [interval(mon, '10:00', '18:00'), interval(tue, '08:00', '18:00')], touched: interval(mon, '10:00', '18:00') }));

  it('stays apart where a gap is left', () => expect(placed(present, afternoon, interval(mon, '12:15', '18:00')).intervals).toHaveLength(3));

  it('takes the overlapped begin of the next date over', () =>
    expect(placed(present, afternoon, interval(mon, '22:00', '33:00')).intervals).toEqual([morning, interval(mon, '22:00', '33:00'), interval(tue, '09:00', '18:00')]));

  it('goes away when nothing is put down', () => expect(placed(present, morning, null)).toEqual({ intervals: present.slice(1), touched: null }));

  it('leaves exactly the time open that the intervals cover together', () => {
    const anInterval = fc.record({ day: fc.integer({ min: 0, max: 6 }), from: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 96 }) }).map(({ day, from, length }) => ({ day, from: from * 15, to: (from + length) * 15 }));
    fc.assert(fc.property(fc.array(anInterval, { maxLength: 8 }), anInterval, (several, next) => {
      const before = several.reduce<WeekInterval[]>((week, one) => placed(week, null, one).intervals, []);
      const after = placed(before, null, next);
      expect(quartersOf(after.intervals)).toEqual(new Set([...quartersOf(several), ...quartersOf([next])]));
      expect(openMinutes(after.intervals)).toBe(quartersOf(after.intervals).size * 15);
      expect(after.touched).not.toBeNull();
      expect(intervalsOf(weekOf(after.intervals))).toEqual(after.intervals);
    }));
  });

  it('counts what a night shares with the next date once', () => expect(openMinutes([interval(mon, '22:00', '30:00'), interval(tue, '05:00', '12:00')])).toBe(14 * 60));

  it('copies the hours of one day over those of others', () =>
    expect(copiedTo(present, mon, [mon, tue, sun])).toEqual([mon, tue, sun].flatMap((day) => [interval(day, '08:00', '12:00'), interval(day, '14:00', '18:00')])));

  it('is still at hand after it has changed elsewhere', () => {
    expect(stillTouched(present, interval(mon, '14:00', '20:00'))).toEqual(afternoon);
    expect(stillTouched(present, interval(mon, '13:00', '15:00'))).toEqual(afternoon);
    expect(stillTouched(present, interval(sun, '08:00', '09:00'))).toBeNull();
  });
});

describe('minutes and pixels', () => {
  it.each([
    ['16 hours from 6 to 22', [interval(mon, '08:00', '18:00')], false, office],
    ['more where an interval begins before or ends after', [interval(mon, '05:10', '23:00')], false, { first: 4, last: 24 }],
    ['the whole day for a night', [interval(mon, '22:00', '30:00')], false, whole],
    ['the whole day when asked for', [], true, whole],
  ])('%s', (_rule, intervals, all, expected) => expect(windowOf(intervals, all)).toEqual(expected));

  it.each([22, 28])('a minute is found again where it is drawn, with %i pixels an hour', (hour) => {
    const size = { width: 700, height: hour * 16 };
    for (let minute = 360; minute <= 1320; minute += 15) expect(snapped(pointAt({ x: 250, y: hoursDown(minute, office) * hour }, size, office).minute)).toBe(minute);
  });

  it('what is outside the grid is at its edge, what is right of Sunday is the next date', () => {
    const size = { width: 700, height: 352 };
    expect(pointAt({ x: -5, y: -20 }, size, office)).toEqual({ day: 0, minute: 360 });
    expect(pointAt({ x: 712, y: 900 }, size, office)).toEqual({ day: 7, minute: 1320 });
  });

  it.each([[487, 480], [488, 495], [1439, 1440]])('%i snaps to %i', (minute, quarter) => expect(snapped(minute)).toBe(quarter));
});

describe('what the pointer holds', () => {
  const day = interval(mon, '08:00', '18:00');
  const held: GridPoint = { day: mon, minute: at('10:00') };
  const point = (column: number, clock: string): GridPoint => ({ day: column, minute: at(clock) });
  it.each<[string, Grip, GridPoint, { first: number; last: number }, WeekInterval | null]>([
    ['moves with the hand, in quarters of an hour', { kind: 'move', interval: day, at: held }, point(mon, '11:20'), office, interval(mon, '09:15', '19:15')],
    ['moves to another day with its minutes', { kind: 'move', interval: interval(mon, '08:10', '18:00'), at: held }, point(3, '10:05'), office, interval(3, '08:10', '18:00')],
    ['stays within the hours shown', { kind: 'move', interval: day, at: held }, point(mon, '22:00'), office, interval(mon, '12:00', '22:00')],
    ['stays within the week', { kind: 'move', interval: day, at: held }, point(7, '10:00'), office, interval(sun, '08:00', '18:00')],
    ['draws the begin', { kind: 'from', interval: day }, point(mon, '06:52'), office, interval(mon, '06:45', '18:00')],
    ['keeps a quarter of an hour', { kind: 'from', interval: day }, point(mon, '21:00'), office, interval(mon, '17:45', '18:00')],
    ['draws the end', { kind: 'to', interval: day }, point(mon, '20:01'), office, interval(mon, '08:00', '20:00')],
    ['draws the end over midnight in the next column', { kind: 'to', interval: day }, point(tue, '06:00'), whole, interval(mon, '08:00', '30:00')],
    ['draws the end of Sunday right of Sunday', { kind: 'to', interval: interval(sun, '22:00', '24:00') }, point(7, '06:00'), whole, interval(sun, '22:00', '30:00')],
    ['draws the end of Sunday in the column of Monday', { kind: 'to', interval: interval(sun, '22:00', '30:00') }, point(mon, '05:00'), whole, interval(sun, '22:00', '29:00')],
    ['takes an end that strayed for one in its column', { kind: 'to', interval: day }, point(tue, '17:00'), office, interval(mon, '08:00', '17:00')],
    ['draws a new interval down', { kind: 'draw', at: point(sun, '09:03') }, point(sun, '11:00'), office, interval(sun, '09:00', '11:00')],
    ['draws a new interval up', { kind: 'draw', at: point(sun, '11:00') }, point(sun, '09:00'), office, interval(sun, '09:00', '11:00')],
    ['draws nothing under a quarter of an hour', { kind: 'draw', at: point(sun, '09:00') }, point(sun, '09:05'), office, null],
  ])('%s', (_rule, grip, to, window, expected) => expect(gripped(grip, to, window)).toEqual(expected));
});

describe('what an arrow does', () => {
  const odd = interval(mon, '08:10', '18:05');
  it.each([
    ['the interval goes down to the next quarter of an hour', odd, { edge: 'both', by: 1 }, interval(mon, '08:15', '18:10')],
    ['and up', odd, { edge: 'both', by: -1 }, interval(mon, '08:00', '17:55')],
    ['the begin alone', odd, { edge: 'from', by: 1 }, interval(mon, '08:15', '18:05')],
    ['the end alone', odd, { edge: 'to', by: 1 }, interval(mon, '08:10', '18:15')],
    ['over midnight', interval(mon, '14:00', '24:00'), { edge: 'both', by: 1 }, interval(mon, '14:15', '24:15')],
    ['not before midnight', interval(mon, '00:00', '06:00'), { edge: 'both', by: -1 }, interval(mon, '00:00', '06:00')],
    ['not under a quarter of an hour', interval(mon, '08:00', '08:15'), { edge: 'from', by: 1 }, interval(mon, '08:00', '08:15')],
    ['not over a day', interval(mon, '08:00', '32:00'), { edge: 'to', by: 1 }, interval(mon, '08:00', '32:00')],
    ['to the next day', odd, { edge: 'day', by: 1 }, interval(tue, '08:10', '18:05')],
    ['not out of the week', odd, { edge: 'day', by: -1 }, odd],
  ] as const)('%s', (_rule, one, step, expected) => expect(stepped(one, step)).toEqual(expected));

  it.each([
    ['ArrowDown', {}, { edge: 'both', by: 1 }],
    ['ArrowUp', { shiftKey: true }, { edge: 'from', by: -1 }],
    ['ArrowUp', { altKey: true }, { edge: 'to', by: -1 }],
    ['ArrowLeft', {}, { edge: 'day', by: -1 }],
    ['ArrowLeft', { altKey: true }, null],
    ['ArrowUp', { ctrlKey: true }, null],
    ['Enter', {}, null],
  ])('%s with %o', (key, held, step) => expect(stepOfKey({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })).toEqual(step));

  it('a day without hours begins with an office day, another with an hour that touches nothing, a full one with nothing', () => {
    expect(newInterval([], mon)).toEqual(interval(mon, '08:00', '17:00'));
    expect(newInterval([interval(mon, '08:00', '18:00')], mon)).toEqual(interval(mon, '19:00', '20:00'));
    expect(newInterval([interval(mon, '00:00', '24:00')], mon)).toBeNull();
  });
});

/** The quarters of an hour of the circle of a week that are open. */
function quartersOf(intervals: readonly WeekInterval[]): Set<number> {
  return new Set(intervals.flatMap(({ day, from, to }) => Array.from({ length: (to - from) / 15 }, (_, index) => (day * 96 + from / 15 + index) % (96 * weekdays.length))));
}
