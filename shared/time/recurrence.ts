import { dateOfDayNumber, dayNumber, weekdayIndex, yearOf, type PlainDate } from './plain-date.ts';

/** The parts of a recurrence rule that closures use (RFC 5545, 3.3.10); lists are as written. */
export type Recurrence = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** The last day, included. */
  readonly until: PlainDate | null;
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  /** `{ weekday: 3, nth: 4 }` is the fourth Thursday, `nth` 0 every one; weekday 0 is Monday. */
  readonly byDay: readonly { readonly weekday: number; readonly nth: number }[];
  readonly bySetPosition: readonly number[];
};

/**
 * The dates of a rule from `first` on that lie in `fromYear` to `toYear`: every day is asked whether it fits, so a rule that fits none ends
 * like any other. Without COUNT the years before are not looked at.
 */
export function datesOf(rule: Recurrence, first: PlainDate, fromYear: number, toYear: number): PlainDate[] {
  const start = partsOf(dayNumber(first));
  const last = Math.min(Date.UTC(toYear, 11, 31) / dayMs, rule.until === null ? Infinity : dayNumber(rule.until));
  const found: PlainDate[] = [];
  let period = -1;
  let inPeriod: number[] = [];
  const closePeriod = (): void => {
    for (const day of chosen(inPeriod, rule.bySetPosition)) if (day >= start.day) found.push(dateOfDayNumber(day));
    inPeriod = [];
  };
  const begin = periodStart(rule, start);
  for (let number = rule.count === null ? Math.max(begin, Date.UTC(fromYear - 1, 0, 1) / dayMs) : begin; number <= last; number += 1) {
    const day = partsOf(number);
    const index = periodOf(rule, start, day);
    if (index !== period) {
      closePeriod();
      period = index;
      if (rule.count !== null && found.length >= rule.count) break;
    }
    if (index % rule.interval === 0 && fits(rule, start, day)) inPeriod.push(number);
  }
  closePeriod();
  return (rule.count === null ? found : found.slice(0, rule.count)).filter((date) => yearOf(date) >= fromYear);
}

const dayMs = 86_400_000;

type Day = { readonly day: number; readonly year: number; readonly month: number; readonly date: number; readonly weekday: number; readonly monthLength: number };

function partsOf(day: number): Day {
  const at = new Date(day * dayMs);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
  return { day, year, month, date: at.getUTCDate(), weekday: weekdayIndex(day), monthLength: new Date(Date.UTC(year, month, 0)).getUTCDate() };
}

/** A period is a day, a week from Monday, a month or a year; positions in it are counted from its own first day. */
function periodStart(rule: Recurrence, start: Day): number {
  if (rule.freq === 'DAILY') return start.day;
  if (rule.freq === 'WEEKLY') return start.day - start.weekday;
  return Date.UTC(start.year, rule.freq === 'MONTHLY' ? start.month - 1 : 0, 1) / dayMs;
}

function periodOf(rule: Recurrence, start: Day, day: Day): number {
  if (rule.freq === 'DAILY') return day.day - start.day;
  if (rule.freq === 'WEEKLY') return Math.floor((day.day - (start.day - start.weekday)) / 7);
  return rule.freq === 'MONTHLY' ? (day.year - start.year) * 12 + day.month - start.month : day.year - start.year;
}

function fits(rule: Recurrence, start: Day, day: Day): boolean {
  const isYearly = rule.freq === 'YEARLY';
  if (rule.byMonth.length > 0 ? !rule.byMonth.includes(day.month) : isYearly && rule.byMonthDay.length === 0 && rule.byDay.length === 0 && day.month !== start.month) return false;
  if (rule.byMonthDay.length > 0 && !rule.byMonthDay.includes(day.date) && !rule.byMonthDay.includes(day.date - day.monthLength - 1)) return false;
  if (rule.byDay.length > 0) return rule.byDay.some((wanted) => wanted.weekday === day.weekday && isNth(rule, wanted.nth, day));
  if (rule.byMonthDay.length > 0 || rule.freq === 'DAILY') return true;
  return rule.freq === 'WEEKLY' ? day.weekday === start.weekday : day.date === start.date;
}

function isNth(rule: Recurrence, nth: number, day: Day): boolean {
  if (nth === 0) return true;
  const isInYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const yearStart = Date.UTC(day.year, 0, 1) / dayMs;
  const position = isInYear ? day.day - yearStart : day.date - 1;
  const length = isInYear ? Date.UTC(day.year + 1, 0, 1) / dayMs - yearStart : day.monthLength;
  return nth > 0 ? Math.floor(position / 7) + 1 === nth : Math.floor((length - 1 - position) / 7) + 1 === -nth;
}

function chosen(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  return days.filter((_day, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}
