import type { Term } from '../terms.ts';

/** A counted noun: the pattern for one, and the one for any other number. `{n}` is the number. */
export type Counted = { readonly one: string; readonly many: string };

/** Durations as they stand somewhere: in a sentence after its preposition, or alone. */
export type DurationWords = {
  readonly businessHours: Counted;
  readonly businessMinutes: Counted;
  readonly businessSeconds: Counted;
  readonly hours: Counted;
  readonly minutes: Counted;
  readonly seconds: Counted;
  readonly businessDays: Counted;
  readonly calendarDays: Counted;
  /** `{amount}` and how it is counted, after a comma. */
  readonly aroundTheClock: string;
  readonly sameTime: string;
  /** `{nth}` is the ordinal of a day. */
  readonly endOfDay: string;
  readonly endOfSameDay: string;
};

export type PeriodWords = {
  readonly 'calendar-month': string;
  readonly 'calendar-quarter': string;
  readonly 'calendar-year': string;
  readonly 'four-weeks': string;
  readonly '4-4-5': string;
  readonly fromDay: string;
  readonly fiscalQuarter: string;
};

/** What the sentences of a language are made of. `{name}` is a value; those of the term can be read back. */
export type SentenceWords = {
  readonly decimal: '.' | ',';
  readonly isOne: (amount: number) => boolean;
  /** The ordinal of a day, as figures. */
  readonly nthDay: (day: number) => string;
  /** The day of a month, as figures. */
  readonly dayOfMonth: (day: number) => string;
  readonly months: readonly string[];
  /** Between the last two items of a list; some languages look at the word that follows. */
  readonly and: (next: string) => string;
  readonly or: (next: string) => string;
  /** Who promises where no provider is named. */
  readonly provider: string;
  readonly response: string;
  readonly resolution: string;
  readonly availability: string;
  readonly eachService: string;
  readonly metric: string;
  readonly metricBetween: string;
  readonly exclusion: string;
  readonly exclusionCap: string;
  readonly priority: string;
  readonly directions: Readonly<Record<Extract<Term, { type: 'metric' }>['direction'], string>>;
  readonly periods: PeriodWords;
  readonly before: { readonly within: string; readonly byThe: string };
  readonly inSentence: DurationWords;
  readonly alone: DurationWords;
};

/** The form of a counted noun, filled. */
export function countedText(forms: Counted, amount: number, words: Pick<SentenceWords, 'isOne' | 'decimal'>): string {
  return (words.isOne(amount) ? forms.one : forms.many).replaceAll('{n}', decimalText(amount, words));
}

/** A number as it was written, with the language's decimal sign. */
export function decimalText(value: number, words: Pick<SentenceWords, 'decimal'>): string {
  return String(value).replace('.', words.decimal);
}
