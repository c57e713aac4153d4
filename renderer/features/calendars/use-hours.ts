import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { parseHoursText } from '#shared/calendars/hours-text.ts';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { t } from '#shared/messages/messages.ts';

type Hours = Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>;

/** Saves new hours of a calendar; `error` is what the store refused. */
export function useHours(calendar: ShownCalendar) {
  const { save, error } = useSaving();
  const { tz, week, special_days: special } = calendar.definition;
  const change = (changes: Partial<Hours>): Promise<unknown> => save('calendars.change', () => client.calendars.change({ id: calendar.id, hours: { tz, week, ...(special === undefined ? {} : { special_days: special }), ...changes } }));
  return { change, error };
}

/** The fault of typed hours in words, or null. */
export function hoursFault(text: string): string | null {
  const typed = parseHoursText(text);
  return 'wrong' in typed ? t('calendars.hoursWrong', { wrong: typed.wrong }) : null;
}
