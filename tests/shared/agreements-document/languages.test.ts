import { describe, expect, it } from 'vitest';
import { agreementDocumentModel, agreementWords, signatureStatement } from '#shared/agreements/document.ts';
import { counted, deadlineDate, grouped, list, longDate, money, percent, weekdayDate } from '#shared/agreements/document/format.ts';
import { durationAlone } from '#shared/agreements/phrases.ts';
import { plainSentence, termSentence } from '#shared/agreements/sentences.ts';
import { agreementDocumentSchema, documentLanguages } from '#shared/agreements/model.ts';
import { termSchema } from '#shared/agreements/terms.ts';
import { textOf, type Block, type CellBlock } from '#shared/documents/model.ts';
import { documentFixture, signedPrint } from '#tests/fixtures/agreement-print.ts';

type Language = (typeof documentLanguages)[number];
const others = documentLanguages.filter((language) => language !== 'en');
const clock = { id: 'T-001', priority: 'P1', atLeastPercent: 99.5, period: 'calendar-month' } as const;
const document = agreementDocumentSchema.parse(documentFixture('commands-example'));

function sentence(language: Language, term: unknown): string {
  return plain(plainSentence(termSentence(termSchema.parse(term), document, agreementWords(language).sentences)));
}

describe('the sentences of a target', () => {
  it.each<[Language, string, unknown, string]>([
    ['de', 'one hour', { ...clock, type: 'response', within: { kind: 'business-hours', seconds: 3600 } }, 'North IT reagiert auf eine Störung der Priorität 1 innerhalb von 1 Servicestunde bei mindestens 99,5 % dieser Störungen je Kalendermonat.'],
    ['de', 'days in the dative', { ...clock, type: 'resolution', within: { kind: 'calendar-days', days: 5 } }, 'North IT behebt eine Störung der Priorität 1 innerhalb von 5 Kalendertagen bei mindestens 99,5 % dieser Störungen je Kalendermonat.'],
    ['de', 'the end of a business day', { ...clock, type: 'resolution', within: { kind: 'end-of-business-day', days: 3 } }, 'North IT behebt eine Störung der Priorität 1 bis zum Ende des 3. Arbeitstags bei mindestens 99,5 % dieser Störungen je Kalendermonat.'],
    ['de', 'around the clock', { ...clock, type: 'resolution', within: { kind: 'elapsed-hours', seconds: 5400 } }, 'North IT behebt eine Störung der Priorität 1 innerhalb von 90 Minuten, rund um die Uhr gezählt, bei mindestens 99,5 % dieser Störungen je Kalendermonat.'],
    ['de', 'availability', { id: 'T-002', type: 'availability', atLeastPercent: 99.95, period: 'calendar-quarter' }, 'Mail ist in jedem Kalenderquartal zu mindestens 99,95 % der vereinbarten Servicezeit verfügbar.'],
    ['de', 'a range', { id: 'T-003', type: 'metric', name: 'Wartezeit', unit: 's', direction: 'between', target: 1.5, targetTo: 20 }, 'Wartezeit liegt in jedem Kalendermonat zwischen 1,5 s und 20 s.'],
    ['fr', 'one hour', { ...clock, type: 'response', within: { kind: 'business-hours', seconds: 3600 } }, 'North IT répond à un incident de priorité 1 dans un délai de 1 heure ouvrée pour au moins 99,5 % de ces incidents par mois civil.'],
    ['fr', 'the end of the first business day', { ...clock, type: 'resolution', within: { kind: 'end-of-business-day', days: 1 } }, 'North IT résout un incident de priorité 1 avant la fin du 1er jour ouvré pour au moins 99,5 % de ces incidents par mois civil.'],
    ['fr', 'around the clock', { ...clock, type: 'resolution', within: { kind: 'elapsed-hours', seconds: 14_400 } }, 'North IT résout un incident de priorité 1 dans un délai de 4 heures, comptées 24 h sur 24, pour au moins 99,5 % de ces incidents par mois civil.'],
    ['fr', 'availability', { id: 'T-002', type: 'availability', atLeastPercent: 99.9, period: 'calendar-year' }, 'Mail est disponible pendant au moins 99,9 % du temps de service convenu au cours de chaque année civile.'],
    ['es', 'hours', { ...clock, type: 'response', within: { kind: 'business-hours', seconds: 14_400 } }, 'North IT responde a una incidencia de prioridad 1 en un plazo de 4 horas hábiles en al menos el 99,5 % de estas incidencias por mes natural.'],
    ['es', 'the end of the third business day', { ...clock, type: 'resolution', within: { kind: 'end-of-business-day', days: 3 } }, 'North IT resuelve una incidencia de prioridad 1 antes del final del 3.er día hábil en al menos el 99,5 % de estas incidencias por mes natural.'],
    ['es', 'one business day', { ...clock, type: 'resolution', within: { kind: 'business-days', days: 1 } }, 'North IT resuelve una incidencia de prioridad 1 en un plazo de 1 día hábil, a la misma hora, en al menos el 99,5 % de estas incidencias por mes natural.'],
    ['es', 'availability', { id: 'T-002', type: 'availability', atLeastPercent: 99.9 }, 'Mail está disponible al menos el 99,9 % del tiempo de servicio acordado en cada mes natural.'],
    ['es', 'a cap of one minute', { id: 'T-004', type: 'exclusion', name: 'Corte', condition: 'Falla la red', capMinutesPerPeriod: 1 }, 'Corte. Falla la red. Como máximo 1 minuto por periodo de medición.'],
  ])('%s: %s', (language, _rule, term, text) => expect(sentence(language, term)).toBe(text));

  it.each(others)('%s: a value that can be edited keeps its field', (language) => {
    const fields = termSentence(termSchema.parse({ ...clock, type: 'response', within: { kind: 'business-hours', seconds: 3600 } }), document, agreementWords(language).sentences).flatMap((part) => part.field ?? []);
    expect([...fields].sort()).toEqual(['atLeastPercent', 'period', 'priority', 'within']);
  });
});

describe('values as a language writes them', () => {
  it.each<[Language, string, string, string, string, string, string]>([
    ['en', '1 May 2026', 'Friday 1 May 2026', 'Fri 1 May', '12,345.60', 'EUR 1,234.50', '99.95 %'],
    ['de', '1. Mai 2026', 'Freitag, 1. Mai 2026', 'Fr 1. Mai', '12.345,60', '1.234,50 EUR', '99,95 %'],
    ['fr', '1er mai 2026', 'vendredi 1er mai 2026', 'ven. 1er mai', '12 345,60', '1 234,50 EUR', '99,95 %'],
    ['es', '1 de mayo de 2026', 'viernes 1 de mayo de 2026', 'vie. 1 may.', '12.345,60', '1234,50 EUR', '99,95 %'],
  ])('%s', (language, long, deadline, weekday, number, amount, share) => {
    const words = agreementWords(language);
    expect([longDate('2026-05-01', words), deadlineDate('2026-05-01', words), weekdayDate('2026-05-01', words), grouped(12_345.6, words, 2), money({ minor: 123_450, currency: 'EUR' }, words), percent(99.95, words)].map(plain)).toEqual([long, deadline, weekday, number, amount, share]);
  });

  it.each<[Language, number, string]>([
    ['en', 0, '0 calendar days'], ['en', 1, '1 calendar day'], ['de', 0, '0 Kalendertage'], ['de', 1, '1 Kalendertag'], ['de', 2, '2 Kalendertage'], ['fr', 0, '0 jour calendaire'], ['fr', 1, '1 jour calendaire'], ['fr', 2, '2 jours calendaires'], ['es', 0, '0 días naturales'], ['es', 1, '1 día natural'],
  ])('%s: %i days are "%s"', (language, amount, text) => {
    const words = agreementWords(language);
    expect(counted(words.counts.calendarDays, amount, words)).toBe(text);
  });

  it.each<[Language, number, string]>([
    ['de', 1, 'Ende des 1. Arbeitstags'], ['fr', 1, 'fin du 1er jour ouvré'], ['fr', 2, 'fin du 2e jour ouvré'], ['es', 1, 'final del 1.er día hábil'], ['es', 2, 'final del 2.º día hábil'], ['es', 11, 'final del 11.º día hábil'], ['es', 13, 'final del 13.er día hábil'], ['es', 21, 'final del 21.er día hábil'],
  ])('%s: the end of day %i is "%s"', (language, days, text) => expect(durationAlone({ kind: 'end-of-business-day', days }, agreementWords(language).sentences)).toBe(text));

  it('Spanish says "e" before an i and "u" before an o', () => {
    const words = agreementWords('es');
    expect(list(['Correo', 'Internet'], words)).toBe('Correo e Internet');
    expect(list(['Correo', 'hielo'], words)).toBe('Correo y hielo');
    expect(words.sentences.or('otra')).toBe(' u ');
    expect(words.sentences.or('11')).toBe(' u ');
    expect(words.sentences.or('110')).toBe(' o ');
  });

  it.each(documentLanguages)('%s: what a signatory agrees to names version, number and party', (language) => {
    expect(signatureStatement(language, { version: 3, number: 'SLA-1', party: 'Acme' })).toMatch(/3.*SLA-1.*A.*B.*Acme/u);
  });
});

describe('the catalogue', () => {
  it.each(others)('%s: every text has the values, references and bold words of the English one', (language) => {
    expect(marksOf(agreementWords(language))).toEqual(marksOf(agreementWords('en')));
  });

  it.each(others)('%s: no sentence is left in English', (language) => {
    const english = new Set(textsOf(agreementWords('en')));
    expect(textsOf(agreementWords(language)).filter((text) => text.replaceAll(/\{[^}]+\}/gu, '').split(/\s/u).filter((word) => /^\p{L}{3,}/u.test(word)).length > 1 && english.has(text))).toEqual([]);
  });

  it.each<[Language, RegExp]>([
    ['en', /[„«»]/u],
    ['de', /(?<!„[^“]*)“|”|[«»]/u],
    ['fr', /[\p{L}\d] [:;]|«[^\u00a0]|[^\u00a0]»|[„“”]/u],
    ['es', /[„“”]/u],
  ])('%s: quotation marks and spaces before colons are those of the language', (language, foreign) => {
    const text = agreementDocumentModel(signedPrint({ signatures: [], document: { ...signedPrint().document, language } })).blocks.flatMap(paragraphTexts).join('\n');
    expect(text).not.toMatch(foreign);
    expect(text).not.toMatch(/\{\w+\}/u);
  });
});

/** The values, references and bold marks of every text by its path; functions and signs are left out. */
function marksOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, [...words.matchAll(/\{[^}]+\}|\*\*/gu)].map(([mark]) => mark.toLowerCase()).sort().filter((mark, index, all) => mark === '**' || mark !== all[index - 1]).join(' ')]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => (skipped.has(key) ? [] : marksOf(value, `${path}.${key}`)));
}

/** Where languages differ by their nature: the form for one may leave the number out. */
const skipped = new Set(['sentences', 'one', 'numbers', 'dates']);

function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

function paragraphTexts(block: Block): string[] {
  const inside = (cell: CellBlock) => (cell.kind === 'paragraph' ? [textOf(cell.content)] : []);
  if (block.kind === 'paragraph') return [textOf(block.content)];
  if (block.kind === 'section' || block.kind === 'plain-heading') return [block.title];
  if (block.kind !== 'table') return [];
  return [...(block.caption === undefined ? [] : [block.caption]), ...[...(block.head === undefined ? [] : [block.head]), ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(inside)))];
}

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ');
}
