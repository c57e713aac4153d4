import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { Person } from '#shared/people/model.ts';
import { usualTargets } from './usual-targets.ts';

/** The choice of office hours that come with the agreement. */
export const NEW_OFFICE = '\u0000office';

/** What a new agreement begins with. */
export type Start = {
  readonly kind: 'sla' | 'ola' | 'uc';
  readonly title: string;
  readonly provider: string;
  readonly customer: string;
  readonly services: readonly string[];
  readonly zone: string;
  readonly currency: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Name of a calendar, `24x7`, `NEW_OFFICE` for office hours that come with the agreement, or null for later. */
  readonly hours: string | null;
  readonly content: 'empty' | 'usual';
};

/** The first draft: only what was said, the people who hold a role for a party, and the usual set where it was chosen. */
export function startDocument(start: Start, people: readonly Person[]): AgreementDocumentInput {
  const ranges: [string, string][] = [['08:00', '17:00']];
  const hours = start.hours === NEW_OFFICE ? t('agreements.officeName') : start.hours;
  return {
    schema: 'parley/agreement/1',
    kind: start.kind,
    title: start.title.trim(),
    zone: start.zone,
    currency: start.currency,
    parties: [{ side: 'provider', organisation: start.provider }, { side: 'customer', organisation: start.customer }],
    people: holdersOf(people, start),
    services: start.services.map((service) => ({ service })),
    ...(start.from === null || start.to === null ? {} : { term: { from: start.from, to: start.to } }),
    ...(hours === null ? {} : { serviceHours: hours }),
    ...(start.hours === NEW_OFFICE && hours !== null ? { calendars: { [hours]: { tz: start.zone, week: { mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges } } } } : {}),
    ...(start.content === 'usual' && hours !== null ? usualTargets(hours) : {}),
  };
}

/** Who holds a role for the provider or the customer as a whole, on that side. Who only stands in, or signs for somebody else, is left out. */
function holdersOf(people: readonly Person[], { provider, customer }: Start): NonNullable<AgreementDocumentInput['people']> {
  const sides = { provider, customer };
  return people.flatMap(({ name, organisation, roles }) => roles
    .filter(({ role, side, scope, scopeName, to, deputyOf }) => scope.kind === 'organisation' && scopeName === sides[side] && to === null && deputyOf === null && (role !== 'signatory' || organisation === scopeName))
    .map(({ role }) => ({ name, organisation, role })));
}
