import { aroundTheClock, type CalendarDefinition } from '#shared/calendar/model.ts';
import { weekdays } from '#shared/time/plain-date.ts';

/** The weekly hours in words: `Mon–Fri 08:00–17:00`, `Mon–Thu 08:00–12:00, 13:00–17:00, Fri 08:00–12:00`. Empty where no day has hours. */
export function describeHours(definition: CalendarDefinition | typeof aroundTheClock): string {
  if (definition === aroundTheClock) return 'around the clock';
  const days = weekdays.map((day) => (definition.week[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', '));
  const groups: string[] = [];
  let first = 0;
  for (let day = 1; day <= days.length; day += 1) {
    if (days[day] === days[first]) continue;
    if (days[first] !== '') groups.push(`${nameOf(first)}${day - 1 > first ? `–${nameOf(day - 1)}` : ''} ${days[first] ?? ''}`);
    first = day;
  }
  return groups.join(', ');
}

function nameOf(day: number): string {
  const name = weekdays[day] ?? 'mon';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
