import { countText } from '#shared/format/figures.ts';
import type { DateEvidence, DateOrder } from './times.ts';

/** The order of day and month in a file, how sure it is, and what shows it. */
export type OrderDecision = { readonly order: DateOrder; readonly isSure: boolean; readonly evidence: string };

/**
 * Decides from whole columns: a number above 12 can be no month; no ticket is stopped before it was opened; a written AM or PM
 * without more evidence points to month first. What is left open is day first and said so.
 */
export function decideOrder(columns: Iterable<DateEvidence>, reversed: { readonly dayFirst: number; readonly monthFirst: number }): OrderDecision {
  let [dayFirst, monthFirst, yearFirst, either, written] = [0, 0, 0, 0, 0];
  for (const evidence of columns) {
    dayFirst += evidence.dayFirst;
    monthFirst += evidence.monthFirst;
    yearFirst += evidence.yearFirst;
    either += evidence.either;
    written += evidence.withOffset + evidence.withoutOffset;
  }
  if (written === 0) return { order: 'year-month-day', isSure: true, evidence: 'the file has no dates' };
  if (dayFirst + monthFirst + either === 0) return { order: 'year-month-day', isSure: true, evidence: yearFirst > 0 ? 'the year stands first' : 'the month is a word' };
  if (dayFirst !== monthFirst) {
    const isDay = dayFirst > monthFirst;
    const [most, least] = isDay ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    return { order: isDay ? 'day-month-year' : 'month-day-year', isSure: least * 20 <= most, evidence: `${countText(most)} days above 12, no such month` };
  }
  if (reversed.dayFirst !== reversed.monthFirst) {
    const isDay = reversed.dayFirst < reversed.monthFirst;
    return {
      order: isDay ? 'day-month-year' : 'month-day-year',
      isSure: Math.min(reversed.dayFirst, reversed.monthFirst) === 0,
      evidence: `the other way ${Math.max(reversed.dayFirst, reversed.monthFirst)} times would be stopped before they were opened`,
    };
  }
  return { order: 'day-month-year', isSure: false, evidence: 'all days are below 13: both orders fit' };
}
