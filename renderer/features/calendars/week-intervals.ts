import { mergedRanges } from '#shared/calendar/describe.ts';
import { minutesOf, type CalendarDefinition } from '#shared/calendar/model.ts';
import { clockRangeOf } from '#shared/calendar/normalise.ts';
import { weekdays } from '#shared/time/plain-date.ts';

export type Week = CalendarDefinition['week'];

/** An interval of the week: `day` 0 is Monday, minutes after its midnight; `to` runs beyond 1440 over midnight, at most to 2880. */
export type WeekInterval = { readonly day: number; readonly from: number; readonly to: number };

/** The part of an interval in one column of the grid; the last part of a night stands in the next column, after Sunday in Monday's. */
export type Piece = { readonly day: number; readonly from: number; readonly to: number; readonly isFirst: boolean; readonly isLast: boolean };

export const dayMinutes = 1440;

/** The intervals of a week in order; overlapping and touching ones of one date are one. */
export function intervalsOf(week: Week): WeekInterval[] {
  return weekdays.flatMap((weekday, day) => mergedRanges((week[weekday] ?? []).map(minutesOf)).map(({ from, to }) => ({ day, from, to })));
}

/** The week as it is kept: closed days are left out. */
export function weekOf(intervals: readonly WeekInterval[]): Week {
  return Object.fromEntries(weekdays.flatMap((weekday, day) => {
    const ranges = mergedRanges(intervals.filter((interval) => interval.day === day)).map(clockRangeOf);
    return ranges.length === 0 ? [] : [[weekday, ranges]];
  }));
}

/** An interval as it is drawn: one piece, or two where it runs over midnight. */
export function piecesOf({ day, from, to }: WeekInterval): Piece[] {
  if (to <= dayMinutes) return [{ day, from, to, isFirst: true, isLast: true }];
  return [
    { day, from, to: dayMinutes, isFirst: true, isLast: false },
    { day: (day + 1) % 7, from: 0, to: to - dayMinutes, isFirst: false, isLast: true },
  ];
}

/** When the hours of the day before end on this day, "06:00"; null where they do not reach it. */
export function nightEnd(intervals: readonly WeekInterval[], day: number): string | null {
  const ends = intervals.filter((one) => one.day === (day + 6) % 7 && one.to > dayMinutes).map((one) => one.to - dayMinutes);
  return ends.length === 0 ? null : clockRangeOf({ from: 0, to: Math.max(...ends) })[1];
}

/**
 * Puts `next` where `present` was (null: a new one, or one that is removed). What it touches on its date becomes one with it. Where a night
 * overlaps the next date's hours, one of the two gives way: the time that is open stays the same. Answers the week and the interval at hand.
 */
export function placed(intervals: readonly WeekInterval[], present: WeekInterval | null, next: WeekInterval | null): { readonly intervals: WeekInterval[]; readonly touched: WeekInterval | null } {
  const others = intervals.filter((one) => !isSame(one, present));
  if (next === null) return { intervals: others, touched: null };
  const nights = others.filter((one) => one.day === (next.day + 6) % 7 && one.to - dayMinutes >= next.from);
  const wanted = { ...next, to: Math.max(next.to, ...nights.map((night) => night.to - dayMinutes)) };
  const end = wanted.to - dayMinutes;
  const rest = others.flatMap((one): WeekInterval[] => {
    if (nights.includes(one)) return [{ ...one, to: dayMinutes + next.from }];
    if (one.day !== (next.day + 1) % 7 || one.from >= end) return [one];
    return one.to <= end ? [] : [{ ...one, from: end }];
  });
  const ofDay = mergedRanges([...rest.filter((one) => one.day === next.day), wanted]).map(({ from, to }) => ({ day: next.day, from, to }));
  const all = [...rest.filter((one) => one.day !== next.day), ...ofDay].toSorted((one, other) => one.day - other.day || one.from - other.from);
  return { intervals: all, touched: ofDay.find((one) => one.from <= wanted.from && one.to >= wanted.to) ?? null };
}

/** The hours of one day for other days too; they replace what was there. */
export function copiedTo(intervals: readonly WeekInterval[], from: number, days: readonly number[]): WeekInterval[] {
  const source = intervals.filter((one) => one.day === from);
  const targets = days.filter((day) => day !== from);
  return [...intervals.filter((one) => !targets.includes(one.day)), ...targets.flatMap((day) => source.map((one) => ({ ...one, day })))].toSorted((one, other) => one.day - other.day || one.from - other.from);
}

/** The interval that is still at hand after the week has changed elsewhere: the same, or the one that has its begin now. */
export function stillTouched(intervals: readonly WeekInterval[], wanted: WeekInterval | null): WeekInterval | null {
  if (wanted === null) return null;
  const ofDay = intervals.filter((one) => one.day === wanted.day);
  return ofDay.find((one) => one.from === wanted.from) ?? ofDay.find((one) => one.from < wanted.to && one.to > wanted.from) ?? null;
}

export function isSame(one: WeekInterval, other: WeekInterval | null): boolean {
  return other !== null && one.day === other.day && one.from === other.from && one.to === other.to;
}

/** Minutes that are open; what a night shares with the next date counts once. */
export function openMinutes(intervals: readonly WeekInterval[]): number {
  const pieces = intervals.flatMap(piecesOf).map(({ day, from, to }) => ({ from: day * dayMinutes + from, to: day * dayMinutes + to }));
  return mergedRanges(pieces).reduce((sum, piece) => sum + piece.to - piece.from, 0);
}
