const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const longMonthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const longWeekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY = 86_400_000;

/** How much of a date is written. The year is left out where the period already says it. */
export type DateParts = { readonly weekday?: boolean; readonly year?: boolean };

/** A date 'YYYY-MM-DD' as people read it: '2026-11-24' → "24 Nov 2026"; with `weekday` "Tue 24 Nov 2026". */
export function dateText(date: string, parts: DateParts = {}): string {
  const { year, month, day } = splitDate(date);
  const weekday = parts.weekday === true ? `${weekdayOfDate(date)} ` : '';
  return `${weekday}${day} ${monthName(month)}${parts.year === false ? '' : ` ${year}`}`;
}

/** A day as a title, without its year: "Tuesday 24 November". */
export function longDayText(date: string): string {
  const { month, day } = splitDate(date);
  const weekday = longWeekdayNames[weekdayNames.findIndex((name) => name === weekdayOfDate(date))];
  return `${weekday ?? ''} ${day} ${longMonthNames[month - 1] ?? ''}`;
}

/** A month 'YYYY-MM' (or a date in it): "October 2026"; `short` gives "Oct 2026". */
export function monthText(month: string, short = false): string {
  const [year = '', number = '1'] = month.split('-');
  const name = short ? monthName(Number(number)) : longMonthNames[Number(number) - 1];
  return `${name ?? ''} ${Number(year)}`;
}

/** The short name of a month 1 to 12: 10 → "Oct". */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** A period from the first to the last day: "1 Apr 2026 to 31 Mar 2028"; whole months as "Nov 2025 to Oct 2026" or "October 2026". */
export function periodText(from: string, to: string): string {
  if (from.endsWith('-01') && isLastOfMonth(to)) {
    return from.slice(0, 7) === to.slice(0, 7) ? monthText(from) : `${monthText(from, true)} to ${monthText(to, true)}`;
  }
  return `${dateText(from)} to ${dateText(to)}`;
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysApart(from: string, to: string): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / DAY);
}

/**
 * A date typed by a person, as 'YYYY-MM-DD', or null when it is none: "24 Nov 2026", "24.11.2026", "24/11/26",
 * "2026-11-24", "Nov 24 2026", "24 11 2026". Day before month where both are figures.
 */
export function parseDateText(text: string): string | null {
  const words = text.trim().toLowerCase().split(/[\s.,/-]+/).filter((word) => word !== '' && !isWeekday(word));
  if (words.length !== 3) return null;
  const named = words.findIndex((word) => monthOf(word) > 0);
  const [first = '', second = '', third = ''] = words;
  if (named >= 0) {
    const rest = words.filter((_, index) => index !== named);
    return checkedDate(yearOf(rest[1] ?? ''), monthOf(words[named] ?? ''), dayOf(rest[0] ?? ''));
  }
  if (/^\d{4}$/.test(first)) return checkedDate(Number(first), dayOf(second), dayOf(third));
  return checkedDate(yearOf(third), dayOf(second), dayOf(first));
}

/** The parts of 'YYYY-MM-DD' as numbers. */
export function splitDate(date: string): { year: number; month: number; day: number } {
  const [year = '0', month = '1', day = '1'] = date.split('-');
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** "Mon" to "Sun" of a date. */
export function weekdayOfDate(date: string): string {
  return weekdayNames[new Date(dayNumber(date)).getUTCDay()] ?? '';
}

function dayNumber(date: string): number {
  const { year, month, day } = splitDate(date);
  return Date.UTC(year, month - 1, day);
}

function isLastOfMonth(date: string): boolean {
  return new Date(dayNumber(date) + DAY).getUTCDate() === 1;
}

function monthOf(word: string): number {
  return word.length < 3 ? 0 : longMonthNames.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;
}

function isWeekday(word: string): boolean {
  return /^(mon|tue|wed|thu|fri|sat|sun)/.test(word);
}

function yearOf(word: string): number {
  if (/^\d{2}$/.test(word)) return 2000 + Number(word);
  return /^\d{4}$/.test(word) ? Number(word) : Number.NaN;
}

function dayOf(word: string): number {
  return /^\d{1,2}(st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN;
}

function checkedDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!Number.isFinite(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
