import { parseRepeatRule } from '#shared/time/repeat-rule.ts';
import { weekdayIndex, dayNumber } from '#shared/time/plain-date.ts';

export const repeats = ['never', 'daily', 'weekly', 'fortnightly', 'monthly', 'nthWeekday'] as const;
/** How often a window comes again; `other` is a rule of a file that this form has no words for. */
export type Repeat = { readonly every: (typeof repeats)[number] | 'other'; readonly until: string | null; readonly rule: string | null };

export const noRepeat: Repeat = { every: 'never', until: null, rule: null };

/** What a recurrence rule says in the words of the form. */
export function repeatOf(rule: string | null): Repeat {
  if (rule === null) return noRepeat;
  const { freq, interval, count, until, byMonth, byMonthDay, byDay, bySetPosition } = parseRepeatRule(rule);
  const isPlain = count === null && byMonth.length + byMonthDay.length + byDay.length + bySetPosition.length === 0;
  const [day] = byDay;
  if (isPlain && freq === 'DAILY' && interval === 1) return { every: 'daily', until, rule };
  if (isPlain && freq === 'WEEKLY' && interval <= 2) return { every: interval === 1 ? 'weekly' : 'fortnightly', until, rule };
  if (isPlain && freq === 'MONTHLY' && interval === 1) return { every: 'monthly', until, rule };
  const isNth = count === null && freq === 'MONTHLY' && interval === 1 && byDay.length === 1 && day !== undefined && day.nth !== 0 && byMonth.length + byMonthDay.length + bySetPosition.length === 0;
  return { every: isNth ? 'nthWeekday' : 'other', until, rule };
}

/** The rule for a window that begins on a date; null where it does not repeat. */
export function ruleOf({ every, until, rule }: Repeat, begins: string | null): string | null {
  if (every === 'never') return null;
  if (every === 'other') return rule;
  const end = until === null ? '' : `;UNTIL=${until.replaceAll('-', '')}`;
  if (every !== 'nthWeekday') return `${frequencies[every]}${end}`;
  const day = begins === null ? 0 : dayNumber(begins);
  const nth = Math.ceil(Number((begins ?? '').slice(8)) / 7);
  return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekdayCodes[weekdayIndex(day)] ?? 'MO'}${end}`;
}

const frequencies = { daily: 'FREQ=DAILY', weekly: 'FREQ=WEEKLY', fortnightly: 'FREQ=WEEKLY;INTERVAL=2', monthly: 'FREQ=MONTHLY' } as const;
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
