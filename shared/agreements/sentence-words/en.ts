import { ordinal } from '#shared/format/duration-text.ts';
import type { DurationWords, SentenceWords } from './model.ts';

const durations: DurationWords = {
  businessHours: { one: '{n}\u00a0business hour', many: '{n}\u00a0business hours' },
  businessMinutes: { one: '{n}\u00a0business minute', many: '{n}\u00a0business minutes' },
  businessSeconds: { one: '{n}\u00a0business second', many: '{n}\u00a0business seconds' },
  hours: { one: '{n}\u00a0hour', many: '{n}\u00a0hours' },
  minutes: { one: '{n}\u00a0minute', many: '{n}\u00a0minutes' },
  seconds: { one: '{n}\u00a0second', many: '{n}\u00a0seconds' },
  businessDays: { one: '{n}\u00a0business day', many: '{n}\u00a0business days' },
  calendarDays: { one: '{n}\u00a0calendar day', many: '{n}\u00a0calendar days' },
  aroundTheClock: '{amount}, counted around the clock',
  sameTime: '{amount}, at the same clock time',
  endOfDay: 'end of the {nth} business day',
  endOfSameDay: 'end of the same business day',
};

/** The exact patterns of the house style. */
export const englishSentences: SentenceWords = {
  decimal: '.',
  isOne: (amount) => amount === 1,
  nthDay: ordinal,
  dayOfMonth: String,
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  and: () => ' and ',
  or: () => ' or ',
  provider: 'The provider',
  response: '{provider} responds to {priority} incident {within} for at least {atLeastPercent} of these incidents per {period}.',
  resolution: '{provider} resolves {priority} incident {within} for at least {atLeastPercent} of these incidents per {period}.',
  availability: '{service} is available for at least {atLeastPercent} of the agreed service time in each {period}.',
  eachService: 'Each service of this agreement',
  metric: '{name} is {direction} {target} in each {period}.',
  metricBetween: '{name} is {direction} {target} and {targetTo} in each {period}.',
  exclusion: '{name} {condition}',
  exclusionCap: 'At most {capMinutesPerPeriod} per period.',
  priority: 'a priority\u00a0{id}',
  directions: { 'at-least': 'at least', 'at-most': 'at most', between: 'between' },
  periods: { 'calendar-month': 'calendar month', 'calendar-quarter': 'calendar quarter', 'calendar-year': 'calendar year', 'four-weeks': 'period of four weeks', '4-4-5': 'period of 4, 4 and 5 weeks', fromDay: 'month from day {day}', fiscalQuarter: 'quarter of the fiscal year from {month}' },
  before: { within: 'within ', byThe: 'by the ' },
  inSentence: durations,
  alone: durations,
};
