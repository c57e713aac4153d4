import type { Duration } from '#shared/time/duration.ts';
import { FIXED_SPACE } from './spaces.ts';

const unitSeconds: Readonly<Record<string, number>> = {
  h: 3600, hr: 3600, hrs: 3600, hour: 3600, hours: 3600,
  m: 60, min: 60, mins: 60, minute: 60, minutes: 60,
  s: 1, sec: 1, secs: 1, second: 1, seconds: 1,
};

/**
 * A duration as people write it: "4 h", "4 h 30 min", "1:30", "90 minutes", "1,5 h", "2 business hours", "3 business days",
 * "end of the 3rd business day", "5 calendar days". Hours without a kind take `hours`, "3 days" takes `days`.
 * Null when the text is no duration; zero is none.
 */
export function parseDurationText(
  text: string,
  defaults: { readonly hours?: 'business-hours' | 'elapsed-hours'; readonly days?: 'business-days' | 'calendar-days' } = {},
): Duration | null {
  const words = text.trim().toLowerCase().replace(/[\u202f\u00a0]/g, ' ').replace(/\s+/g, ' ').replace(/(\d),(?=\d)/g, '$1.');
  return parseEndOfDay(words) ?? parseDays(words, defaults.days ?? 'business-days') ?? parseClock(words, defaults.hours ?? 'elapsed-hours');
}

/** The words of a duration: "4 business hours", "4 h 30 min", "2 business days", "end of the 3rd business day", "5 calendar days". */
export function durationText(duration: Duration): string {
  if ('seconds' in duration) return duration.kind === 'elapsed-hours' ? clockWords(duration.seconds) : businessWords(duration.seconds);
  if (duration.kind === 'end-of-business-day') return `end of the ${duration.days === 0 ? 'same' : ordinal(duration.days)} business day`;
  return counted(duration.days, duration.kind === 'business-days' ? 'business day' : 'calendar day');
}

/** 1 → "1st", 2 → "2nd", 11 → "11th". */
export function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

function parseEndOfDay(words: string): Duration | null {
  const match = /^(?:by )?(?:the )?end of (?:the )?(?:(\d{1,4})(?:st|nd|rd|th)? |next |same )?(?:business|working) day$/.exec(words);
  if (match === null) return null;
  return { kind: 'end-of-business-day', days: match[1] === undefined ? (words.includes('next') ? 1 : 0) : Number(match[1]) };
}

function parseDays(words: string, kind: 'business-days' | 'calendar-days'): Duration | null {
  const match = /^(\d{1,4}) ?(?:(business|working|calendar) ?)?(d|day|days)$/.exec(words);
  const days = Number(match?.[1] ?? 0);
  if (match === null || days === 0) return null;
  if (match[2] === undefined) return { kind, days };
  return { kind: match[2] === 'calendar' ? 'calendar-days' : 'business-days', days };
}

function parseClock(words: string, kind: 'business-hours' | 'elapsed-hours'): Duration | null {
  const business = /\b(business|working)\b/.test(words);
  const elapsed = /\b(elapsed|clock|24x7|24×7)\b|around the clock/.test(words);
  if (business && elapsed) return null;
  const bare = words.replace(/[(),]|\baround the clock\b|\b(of|elapsed|clock|24x7|24×7|business|working)\b/g, ' ').replace(/\s+/g, ' ').trim();
  const seconds = clockSeconds(bare.replace(/(\d.*[a-z]) hours$/, '$1'));
  if (seconds === null || seconds <= 0) return null;
  return { kind: business ? 'business-hours' : elapsed ? 'elapsed-hours' : kind, seconds };
}

function clockSeconds(text: string): number | null {
  const clock = /^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?(?: ?h)?$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  if (!/^(?:\d+(?:[.]\d+)? ?[a-z]+ ?)+$/.test(text)) return null;
  let total = 0;
  for (const [, figure = '', unit = ''] of text.matchAll(/(\d+(?:[.]\d+)?) ?([a-z]+)/g)) {
    const seconds = unitSeconds[unit];
    if (seconds === undefined) return null;
    total += Number(figure) * seconds;
  }
  return Number.isInteger(total) ? total : Math.round(total);
}

function clockWords(seconds: number): string {
  const parts: readonly (readonly [number, string])[] = [[Math.floor(seconds / 3600), 'h'], [Math.floor((seconds % 3600) / 60), 'min'], [seconds % 60, 's']];
  return parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${FIXED_SPACE}${unit}`).join(' ');
}

function businessWords(seconds: number): string {
  if (seconds % 3600 === 0) return counted(seconds / 3600, 'business hour');
  if (seconds < 3600 && seconds % 60 === 0) return counted(seconds / 60, 'business minute');
  return `${clockWords(seconds)} of business hours`;
}

function counted(value: number, noun: string): string {
  return `${value}${FIXED_SPACE}${noun}${value === 1 ? '' : 's'}`;
}
