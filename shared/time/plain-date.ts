import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
import type { Instant } from './instant.ts';
import { zoneOf } from './zone.ts';

/** A day without a zone, 'YYYY-MM-DD'. Text order is time order. */
export type PlainDate = string;

export const plainDateSchema = z.iso.date('a date is YYYY-MM-DD');

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Days since 1970-01-01. Throws `invalid-input` where the text is no day of the calendar. */
export function dayNumber(date: PlainDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const at = datePattern.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(at) || dateOfDayNumber(at / dayMs) !== date) {
    throw new ParleyError('invalid-input', `${JSON.stringify(date)} is not a date.`, { wayOut: 'Write it as 2026-01-31.' });
  }
  remember(date, at / dayMs);
  return at / dayMs;
}

/** The day that is `day` days after 1970-01-01. */
export function dateOfDayNumber(day: number): PlainDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs).toISOString().slice(0, -14);
  remember(date, day);
  return date;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Month and day as one number below 372: 1 January is 0, 1 February 31, each month counted as 31 days. Whole-number arithmetic, no text. */
export function monthDayIndex(day: number): number {
  // Days since 0000-03-01, so that the leap day ends its year (Howard Hinnant, chrono-compatible date algorithms).
  const shifted = day + 719_468;
  const dayOfEra = shifted - Math.floor(shifted / 146_097) * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return ((month + 2) % 12) * 31 + dayOfYear - Math.floor((153 * month + 2) / 5);
}

export function weekdayOf(date: PlainDate): Weekday {
  return weekdays[weekdayIndex(dayNumber(date))] ?? 'mon';
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Month ends are clipped: 31 January + 1 month is the last day of February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const from = new Date(dayNumber(date) * dayMs);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dateOfDayNumber(first.getTime() / dayMs + Math.min(from.getUTCDate(), last) - 1);
}

/** Days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, -6));
}

/** The instant of 00:00 on a date in a zone; where midnight is skipped, the first moment after the gap. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return zoneOf(zone).toInstant(dayNumber(date) * dayMs);
}

/** The date on the wall at an instant. */
export function dateOf(at: Instant, zone: string): PlainDate {
  return dateOfDayNumber(Math.floor(zoneOf(zone).toLocal(at) / dayMs));
}

/** Days that were converted: counting business days asks for the same few thousand again and again. */
const dates = new Map<number, PlainDate>();
const numbers = new Map<PlainDate, number>();
const mostRemembered = 40_000;

function remember(date: PlainDate, day: number): void {
  if (dates.size >= mostRemembered) {
    dates.clear();
    numbers.clear();
  }
  dates.set(day, date);
  if (date.length === 10) numbers.set(date, day);
}

const dayMs = 86_400_000;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
