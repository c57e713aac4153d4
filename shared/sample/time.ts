import type { Instant } from '#shared/time/instant.ts';
import { addDays, addMonths, dateOf, startOfDay, weekdayOf, type PlainDate } from '#shared/time/plain-date.ts';
import { sampleStart } from './cast.ts';

export type SampleMonth = { /** 0 is the month of today, -12 the first one. */ readonly offset: number; readonly from: PlainDate; readonly to: PlainDate };

/** The thirteen months that end today, and the days that the story hangs on. */
export type SampleTime = {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly months: readonly SampleMonth[];
  /** The month of the migration: the March among the whole months, so that the story can call it by its name. */
  readonly march: number;
  /** From here on the networks' desk has sent nothing more. */
  readonly staleFrom: PlainDate;
  /** The span in which one desk's export has a gap. */
  readonly gap: { readonly from: PlainDate; readonly to: PlainDate };
};

const monthsShown = 13;
const staleDays = 38;
const gapMonth = -5;

export function sampleTime(now: Instant): SampleTime {
  const today = dateOf(now, sampleStart.zone);
  const present = `${today.slice(0, 7)}-01`;
  const months = Array.from({ length: monthsShown }, (_, index): SampleMonth => {
    const offset = index - monthsShown + 1;
    return { offset, from: addMonths(present, offset), to: addMonths(present, offset + 1) };
  });
  const gapFrom = addMonths(present, gapMonth);
  return {
    now,
    today,
    months,
    march: months.find((month) => month.from.slice(5, 7) === '03')?.offset ?? 0,
    staleFrom: addDays(today, -staleDays),
    gap: { from: addDays(gapFrom, 9), to: addDays(gapFrom, 21) },
  };
}

/** Minutes after midnight in the zone of the sample's first organisation, on a day so many days from today; a weekend's work was done on the Friday. */
export function momentOf(time: SampleTime, daysFromToday: number, minutes: number): Instant {
  const day = addDays(time.today, daysFromToday);
  const weekday = weekdayOf(day);
  const worked = addDays(day, weekday === 'sat' ? -1 : weekday === 'sun' ? -2 : 0);
  return Math.min(time.now, startOfDay(worked, sampleStart.zone) + minutes * 60_000);
}
