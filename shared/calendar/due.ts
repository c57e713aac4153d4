import { ParleyError } from '#shared/errors.ts';
import type { Duration } from '#shared/time/duration.ts';
import type { Instant } from '#shared/time/instant.ts';
import { unionOf, type Interval } from '#shared/time/interval.ts';
import { dateOfDayNumber, dayNumber, type PlainDate } from '#shared/time/plain-date.ts';
import { zoneOf } from '#shared/time/zone.ts';
import type { Calendar } from './calendar.ts';

/** `counts`: pauses move the due time (the default). `ignored`: they do not, as for a response target without pauses. */
export type DueOptions = { readonly pauses?: 'counts' | 'ignored' };

/**
 * When a target that begins at `start` is due (calculation-rules sections 2 and 3). Pauses are cut to the time after `start`, overlapping
 * ones count once, and one that begins at or after the due time changes nothing. Business hours: open time outside the pauses. Business
 * days: first the days, then the open time of the pauses. End of the Nth business day: the end of the business day in which that instant
 * lies. Elapsed hours and calendar days: plus the whole pause.
 */
export function dueAt(calendar: Calendar, start: Instant, within: Duration, pauses: readonly Interval[] = [], options: DueOptions = {}): Instant {
  const cuts = options.pauses === 'ignored' ? [] : pausesAfter(start, pauses);
  switch (within.kind) {
    case 'business-hours':
      return addOutsidePauses(calendar, start, within.seconds * 1000, cuts);
    case 'elapsed-hours':
      return addWholePauses(start + within.seconds * 1000, cuts);
    case 'calendar-days':
      return addWholePauses(addCalendarDays(calendar.zone, start, within.days), cuts);
    case 'business-days':
      return movedByPauses(calendar, addBusinessDays(calendar, start, within.days), cuts, (at) => at);
    case 'end-of-business-day':
      return movedByPauses(calendar, addBusinessDays(calendar, start, within.days), cuts, (at) => endOfBusinessDay(calendar, at));
  }
}

/** Open time inside the union of the pauses, in ms. */
export function pausedOpenTime(calendar: Calendar, pauses: readonly Interval[]): number {
  return unionOf(pauses).reduce((sum, pause) => sum + calendar.elapsed(pause.from, pause.to), 0);
}

/**
 * `add` on the open time outside the pauses: ms > 0 the earliest, ms < 0 the latest instant with that much between; 0 the next open moment
 * outside them. `pauses` is a union.
 */
export function addOutsidePauses(calendar: Calendar, start: Instant, ms: number, pauses: readonly Interval[]): Instant {
  if (ms < 0) return subtractOutsidePauses(calendar, start, -ms, pauses);
  let from = start;
  let left = ms;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    const begins = Math.max(pause.from, from);
    if (left === 0) {
      const opening = calendar.nextOpening(from);
      if (opening < begins) return opening;
    } else {
      const before = calendar.elapsed(from, begins);
      if (before >= left) return calendar.add(from, left);
      left -= before;
    }
    from = pause.to;
  }
  return calendar.add(from, left);
}

/**
 * The same clock time `days` business days later or earlier. A start outside the hours counts from the next opening (for negative days:
 * on a closed day from the business day before); its business day is day 0. The clock time is moved into the landing day's hours.
 */
export function addBusinessDays(calendar: Calendar, start: Instant, days: number): Instant {
  const begin = businessMoment(calendar, start, days < 0 ? -1 : 1);
  let date = begin.date;
  const step = days < 0 ? -1 : 1;
  for (let left = Math.abs(days); left > 0; left -= 1) date = nextBusinessDay(calendar, date, step);
  if (date === begin.date) return withinHours(calendar, date, begin.at);
  const zone = zoneOf(calendar.zone);
  return withinHours(calendar, date, zone.toInstant(zone.toLocal(begin.at) + (dayNumber(date) - dayNumber(begin.date)) * dayMs));
}

/** The last closing of the business day in which an instant lies; outside the hours that of the last business day begun before it. */
export function endOfBusinessDay(calendar: Calendar, at: Instant): Instant {
  const date = calendar.ownerOf(at) ?? previousBusinessDay(calendar, at);
  return calendar.hoursOn(date).at(-1)?.to ?? at;
}

/** Business days among the dates from `from` on, `to` excluded. */
export function countBusinessDays(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = dayNumber(from); day < dayNumber(to); day += 1) if (calendar.isBusinessDay(dateOfDayNumber(day))) count += 1;
  return count;
}

const dayMs = 86_400_000;
const tenYearsDays = 3653;

function pausesAfter(start: Instant, pauses: readonly Interval[]): Interval[] {
  return unionOf(pauses.filter((pause) => pause.to > start).map((pause) => ({ from: Math.max(pause.from, start), to: pause.to })));
}

function subtractOutsidePauses(calendar: Calendar, start: Instant, ms: number, pauses: readonly Interval[]): Instant {
  let to = start;
  let left = ms;
  for (const pause of [...pauses].reverse()) {
    if (pause.from >= to) continue;
    const ends = Math.min(pause.to, to);
    const after = calendar.elapsed(ends, to);
    if (after >= left) return calendar.add(to, -left);
    left -= after;
    to = pause.from;
  }
  return calendar.add(to, -left);
}

function addWholePauses(due: Instant, pauses: readonly Interval[]): Instant {
  return pauses.reduce((moved, pause) => (pause.from < moved ? moved + pause.to - pause.from : moved), due);
}

function addCalendarDays(zoneName: string, start: Instant, days: number): Instant {
  const zone = zoneOf(zoneName);
  return zone.toInstant(zone.toLocal(start) + days * dayMs);
}

function movedByPauses(calendar: Calendar, landing: Instant, pauses: readonly Interval[], deadline: (at: Instant) => Instant): Instant {
  let paused = 0;
  let due = deadline(landing);
  for (const pause of pauses) {
    if (pause.from >= due) break;
    const open = calendar.elapsed(pause.from, pause.to);
    if (open === 0) continue;
    paused += open;
    due = deadline(calendar.add(landing, paused));
  }
  return due;
}

/** The instant and business day that day counting begins with. */
function businessMoment(calendar: Calendar, start: Instant, step: 1 | -1): { at: Instant; date: PlainDate } {
  const zone = zoneOf(calendar.zone);
  const today = dateOfDayNumber(Math.floor(zone.toLocal(start) / dayMs));
  const owner = calendar.isOpen(start) ? calendar.ownerOf(start) : null;
  if (owner !== null && calendar.isBusinessDay(owner)) return { at: start, date: owner };
  if (step === -1) {
    const date = calendar.isBusinessDay(today) ? today : nextBusinessDay(calendar, today, -1);
    return { at: zone.toInstant(zone.toLocal(start) - (dayNumber(today) - dayNumber(date)) * dayMs), date };
  }
  const opening = calendar.nextOpening(start);
  const opened = calendar.ownerOf(opening) ?? today;
  if (calendar.isBusinessDay(opened)) return { at: opening, date: opened };
  const date = calendar.isBusinessDay(today) ? today : nextBusinessDay(calendar, today, 1);
  return { at: calendar.hoursOn(date)[0]?.from ?? opening, date };
}

function nextBusinessDay(calendar: Calendar, date: PlainDate, step: 1 | -1): PlainDate {
  const from = dayNumber(date);
  for (let days = 1; days <= tenYearsDays; days += 1) {
    const next = dateOfDayNumber(from + step * days);
    if (calendar.isBusinessDay(next)) return next;
  }
  throw new ParleyError('invalid-input', `The calendar has no business day in the ten years ${step === 1 ? 'after' : 'before'} ${date}.`, { wayOut: 'Give the calendar opening hours, or take back the closures that leave it closed.' });
}

function previousBusinessDay(calendar: Calendar, at: Instant): PlainDate {
  const zone = zoneOf(calendar.zone);
  const today = dateOfDayNumber(Math.floor(zone.toLocal(at) / dayMs));
  const first = calendar.isBusinessDay(today) ? calendar.hoursOn(today)[0] : undefined;
  return first && first.from <= at ? today : nextBusinessDay(calendar, today, -1);
}

function withinHours(calendar: Calendar, date: PlainDate, at: Instant): Instant {
  const hours = calendar.hoursOn(date);
  return Math.min(Math.max(at, hours[0]?.from ?? at), hours.at(-1)?.to ?? at);
}
