import { roleWords } from '#renderer/features/organisations/words.ts';
import type { Person, PersonRow } from '#shared/people/model.ts';

export const peopleFilters = ['all', 'ours', 'theirs', 'twice', 'archived'] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

export const personTabs = ['details', 'notes', 'history'] as const;
export type PersonTab = (typeof personTabs)[number];

/** The roles that a person holds on a day, each word once. */
export function rolesOn(person: Pick<Person, 'roles'>, day: string): string {
  const held = person.roles.filter((role) => (role.from === null || role.from <= day) && (role.to === null || role.to >= day));
  return [...new Set(held.map((role) => roleWords(role.role)))].join(', ');
}

/** The ids of people who may be there twice: they share their name or their address with somebody who is not archived. */
export function likelyTwice(people: readonly PersonRow[]): ReadonlySet<string> {
  const groups = new Map<string, string[]>();
  for (const { id, name, email, archivedOn } of people) {
    if (archivedOn !== null) continue;
    for (const mark of [`name ${name.toLowerCase().replaceAll(/[\s.,-]+/gu, ' ')}`, ...(email === null ? [] : [`mail ${email.toLowerCase()}`])]) {
      const group = groups.get(mark);
      if (group === undefined) groups.set(mark, [id]);
      else group.push(id);
    }
  }
  return new Set([...groups.values()].filter((group) => group.length > 1).flat());
}
