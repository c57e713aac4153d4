import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '../ids.ts';
import { people, roleAssignments } from '../organisations/tables.ts';
import type { Tx } from '../store.ts';
import type { PersonRole } from '#shared/agreements/model.ts';
import { personIdOf } from './queries.ts';

type NewPerson = { readonly organisationId: string; readonly name: string; readonly email?: string | null; readonly phone?: string | null; readonly jobTitle?: string | null };

export function createPerson(tx: Tx, person: NewPerson): string {
  const id = newId();
  tx.drizzle
    .insert(people)
    .values({ id, organisationId: person.organisationId, name: person.name, email: person.email ?? null, phone: person.phone ?? null, jobTitle: person.jobTitle ?? null, isUser: 0 })
    .run();
  return id;
}

/** The person of that name in an organisation, made where it is not there. */
export function ensurePerson(tx: Tx, person: { readonly name: string; readonly organisationId: string }): string {
  return personIdOf(tx, person.organisationId, person.name) ?? createPerson(tx, person);
}

export function changePerson(tx: Tx, id: string, changes: Partial<{ name: string; organisationId: string; email: string | null; phone: string | null; jobTitle: string | null }>): void {
  if (Object.keys(changes).length > 0) tx.drizzle.update(people).set(changes).where(eq(people.id, id)).run();
}

export function removePerson(tx: Tx, id: string): void {
  tx.drizzle.delete(people).where(eq(people.id, id)).run();
}

export type RoleScope = { readonly agreementId?: string | null; readonly serviceId?: string | null; readonly organisationId?: string | null };
type NewRole = RoleScope & { readonly personId: string; readonly role: PersonRole; readonly side: 'provider' | 'customer'; readonly fromOn?: string | null; readonly toOn?: string | null; readonly deputyOfId?: string | null };

/** Gives a person a role in exactly one scope. The same role from the same day twice answers the one that is there. */
export function assignRole(tx: Tx, role: NewRole): string {
  const scope = { agreementId: role.agreementId ?? null, serviceId: role.serviceId ?? null, organisationId: role.organisationId ?? null };
  const fromOn = role.fromOn ?? null;
  const present = tx.drizzle
    .select({ id: roleAssignments.id })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.personId, role.personId),
        eq(roleAssignments.role, role.role),
        scope.agreementId === null ? isNull(roleAssignments.agreementId) : eq(roleAssignments.agreementId, scope.agreementId),
        scope.serviceId === null ? isNull(roleAssignments.serviceId) : eq(roleAssignments.serviceId, scope.serviceId),
        scope.organisationId === null ? isNull(roleAssignments.organisationId) : eq(roleAssignments.organisationId, scope.organisationId),
        fromOn === null ? isNull(roleAssignments.fromOn) : eq(roleAssignments.fromOn, fromOn),
      ),
    )
    .get();
  if (present) return present.id;
  const id = newId();
  tx.drizzle
    .insert(roleAssignments)
    .values({ id, personId: role.personId, role: role.role, side: role.side, ...scope, fromOn, toOn: role.toOn ?? null, deputyOfId: role.deputyOfId ?? null })
    .run();
  return id;
}

/** Ends a role on a day (last day included); without a day the assignment is removed with its deputies, history keeps it. */
export function endRole(tx: Tx, id: string, on: string | null): void {
  if (on === null) {
    tx.drizzle.delete(roleAssignments).where(eq(roleAssignments.deputyOfId, id)).run();
    tx.drizzle.delete(roleAssignments).where(eq(roleAssignments.id, id)).run();
  }
  else tx.drizzle.update(roleAssignments).set({ toOn: on }).where(eq(roleAssignments.id, id)).run();
}
