import type { Calendar } from '#shared/calendar/calendar.ts';
import type { Instant } from '#shared/time/instant.ts';
import { addDays, daysBetween, startOfDay, weekdayOf, type PlainDate, type Weekday } from '#shared/time/plain-date.ts';
import type { Chance } from './random.ts';

const dayWeight: Readonly<Record<Weekday, number>> = { mon: 1.2, tue: 1.05, wed: 1, thu: 0.98, fri: 0.85, sat: 0.12, sun: 0.07 };
/** How many people report something in each hour of the day: the morning's peak, the dip at noon, a second one after it. */
const hourWeight = [1, 1, 1, 1, 1, 3, 8, 26, 62, 96, 100, 84, 52, 60, 82, 76, 62, 38, 18, 10, 6, 4, 3, 2];

/** When tickets come in between two days: the rhythm of the week and of the day in the calendar's zone, closed days almost silent. Sorted. */
export function arrivals(chance: Chance, calendar: Calendar, from: PlainDate, to: PlainDate, perMonth: number): Instant[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index));
  const weights = days.map((day) => (calendar.isBusinessDay(day) ? dayWeight[weekdayOf(day)] : Math.min(0.1, dayWeight[weekdayOf(day)])));
  const count = Math.round((perMonth * days.length * chance.between(0.92, 1.08)) / 30.4);
  const choices = days.map((day, index) => ({ item: startOfDay(day, calendar.zone), weight: weights[index] ?? 0 }));
  const hours = hourWeight.map((weight, hour) => ({ item: hour, weight }));
  return Array.from({ length: count }, () => {
    const midnight = chance.weighed(choices, startOfDay(from, calendar.zone));
    return midnight + (chance.weighed(hours, 9) * 3600 + chance.whole(0, 3599)) * 1000;
  }).sort((a, b) => a - b);
}
