import { completenessItems, type CompletenessItem } from './completeness-items.ts';
import type { AgreementDocument, PersonRole } from './model.ts';
import type { AvailabilityTerm, ClockTerm, MetricTerm } from './terms.ts';

export type ItemState = {
  readonly id: CompletenessItem;
  readonly state: 'present' | 'missing' | 'not-applicable';
  /** Codes of the listed terms that fill the item; empty where a structured part of the document fills it. */
  readonly terms: readonly string[];
  /** Why the item does not apply; only with `not-applicable`. */
  readonly reason?: string;
};
export type Completeness = { readonly items: readonly ItemState[]; readonly missing: readonly CompletenessItem[] };

/**
 * The 24 items of a complete agreement (commands.md section 7). An item is present by its structured part or by a clause of its
 * category; it does not apply only where the document says so with a reason and nothing fills it.
 */
export function completeness(document: AgreementDocument): Completeness {
  const items = completenessItems.map((id) => itemState(document, id));
  return { items, missing: items.filter((item) => item.state === 'missing').map((item) => item.id) };
}

/** The items in the four groups of the draft's outline. */
export const completenessGroups: readonly { readonly id: 'agreement' | 'hours' | 'targets' | 'working-together'; readonly items: readonly CompletenessItem[] }[] = [
  { id: 'agreement', items: ['parties', 'purpose', 'scope', 'services', 'definitions', 'contacts', 'term-and-notice', 'signatures'] },
  { id: 'hours', items: ['service-hours', 'holidays', 'maintenance'] },
  { id: 'targets', items: ['priorities', 'targets', 'measuring', 'exclusions', 'workload-limits', 'security-and-continuity'] },
  { id: 'working-together', items: ['customer-duties', 'provider-duties', 'escalation', 'reporting', 'review', 'changes', 'remedies'] },
];

function itemState(document: AgreementDocument, id: CompletenessItem): ItemState {
  const clauses = document.terms.filter((term) => term.type === 'clause' && term.category === id).map((term) => term.id);
  const structured = structuredPart(document, id);
  const terms = document.terms.map((term) => term.id).filter((code) => clauses.includes(code) || structured?.terms.includes(code));
  if (structured !== null || clauses.length > 0) return { id, state: 'present', terms };
  const excused = document.notApplicable.find((entry) => entry.item === id);
  return excused ? { id, state: 'not-applicable', terms: [], reason: excused.reason } : { id, state: 'missing', terms: [] };
}

/** What fills an item besides clauses: the codes of its terms, none where a part without codes fills it; null where nothing does. */
function structuredPart(document: AgreementDocument, id: CompletenessItem): { readonly terms: readonly string[] } | null {
  switch (id) {
    case 'parties':
      return filled(document.parties.some((party) => party.side === 'provider') && document.parties.some((party) => party.side === 'customer'));
    case 'scope':
      return filled(document.services.some((service) => service.site !== undefined));
    case 'exclusions':
      return byTerms(document.terms.filter((term) => term.type === 'exclusion').map((term) => term.id));
    case 'services':
      return filled(document.services.length > 0);
    case 'service-hours':
      return filled(document.serviceHours !== undefined);
    case 'holidays':
      return filled(hasHolidays(document));
    case 'priorities':
      return filled(document.priorities.length > 0);
    case 'targets':
      return byTerms(targetsOf(document).map((term) => term.id));
    case 'measuring':
      return isMeasured(document) ? byTerms(targetsOf(document).map((term) => term.id)) : null;
    case 'maintenance':
      return byTerms(document.terms.filter((term) => term.type === 'availability' && term.maintenance !== undefined).map((term) => term.id));
    case 'escalation':
      return filled(hasRole(document, 'escalation'));
    case 'contacts':
      return filled(hasRole(document, 'contact'));
    case 'remedies':
      return byTerms(document.terms.filter((term) => term.type === 'credit').map((term) => term.id));
    case 'review':
      return filled(document.review.everyMonths > 0);
    case 'term-and-notice':
      return filled(document.term !== undefined && document.notice !== undefined);
    case 'signatures':
      return filled(sidesWithoutSignatory(document).length === 0);
    case 'purpose':
    case 'definitions':
    case 'reporting':
    case 'workload-limits':
    case 'customer-duties':
    case 'provider-duties':
    case 'changes':
    case 'security-and-continuity':
      return null;
  }
}

/** Sides for which nobody is named to sign. */
export function sidesWithoutSignatory(document: AgreementDocument): ('provider' | 'customer')[] {
  return (['provider', 'customer'] as const).filter((side) => {
    const organisations = new Set(document.parties.filter((party) => party.side === side).map((party) => party.organisation));
    return !document.people.some((person) => person.role === 'signatory' && organisations.has(person.organisation));
  });
}

function filled(isFilled: boolean): { readonly terms: readonly string[] } | null {
  return isFilled ? { terms: [] } : null;
}

function byTerms(codes: readonly string[]): { readonly terms: readonly string[] } | null {
  return codes.length > 0 ? { terms: codes } : null;
}

function hasRole(document: AgreementDocument, role: PersonRole): boolean {
  return document.people.some((person) => person.role === role);
}

function targetsOf(document: AgreementDocument): (ClockTerm | AvailabilityTerm | MetricTerm)[] {
  return document.terms.filter((term) => term.type === 'response' || term.type === 'resolution' || term.type === 'availability' || term.type === 'metric');
}

/** Every target says where its figures come from. */
function isMeasured(document: AgreementDocument): boolean {
  return targetsOf(document).every((term) => term.source !== undefined || (term.type === 'availability' && term.method !== undefined));
}

function hasHolidays(document: AgreementDocument): boolean {
  return Object.values(document.calendars).some(
    (calendar) => (calendar.holidays?.length ?? 0) > 0 || (calendar.holidays_every_year?.length ?? 0) > 0 || (calendar.closures?.length ?? 0) > 0,
  );
}
