import { eq } from 'drizzle-orm';
import { ParleyError } from '#shared/errors.ts';
import type { WorkspaceChanges } from '#shared/workspace/model.ts';
import { newId } from '../ids.ts';
import { createOrganisation, changeOrganisation } from '../organisations/commands.ts';
import { organisationIdOf } from '../organisations/queries.ts';
import { people } from '../organisations/tables.ts';
import { ensurePerson } from '../people/commands.ts';
import type { Tx } from '../store.ts';
import { workspaceRow } from './queries.ts';
import { workspace } from './tables.ts';

/** Makes the one row of a new file. Organisation and person follow with the first start, or never in unattended work. */
export function createWorkspace(tx: Tx, input: { readonly name: string; readonly zone: string; readonly createdAt: number }): string {
  const id = newId();
  tx.drizzle
    .insert(workspace)
    .values({ id, name: input.name, defaultZone: input.zone, language: 'en', currency: 'EUR', isSample: 0, createdAt: input.createdAt })
    .run();
  return id;
}

/**
 * The first start: the own organisation and the person at the laptop, who becomes the first user. Ones of the same name that are
 * there already (made by the command line) are taken. Answers the person's id. Throws `conflict` where an own organisation is named.
 */
export function startWorkspace(tx: Tx, input: { readonly organisation: string; readonly person: string; readonly zone?: string | undefined }): string {
  const current = workspaceRow(tx);
  if (current.organisation !== null) {
    throw new ParleyError('conflict', `This workspace already belongs to ${current.organisation.name}.`, { wayOut: 'Change the name in the organisation itself.' });
  }
  const known = organisationIdOf(tx, input.organisation);
  const organisationId = known ?? createOrganisation(tx, { name: input.organisation, ours: true });
  if (known !== null) changeOrganisation(tx, known, { isOurs: 1 });
  const personId = ensurePerson(tx, { name: input.person, organisationId });
  tx.drizzle.update(people).set({ isUser: 1 }).where(eq(people.id, personId)).run();
  tx.drizzle
    .update(workspace)
    .set({ ownOrganisationId: organisationId, name: input.organisation, ...(input.zone === undefined ? {} : { defaultZone: input.zone }) })
    .where(eq(workspace.id, current.id))
    .run();
  return personId;
}

/** Name of the workspace, and what new things begin with. */
export function changeWorkspace(tx: Tx, changes: WorkspaceChanges): void {
  const { zone, ...rest } = changes;
  const set = { ...rest, ...(zone === undefined ? {} : { defaultZone: zone }) };
  if (Object.keys(set).length > 0) tx.drizzle.update(workspace).set(set).where(eq(workspace.id, workspaceRow(tx).id)).run();
}

/** Lets a person be chosen as "I am". */
export function makeUser(tx: Tx, personId: string): void {
  tx.drizzle.update(people).set({ isUser: 1 }).where(eq(people.id, personId)).run();
}
