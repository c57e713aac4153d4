import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { newId } from '../ids.ts';
import { ensureOrganisation, ensureSite } from '../organisations/commands.ts';
import { siteIdOf } from '../organisations/queries.ts';
import { roleAssignments } from '../organisations/tables.ts';
import { ensurePerson } from '../people/commands.ts';
import { ensureService } from '../services/commands.ts';
import type { Tx } from '../store.ts';
import { ranksFor } from './ranks.ts';
import { versionParties, versionServices } from './tables.ts';

/** The parties of a version, in the document's order. */
export function writeParties(tx: Tx, versionId: string, document: AgreementDocument): void {
  const wanted = document.parties.map((party) => ({ side: party.side, organisationId: ensureOrganisation(tx, party.organisation) }));
  const present = tx.drizzle.select().from(versionParties).where(eq(versionParties.versionId, versionId)).orderBy(asc(versionParties.rank)).all();
  const of = (party: { side: string; organisationId: string }) => present.find((row) => row.side === party.side && row.organisationId === party.organisationId);
  const ranks = ranksFor(wanted.map((party) => of(party)?.rank ?? null));
  for (const row of present) {
    if (!wanted.some((party) => party.side === row.side && party.organisationId === row.organisationId)) tx.drizzle.delete(versionParties).where(eq(versionParties.id, row.id)).run();
  }
  wanted.forEach((party, index) => {
    const row = of(party);
    const rank = ranks[index] ?? '';
    if (!row) tx.drizzle.insert(versionParties).values({ id: newId(), versionId, ...party, rank }).run();
    else if (row.rank !== rank) tx.drizzle.update(versionParties).set({ rank }).where(eq(versionParties.id, row.id)).run();
  });
}

/** The services and sites of a version. A site that is only named belongs to the first customer. */
export function writeServices(tx: Tx, versionId: string, document: AgreementDocument): void {
  const organisations = [...document.parties].sort((a, b) => Number(b.side === 'customer') - Number(a.side === 'customer')).map((party) => ensureOrganisation(tx, party.organisation));
  const siteOf = (name: string): string | null => {
    const owner = organisations.find((id) => siteIdOf(tx, id, name) !== null) ?? organisations[0];
    return owner === undefined ? null : ensureSite(tx, owner, name);
  };
  const wanted = document.services.map((service) => ({ serviceId: ensureService(tx, service.service), siteId: service.site === undefined ? null : siteOf(service.site) }));
  const present = tx.drizzle.select().from(versionServices).where(eq(versionServices.versionId, versionId)).orderBy(asc(versionServices.id)).all();
  const keep = samePrefix(present, wanted, (row, service) => row.serviceId === service.serviceId && row.siteId === service.siteId);
  for (const row of present.slice(keep)) tx.drizzle.delete(versionServices).where(eq(versionServices.id, row.id)).run();
  for (const service of wanted.slice(keep)) tx.drizzle.insert(versionServices).values({ id: newId(), versionId, ...service }).run();
}

/** Who holds which role on the agreement; ended roles stay as history. */
export function writeRoles(tx: Tx, agreementId: string, document: AgreementDocument): void {
  const wanted = document.people.map((person) => ({
    personId: ensurePerson(tx, { name: person.name, organisationId: ensureOrganisation(tx, person.organisation) }),
    role: person.role,
    side: sideOf(document, person.organisation),
  }));
  const present = tx.drizzle
    .select()
    .from(roleAssignments)
    .where(and(eq(roleAssignments.agreementId, agreementId), isNull(roleAssignments.toOn), isNull(roleAssignments.deputyOfId)))
    .orderBy(asc(roleAssignments.id))
    .all();
  const keep = samePrefix(present, wanted, (row, role) => row.personId === role.personId && row.role === role.role && row.side === role.side);
  for (const row of present.slice(keep)) tx.drizzle.delete(roleAssignments).where(eq(roleAssignments.id, row.id)).run();
  for (const role of wanted.slice(keep)) tx.drizzle.insert(roleAssignments).values({ id: newId(), ...role, agreementId }).run();
}

/** The side on which an organisation stands; one that is no party works for the provider. */
export function sideOf(document: AgreementDocument, organisation: string): 'provider' | 'customer' {
  return document.parties.find((party) => party.organisation.toLowerCase() === organisation.toLowerCase())?.side ?? 'provider';
}

/** How many entries from the start are already as they should be: their order is that of their ids. */
function samePrefix<Row, Wanted>(present: readonly Row[], wanted: readonly Wanted[], isSame: (row: Row, wanted: Wanted) => boolean): number {
  let count = 0;
  for (const row of present) {
    const entry = wanted[count];
    if (entry === undefined || !isSame(row, entry)) break;
    count += 1;
  }
  return count;
}
