import { minuteOf, minutesOf, timeOfMinute, type CalendarClosure, type CalendarDefinition } from '#shared/calendar/model.ts';
import { clockRangeOf, sortedClosures } from '#shared/calendar/normalise.ts';
import { weekdays } from '#shared/time/plain-date.ts';

/** An opening interval without its keys. A special day without hours is one empty interval from 0 to 0. */
export type HourRow = { readonly weekday: number | null; readonly dayOn: string | null; readonly opensMinute: number; readonly closesMinute: number };

/** A closure without its keys and its origin. A second minute at or before the first is on the next date. */
export type ClosureRow = {
  readonly kind: 'date' | 'range' | 'yearly';
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly label: string;
};

/** Weekly and special hours of a definition as rows. */
export function hourRows(definition: CalendarDefinition): HourRow[] {
  const weekly = weekdays.flatMap((weekday, index) =>
    (definition.week[weekday] ?? []).map(minutesOf).map((range) => ({ weekday: index + 1, dayOn: null, opensMinute: range.from, closesMinute: range.to })),
  );
  const special = Object.entries(definition.special_days ?? {}).flatMap(([dayOn, ranges]) =>
    (ranges.length === 0 ? [{ from: 0, to: 0 }] : ranges.map(minutesOf)).map((range) => ({ weekday: null, dayOn, opensMinute: range.from, closesMinute: range.to })),
  );
  return [...weekly, ...special];
}

/** Closures of every kind of a definition as rows. */
export function closureRows(definition: CalendarDefinition): ClosureRow[] {
  const { holidays, yearly, breaks, closures } = sortedClosures(definition);
  const whole = { fromMinute: null, toMinute: null, label: '' };
  return [
    ...holidays.map((day) => ({ kind: 'date' as const, fromDay: day, toDay: day, ...whole })),
    ...yearly.map((day) => ({ kind: 'yearly' as const, fromDay: day, toDay: day, ...whole })),
    ...breaks.flatMap(([day, ranges]) =>
      ranges.map(([from, to]) => ({ kind: 'date' as const, fromDay: day, toDay: day, fromMinute: minuteOf(from), toMinute: minuteOf(to), label: '' })),
    ),
    ...closures.map(closureRow),
  ];
}

/** One closure as a row. */
export function closureRow(closure: CalendarClosure): ClosureRow {
  return {
    kind: closure.kind,
    fromDay: closure.from,
    toDay: closure.to,
    fromMinute: closure.fromTime === undefined ? null : minuteOf(closure.fromTime),
    toMinute: closure.toTime === undefined ? null : minuteOf(closure.toTime),
    label: closure.label ?? '',
  };
}

/** The closure that a row stores. */
export function closureOfRow(row: ClosureRow): CalendarClosure {
  return {
    kind: row.kind,
    from: row.fromDay,
    to: row.toDay,
    ...(row.fromMinute === null ? {} : { fromTime: timeOfMinute(row.fromMinute) }),
    ...(row.toMinute === null ? {} : { toTime: timeOfMinute(row.toMinute) }),
    ...(row.label === '' ? {} : { label: row.label }),
  };
}

/** The hours of a definition from its rows. */
export function hoursOfRows(rows: readonly HourRow[]): Pick<CalendarDefinition, 'week' | 'special_days'> {
  const week: CalendarDefinition['week'] = {};
  const special: NonNullable<CalendarDefinition['special_days']> = {};
  for (const row of rows) {
    const range = row.closesMinute === row.opensMinute ? null : clockRangeOf({ from: row.opensMinute, to: row.closesMinute });
    const weekday = row.weekday === null ? undefined : weekdays[row.weekday - 1];
    if (weekday !== undefined && range !== null) (week[weekday] ??= []).push(range);
    if (row.dayOn !== null) {
      const ranges = (special[row.dayOn] ??= []);
      if (range !== null) ranges.push(range);
    }
  }
  return { week, special_days: special };
}
