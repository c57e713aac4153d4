import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import { ParleyError } from '#shared/errors.ts';
import { documentCalendar } from '#shared/ledger/rules.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import type { AgreementDocument } from './model.ts';

/** The dates of an agreement, all-day and without a zone. Null where the agreement has no such date. */
export type AgreementDates = {
  readonly lastDayOfNotice: PlainDate | null;
  /** The last day of the term, included. */
  readonly end: PlainDate | null;
  readonly renewsOn: PlainDate | null;
  readonly reviews: readonly { readonly on: PlainDate; readonly reason: string }[];
};

/** Only reviews from `from` on and before `to`, and the dates of the term that runs on `from` (a renewed one, where renewal is automatic). */
export type DatesWindow = { readonly from?: PlainDate; readonly to?: PlainDate };

/**
 * Last day of notice, end, renewal and reviews (calculation-rules section 10). Dates move to business days of the calendar that notice names,
 * else of the service hours. Throws `invalid-input` where the term ends before it starts or the notice is longer than the term.
 */
export function agreementDates(document: AgreementDocument, window: DatesWindow = {}): AgreementDates {
  if (document.term === undefined) return { lastDayOfNotice: null, end: null, renewsOn: null, reviews: [] };
  checkTerm(document.term, document);
  const terms = termsUntil(document, window);
  const current = terms.find((term) => window.from === undefined || term.to >= window.from) ?? document.term;
  const calendar = datesCalendar(document);
  return {
    lastDayOfNotice: lastDayOfNotice(document, current.to, calendar),
    end: current.to,
    renewsOn: document.renewal.kind === 'automatic' ? addDays(current.to, 1) : null,
    reviews: reviewsOf(document, terms, calendar, window),
  };
}

type TermSpan = { readonly from: PlainDate; readonly to: PlainDate };

const daysBeforeNotice = 30;
const renewalsMost = 400;

function checkTerm(term: TermSpan, document: AgreementDocument): void {
  if (term.to < term.from) {
    throw new ParleyError('invalid-input', `The agreement ends on ${term.to}, before it starts on ${term.from}.`, {
      details: [{ path: 'term.to', message: 'the end lies before the start' }], wayOut: 'Give an end that is not before the start.',
    });
  }
  const { notice } = document;
  if (notice !== undefined && noticeBegins(addDays(term.to, 1), notice) < term.from) {
    throw new ParleyError('invalid-input', 'The notice is longer than the term.', {
      details: [{ path: notice.months === undefined ? 'notice.days' : 'notice.months', message: 'the notice is longer than the term' }], wayOut: 'Shorten the notice, or lengthen the term.',
    });
  }
}

/** The first term and, where renewal is automatic, those that follow it up to the window's end. */
function termsUntil(document: AgreementDocument, window: DatesWindow): TermSpan[] {
  if (document.term === undefined) return [];
  const terms: TermSpan[] = [document.term];
  const { renewal } = document;
  if (renewal.kind !== 'automatic') return terms;
  const until = [window.from, window.to].reduce<PlainDate>((latest, date) => (date !== undefined && date > latest ? date : latest), document.term.to);
  const first = addDays(document.term.to, 1);
  for (let count = 0; count < renewalsMost; count += 1) {
    const from = addMonths(first, count * renewal.months);
    if (from > until) break;
    terms.push({ from, to: addDays(addMonths(first, (count + 1) * renewal.months), -1) });
  }
  return terms;
}

function lastDayOfNotice(document: AgreementDocument, end: PlainDate, calendar: Calendar | null): PlainDate | null {
  const { notice } = document;
  if (notice === undefined) return null;
  const day = addDays(noticeBegins(addDays(end, 1), notice), -1);
  if (notice.businessDay === 'none') return day;
  return businessDay(calendar, day, notice.businessDay === 'preceding' ? -1 : 1);
}

function noticeBegins(dayAfterEnd: PlainDate, notice: NonNullable<AgreementDocument['notice']>): PlainDate {
  return notice.months === undefined ? addDays(dayAfterEnd, -(notice.days ?? 0)) : addMonths(dayAfterEnd, -notice.months);
}

/**
 * Every so many months from the start, counted from the planned dates and moved to the next business day; and before each last day of notice
 * one that is never later than 30 days before it. The one on the day after the end is the renewed term's.
 */
function reviewsOf(document: AgreementDocument, terms: readonly TermSpan[], calendar: Calendar | null, window: DatesWindow): { on: PlainDate; reason: string }[] {
  const start = document.term?.from ?? '';
  const lastEnd = terms.at(-1)?.to ?? start;
  const renews = document.renewal.kind === 'automatic';
  const { everyMonths } = document.review;
  const reviews = new Map<PlainDate, string>();
  for (const term of terms) {
    const notice = lastDayOfNotice(document, term.to, calendar);
    if (notice === null) continue;
    const on = businessDay(calendar, addDays(notice, -daysBeforeNotice), -1);
    if (on >= term.from) reviews.set(on, `${daysBeforeNotice} days before the last day of notice`);
  }
  for (let count = 1; ; count += 1) {
    const planned = addMonths(start, count * everyMonths);
    if (planned > (renews ? addDays(lastEnd, 1) : lastEnd)) break;
    const on = businessDay(calendar, planned, 1);
    if (!reviews.has(on)) reviews.set(on, everyMonths === 1 ? 'every month' : `every ${everyMonths} months`);
  }
  return [...reviews]
    .map(([on, reason]) => ({ on, reason }))
    .filter(({ on }) => (window.from === undefined || on >= window.from) && (window.to === undefined || on < window.to))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}

function datesCalendar(document: AgreementDocument): Calendar | null {
  const definition = documentCalendar(document.notice?.calendar ?? document.serviceHours, document);
  return definition === null ? null : compileCalendar(definition, document.zone);
}

/** The date itself where it is a business day or no calendar is named, else the nearest one before or after it. */
function businessDay(calendar: Calendar | null, date: PlainDate, step: 1 | -1): PlainDate {
  if (calendar === null) return date;
  let day = date;
  for (let count = 0; count < 3660; count += 1) {
    if (calendar.isBusinessDay(day)) return day;
    day = addDays(day, step);
  }
  throw new ParleyError('invalid-input', `The calendar has no business day in the ten years ${step === 1 ? 'after' : 'before'} ${date}.`, { wayOut: 'Give the calendar opening hours.' });
}
