import { asc, eq, sql } from 'drizzle-orm';
import { organisations, people } from '../organisations/tables.ts';
import type { Reader } from '../store.ts';
import { workspace } from './tables.ts';

export type WorkspaceRow = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly language: string;
  readonly currency: string;
  readonly isSample: boolean;
  /** The own organisation, null until the first start. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
};

/** The one row of this file, or null in a file that was made but never opened for writing. */
export function findWorkspace(reader: Reader): WorkspaceRow | null {
  const row = reader.drizzle
    .select({
      id: workspace.id,
      name: workspace.name,
      zone: workspace.defaultZone,
      language: workspace.language,
      currency: workspace.currency,
      isSample: workspace.isSample,
      organisationId: organisations.id,
      organisationName: organisations.name,
    })
    .from(workspace)
    .leftJoin(organisations, eq(organisations.id, workspace.ownOrganisationId))
    .get();
  if (!row) return null;
  const { organisationId, organisationName, ...rest } = row;
  return { ...rest, isSample: rest.isSample === 1, organisation: organisationId === null || organisationName === null ? null : { id: organisationId, name: organisationName } };
}

/** The same where it must be there: every host makes it when it opens the file. */
export function workspaceRow(reader: Reader): WorkspaceRow {
  const found = findWorkspace(reader);
  if (found === null) throw new Error('The workspace has no row of its own.');
  return found;
}

/** A person who may be "I am", by id; null where there is none or the person is no user. */
export function userWithId(reader: Reader, id: string): string | null {
  return reader.value<string>('SELECT id FROM people WHERE id = ? AND is_user = 1', id) ?? null;
}

/** A person of an own organisation, by id, who may become a user; null where there is none. */
export function colleagueWithId(reader: Reader, id: string): string | null {
  return reader.value<string>('SELECT people.id FROM people JOIN organisations ON organisations.id = organisation_id WHERE people.id = ? AND is_ours = 1', id) ?? null;
}

/** Anyone of that name, users first, then the earliest made. */
export function personNamed(reader: Reader, name: string): string | null {
  return reader.value<string>('SELECT id FROM people WHERE id = :name OR name = :name COLLATE NOCASE ORDER BY is_user DESC, id LIMIT 1', { name }) ?? null;
}

/** The workspace's first user, who acts where nobody was chosen. */
export function firstUserId(reader: Reader): string | null {
  return reader.drizzle.select({ id: people.id }).from(people).where(sql`${people.isUser} = 1`).orderBy(asc(people.id)).limit(1).get()?.id ?? null;
}

/** A person with the organisation's name, as "I am" shows it. */
export function workspacePerson(reader: Reader, id: string): { id: string; name: string; organisation: string | null } | null {
  return (
    reader.drizzle
      .select({ id: people.id, name: people.name, organisation: organisations.name })
      .from(people)
      .leftJoin(organisations, eq(organisations.id, people.organisationId))
      .where(eq(people.id, id))
      .get() ?? null
  );
}

/** Highest sequence that a device has written into this file; 0 where it has written nothing. */
export function lastSequenceOf(reader: Reader, deviceId: string): number {
  return reader.value<number>('SELECT max(seq) FROM changes WHERE device_id = ?', deviceId) ?? 0;
}
