import type { DurationWords, SentenceWords } from './model.ts';

const durations: DurationWords = {
  businessHours: { one: '{n}\u00a0hora hábil', many: '{n}\u00a0horas hábiles' },
  businessMinutes: { one: '{n}\u00a0minuto hábil', many: '{n}\u00a0minutos hábiles' },
  businessSeconds: { one: '{n}\u00a0segundo hábil', many: '{n}\u00a0segundos hábiles' },
  hours: { one: '{n}\u00a0hora', many: '{n}\u00a0horas' },
  minutes: { one: '{n}\u00a0minuto', many: '{n}\u00a0minutos' },
  seconds: { one: '{n}\u00a0segundo', many: '{n}\u00a0segundos' },
  businessDays: { one: '{n}\u00a0día hábil', many: '{n}\u00a0días hábiles' },
  calendarDays: { one: '{n}\u00a0día natural', many: '{n}\u00a0días naturales' },
  aroundTheClock: '{amount}, en cómputo ininterrumpido',
  sameTime: '{amount}, a la misma hora',
  endOfDay: 'final del {nth} día hábil',
  endOfSameDay: 'final del mismo día hábil',
};

/** Spanish: "primer" and "tercer" lose their last letter before a day. */
export const spanishSentences: SentenceWords = {
  decimal: ',',
  isOne: (amount) => amount === 1,
  nthDay: (day) => (day % 10 === 1 && day % 100 !== 11) || day % 10 === 3 ? `${day}.er` : `${day}.º`,
  dayOfMonth: String,
  months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  and: (next) => (/^h?[ií](?![aeou])/iu.test(next) ? ' e ' : ' y '),
  or: (next) => (/^(?:h?[oó]|8|11(?!\d))/iu.test(next) ? ' u ' : ' o '),
  provider: 'El proveedor',
  response: '{provider} responde a una incidencia de {priority} {within} en al menos el {atLeastPercent} de estas incidencias por {period}.',
  resolution: '{provider} resuelve una incidencia de {priority} {within} en al menos el {atLeastPercent} de estas incidencias por {period}.',
  availability: '{service} está disponible al menos el {atLeastPercent} del tiempo de servicio acordado en cada {period}.',
  eachService: 'Cada servicio de este acuerdo',
  metric: '{name}: {direction} {target} en cada {period}.',
  metricBetween: '{name}: {direction} {target} y {targetTo} en cada {period}.',
  exclusion: '{name} {condition}',
  exclusionCap: 'Como máximo {capMinutesPerPeriod} por periodo de medición.',
  priority: 'prioridad\u00a0{id}',
  directions: { 'at-least': 'como mínimo', 'at-most': 'como máximo', between: 'entre' },
  periods: { 'calendar-month': 'mes natural', 'calendar-quarter': 'trimestre natural', 'calendar-year': 'año natural', 'four-weeks': 'periodo de cuatro semanas', '4-4-5': 'periodo de 4, 4 y 5\u00a0semanas', fromDay: 'mes desde el día {day}', fiscalQuarter: 'trimestre del ejercicio que comienza en {month}' },
  before: { within: 'en un plazo de ', byThe: 'antes del ' },
  inSentence: durations,
  alone: durations,
};
