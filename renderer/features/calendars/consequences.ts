import { compileCalendar } from '#shared/calendar/calendar.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import type { CalendarYear } from '#shared/calendars/model.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { Instant } from '#shared/time/instant.ts';
import { addDays, startOfDay } from '#shared/time/plain-date.ts';

const hourMs = 3_600_000;
const fourHours = 4 * hourMs;
const beforeClosing = 1.5 * hourMs;
/** How far back an opening before a closure is looked for. */
const reachDays = 14;

/** Four business hours from shortly before the next closure (or before the first weekend of the year): where a calendar shows what it does. */
export function dueExample(definition: CalendarDefinition, figures: CalendarYear, year: number): { readonly from: Instant; readonly due: Instant } | null {
  const calendar = compileCalendar(definition);
  const until = startOfDay(figures.nextClosure?.date ?? `${year}-01-15`, definition.tz);
  const last = calendar.stretches(startOfDay(addDays(figures.nextClosure?.date ?? `${year}-01-15`, -reachDays), definition.tz), until).findLast((stretch) => stretch.kind === 'open');
  if (last === undefined) return null;
  const from = Math.max(last.from, last.to - beforeClosing);
  return { from, due: calendar.add(from, fourHours) };
}

/** When the hours of the example are due by another calendar. */
export function dueFrom(definition: CalendarDefinition, from: Instant): Instant {
  return compileCalendar(definition).add(from, fourHours);
}

/** Days on which the clocks change, and whether the hours notice. */
export function clockChangeWords(figures: CalendarYear, year: number): string {
  const changes = figures.clockChanges;
  if (changes.length === 0) return t('calendars.clockNone', { year });
  const texts = changes.map((change) => dateText(change.date, { weekday: true }));
  const hours = [...new Set(changes.map((change) => String(24 - change.minutes / 60)))];
  return t(changes.some((change) => change.isInHours) ? 'calendars.clockInside' : 'calendars.clockOutside', { dates: listed(texts), hours: `${listed(hours)} h` });
}

function listed(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  return rest.reduce((all, text) => t('calendars.and', { first: all, second: text }), first);
}
