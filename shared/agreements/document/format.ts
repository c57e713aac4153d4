import { fillPattern } from '#shared/documents/rich-text.ts';
import { currencyDecimals, majorOf, type Money } from '#shared/money/money.ts';
import type { Instant } from '#shared/time/instant.ts';
import { dayNumber, weekdayIndex, type PlainDate } from '#shared/time/plain-date.ts';
import { zoneOf } from '#shared/time/zone.ts';
import type { MeasuringPeriod } from '../terms.ts';
import { periodPhrase } from '../phrases.ts';
import { countedText, decimalText, type Counted } from '../sentence-words/model.ts';
import type { AgreementWords } from './words/words.ts';

/** No-break space, between a number and its unit. */
export const fixed = '\u00a0';

/** "15 October 2026". */
export function longDate(date: PlainDate, words: AgreementWords): string {
  return dated(words.dates.long, date, words, words.sentences.months);
}

/** "15 Oct 2026", in tables. */
export function shortDate(date: PlainDate, words: AgreementWords): string {
  return dated(words.dates.short, date, words, words.shortMonths);
}

/** "Thu 30 Apr", in time lines; with the year "Thu 30 Apr 2026". */
export function weekdayDate(date: PlainDate, words: AgreementWords, withYear = false): string {
  const weekday = words.shortWeekdays[weekdayIndex(dayNumber(date))] ?? '';
  return dated(withYear ? words.dates.weekdayYear : words.dates.weekday, date, words, words.shortMonths).replace('{weekday}', weekday);
}

/** "Thursday 30 September 2027", for deadlines. */
export function deadlineDate(date: PlainDate, words: AgreementWords): string {
  return fillPattern(words.dates.deadline, { weekday: words.weekdays[weekdayIndex(dayNumber(date))] ?? '', date: longDate(date, words) });
}

/** "April 2026" of the month's first day. */
export function monthOf(date: PlainDate, words: AgreementWords): string {
  return capital(dated(words.dates.month, date, words, words.sentences.months));
}

/** The day and month of any year: "1 May". */
export function dayAndMonth(date: PlainDate, words: AgreementWords): string {
  return dated(words.dates.dayMonth, date, words, words.sentences.months);
}

/** The local date and time of an instant: `{ date: '2026-04-30', time: '15:20' }`. */
export function localOf(at: Instant, zone: string): { date: PlainDate; time: string } {
  const text = new Date(zoneOf(zone).toLocal(at)).toISOString();
  return { date: text.slice(0, text.indexOf('T')), time: text.slice(text.indexOf('T') + 1, text.indexOf('T') + 6) };
}

/** "Thu 30 Apr, 15:20". */
export function moment(at: Instant, zone: string, words: AgreementWords): string {
  const local = localOf(at, zone);
  return `${weekdayDate(local.date, words)}, ${local.time}`;
}

/** "12 March 2026, 14:26 (+01:00)". */
export function signedMoment(at: Instant, zone: string, words: AgreementWords): string {
  const local = localOf(at, zone);
  return `${longDate(local.date, words)}, ${local.time} (${offset(at, zone)})`;
}

/** "2 h 40 min" of whole minutes. */
export function timeSpan(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  return [...(hours > 0 ? [`${hours}${fixed}h`] : []), ...(minutes % 60 > 0 || hours === 0 ? [`${minutes % 60}${fixed}min`] : [])].join(' ');
}

/** "99.95 %" as it was written. */
export function percent(value: number, words: AgreementWords): string {
  return `${decimalText(value, words.sentences)}${fixed}%`;
}

/** Percentages of one column with the same decimals: 99 beside 99.5 is "99.0 %". */
export function percentsAlike(values: readonly number[], words: AgreementWords): (value: number) => string {
  const decimals = Math.max(0, ...values.map((value) => (String(value).split('.')[1] ?? '').length));
  return (value) => `${value.toFixed(decimals).replace('.', words.sentences.decimal)}${fixed}%`;
}

/** "23,040" or "23.04"; "23.040" and "23,04" in German. */
export function grouped(value: number, words: AgreementWords, decimals = 0): string {
  const { group, groupFrom } = words.numbers;
  const [whole = '0', fraction] = value.toFixed(decimals).split('.');
  const text = whole.length < groupFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? text : `${text}${words.sentences.decimal}${fraction}`;
}

/** "CHF 5,318.50", "5.318,50 CHF" in German, with the decimals of the currency. */
export function money(amount: Money, words: AgreementWords): string {
  return fillPattern(words.numbers.money, { currency: amount.currency, amount: grouped(majorOf(amount), words, currencyDecimals(amount.currency)) });
}

/** "a, b and c". */
export function list(items: readonly string[], words: AgreementWords): string {
  return joined(items, words.sentences.and);
}

/** "a, b or c". */
export function choice(items: readonly string[], words: AgreementWords): string {
  return joined(items, words.sentences.or);
}

/** A number with its noun: "1 calendar day", "3 calendar days". */
export function counted(forms: Counted, amount: number, words: AgreementWords): string {
  return countedText(forms, amount, words.sentences);
}

/** Codes in one phrase, three and more in a row as "T-002 to T-004". */
export function codeList(all: readonly string[], words: AgreementWords): string {
  const runs: string[][] = [];
  for (const code of all) {
    const last = runs.at(-1);
    if (last !== undefined && isNext(last.at(-1) ?? '', code)) last.push(code);
    else runs.push([code]);
  }
  return list(runs.flatMap((run) => (run.length < 3 ? run : [fillPattern(words.codeRange, { from: run[0] ?? '', to: run.at(-1) ?? '' })])), words);
}

function isNext(code: string, next: string): boolean {
  const one = /^(.*-)(\d+)$/.exec(code);
  const other = /^(.*-)(\d+)$/.exec(next);
  if (one === null || other === null || one[1] !== other[1]) return false;
  return one[2]?.length === other[2]?.length && Number(one[2]) + 1 === Number(other[2]);
}

/** "calendar month", capital "Calendar month". */
export function periodName(period: MeasuringPeriod, words: AgreementWords, capital = false): string {
  return periodPhrase(period, words.sentences, capital ? words.capitalPeriods : words.sentences.periods);
}

/** "the calendar month", as "of" needs it. */
export function thePeriod(period: MeasuringPeriod, words: AgreementWords): string {
  return periodPhrase(period, words.sentences, words.thePeriods);
}

/** A capital letter where a text begins a cell or a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function joined(items: readonly string[], between: (next: string) => string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}${between(last)}${last}`;
}

function dated(pattern: string, date: PlainDate, words: AgreementWords, months: readonly string[]): string {
  const { year, month, day } = parts(date);
  return pattern.replace('{day}', words.sentences.dayOfMonth(day)).replace('{month}', months[month - 1] ?? '').replace('{year}', String(year));
}

function parts(date: PlainDate): { year: number; month: number; day: number } {
  const [year = '0', month = '1', day = '1'] = date.split('-');
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function offset(at: Instant, zone: string): string {
  const minutes = Math.round(zoneOf(zone).offsetAt(at) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}
