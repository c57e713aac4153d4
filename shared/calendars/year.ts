import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import { dayRules } from '#shared/calendar/day-rules.ts';
import type { CalendarClosure, CalendarDefinition } from '#shared/calendar/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { clip, subtract, unionOf, type Interval } from '#shared/time/interval.ts';
import { dateOf, dateOfDayNumber, dayNumber, startOfDay, type PlainDate } from '#shared/time/plain-date.ts';
import { zoneOf } from '#shared/time/zone.ts';
import type { CalendarYear, ClosureInYear, StoredClosure } from './model.ts';

/**
 * A year of a calendar for its screen: open time, business days, the kind of each day, the longest time without opening, clock changes.
 * `proposed` are closures that wait for a decision; `from` is the day from which the next closure is looked for.
 */
export function yearOfCalendar(definition: CalendarDefinition, proposed: readonly CalendarClosure[], year: number, from?: PlainDate): CalendarYear {
  const calendar = compileCalendar(definition);
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
  const closed = dayRules({ tz: definition.tz, week: {}, ...closuresAlone(definition) });
  const waiting = dayRules({ tz: definition.tz, week: {}, closures: [...proposed] });
  const days = Array.from({ length: last - first }, (_, index) => {
    const day = first + index;
    if (waiting.closuresOn(day).length > 0) return 'proposed';
    if (calendar.isBusinessDay(dateOfDayNumber(day))) return 'open';
    return closed.closuresOn(day).length > 0 ? 'closure' : 'closed';
  });
  const months = Array.from({ length: 13 }, (_, month) => startOfDay(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, definition.tz));
  const [start = 0, end = 0] = [months[0], months[12]];
  return {
    year,
    openMs: calendar.elapsed(start, end),
    businessDays: Array.from({ length: last - first }, (_, index) => dateOfDayNumber(first + index)).filter((date) => calendar.isBusinessDay(date)).length,
    days,
    monthsOpenMs: months.slice(0, 12).map((at, month) => calendar.elapsed(at, months[month + 1] ?? end)),
    longestGap: longestGap(calendar, start, end),
    nextClosure: from === undefined ? null : nextClosure(definition, from),
    clockChanges: clockChanges(calendar, start, end),
  };
}

/** What a closure does in one year: its dates there, and the open time that it takes from hours without any closure. */
export function closuresInYear(definition: CalendarDefinition, closures: readonly StoredClosure[], year: number): ClosureInYear[] {
  const hours = compileCalendar(hoursAlone(definition));
  return closures
    .map((stored) => {
      const rules = dayRules({ tz: definition.tz, week: {}, closures: [stored.closure] });
      const dates: PlainDate[] = [];
      const closed: Interval[] = [];
      for (let day = dayNumber(`${year}-01-01`); day < dayNumber(`${year + 1}-01-01`); day += 1) {
        const ranges = rules.closuresOn(day);
        if (ranges.length > 0) dates.push(dateOfDayNumber(day));
        for (const range of ranges) closed.push({ from: instantOf(definition.tz, day, range.from), to: instantOf(definition.tz, day, range.to) });
      }
      return { ...stored, dates, closesMs: unionOf(closed).reduce((sum, interval) => sum + hours.elapsed(interval.from, interval.to), 0) };
    })
    .filter((closure) => closure.dates.length > 0)
    .toSorted((one, other) => ((one.dates[0] ?? '') < (other.dates[0] ?? '') ? -1 : 1));
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** How far beyond the year an opening is looked for that ends its last gap; how far ahead a next closure is looked for. */
const gapReachMs = 60 * dayMs;
const closureReachDays = 800;

function longestGap(calendar: Calendar, start: Instant, end: Instant): { from: Instant; to: Instant } | null {
  const open = calendar.stretches(start, end + gapReachMs).filter((stretch) => stretch.kind === 'open');
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return null;
  const gaps = subtract([{ from: first.from, to: last.to }], open).filter((gap) => gap.from < end);
  return gaps.reduce<Interval | null>((longest, gap) => (longest === null || gap.to - gap.from > longest.to - longest.from ? gap : longest), null);
}

function nextClosure(definition: CalendarDefinition, from: PlainDate): CalendarYear['nextClosure'] {
  const rules = dayRules(definition);
  const hours = compileCalendar(hoursAlone(definition));
  for (let day = dayNumber(from); day < dayNumber(from) + closureReachDays; day += 1) {
    const taking = rules.closuresOn(day).filter((range) => hours.elapsed(instantOf(definition.tz, day, range.from), instantOf(definition.tz, day, range.to)) > 0);
    const [first] = taking;
    if (first) return { date: dateOfDayNumber(day), label: taking.find((range) => range.label !== null)?.label ?? null };
  }
  return null;
}

function clockChanges(calendar: Calendar, start: Instant, end: Instant): CalendarYear['clockChanges'] {
  const zone = zoneOf(calendar.zone);
  return zone.changes(start, end).map((at) => {
    const minutes = (zone.offsetAt(at) - zone.offsetAt(at - 1)) / minuteMs;
    const near: Interval = { from: at - Math.abs(minutes) * minuteMs, to: at + Math.abs(minutes) * minuteMs };
    return { date: dateOf(at, calendar.zone), minutes: Math.round(minutes), isInHours: clip(calendar.hoursOn(dateOf(at, calendar.zone)), near.from, near.to).length > 0 || calendar.isOpen(at - 1) };
  });
}

function hoursAlone(definition: CalendarDefinition): CalendarDefinition {
  return { tz: definition.tz, week: definition.week, ...(definition.special_days === undefined ? {} : { special_days: definition.special_days }) };
}

function closuresAlone(definition: CalendarDefinition): Partial<CalendarDefinition> {
  const { tz: _zone, week: _week, special_days: _special, ...closures } = definition;
  return closures;
}

function instantOf(zone: string, day: number, minute: number): Instant {
  return zoneOf(zone).toInstant(day * dayMs + minute * minuteMs);
}
