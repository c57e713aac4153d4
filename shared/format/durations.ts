import { FIXED_SPACE, MINUS } from './spaces.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * A time that must add up, right-aligned: 15_900_000 → "4:25", 414_060_000 → "115:01". Milliseconds; rounded half up to
 * the minute, or exact to the second with `seconds` ("4:25:10"). Negative with the minus of typography.
 */
export function hoursMinutes(milliseconds: number, seconds = false): string {
  const unit = seconds ? SECOND : MINUTE;
  const whole = Math.floor(Math.abs(milliseconds) / unit + 0.5);
  const sign = milliseconds < 0 && whole > 0 ? MINUS : '';
  const minutes = seconds ? Math.floor(whole / 60) : whole;
  const text = `${grouped(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${sign}${text}${seconds ? `:${two(whole % 60)}` : ''}`;
}

/** A distance to a limit, always with its sign: "+2:05", "−0:08", "0:00". Milliseconds. */
export function signedHoursMinutes(milliseconds: number, seconds = false): string {
  const text = hoursMinutes(milliseconds, seconds);
  return milliseconds > 0 && !/^[0:]+$/.test(text) ? `+${text}` : text;
}

/** A time in a sentence: "4 h 25 min", "25 min", "40 s". Milliseconds; seconds are written below one hour only. */
export function durationWords(milliseconds: number): string {
  const total = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? MINUS : '';
  const seconds = Math.floor(total / SECOND + 0.5);
  if (seconds < 3600) return sign + joined([[Math.floor(seconds / 60), 'min'], [seconds % 60, 's']], 's');
  const minutes = Math.floor(total / MINUTE + 0.5);
  return sign + joined([[Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']], 'min');
}

/** Minutes with decimals for budgets of availability: 43.2 → "43.2 min". Milliseconds, rounded half up to `decimals`. */
export function minutesText(milliseconds: number, decimals = 1): string {
  const scale = 10 ** decimals;
  return (Math.floor((milliseconds * scale) / MINUTE + 0.5) / scale).toFixed(decimals);
}

function joined(parts: readonly (readonly [number, string])[], empty: string): string {
  const words = parts.filter(([value]) => value > 0).map(([value, unit]) => `${grouped(value)}${FIXED_SPACE}${unit}`);
  return words.length === 0 ? `0${FIXED_SPACE}${empty}` : words.join(' ');
}

function grouped(value: number): string {
  return value < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
