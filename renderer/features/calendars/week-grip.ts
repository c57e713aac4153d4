import { dayMinutes, type WeekInterval } from './week-intervals.ts';

/** Intervals begin and end on quarters of an hour when they are drawn; to the minute when they are typed. */
export const stepMinutes = 15;
const lastBegin = dayMinutes - stepMinutes;
const furthest = 2 * dayMinutes;

/** The hours that the grid shows, whole and even. */
export type HourWindow = { readonly first: number; readonly last: number };

/** A place in the grid: a column (7 is right of Sunday) and minutes after its midnight. */
export type GridPoint = { readonly day: number; readonly minute: number };

/** What the pointer holds: an interval, one of its edges, or an empty place from which a new one is drawn. */
export type Grip =
  | { readonly kind: 'move'; readonly interval: WeekInterval; readonly at: GridPoint }
  | { readonly kind: 'from' | 'to'; readonly interval: WeekInterval }
  | { readonly kind: 'draw'; readonly at: GridPoint };

/** 16 hours from six to ten; more, to whole even hours, where an interval needs it; all of them for a night or when asked for. */
export function windowOf(intervals: readonly WeekInterval[], whole: boolean): HourWindow {
  if (whole || intervals.some((interval) => interval.to > dayMinutes)) return { first: 0, last: 24 };
  return {
    first: Math.min(6, ...intervals.map((interval) => Math.floor(interval.from / 120) * 2)),
    last: Math.max(22, ...intervals.map((interval) => Math.ceil(interval.to / 120) * 2)),
  };
}

/** How many hours below the grid's upper edge a minute is drawn. */
export function hoursDown(minute: number, window: HourWindow): number {
  return minute / 60 - window.first;
}

/** The place of a pointer, in pixels from the grid's upper left corner, within the hours shown. */
export function pointAt(place: { readonly x: number; readonly y: number }, size: { readonly width: number; readonly height: number }, window: HourWindow): GridPoint {
  const minute = window.first * 60 + (place.y / size.height) * (window.last - window.first) * 60;
  return { day: clamped(Math.floor((place.x / size.width) * 7), 0, 7), minute: clamped(minute, window.first * 60, window.last * 60) };
}

/** The nearest quarter of an hour. */
export function snapped(minute: number): number {
  return Math.round(minute / stepMinutes) * stepMinutes;
}

/** The interval that a grip makes when the pointer is at `at`; null while nothing is drawn yet. */
export function gripped(grip: Grip, at: GridPoint, window: HourWindow): WeekInterval | null {
  switch (grip.kind) {
    case 'move': return movedWith(grip.interval, grip.at, at, window);
    case 'from': return begunAt(grip.interval, snapped(at.minute));
    case 'to': return endedAt(grip.interval, endMinute(grip.interval.day, grip.interval.from, at, window));
    case 'draw': return drawnFrom(grip.at, at, window);
  }
}

export type Step = { readonly edge: 'both' | 'from' | 'to'; readonly by: 1 | -1 } | { readonly edge: 'day'; readonly by: 1 | -1 };

/** What an arrow key does: the interval, its begin or its end goes to the next quarter of an hour, or the interval to the next day. */
export function stepped(interval: WeekInterval, { edge, by }: Step): WeekInterval {
  const next = (minute: number): number => (by > 0 ? Math.floor(minute / stepMinutes + 1) : Math.ceil(minute / stepMinutes - 1)) * stepMinutes;
  switch (edge) {
    case 'both': return beginningAt(interval, interval.day, clamped(next(interval.from), 0, lastBegin));
    case 'from': return begunAt(interval, next(interval.from));
    case 'to': return endedAt(interval, next(interval.to));
    case 'day': return { ...interval, day: clamped(interval.day + by, 0, 6) };
  }
}

/** A new interval where a day has room: an office day, or an hour after what is there, or before it. */
export function newInterval(intervals: readonly WeekInterval[], day: number): WeekInterval | null {
  const busy = [...intervals.filter((one) => one.day === day), ...intervals.filter((one) => one.day === (day + 6) % 7 && one.to > dayMinutes).map((one) => ({ day, from: 0, to: one.to - dayMinutes }))];
  const wanted = [{ day, from: 480, to: 1020 }, ...Array.from({ length: 24 }, (_, index) => ({ day, from: ((index + 13) % 24) * 60, to: ((index + 13) % 24) * 60 + 60 }))];
  return wanted.find((one) => busy.every((other) => one.to < other.from || one.from > other.to)) ?? null;
}

function movedWith(interval: WeekInterval, held: GridPoint, at: GridPoint, window: HourWindow): WeekInterval {
  const by = at.minute - held.minute;
  const isNight = interval.to > dayMinutes;
  const least = isNight ? 0 : Math.min(interval.from, window.first * 60);
  const most = isNight ? lastBegin : Math.max(least, window.last * 60 - (interval.to - interval.from));
  const from = Math.abs(by) < stepMinutes / 2 ? interval.from : clamped(snapped(interval.from + by), least, most);
  return beginningAt(interval, clamped(interval.day + at.day - held.day, 0, 6), from);
}

function beginningAt(interval: WeekInterval, day: number, from: number): WeekInterval {
  const length = interval.to - interval.from;
  const begin = Math.min(from, furthest - length);
  return { day, from: begin, to: begin + length };
}

function begunAt(interval: WeekInterval, from: number): WeekInterval {
  return { ...interval, from: clamped(from, Math.min(interval.from, Math.max(0, interval.to - dayMinutes)), Math.min(lastBegin, interval.to - stepMinutes)) };
}

function endedAt(interval: WeekInterval, to: number): WeekInterval {
  return { ...interval, to: clamped(to, interval.from + stepMinutes, Math.max(interval.to, interval.from + dayMinutes)) };
}

function drawnFrom(start: GridPoint, at: GridPoint, window: HourWindow): WeekInterval | null {
  const begin = snapped(start.minute);
  const end = endMinute(start.day, begin, at, window);
  const [from, to] = end < begin ? [end, begin] : [begin, end];
  return to - from < stepMinutes || from > lastBegin ? null : { day: start.day, from, to: Math.min(to, from + dayMinutes) };
}

/** An end in the next column is over midnight, unless that would be more than a day or midnight is not shown: then the pointer only strayed. */
function endMinute(day: number, from: number, at: GridPoint, window: HourWindow): number {
  const minute = snapped(at.minute);
  return window.last - window.first === 24 && at.day % 7 === (day + 1) % 7 && minute <= from ? dayMinutes + minute : minute;
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
