import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';

/** Every month 'YYYY-MM' that the bars show: those of the file and of the confirmed span, without a hole. */
export function monthsOf(found: readonly string[], first: PlainDate, last: PlainDate): readonly string[] {
  const all = [...found, first.slice(0, 7), last.slice(0, 7)].toSorted();
  const months: string[] = [];
  const end = all.at(-1) ?? first.slice(0, 7);
  for (let month = all[0] ?? end; month <= end; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
}

/** The place of a day along bars of one width a month, 0 to 1. */
export function placeOf(months: readonly string[], date: PlainDate): number {
  const start = months[0];
  if (start === undefined) return 0;
  const index = months.indexOf(date.slice(0, 7));
  if (index < 0) return date < `${start}-01` ? 0 : 1;
  return (index + daysBetween(`${date.slice(0, 7)}-01`, date) / daysIn(date.slice(0, 7))) / months.length;
}

/** The day at a place 0 to 1 of the bars; 1 is the day after the last. */
export function dateAt(months: readonly string[], place: number): PlainDate {
  const along = Math.min(months.length, Math.max(0, place * months.length));
  const index = Math.min(months.length - 1, Math.floor(along));
  const month = months[index] ?? '1970-01';
  return addDays(`${month}-01`, Math.round((along - index) * daysIn(month)));
}

function daysIn(month: string): number {
  return daysBetween(`${month}-01`, addMonths(`${month}-01`, 1));
}
