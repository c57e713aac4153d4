import { localDate, timeText } from '#shared/format/instants.ts';

/** A point in time as it is typed: a date and a time of the wall clock, with seconds where it has some. */
export type Moment = { readonly date: string | null; readonly time: string };

export const noMoment: Moment = { date: null, time: '' };

export function momentOf(instant: number | null, zone: string): Moment {
  if (instant === null) return noMoment;
  return { date: localDate(instant, zone), time: timeText(instant, zone, true).replace(/:00$/u, '') };
}

/** What a call takes: local in the zone that goes with it; null where nothing is typed. Without a time it is the day's begin. */
export function momentText({ date, time }: Moment): string | null {
  return date === null ? null : `${date}T${time === '' ? '00:00' : time}`;
}

/** Whether `one` lies after `other`, both being there. */
export function isAfter(one: Moment, other: Moment): boolean {
  const [first, second] = [momentText(one), momentText(other)];
  return first !== null && second !== null && first > second;
}

/** "9:30", "930" and "09.30" as "09:30", "9:30:05" as "09:30:05"; null where it is no time. */
export function readTimeOfDay(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2})(?:[:.](\d{2}))?)?$/u.exec(text.trim());
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? '0'), Number(match[3] ?? '0')];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, ...(second === 0 ? [] : [second])].map((part) => String(part).padStart(2, '0')).join(':');
}
