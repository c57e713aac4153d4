import type { DurationWords, SentenceWords } from './model.ts';

const alone: DurationWords = {
  businessHours: { one: '{n}\u00a0Servicestunde', many: '{n}\u00a0Servicestunden' },
  businessMinutes: { one: '{n}\u00a0Serviceminute', many: '{n}\u00a0Serviceminuten' },
  businessSeconds: { one: '{n}\u00a0Servicesekunde', many: '{n}\u00a0Servicesekunden' },
  hours: { one: '{n}\u00a0Stunde', many: '{n}\u00a0Stunden' },
  minutes: { one: '{n}\u00a0Minute', many: '{n}\u00a0Minuten' },
  seconds: { one: '{n}\u00a0Sekunde', many: '{n}\u00a0Sekunden' },
  businessDays: { one: '{n}\u00a0Arbeitstag', many: '{n}\u00a0Arbeitstage' },
  calendarDays: { one: '{n}\u00a0Kalendertag', many: '{n}\u00a0Kalendertage' },
  aroundTheClock: '{amount}, rund um die Uhr gezählt',
  sameTime: '{amount}, zur selben Uhrzeit',
  endOfDay: 'Ende des {nth} Arbeitstags',
  endOfSameDay: 'Ende desselben Arbeitstags',
};

/** German: after "innerhalb von" days stand in the dative. */
export const germanSentences: SentenceWords = {
  decimal: ',',
  isOne: (amount) => amount === 1,
  nthDay: (day) => `${day}.`,
  dayOfMonth: String,
  months: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  and: () => ' und ',
  or: () => ' oder ',
  provider: 'Der Dienstleister',
  response: '{provider} reagiert auf eine Störung der {priority} {within} bei mindestens {atLeastPercent} dieser Störungen je {period}.',
  resolution: '{provider} behebt eine Störung der {priority} {within} bei mindestens {atLeastPercent} dieser Störungen je {period}.',
  availability: '{service} ist in jedem {period} zu mindestens {atLeastPercent} der vereinbarten Servicezeit verfügbar.',
  eachService: 'Jeder Service dieser Vereinbarung',
  metric: '{name} beträgt in jedem {period} {direction} {target}.',
  metricBetween: '{name} liegt in jedem {period} {direction} {target} und {targetTo}.',
  exclusion: '{name} {condition}',
  exclusionCap: 'Höchstens {capMinutesPerPeriod} je Messzeitraum.',
  priority: 'Priorität\u00a0{id}',
  directions: { 'at-least': 'mindestens', 'at-most': 'höchstens', between: 'zwischen' },
  periods: { 'calendar-month': 'Kalendermonat', 'calendar-quarter': 'Kalenderquartal', 'calendar-year': 'Kalenderjahr', 'four-weeks': 'Zeitraum von vier Wochen', '4-4-5': 'Zeitraum von 4, 4 und 5 Wochen', fromDay: 'Monat ab dem {day}.', fiscalQuarter: 'Quartal des Geschäftsjahrs ab {month}' },
  before: { within: 'innerhalb von ', byThe: 'bis zum ' },
  inSentence: { ...alone, businessDays: { one: '{n}\u00a0Arbeitstag', many: '{n}\u00a0Arbeitstagen' }, calendarDays: { one: '{n}\u00a0Kalendertag', many: '{n}\u00a0Kalendertagen' } },
  alone,
};
