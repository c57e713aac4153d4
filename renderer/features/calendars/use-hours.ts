import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { parseHoursText } from '#shared/calendars/hours-text.ts';
import { t } from '#shared/messages/messages.ts';

export type Hours = Pick<CalendarDefinition, 'tz' | 'week' | 'special_days'>;
type HoursChange = (present: Hours) => Partial<Hours>;

let before: Promise<unknown> = Promise.resolve();

/**
 * Changes a calendar's hours from what is kept at that moment, one change after the other: a quick second edit does not lose the first,
 * nor what another window has changed meanwhile. `seen` is the same part as the person had seen it: where another window has changed that
 * part too, the person decides.
 */
export function changeHours(id: string, change: HoursChange, seen: HoursChange): Promise<unknown> {
  const mine = before.then(async () => {
    const { definition: { tz, week, special_days: special } } = await client.calendars.show({ id });
    const present: Hours = { tz, week, ...(special === undefined ? {} : { special_days: special }) };
    return await client.calendars.change({ id, hours: { ...present, ...change(present) }, was: { hours: { ...present, ...seen(present) } } });
  });
  before = mine.catch(() => null);
  return mine;
}

/** Saves new hours of a calendar; `error` is what the store refused. */
export function useHours(id: string) {
  const { save, error } = useSaving();
  const change = (changes: HoursChange, seen: HoursChange): Promise<unknown> => save('calendars.change', () => changeHours(id, changes, seen));
  return { change, error };
}

/** The fault of typed hours in words, or null. */
export function hoursFault(text: string): string | null {
  const typed = parseHoursText(text);
  return 'wrong' in typed ? t('calendars.hoursWrong', { wrong: typed.wrong }) : null;
}
