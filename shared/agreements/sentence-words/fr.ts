import type { DurationWords, SentenceWords } from './model.ts';

const durations: DurationWords = {
  businessHours: { one: '{n}\u00a0heure ouvrée', many: '{n}\u00a0heures ouvrées' },
  businessMinutes: { one: '{n}\u00a0minute ouvrée', many: '{n}\u00a0minutes ouvrées' },
  businessSeconds: { one: '{n}\u00a0seconde ouvrée', many: '{n}\u00a0secondes ouvrées' },
  hours: { one: '{n}\u00a0heure', many: '{n}\u00a0heures' },
  minutes: { one: '{n}\u00a0minute', many: '{n}\u00a0minutes' },
  seconds: { one: '{n}\u00a0seconde', many: '{n}\u00a0secondes' },
  businessDays: { one: '{n}\u00a0jour ouvré', many: '{n}\u00a0jours ouvrés' },
  calendarDays: { one: '{n}\u00a0jour calendaire', many: '{n}\u00a0jours calendaires' },
  aroundTheClock: '{amount}, comptées 24\u00a0h sur 24',
  sameTime: '{amount}, à la même heure',
  endOfDay: 'fin du {nth} jour ouvré',
  endOfSameDay: 'fin du même jour ouvré',
};

/** French: zero and one take the singular. */
export const frenchSentences: SentenceWords = {
  decimal: ',',
  isOne: (amount) => Math.abs(amount) < 2,
  nthDay: (day) => (day === 1 ? '1er' : `${day}e`),
  dayOfMonth: (day) => (day === 1 ? '1er' : String(day)),
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  and: () => ' et ',
  or: () => ' ou ',
  provider: 'Le prestataire',
  response: '{provider} répond à un incident de {priority} {within} pour au moins {atLeastPercent} de ces incidents par {period}.',
  resolution: '{provider} résout un incident de {priority} {within} pour au moins {atLeastPercent} de ces incidents par {period}.',
  availability: '{service} est disponible pendant au moins {atLeastPercent} du temps de service convenu au cours de chaque {period}.',
  eachService: 'Chaque service du présent accord',
  metric: '{name}\u00a0: {direction} {target} pour chaque {period}.',
  metricBetween: '{name}\u00a0: {direction} {target} et {targetTo} pour chaque {period}.',
  exclusion: '{name} {condition}',
  exclusionCap: 'Au plus {capMinutesPerPeriod} par période de mesure.',
  priority: 'priorité\u00a0{id}',
  directions: { 'at-least': 'au moins', 'at-most': 'au plus', between: 'entre' },
  periods: { 'calendar-month': 'mois civil', 'calendar-quarter': 'trimestre civil', 'calendar-year': 'année civile', 'four-weeks': 'période de quatre semaines', '4-4-5': 'période de 4, 4 et 5\u00a0semaines', fromDay: 'mois à compter du {day}', fiscalQuarter: 'trimestre de l’exercice commençant en {month}' },
  before: { within: 'dans un délai de ', byThe: 'avant la ' },
  inSentence: durations,
  alone: durations,
};
