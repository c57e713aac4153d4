import { addDays, weekdays } from '#shared/time/plain-date.ts';
import { minutesOf, timeOfMinute, type CalendarClosure, type CalendarDefinition, type ClockRange, type MinuteRange } from './model.ts';

/**
 * One way to write each calendar, so that equal content is equal text: ranges sorted and in their shortest form, lists sorted without
 * repetition, whole days without words among `holidays` and `holidays_every_year`, parts of days without words among `breaks_on_date`,
 * empty properties left out. Means the same as what went in; applied twice it changes nothing.
 */
export function normalisedDefinition(definition: CalendarDefinition): CalendarDefinition {
  const week: CalendarDefinition['week'] = {};
  for (const weekday of weekdays) {
    const ranges = sortedRanges(definition.week[weekday] ?? []);
    if (ranges.length > 0) week[weekday] = ranges;
  }
  const special = Object.entries(definition.special_days ?? {}).map(([date, ranges]) => [date, sortedRanges(ranges)] as const);
  const { holidays, yearly, breaks, closures } = sortedClosures(definition);
  return {
    tz: definition.tz,
    week,
    ...(holidays.length === 0 ? {} : { holidays }),
    ...(special.length === 0 ? {} : { special_days: byKey(special) }),
    ...(breaks.length === 0 ? {} : { breaks_on_date: byKey(breaks) }),
    ...(yearly.length === 0 ? {} : { holidays_every_year: yearly }),
    ...(closures.length === 0 ? {} : { closures }),
  };
}

/** Whether two definitions say the same. */
export function isSameDefinition(one: CalendarDefinition, other: CalendarDefinition): boolean {
  return JSON.stringify(normalisedDefinition(one)) === JSON.stringify(normalisedDefinition(other));
}

/** The shortest way to write a range: `22:00`–`06:00`, `08:00`–`24:00`, and `02:00`–`28:00` where it is longer than a day. */
export function clockRangeOf(range: MinuteRange): ClockRange {
  const wraps = range.to > 1440 && range.to - 1440 <= range.from;
  return [timeOfMinute(range.from), timeOfMinute(wraps ? range.to - 1440 : range.to)];
}

/** The short forms and the long form of a definition's closures, each sorted. */
export function sortedClosures(definition: CalendarDefinition): {
  holidays: string[];
  yearly: string[];
  breaks: (readonly [string, ClockRange[]])[];
  closures: CalendarClosure[];
} {
  const holidays = new Set(definition.holidays);
  const yearly = new Set(definition.holidays_every_year);
  const breaks = new Map<string, ClockRange[]>();
  const closures = new Map<string, CalendarClosure>();
  const addBreak = (date: string, range: ClockRange): void => void breaks.set(date, [...(breaks.get(date) ?? []), range]);
  for (const [date, ranges] of Object.entries(definition.breaks_on_date ?? {})) {
    for (const range of ranges.map(minutesOf)) {
      if (range.to - 1440 <= range.from) addBreak(date, clockRangeOf(range));
      else {
        addBreak(date, [timeOfMinute(range.from), '24:00']);
        addBreak(addDays(date, 1), ['00:00', timeOfMinute(range.to - 1440)]);
      }
    }
  }
  for (const written of definition.closures ?? []) {
    const closure = plainClosure(written);
    const isWholeDay = closure.fromTime === undefined && closure.toTime === undefined;
    const isUnnamedDay = closure.label === undefined && closure.from === closure.to;
    if (isUnnamedDay && isWholeDay && closure.kind === 'yearly') yearly.add(closure.from);
    else if (isUnnamedDay && isWholeDay) holidays.add(closure.from);
    else if (isUnnamedDay && closure.kind !== 'yearly') addBreak(closure.from, [closure.fromTime ?? '00:00', closure.toTime ?? '24:00']);
    else closures.set(JSON.stringify(closure), closure);
  }
  return {
    holidays: [...holidays].toSorted(),
    yearly: [...yearly].toSorted(),
    breaks: [...breaks].map(([date, ranges]) => [date, sortedRanges(ranges)] as const),
    closures: [...closures].toSorted(([one, first], [other, second]) => compare(`${first.from} ${one}`, `${second.from} ${other}`)).map(([, closure]) => closure),
  };
}

/** A range of one day is a date; times that mean the whole day and empty words are left out. */
function plainClosure(closure: CalendarClosure): CalendarClosure {
  const kind = closure.kind === 'range' && closure.from === closure.to ? 'date' : closure.kind;
  const fromTime = closure.fromTime === '00:00' && (closure.toTime === undefined || closure.toTime === '24:00') ? undefined : closure.fromTime;
  const toTime = closure.toTime === '24:00' ? undefined : closure.toTime;
  return {
    kind,
    from: closure.from,
    to: closure.to,
    ...(fromTime === undefined ? {} : { fromTime }),
    ...(toTime === undefined ? {} : { toTime }),
    ...(closure.label === undefined || closure.label === '' ? {} : { label: closure.label }),
  };
}

function sortedRanges(ranges: readonly ClockRange[]): ClockRange[] {
  const unique = new Map(ranges.map(minutesOf).map((range) => [`${range.from}-${range.to}`, range]));
  return [...unique.values()].sort((one, other) => one.from - other.from || one.to - other.to).map(clockRangeOf);
}

function byKey(entries: readonly (readonly [string, ClockRange[]])[]): Record<string, ClockRange[]> {
  return Object.fromEntries(entries.toSorted(([one], [other]) => compare(one, other)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
