import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { agreements } from '../agreements/tables.ts';
import { organisations, people, roleAssignments } from '../organisations/tables.ts';
import { services } from '../services/tables.ts';
import type { Reader } from '../store.ts';
import type { Person, Role } from '#shared/people/model.ts';

const namesSchema = z.array(z.string());

export type PeopleFilter = { readonly organisationId?: string | undefined; readonly agreementId?: string | undefined; readonly aboutId?: string | undefined; readonly archived?: boolean | undefined };

/** People with the roles that they hold, by name. An agreement narrows to those with a role on it; `archived: false` leaves out who is archived. */
export function listPeople(reader: Reader, filter: PeopleFilter = {}): Person[] {
  const rows = personSelection(reader)
    .where(
      and(
        filter.organisationId === undefined ? undefined : eq(people.organisationId, filter.organisationId),
        filter.agreementId === undefined
          ? undefined
          : inArray(people.id, reader.drizzle.select({ id: roleAssignments.personId }).from(roleAssignments).where(eq(roleAssignments.agreementId, filter.agreementId))),
        isNull(people.mergedIntoId),
        filter.archived === false ? isNull(people.archivedOn) : undefined,
        filter.aboutId === undefined ? undefined : aboutOrganisation(filter.aboutId),
      ),
    )
    .orderBy(sql`${people.name} collate nocase`)
    .all();
  const roles = Map.groupBy(listRoles(reader), (role) => role.personId);
  return rows.map(({ isUser, ...row }) => ({ ...row, isUser: isUser === 1, roles: roles.get(row.id) ?? [] }));
}

/** One person by id or exact name; null where there is none. */
export function findPerson(reader: Reader, idOrName: string): Person | null {
  const row = personSelection(reader).where(eq(people.id, idOrName)).get() ?? personSelection(reader).where(and(isNull(people.mergedIntoId), sql`${people.name} = ${idOrName} collate nocase`)).get();
  if (!row) return null;
  const { isUser, ...rest } = row;
  return { ...rest, isUser: isUser === 1, roles: listRoles(reader, row.id) };
}

/** The person of that name in one organisation; a merged duplicate's name leads to the one that it went into. */
export function personIdOf(reader: Reader, organisationId: string, name: string): string | null {
  const row = reader.drizzle
    .select({ id: people.id, mergedIntoId: people.mergedIntoId })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), sql`${people.name} = ${name} collate nocase`))
    .orderBy(sql`${people.mergedIntoId} is not null`)
    .get();
  return row?.mergedIntoId ?? row?.id ?? null;
}

/** Roles of one person, or of all, with the name of what each is about. */
export function listRoles(reader: Reader, personId?: string): Role[] {
  return reader.drizzle
    .select({
      assignment: roleAssignments,
      agreement: agreements.title,
      service: services.name,
      organisation: organisations.name,
      deputyOf: sql<string | null>`(select holder.name from role_assignments principal join people holder on holder.id = principal.person_id where principal.id = ${roleAssignments.deputyOfId})`,
      deputies: sql<string | null>`(select json_group_array(holder.name) from role_assignments deputy join people holder on holder.id = deputy.person_id where deputy.deputy_of_id = ${roleAssignments.id})`,
    })
    .from(roleAssignments)
    .leftJoin(agreements, eq(agreements.id, roleAssignments.agreementId))
    .leftJoin(services, eq(services.id, roleAssignments.serviceId))
    .leftJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(personId === undefined ? undefined : eq(roleAssignments.personId, personId))
    .orderBy(roleAssignments.id)
    .all()
    .map(({ assignment, agreement, service, organisation, deputyOf, deputies }) => ({
      id: assignment.id,
      personId: assignment.personId,
      role: assignment.role,
      side: assignment.side,
      scope: scopeOf(assignment),
      scopeName: agreement ?? service ?? organisation ?? '',
      from: assignment.fromOn,
      to: assignment.toOn,
      deputyOf,
      deputies: namesSchema.parse(JSON.parse(deputies ?? '[]')),
    }));
}

function aboutOrganisation(id: string): SQL {
  const versions = sql`select version_id from version_parties where organisation_id = ${id}`;
  return sql`(${people.organisationId} = ${id} or ${people.id} in (select person_id from role_assignments where organisation_id = ${id}
    or agreement_id in (select agreement_id from agreement_versions where id in (${versions})) or service_id in (select service_id from version_services where version_id in (${versions}))))`;
}

function scopeOf(assignment: { agreementId: string | null; serviceId: string | null; organisationId: string | null }): Role['scope'] {
  if (assignment.agreementId !== null) return { kind: 'agreement', id: assignment.agreementId };
  if (assignment.serviceId !== null) return { kind: 'service', id: assignment.serviceId };
  return { kind: 'organisation', id: assignment.organisationId ?? '' };
}

function personSelection(reader: Reader) {
  return reader.drizzle
    .select({
      id: people.id,
      name: people.name,
      organisation: organisations.name,
      organisationId: people.organisationId,
      email: people.email,
      phone: people.phone,
      jobTitle: people.jobTitle,
      isUser: people.isUser,
      archivedOn: people.archivedOn,
      mergedIntoId: people.mergedIntoId,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .$dynamic();
}
