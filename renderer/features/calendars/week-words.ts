import { timeOfMinute } from '#shared/calendar/model.ts';
import { t } from '#shared/messages/messages.ts';
import { weekdays } from '#shared/time/plain-date.ts';
import { dayMinutes, type WeekInterval } from './week-intervals.ts';

/** "Monday 08:00 to 18:00", "Monday 22:00 to Tuesday 06:00". */
export function intervalName({ day, from, to }: WeekInterval): string {
  const isNight = to > dayMinutes;
  return t(isNight ? 'calendars.nightName' : 'calendars.intervalName', { day: longDay(day), from: timeOfMinute(from), to: timeOfMinute(isNight ? to - dayMinutes : to), next: longDay((day + 1) % 7) });
}

export function longDay(day: number): string {
  return t(`calendars.longDay-${weekdays[day] ?? 'mon'}`);
}

export function shortDay(day: number): string {
  return t(`calendars.day-${weekdays[day] ?? 'mon'}`);
}
