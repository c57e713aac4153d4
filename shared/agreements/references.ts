import { ParleyError, type ErrorDetail } from '#shared/errors.ts';
import { addDays, addMonths } from '#shared/time/plain-date.ts';
import { isZone } from '#shared/time/zone.ts';
import type { AgreementDocument } from './model.ts';
import type { CreditTerm, Term } from './terms.ts';

/** Duration kinds that need opening hours: the other two run around the clock. */
const needsHours: ReadonlySet<string> = new Set(['business-hours', 'business-days', 'end-of-business-day']);
const targetTypes: ReadonlySet<string> = new Set(['response', 'resolution', 'availability', 'metric']);

/** What a document may name without defining it: calendars of the workspace. */
export type Surroundings = { readonly calendars: ReadonlySet<string> };
const nothing: Surroundings = { calendars: new Set() };

/** Refuses a document whose parts do not fit each other: `invalid-input`, one detail a fault, each with its path. */
export function checkReferences(document: AgreementDocument, around: Surroundings = nothing): void {
  const faults = referenceFaults(document, around);
  if (faults.length > 0) throw new ParleyError('invalid-input', faultsInWords(faults), { details: faults });
}

/** Refuses the parts that this release cannot keep yet (requirements, internal positions); empty ones are accepted. */
export function checkParts(document: AgreementDocument): void {
  const faults: ErrorDetail[] = [];
  if (document.requirements.length > 0) faults.push({ path: 'requirements', message: 'Requirements come with a later release; leave the list empty' });
  if (Object.keys(document.internal).length > 0) faults.push({ path: 'internal', message: 'Internal positions come with a later release; leave it empty' });
  if (faults.length > 0) throw new ParleyError('invalid-input', faultsInWords(faults), { details: faults });
}

/** Every fault between the parts of a document, in the document's order; empty where all fits. */
export function referenceFaults(document: AgreementDocument, around: Surroundings = nothing): ErrorDetail[] {
  return [...headFaults(document, around), ...partFaults(document), ...calendarFaults(document), ...termFaults(document, around), ...requirementFaults(document)];
}

function headFaults(document: AgreementDocument, around: Surroundings): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  if (!isZone(document.zone)) faults.push({ path: 'zone', message: `${document.zone} is no time zone; write one such as Europe/Berlin` });
  const { term, notice } = document;
  if (term && term.to < term.from) faults.push({ path: 'term.to', message: `The agreement ends on ${term.to}, before it starts on ${term.from}` });
  if (term && notice && term.to >= term.from) {
    const afterEnd = addDays(term.to, 1);
    const latest = notice.months === undefined ? addDays(afterEnd, -(notice.days ?? 0)) : addMonths(afterEnd, -notice.months);
    if (latest < term.from) {
      const path = notice.months === undefined ? 'notice.days' : 'notice.months';
      faults.push({ path, message: `The notice is longer than the term: it would have to be given before ${term.from}` });
    }
  }
  faults.push(...calendarFault(document, around, notice?.calendar, 'notice.calendar'));
  faults.push(...calendarFault(document, around, document.serviceHours, 'serviceHours'));
  return faults;
}

function partFaults(document: AgreementDocument): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const organisations = new Set(document.parties.map((party) => party.organisation));
  faults.push(...twice(document.parties.map((party) => `${party.side}\n${party.organisation}`), (i) => `parties[${i}]`, 'This organisation is already on this side'));
  faults.push(...twice(document.services.map((service) => `${service.service}\n${service.site ?? ''}`), (i) => `services[${i}]`, 'This service is already in the list'));
  faults.push(...twice(document.people.map((person) => `${person.name}\n${person.organisation}\n${person.role}`), (i) => `people[${i}]`, 'This person already has this role'));
  document.people.forEach((person, i) => {
    if (person.role === 'signatory' && !organisations.has(person.organisation)) {
      faults.push({ path: `people[${i}].organisation`, message: `${person.organisation} is no party of the agreement, so ${person.name} cannot sign for it` });
    }
  });
  faults.push(...twice(document.priorities.map((priority) => priority.id), (i) => `priorities[${i}].id`, 'This id is already used'));
  faults.push(...twice(document.notApplicable.map((entry) => entry.item), (i) => `notApplicable[${i}].item`, 'This item is already in the list'));
  return faults;
}

function calendarFaults(document: AgreementDocument): ErrorDetail[] {
  return Object.entries(document.calendars).flatMap(([name, calendar]) => {
    const isEver = (intervals: readonly unknown[] | undefined) => (intervals?.length ?? 0) > 0;
    const opens = Object.values(calendar.week).some(isEver) || Object.values(calendar.special_days ?? {}).some(isEver);
    return opens ? [] : [{ path: `calendars.${name}.week`, message: 'This calendar is never open; give it at least one interval' }];
  });
}

function termFaults(document: AgreementDocument, around: Surroundings): ErrorDetail[] {
  const faults = twice(document.terms.map((term) => term.id), (i) => `terms[${i}].id`, 'This id is already used');
  const byId = new Map(document.terms.map((term) => [term.id, term]));
  const priorities = new Set(document.priorities.map((priority) => priority.id));
  const services = new Set(document.services.map((service) => service.service));
  document.terms.forEach((term, i) => {
    const at = `terms[${i}]`;
    switch (term.type) {
      case 'response':
      case 'resolution':
        if (!priorities.has(term.priority)) faults.push({ path: `${at}.priority`, message: `No priority of the agreement has the id ${term.priority}` });
        faults.push(...hoursFault(document, around, term, needsHours.has(term.within.kind), at));
        break;
      case 'availability':
        if (term.service !== undefined && !services.has(term.service)) faults.push({ path: `${at}.service`, message: `${term.service} is no service of the agreement` });
        faults.push(...hoursFault(document, around, term, true, at));
        break;
      case 'metric':
        faults.push(...calendarFault(document, around, term.calendar, `${at}.calendar`));
        break;
      case 'credit':
        faults.push(...creditFaults(term, byId, at));
        break;
      case 'exclusion':
      case 'clause':
        break;
    }
    if ('steps' in term && term.steps) {
      term.steps.forEach((step, j) => {
        const before = term.steps?.[j - 1];
        if (before && step.from <= before.from) faults.push({ path: `${at}.steps[${j}].from`, message: 'Steps go forward in time' });
      });
    }
  });
  return faults;
}

function hoursFault(document: AgreementDocument, around: Surroundings, term: { readonly calendar?: unknown }, isNeeded: boolean, at: string): ErrorDetail[] {
  if (term.calendar === undefined && document.serviceHours === undefined) {
    return isNeeded ? [{ path: `${at}.calendar`, message: 'This target has no calendar and the agreement has no service hours; name one of them' }] : [];
  }
  return calendarFault(document, around, term.calendar, `${at}.calendar`);
}

function creditFaults(term: CreditTerm, byId: ReadonlyMap<string, Term>, at: string): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const target = byId.get(term.of);
  if (!target) faults.push({ path: `${at}.of`, message: `No term has the id ${term.of}` });
  else if (!targetTypes.has(target.type)) faults.push({ path: `${at}.of`, message: `${term.of} is no target: a credit follows from a target that is missed` });
  if (term.fee && term.fee.minor < 0) faults.push({ path: `${at}.fee.minor`, message: 'A fee is not negative' });
  term.tiers.forEach((tier, j) => {
    const before = term.tiers[j - 1];
    if (before && tier.below >= before.below) faults.push({ path: `${at}.tiers[${j}].below`, message: `Tiers fall: ${tier.below} is not below ${before.below}` });
  });
  return faults;
}

function requirementFaults(document: AgreementDocument): ErrorDetail[] {
  const codes = new Set(document.terms.map((term) => term.id));
  return [
    ...twice(document.requirements.map((requirement) => requirement.id), (i) => `requirements[${i}].id`, 'This id is already used'),
    ...document.requirements.flatMap((requirement, i) =>
      requirement.terms.flatMap((code, j) => (codes.has(code) ? [] : [{ path: `requirements[${i}].terms[${j}]`, message: `No term has the id ${code}` }]))),
  ];
}

function calendarFault(document: AgreementDocument, around: Surroundings, reference: unknown, path: string): ErrorDetail[] {
  if (typeof reference !== 'string') return [];
  if (reference === '24x7' || Object.hasOwn(document.calendars, reference) || around.calendars.has(reference)) return [];
  return [{ path, message: `No calendar has the name ${reference}` }];
}

/** Entries that are there before; the case of letters makes no difference. */
function twice(keys: readonly string[], path: (index: number) => string, message: string): ErrorDetail[] {
  const seen = new Set<string>();
  return keys.flatMap((text, i) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return [{ path: path(i), message }];
    seen.add(key);
    return [];
  });
}

function faultsInWords(faults: readonly ErrorDetail[]): string {
  const [first, ...rest] = faults;
  if (!first) return '';
  return rest.length === 0 ? `${first.path}: ${first.message}` : `${first.path}: ${first.message} (and ${rest.length} more)`;
}
