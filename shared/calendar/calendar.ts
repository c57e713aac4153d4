import { ParleyError } from '#shared/errors.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import { dateOfDayNumber, dayNumber, type PlainDate } from '#shared/time/plain-date.ts';
import { zoneOf, type Zone } from '#shared/time/zone.ts';
import { dayRules, type DayRules } from './day-rules.ts';
import { expand, openingsOf } from './expand.ts';
import { aroundTheClock, type CalendarDefinition } from './model.ts';
import { stretchesOf, type CalendarStretch } from './stretches.ts';
import { Timeline } from './timeline.ts';

export type { CalendarStretch } from './stretches.ts';

/**
 * Opening hours that can be computed with (calculation-rules section 2). Instants and durations are integer milliseconds; intervals are
 * half-open: at the closing minute the calendar is closed. Every function throws `invalid-input` for times outside 1800 to 2399.
 */
export type Calendar = {
  readonly zone: string;
  /** Open milliseconds in `[from, to)`. Throws `invalid-input` where `to` is before `from`. */
  elapsed(from: Instant, to: Instant): number;
  /**
   * ms > 0: the earliest b with `elapsed(from, b) = ms`, so a target used up at closing is due at that closing. 0: `from` where open,
   * else the next opening. ms < 0: the latest b with `elapsed(b, from) = |ms|`. Throws `invalid-input` where ten years bring no opening.
   */
  add(from: Instant, ms: number): Instant;
  isOpen(at: Instant): boolean;
  /** `at` where open, else the next opening. Throws `invalid-input` where ten years bring none. */
  nextOpening(at: Instant): Instant;
  /** Contiguous stretches that cover `[from, to)`, each with its kind; a closure wins over everything. */
  stretches(from: Instant, to: Instant): readonly CalendarStretch[];
  /** Whether ranges that begin on the date leave at least one open minute on it. The tail of last night's range makes no business day. */
  isBusinessDay(date: PlainDate): boolean;
  /** Open time of the ranges that begin on the date, after closures; overnight ranges run into the next date. */
  hoursOn(date: PlainDate): readonly Interval[];
  /** The date whose hours an open instant belongs to (overnight: the date on which the range began), a closing included; else null. */
  ownerOf(at: Instant): PlainDate | null;
};

/** Compiles a definition; `24x7` is always open. `zone` is that of `24x7` (default UTC) and is ignored for a definition, which has its own. */
export function compileCalendar(definition: CalendarDefinition | typeof aroundTheClock, zone = 'UTC'): Calendar {
  const rules = dayRules(definition === aroundTheClock ? alwaysOpen(zone) : definition);
  const clock = zoneOf(definition === aroundTheClock ? zone : definition.tz);
  const timeline = new Timeline((fromDay, toDay) => expand(rules, clock, fromDay, toDay));
  const hours = cachedHours(rules, clock);

  function nextOpening(at: Instant): Instant {
    const opening = timeline.nextOpening(at, yearsFrom(at, 10));
    if (opening === null) throw noOpening('after');
    return opening;
  }

  return {
    zone: clock.id,
    elapsed(from, to) {
      if (to < from) throw new ParleyError('invalid-input', 'The end lies before the start.', { wayOut: 'Give an end that is not before the start.' });
      return timeline.elapsed(from, to);
    },
    add(from, ms) {
      if (!Number.isSafeInteger(ms)) throw new ParleyError('invalid-input', 'A duration is a whole number of milliseconds.');
      if (ms < 0) {
        if (timeline.previousClosing(from, yearsFrom(from, -10)) === null) throw noOpening('before');
        return timeline.backward(from, -ms) ?? notEnough();
      }
      const opening = nextOpening(from);
      return ms === 0 ? opening : (timeline.forward(from, ms) ?? notEnough());
    },
    isOpen: (at) => timeline.isOpen(at),
    nextOpening,
    stretches(from, to) {
      if (to < from) throw new ParleyError('invalid-input', 'The end lies before the start.', { wayOut: 'Give an end that is not before the start.' });
      return stretchesOf(from, to, timeline.openIn(from, to), timeline.closedIn(from, to));
    },
    isBusinessDay: (date) => hours(dayNumber(date)).isBusinessDay,
    hoursOn: (date) => hours(dayNumber(date)).open,
    ownerOf(at) {
      const today = Math.floor(clock.toLocal(at) / dayMs);
      for (const isInside of [isWithin, isAtEnd]) {
        for (let day = today; day >= today - 2; day -= 1) {
          if (hours(day).open.some((interval) => isInside(interval, at))) return dateOfDayNumber(day);
        }
      }
      return null;
    },
  };
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const cacheMost = 20_000;

type DayHours = { readonly open: readonly Interval[]; readonly isBusinessDay: boolean };

function cachedHours(rules: DayRules, zone: Zone): (day: number) => DayHours {
  const cache = new Map<number, DayHours>();
  return (day) => {
    const known = cache.get(day);
    if (known) return known;
    const open = openingsOf(rules, zone, day);
    const midnight = open.length === 0 ? 0 : zone.toInstant((day + 1) * dayMs);
    const today = open.reduce((sum, interval) => sum + Math.max(0, Math.min(interval.to, midnight) - interval.from), 0);
    const hours = { open, isBusinessDay: today >= minuteMs };
    if (cache.size >= cacheMost) cache.clear();
    cache.set(day, hours);
    return hours;
  };
}

function isWithin(interval: Interval, at: Instant): boolean {
  return at >= interval.from && at < interval.to;
}

function isAtEnd(interval: Interval, at: Instant): boolean {
  return at === interval.to;
}

/** The definition of the built-in `24x7`. */
export function alwaysOpen(zone: string): CalendarDefinition {
  const day: [string, string][] = [['00:00', '24:00']];
  return { tz: zone, week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } };
}

function yearsFrom(at: Instant, years: number): Instant {
  const date = new Date(at);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function noOpening(side: 'after' | 'before'): ParleyError {
  return new ParleyError('invalid-input', `The calendar has no opening in the ten years ${side} this time.`, { wayOut: 'Give the calendar opening hours, or take back the closures that leave it closed.' });
}

function notEnough(): never {
  throw new ParleyError('invalid-input', 'The calendar has not enough open time for this duration between 1800 and 2399.', { wayOut: 'Give the calendar more opening hours, or a shorter duration.' });
}
