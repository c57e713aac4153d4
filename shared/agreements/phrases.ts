import { FIXED_SPACE } from '#shared/format/spaces.ts';
import type { Duration } from '#shared/time/duration.ts';
import { englishSentences } from './sentence-words/en.ts';
import { countedText, decimalText, type DurationWords, type PeriodWords, type SentenceWords } from './sentence-words/model.ts';
import type { MeasuringPeriod } from './terms.ts';

/**
 * A duration in one of the forms of look/paper/SPEC.md section 9: `before` the value ("within "), the value, and whether a comma follows it
 * ("around the clock" takes one before "for").
 */
export type DurationPhrase = { readonly before: string; readonly text: string; readonly hasComma: boolean };

export function durationPhrase(duration: Duration, words: SentenceWords = englishSentences): DurationPhrase {
  const { before } = words;
  return {
    before: duration.kind === 'end-of-business-day' ? before.byThe : before.within,
    text: durationWords(duration, words.inSentence, words),
    hasComma: duration.kind === 'elapsed-hours' || duration.kind === 'business-days',
  };
}

/** A duration that stands alone, in a cell or a heading: `4 business hours`, `end of the 3rd business day`. */
export function durationAlone(duration: Duration, words: SentenceWords = englishSentences): string {
  return durationWords(duration, words.alone, words);
}

/** The figure and unit of a clock, the largest unit that divides: 14,400 s → `4 hours`, 5,400 s → `90 minutes`. */
export function clockAmount(seconds: number, kind: 'business-hours' | 'elapsed-hours', forms: DurationWords, words: SentenceWords): string {
  const isBusiness = kind === 'business-hours';
  if (seconds % 3600 === 0) return countedText(isBusiness ? forms.businessHours : forms.hours, seconds / 3600, words);
  if (seconds % 60 === 0) return countedText(isBusiness ? forms.businessMinutes : forms.minutes, seconds / 60, words);
  return countedText(isBusiness ? forms.businessSeconds : forms.seconds, seconds, words);
}

/** `calendar month`, `period of four weeks`, `month from day 15`. */
export function periodPhrase(period: MeasuringPeriod, words: SentenceWords = englishSentences, names: PeriodWords = words.periods): string {
  if (typeof period === 'string') return names[period];
  if (period.kind === 'month-from-day') return names.fromDay.replace('{day}', words.dayOfMonth(period.day));
  return names.fiscalQuarter.replace('{month}', words.months[period.startMonth - 1] ?? '');
}

/** `a priority 1` for the id P1, `a priority Critical` for any other. */
export function priorityPhrase(id: string, words: SentenceWords = englishSentences): string {
  return words.priority.replace('{id}', () => /^[Pp](\d+)$/u.exec(id)?.[1] ?? id);
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
export function metricFigure(value: number, unit: string, words: SentenceWords = englishSentences): string {
  const figure = decimalText(value, words);
  return unit === '' ? figure : `${figure}${FIXED_SPACE}${unit}`;
}

function durationWords(duration: Duration, forms: DurationWords, words: SentenceWords): string {
  switch (duration.kind) {
    case 'business-hours':
      return clockAmount(duration.seconds, duration.kind, forms, words);
    case 'elapsed-hours':
      return forms.aroundTheClock.replace('{amount}', clockAmount(duration.seconds, duration.kind, forms, words));
    case 'business-days':
      return forms.sameTime.replace('{amount}', countedText(forms.businessDays, duration.days, words));
    case 'end-of-business-day':
      return duration.days === 0 ? forms.endOfSameDay : forms.endOfDay.replace('{nth}', words.nthDay(duration.days));
    case 'calendar-days':
      return countedText(forms.calendarDays, duration.days, words);
  }
}
