import { ordinal } from '#shared/format/duration-text.ts';
import { FIXED_SPACE } from '#shared/format/spaces.ts';
import type { Duration } from '#shared/time/duration.ts';
import type { MeasuringPeriod } from './terms.ts';

/** A duration in one of the forms of look/paper/SPEC.md section 9. `hasComma`: "around the clock" takes a comma before "for". */
export type DurationPhrase = { readonly preposition: 'within' | 'by the'; readonly text: string; readonly hasComma: boolean };

export function durationPhrase(duration: Duration): DurationPhrase {
  switch (duration.kind) {
    case 'business-hours':
      return { preposition: 'within', text: clockAmount(duration.seconds, 'business '), hasComma: false };
    case 'elapsed-hours':
      return { preposition: 'within', text: `${clockAmount(duration.seconds, '')}, counted around the clock`, hasComma: true };
    case 'business-days':
      return { preposition: 'within', text: `${counted(duration.days, 'business day')}, at the same clock time`, hasComma: true };
    case 'end-of-business-day':
      return { preposition: 'by the', text: duration.days === 0 ? 'end of the same business day' : `end of the ${ordinal(duration.days)} business day`, hasComma: false };
    case 'calendar-days':
      return { preposition: 'within', text: counted(duration.days, 'calendar day'), hasComma: false };
  }
}

/** `calendar month`, `period of four weeks`, `month from day 15`. */
export function periodPhrase(period: MeasuringPeriod): string {
  if (typeof period === 'object') {
    return period.kind === 'month-from-day' ? `month from day ${period.day}` : `quarter of the fiscal year from ${monthNames[period.startMonth - 1] ?? ''}`;
  }
  const words = { 'calendar-month': 'calendar month', 'calendar-quarter': 'calendar quarter', 'calendar-year': 'calendar year', 'four-weeks': 'period of four weeks', '4-4-5': 'period of 4, 4 and 5 weeks' } as const;
  return words[period];
}

/** `a priority 1` for the id P1, `a priority Critical` for any other. */
export function priorityPhrase(id: string): string {
  return `a priority${FIXED_SPACE}${/^[Pp](\d+)$/u.exec(id)?.[1] ?? id}`;
}

/** How a calendar is named in a sentence. */
export function calendarPhrase(reference: unknown): string {
  if (reference === '24x7') return 'calendar 24×7';
  if (typeof reference === 'string') return `calendar ${reference}`;
  return reference === undefined ? 'the agreed service hours' : 'its own hours';
}

/** A pause reason as the source is waited for: `customer` → `the customer`. */
export function pauseReasonPhrase(reason: string): string {
  const words: Readonly<Record<string, string>> = {
    customer: 'the customer', supplier: 'a supplier', problem: 'a problem to be solved', evidence: 'evidence', part: 'a part', appointment: 'an appointment', approval: 'an approval',
  };
  return words[reason] ?? reason;
}

/** `a`, `a or b`, `a, b or c`. */
export function listPhrase(items: readonly string[], conjunction: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}

/** A metric's figure with its unit: `70 %`, `12.5 s`, `3`. */
export function metricFigure(value: number, unit: string): string {
  return unit === '' ? String(value) : `${value}${FIXED_SPACE}${unit}`;
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The largest unit that divides: 14,400 s → `4 hours`, 5,400 s → `90 minutes`. */
function clockAmount(seconds: number, kind: '' | 'business '): string {
  if (seconds % 3600 === 0) return counted(seconds / 3600, `${kind}hour`);
  return seconds % 60 === 0 ? counted(seconds / 60, `${kind}minute`) : counted(seconds, `${kind}second`);
}

function counted(amount: number, noun: string): string {
  return `${amount}${FIXED_SPACE}${noun}${amount === 1 ? '' : 's'}`;
}
