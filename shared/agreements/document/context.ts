import { aroundTheClock, type CalendarDefinition, type CalendarReference } from '#shared/calendar/model.ts';
import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import { houseAccent, readableAccent } from '#shared/documents/accent.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CompletenessItem } from '../completeness-items.ts';
import { agreementDates, type AgreementDates } from '../dates.ts';
import type { AgreementDocument } from '../model.ts';
import type { AvailabilityTerm, ClauseTerm, ClockTerm, CreditTerm, ExclusionTerm, MetricTerm, ResolutionTerm, ResponseTerm } from '../terms.ts';
import { list } from './format.ts';
import type { AgreementPrint } from './print.ts';
import { shortNameOf } from './short-name.ts';
import { agreementWords, type AgreementWords } from './words/words.ts';

export type Target = ResponseTerm | ResolutionTerm | AvailabilityTerm | MetricTerm;

/** A calendar as the document prints it. `definition` null: around the clock. */
export type PrintedCalendar = { readonly key: string; readonly name: string; readonly definition: CalendarDefinition | null; readonly calendar: Calendar };

export type PrintedDates = AgreementDates & { readonly end: string };

/** What every section needs, made once. */
export type PrintContext = {
  readonly print: AgreementPrint;
  readonly document: AgreementDocument;
  /** The document with the parties' short names, for sentences. */
  readonly spoken: AgreementDocument;
  readonly words: AgreementWords;
  /** Short names; several parties of a side are joined. */
  readonly provider: string;
  readonly customer: string;
  /** Six hexadecimal digits, readable on paper: that of the first provider that has one. */
  readonly accent: string;
  readonly shortName: (organisation: string) => string;
  /** Calendars in the order of their first use, service hours first. */
  readonly calendars: readonly PrintedCalendar[];
  /** The calendar that a target is counted in; null where it has none. */
  readonly calendarOf: (target: Target) => PrintedCalendar | null;
  readonly calendarNamed: (reference: CalendarReference | undefined) => PrintedCalendar | null;
  /** Null without a term. */
  readonly dates: PrintedDates | null;
  readonly targets: readonly Target[];
  readonly clocks: readonly ClockTerm[];
  readonly responses: readonly ResponseTerm[];
  readonly resolutions: readonly ResolutionTerm[];
  readonly availabilities: readonly AvailabilityTerm[];
  readonly metrics: readonly MetricTerm[];
  readonly credits: readonly CreditTerm[];
  readonly exclusions: readonly ExclusionTerm[];
  readonly clauses: (category: CompletenessItem) => readonly ClauseTerm[];
  readonly creditsOf: (code: string) => readonly CreditTerm[];
};

/** Throws `invalid-input` for a calendar that is nowhere defined. */
export function printContext(print: AgreementPrint): PrintContext {
  const document = { ...print.document, calendars: { ...print.calendars, ...print.document.calendars } };
  const words = agreementWords(document.language);
  const shortName = (organisation: string) => shortNameOf(organisation, print.organisations);
  const side = (which: 'provider' | 'customer') => list(document.parties.filter((party) => party.side === which).map((party) => shortName(party.organisation)), words);
  const { terms } = document;
  const targets = terms.filter((term): term is Target => term.type === 'response' || term.type === 'resolution' || term.type === 'availability' || term.type === 'metric');
  const calendars = collectCalendars(document, targets, words);
  const { end, ...dates } = agreementDates(document);
  const calendarNamed = (reference: CalendarReference | undefined) => (reference === undefined ? null : (calendars.get(keyOf(reference)) ?? null));
  return {
    print, document, words, shortName, targets, calendarNamed,
    dates: end === null ? null : { ...dates, end },
    spoken: { ...document, parties: document.parties.map((party) => ({ ...party, organisation: shortName(party.organisation) })) },
    accent: accentOf(print),
    provider: side('provider'),
    customer: side('customer'),
    calendars: [...calendars.values()],
    calendarOf: (target) => calendarNamed(referenceOf(target, document)),
    clocks: terms.filter((term) => term.type === 'response' || term.type === 'resolution'),
    responses: terms.filter((term) => term.type === 'response'),
    resolutions: terms.filter((term) => term.type === 'resolution'),
    availabilities: terms.filter((term) => term.type === 'availability'),
    metrics: terms.filter((term) => term.type === 'metric'),
    credits: terms.filter((term) => term.type === 'credit'),
    exclusions: terms.filter((term) => term.type === 'exclusion'),
    clauses: (category) => terms.filter((term): term is ClauseTerm => term.type === 'clause' && term.category === category),
    creditsOf: (code) => terms.filter((term): term is CreditTerm => term.type === 'credit' && term.of === code),
  };
}

/** Elapsed hours run around the clock whatever calendar is named; calendar days need none. */
function referenceOf(target: Target, document: AgreementDocument): CalendarReference | undefined {
  if ((target.type === 'response' || target.type === 'resolution') && target.within.kind === 'elapsed-hours') return aroundTheClock;
  if ((target.type === 'response' || target.type === 'resolution') && target.within.kind === 'calendar-days') return aroundTheClock;
  return target.calendar ?? (target.type === 'metric' ? undefined : document.serviceHours);
}

function collectCalendars(document: AgreementDocument, targets: readonly Target[], words: AgreementWords): Map<string, PrintedCalendar> {
  const found = new Map<string, PrintedCalendar>();
  const use = (reference: CalendarReference | undefined, owner: string) => {
    if (reference === undefined || found.has(keyOf(reference))) return;
    found.set(keyOf(reference), printedCalendar(reference, owner, document));
  };
  use(document.serviceHours, words.onePage.agreedHours);
  for (const target of targets) use(referenceOf(target, document), words.hours.ownHours.replace('{code}', target.id));
  use(document.notice?.calendar, words.changes.caption);
  return found;
}

function printedCalendar(reference: CalendarReference, owner: string, document: AgreementDocument): PrintedCalendar {
  const key = keyOf(reference);
  if (reference === aroundTheClock) return { key, name: '24×7', definition: null, calendar: compileCalendar(aroundTheClock, document.zone) };
  const isNamed = typeof reference === 'string';
  const definition = isNamed ? document.calendars[reference] : reference;
  if (definition === undefined) throw new ParleyError('invalid-input', `The calendar ${key} is not defined.`, { wayOut: 'Add it to the calendars of the agreement or of the workspace.' });
  return { key, name: isNamed ? reference : owner, definition, calendar: compileCalendar(definition) };
}

function keyOf(reference: CalendarReference): string {
  return typeof reference === 'string' ? reference : JSON.stringify(reference);
}

function accentOf({ document, organisations }: AgreementPrint): string {
  const providers = document.parties.filter((party) => party.side === 'provider').map((party) => party.organisation);
  return readableAccent(organisations.find((organisation) => providers.includes(organisation.name) && organisation.colour !== undefined)?.colour ?? houseAccent);
}
