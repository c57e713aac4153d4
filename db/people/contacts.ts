import { contactFields, mostContacts, shownContacts, type ContactFault, type ContactField, type ContactsPlan, type PlannedContact, type ReadContact } from '#shared/people/contacts.ts';
import { personInputSchema } from '#shared/people/model.ts';
import { nameSchema } from '#shared/organisations/model.ts';
import { ensureOrganisation } from '../organisations/commands.ts';
import { organisationIdOf } from '../organisations/queries.ts';
import type { Reader, Tx } from '../store.ts';
import { changePerson, createPerson } from './commands.ts';

type Present = { readonly id: string } & Readonly<Record<ContactField, string | null>>;
/** What is to be done for a contact; `present` is who is there already. */
type Planned = PlannedContact & { readonly present: Present | null; readonly given: Partial<Record<ContactField, string>> };

/**
 * Compares contacts with what is there, by organisation and name. A second contact of one name is refused, so the same file read again
 * changes nothing. `fallback` is the organisation of contacts that name none.
 */
export function planContacts(reader: Reader, contacts: readonly ReadContact[], fallback: string | undefined): Planned[] {
  const people = new Map<string, Present>();
  for (const { organisationId, name, ...row } of reader.all<Present & { organisationId: string; name: string }>(
    `SELECT target.id, people.organisation_id AS organisationId, people.name, target.email, target.phone, target.job_title AS jobTitle
     FROM people JOIN people AS target ON target.id = coalesce(people.merged_into_id, people.id) ORDER BY people.merged_into_id IS NULL, people.id DESC`,
  )) people.set(keyOf(organisationId, name), row);
  const organisations = new Map<string, string | null>();
  const idOf = (name: string): string | null => {
    const key = name.toLowerCase();
    if (!organisations.has(key)) organisations.set(key, organisationIdOf(reader, name));
    return organisations.get(key) ?? null;
  };
  const seen = new Set<string>();
  return contacts.map((contact, index): Planned => {
    const organisation = contact.organisation === '' ? (fallback ?? '') : contact.organisation;
    const organisationId = organisation === '' ? null : idOf(organisation);
    const key = keyOf(organisationId ?? organisation.toLowerCase(), contact.name);
    const shown = { line: contact.line, name: contact.name, organisation };
    const fault = faultOf(contact, organisation, index) ?? (seen.has(key) ? 'twice' : null);
    if (fault !== null) return { ...shown, fate: 'refused', fault, changes: [], leftOut: [], present: null, given: {} };
    seen.add(key);
    const present = people.get(key) ?? null;
    const said = contactFields.filter((field) => contact[field] !== '');
    const good = said.filter((field) => personInputSchema.shape[field].safeParse(contact[field]).success);
    const changes = good.flatMap((field) => (present?.[field] === contact[field] ? [] : [{ field, before: present?.[field] ?? null, after: contact[field] }]));
    return {
      ...shown, changes, present, fault: null,
      fate: present === null ? 'new' : changes.length > 0 ? 'changed' : 'same',
      leftOut: said.filter((field) => !good.includes(field)).map((field) => ({ field, value: contact[field].slice(0, 200) })),
      given: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
    };
  });
}

/** The plan as a person reads it: counts, new organisations, and as many contacts as a screen shows. */
export function contactsPlan(reader: Reader, file: Pick<ContactsPlan, 'kind' | 'encoding'>, planned: readonly Planned[]): ContactsPlan {
  const count = (fate: PlannedContact['fate']): number => planned.filter((contact) => contact.fate === fate).length;
  const wanted = new Map(planned.filter(({ fate }) => fate === 'new').map(({ organisation }) => [organisation.toLowerCase(), organisation]));
  const order = { refused: 0, changed: 1, new: 2, same: 3 } as const;
  return {
    ...file,
    counts: { read: planned.length, new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') },
    organisations: [...wanted.values()].filter((name) => organisationIdOf(reader, name) === null),
    contacts: planned.toSorted((one, other) => order[one.fate] - order[other.fate] || one.line - other.line).slice(0, shownContacts).map(({ present: _present, given: _given, ...contact }) => contact),
  };
}

export function takeContacts(tx: Tx, planned: readonly Planned[]): void {
  for (const { fate, name, organisation, present, given } of planned) {
    if (fate === 'new') createPerson(tx, { organisationId: ensureOrganisation(tx, organisation), name, ...given });
    else if (fate === 'changed' && present !== null) changePerson(tx, present.id, given);
  }
}

function faultOf(contact: ReadContact, organisation: string, index: number): ContactFault | null {
  if (contact.fault !== null) return contact.fault;
  if (index >= mostContacts) return 'too-many';
  if (contact.name === '') return 'no-name';
  if (organisation === '') return 'no-organisation';
  if (!nameSchema.safeParse(contact.name).success) return 'name-too-long';
  return nameSchema.safeParse(organisation).success ? null : 'organisation-too-long';
}

function keyOf(organisation: string, name: string): string {
  return `${organisation} ${name.toLowerCase()}`;
}
