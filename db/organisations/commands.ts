import { eq } from 'drizzle-orm';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import { workspaceRow } from '../workspace/queries.ts';
import { organisationIdOf, siteIdOf } from './queries.ts';
import { organisations, sites } from './tables.ts';

/** What a printed document says about a party beside its name. */
type OrganisationFacts = { readonly shortName: string | null; readonly address: string | null; readonly registerNumber: string | null };

type NewOrganisation = { readonly name: string; readonly parentId?: string | null; readonly ours?: boolean; readonly zone?: string | null; readonly language?: string | null } & Partial<OrganisationFacts>;

/** Inserts an organisation and answers its id. The caller has checked that the name is free. */
export function createOrganisation(tx: Tx, organisation: NewOrganisation): string {
  const id = newId();
  tx.drizzle
    .insert(organisations)
    .values({ id, parentId: organisation.parentId ?? null, name: organisation.name, isOurs: organisation.ours ? 1 : 0, zone: organisation.zone ?? null, language: organisation.language ?? null, shortName: organisation.shortName ?? null, address: organisation.address ?? null, registerNumber: organisation.registerNumber ?? null })
    .run();
  return id;
}

/** The organisation of that name, made where it is not there. */
export function ensureOrganisation(tx: Tx, name: string): string {
  return organisationIdOf(tx, name) ?? createOrganisation(tx, { name });
}

export type OrganisationChange = Partial<{ name: string; parentId: string | null; isOurs: number; zone: string | null; archivedOn: string | null } & OrganisationFacts>;

export function changeOrganisation(tx: Tx, id: string, changes: OrganisationChange): void {
  if (Object.keys(changes).length > 0) tx.drizzle.update(organisations).set(changes).where(eq(organisations.id, id)).run();
}

export function removeOrganisation(tx: Tx, id: string): void {
  tx.drizzle.delete(organisations).where(eq(organisations.id, id)).run();
}

export function createSite(tx: Tx, site: { readonly organisationId: string; readonly name: string; readonly zone: string; readonly calendarId: string | null }): string {
  const id = newId();
  tx.drizzle.insert(sites).values({ id, ...site }).run();
  return id;
}

/** The site of that name in an organisation, made in the workspace's zone where it is not there. */
export function ensureSite(tx: Tx, organisationId: string, name: string): string {
  return siteIdOf(tx, organisationId, name) ?? createSite(tx, { organisationId, name, zone: workspaceRow(tx).zone, calendarId: null });
}

export function changeSite(tx: Tx, id: string, changes: Partial<{ name: string; zone: string; calendarId: string | null }>): void {
  if (Object.keys(changes).length > 0) tx.drizzle.update(sites).set(changes).where(eq(sites.id, id)).run();
}

export function removeSite(tx: Tx, id: string): void {
  tx.drizzle.delete(sites).where(eq(sites.id, id)).run();
}
