import { dayNumber, monthDayIndex, weekdayIndex, weekdays } from '#shared/time/plain-date.ts';
import { minuteOf, minutesOf, type CalendarDefinition, type ClockRange, type MinuteRange } from './model.ts';

/** A closed part of a date, in minutes after its 00:00. */
export type ClosedRange = MinuteRange & { readonly label: string | null };

/** What a definition says about single dates, given as days since 1970-01-01. Wall clock only; no zone here. */
export type DayRules = {
  /** Opening ranges that begin on the date, before closures. */
  openingsOn(day: number): readonly MinuteRange[];
  /** Closures that begin on the date. */
  closuresOn(day: number): readonly ClosedRange[];
};

/** Weekly ranges, replaced by special days; closures of every kind apart (calculation-rules section 2, order on a date). */
export function dayRules(definition: CalendarDefinition): DayRules {
  const week = weekdays.map((weekday) => rangesOf(definition.week[weekday]));
  const special = new Map(Object.entries(definition.special_days ?? {}).map(([date, ranges]) => [dayNumber(date), rangesOf(ranges)]));
  const single = singleClosures(definition);
  const yearly = yearlyClosures(definition);
  const isYearly = yearly.some((ranges) => ranges.length > 0);
  const long = longClosures(definition);
  return {
    openingsOn: (day) => special.get(day) ?? week[weekdayIndex(day)] ?? none,
    closuresOn(day) {
      const found = single.get(day);
      const everyYear = isYearly ? (yearly[monthDayIndex(day)] ?? none) : none;
      if (everyYear.length === 0 && long.length === 0) return found ?? none;
      return [...(found ?? none), ...long.filter((rule) => day >= rule.from && day <= rule.to).map((rule) => rule.range), ...everyYear];
    },
  };
}

const none: readonly never[] = [];
const wholeDay = { from: 0, to: 1440 };

function rangesOf(ranges: readonly ClockRange[] | undefined): readonly MinuteRange[] {
  return (ranges ?? []).map(minutesOf);
}

function singleClosures(definition: CalendarDefinition): Map<number, ClosedRange[]> {
  const closures = new Map<number, ClosedRange[]>();
  const add = (date: string, range: ClosedRange): void => {
    const day = dayNumber(date);
    const list = closures.get(day);
    if (list) list.push(range);
    else closures.set(day, [range]);
  };
  for (const closure of definition.closures ?? []) if (closure.kind === 'date') add(closure.from, closedRange(closure));
  for (const date of definition.holidays ?? []) add(date, { ...wholeDay, label: null });
  for (const [date, ranges] of Object.entries(definition.breaks_on_date ?? {})) {
    for (const range of ranges) add(date, { ...minutesOf(range), label: null });
  }
  return closures;
}

function longClosures(definition: CalendarDefinition): { from: number; to: number; range: ClosedRange }[] {
  return (definition.closures ?? [])
    .filter((closure) => closure.kind === 'range')
    .map((closure) => ({ from: dayNumber(closure.from), to: dayNumber(closure.to), range: closedRange(closure) }));
}

/** Closures of every year by `monthDayIndex`: one look-up a day, however many rules there are. */
function yearlyClosures(definition: CalendarDefinition): ClosedRange[][] {
  const rules = [
    ...(definition.closures ?? []).filter((closure) => closure.kind === 'yearly').map((closure) => ({ from: closure.from, to: closure.to, range: closedRange(closure) })),
    ...(definition.holidays_every_year ?? []).map((monthDay) => ({ from: monthDay, to: monthDay, range: { ...wholeDay, label: null } })),
  ];
  return Array.from({ length: 12 * 31 }, (_, index) => {
    const monthDay = `${String(Math.floor(index / 31) + 1).padStart(2, '0')}-${String((index % 31) + 1).padStart(2, '0')}`;
    return rules.filter((rule) => isInYear(monthDay, rule.from, rule.to)).map((rule) => rule.range);
  });
}

function closedRange(closure: { readonly fromTime?: string | undefined; readonly toTime?: string | undefined; readonly label?: string | undefined }): ClosedRange {
  const from = closure.fromTime === undefined ? 0 : minuteOf(closure.fromTime);
  const to = closure.toTime === undefined ? 1440 : minuteOf(closure.toTime);
  return { from, to: to <= from ? to + 1440 : to, label: closure.label ?? null };
}

function isInYear(monthDay: string, from: string, to: string): boolean {
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}
