import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { versionParties } from '../agreements/tables.ts';
import { calendars } from '../calendars/tables.ts';
import type { Reader } from '../store.ts';
import type { Organisation, OrganisationRow, Site } from '#shared/organisations/model.ts';
import { organisations, sites } from './tables.ts';

/** All organisations by name, archived ones only where asked for. */
export function listOrganisations(reader: Reader, archived: boolean): OrganisationRow[] {
  const db = reader.drizzle;
  const sidesOf = new Map<string, Set<'provider' | 'customer'>>();
  const agreementsOf = new Map<string, number>();
  const parties = db
    .select({ organisation: versionParties.organisationId, side: versionParties.side, agreements: sql<number>`count(distinct (select agreement_id from agreement_versions where id = ${versionParties.versionId}))` })
    .from(versionParties)
    .groupBy(versionParties.organisationId, versionParties.side)
    .all();
  for (const party of parties) {
    sidesOf.set(party.organisation, (sidesOf.get(party.organisation) ?? new Set()).add(party.side));
    agreementsOf.set(party.organisation, (agreementsOf.get(party.organisation) ?? 0) + party.agreements);
  }
  const rows = db
    .select({
      id: organisations.id,
      name: organisations.name,
      parent: sql<string | null>`(select parent.name from organisations parent where parent.id = organisations.parent_id)`,
      isOurs: organisations.isOurs,
      zone: organisations.zone,
      archivedOn: organisations.archivedOn,
      sites: sql<number>`(select count(*) from sites where sites.organisation_id = organisations.id)`,
      people: sql<number>`(select count(*) from people where people.organisation_id = organisations.id)`,
    })
    .from(organisations)
    .where(and(isNull(organisations.mergedIntoId), archived ? undefined : isNull(organisations.archivedOn)))
    .orderBy(sql`${organisations.name} collate nocase`)
    .all();
  return rows.map(({ isOurs, archivedOn, ...row }) => ({
    ...row,
    ours: isOurs === 1,
    archived: archivedOn !== null,
    sides: [...(sidesOf.get(row.id) ?? [])].toSorted(),
    agreements: agreementsOf.get(row.id) ?? 0,
  }));
}

/** One organisation with its sites, by id or exact name; null where there is none. */
export function findOrganisation(reader: Reader, idOrName: string): Organisation | null {
  const id = organisationIdOf(reader, idOrName);
  if (id === null) return null;
  const row = reader.drizzle
    .select({
      id: organisations.id,
      name: organisations.name,
      parent: sql<string | null>`(select parent.name from organisations parent where parent.id = organisations.parent_id)`,
      parentId: organisations.parentId,
      isOurs: organisations.isOurs,
      zone: organisations.zone,
      language: organisations.language,
      shortName: organisations.shortName,
      address: organisations.address,
      registerNumber: organisations.registerNumber,
      archivedOn: organisations.archivedOn,
      mergedIntoId: organisations.mergedIntoId,
    })
    .from(organisations)
    .where(eq(organisations.id, id))
    .get();
  if (!row) return null;
  const { isOurs, archivedOn, ...rest } = row;
  return { ...rest, ours: isOurs === 1, archived: archivedOn !== null, formerNames: formerNamesOf(reader, id), children: childrenOf(reader, id), sites: listSites(reader, id) };
}

/** An organisation with the duplicates that went into it: what is signed still names those. */
export function mergedOrganisationIds(reader: Reader, id: string): string[] {
  return [id, ...reader.all<{ id: string }>('SELECT id FROM organisations WHERE merged_into_id = ? ORDER BY no', id).map((row) => row.id)];
}

/** Names of the duplicates that went into an organisation. */
function formerNamesOf(reader: Reader, id: string): string[] {
  return reader.all<{ name: string }>('SELECT name FROM organisations WHERE merged_into_id = ? ORDER BY name COLLATE NOCASE', id).map(({ name }) => name);
}

/** Departments and teams of an organisation, by name. */
function childrenOf(reader: Reader, id: string): { id: string; name: string }[] {
  return reader.drizzle.select({ id: organisations.id, name: organisations.name }).from(organisations).where(and(eq(organisations.parentId, id), isNull(organisations.mergedIntoId))).orderBy(sql`${organisations.name} collate nocase`).all();
}

/** Whether `id` is `ancestor` or lies below it. */
export function isWithin(reader: Reader, id: string, ancestor: string): boolean {
  return reader.value<number>('WITH RECURSIVE up (id) AS (SELECT :id UNION SELECT parent_id FROM organisations JOIN up ON organisations.id = up.id WHERE parent_id IS NOT NULL) SELECT 1 FROM up WHERE id = :ancestor', { id, ancestor }) !== undefined;
}

/** The id of an organisation given by id or by name (letter case does not matter; a merged duplicate's name leads to the one that it went into); null where there is none. */
export function organisationIdOf(reader: Reader, idOrName: string): string | null {
  const byId = reader.drizzle.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, idOrName)).get();
  if (byId) return byId.id;
  const byName = reader.drizzle
    .select({ id: organisations.id, mergedIntoId: organisations.mergedIntoId })
    .from(organisations)
    .where(sql`${organisations.name} = ${idOrName} collate nocase`)
    .orderBy(sql`${organisations.mergedIntoId} is not null`, asc(organisations.no))
    .get();
  return byName?.mergedIntoId ?? byName?.id ?? null;
}

/** Sites of one organisation, or of all, by name. */
export function listSites(reader: Reader, organisationId?: string): Site[] {
  return siteSelection(reader)
    .where(organisationId === undefined ? undefined : eq(sites.organisationId, organisationId))
    .orderBy(sql`${organisations.name} collate nocase`, sql`${sites.name} collate nocase`)
    .all();
}

export function findSite(reader: Reader, idOrName: string): Site | null {
  return siteSelection(reader).where(eq(sites.id, idOrName)).get() ?? siteSelection(reader).where(sql`${sites.name} = ${idOrName} collate nocase`).get() ?? null;
}

/** The site of that name in one organisation. */
export function siteIdOf(reader: Reader, organisationId: string, name: string): string | null {
  const row = reader.drizzle
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.organisationId, organisationId), sql`${sites.name} = ${name} collate nocase`))
    .get();
  return row?.id ?? null;
}

/** How many people, sites and agreements stand on an organisation: it can be removed only where all are 0. */
export function organisationUse(reader: Reader, id: string): { people: number; agreements: number; children: number } {
  const count = (statement: string) => reader.value<number>(statement, id) ?? 0;
  return {
    people: count('SELECT count(*) FROM people WHERE organisation_id = ?'),
    agreements: count('SELECT count(*) FROM version_parties WHERE organisation_id = ?'),
    children: count('SELECT count(*) FROM organisations WHERE parent_id = ?'),
  };
}

function siteSelection(reader: Reader) {
  return reader.drizzle
    .select({
      id: sites.id,
      organisation: organisations.name,
      organisationId: sites.organisationId,
      name: sites.name,
      zone: sites.zone,
      calendarId: sites.calendarId,
      calendar: calendars.name,
    })
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.organisationId))
    .leftJoin(calendars, eq(calendars.id, sites.calendarId))
    .$dynamic();
}
