import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { canonicalDocument } from '#shared/agreements/canonical.ts';
import { priorityOfContent, termOfContent, type TermContent } from '#shared/agreements/contents.ts';
import { lifecycleRulesSchema } from '#shared/agreements/lifecycle-rules.ts';
import { agreementDocumentSchema, type AgreementDocument } from '#shared/agreements/model.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import { calendarDefinitionOf } from '../calendars/queries.ts';
import { organisations, people, roleAssignments, sites } from '../organisations/tables.ts';
import { services } from '../services/tables.ts';
import { versionSeals } from '../signing/tables.ts';
import type { Reader } from '../store.ts';
import { contentOfRow } from './contents.ts';
import type { AgreementRow, VersionRow } from './queries.ts';
import { termContents, terms, versionParties, versionServices, versionTerms } from './tables.ts';

/** A pointer of a version: which term says what, in the document's order. */
export type Pointer = {
  readonly id: string;
  readonly termId: string;
  readonly code: string;
  readonly topic: string;
  readonly facet: string;
  readonly rank: string;
  readonly hash: string;
  readonly content: TermContent;
};

/** The pointers of a version in the document's order; struck terms are left out. */
export function pointersOf(reader: Reader, versionId: string): Pointer[] {
  return reader.drizzle
    .select({ id: versionTerms.id, termId: terms.id, code: terms.code, topic: terms.topic, facet: terms.facet, rank: versionTerms.rank, content: termContents })
    .from(versionTerms)
    .innerJoin(terms, eq(terms.id, versionTerms.termId))
    .innerJoin(termContents, eq(termContents.hash, versionTerms.contentHash))
    .where(eq(versionTerms.versionId, versionId))
    .orderBy(asc(versionTerms.rank))
    .all()
    .map(({ content, ...pointer }) => ({ ...pointer, hash: content.hash, content: contentOfRow(content) }));
}

/** What a version says, with ids and state: a sealed one from its manifest, every other one from its rows. */
export function readDocument(reader: Reader, agreement: AgreementRow, version: VersionRow): AgreementDocument {
  const sealed = sealedDocument(reader, version.id);
  const document = sealed ?? documentOfRows(reader, agreement, version);
  return canonicalDocument({ ...document, id: agreement.id, number: agreement.number, version: version.version, state: version.state });
}

const manifestSchema = z.looseObject({ document: agreementDocumentSchema });

function sealedDocument(reader: Reader, versionId: string): AgreementDocument | null {
  const seal = reader.drizzle.select({ manifest: versionSeals.manifestJson }).from(versionSeals).where(eq(versionSeals.versionId, versionId)).get();
  if (!seal) return null;
  const manifest: unknown = JSON.parse(seal.manifest);
  return manifestSchema.parse(manifest).document;
}

function documentOfRows(reader: Reader, agreement: AgreementRow, version: VersionRow): AgreementDocument {
  const pointers = pointersOf(reader, version.id);
  const lifecycle = lifecycleRulesSchema.parse(pointers.find((pointer) => pointer.content.kind === 'lifecycle')?.content.rules ?? {});
  const hours = pointers.find((pointer) => pointer.content.kind === 'hours' && pointer.facet === '');
  const calendars: Record<string, CalendarDefinition> = {};
  for (const pointer of pointers) {
    if (pointer.content.kind !== 'hours' || pointer.facet === '' || pointer.content.calendarVersionId === null) continue;
    calendars[pointer.facet] = calendarDefinitionOf(reader, pointer.content.calendarVersionId);
  }
  return agreementDocumentSchema.parse({
    schema: 'parley/agreement/1',
    kind: agreement.kind,
    title: lifecycle.title ?? agreement.title,
    language: version.language,
    zone: lifecycle.zone ?? agreement.zone,
    currency: lifecycle.currency ?? agreement.currency,
    parties: partiesOf(reader, version.id),
    services: servicesOf(reader, version.id),
    people: rolesOf(reader, agreement.id),
    ...lifecycle.dates,
    takeover: version.takeover,
    calendars,
    ...(hours === undefined ? {} : { serviceHours: hours.content.rules.calendar }),
    priorities: pointers.filter((pointer) => pointer.content.kind === 'priority').map((pointer) => priorityOfContent(pointer.facet, pointer.content)),
    terms: pointers.filter((pointer) => isListed(pointer.content)).map((pointer) => termOfContent(pointer.code, pointer.content)),
  });
}

/** Terms that the document lists under `terms`; priorities, hours and the life cycle stand in parts of their own. */
export function isListed(content: TermContent): boolean {
  return content.kind !== 'priority' && content.kind !== 'hours' && content.kind !== 'lifecycle';
}

function partiesOf(reader: Reader, versionId: string): AgreementDocument['parties'] {
  return reader.drizzle
    .select({ side: versionParties.side, organisation: organisations.name })
    .from(versionParties)
    .innerJoin(organisations, eq(organisations.id, versionParties.organisationId))
    .where(eq(versionParties.versionId, versionId))
    .orderBy(asc(versionParties.rank))
    .all();
}

function servicesOf(reader: Reader, versionId: string): AgreementDocument['services'] {
  return reader.drizzle
    .select({ service: services.name, site: sites.name })
    .from(versionServices)
    .innerJoin(services, eq(services.id, versionServices.serviceId))
    .leftJoin(sites, eq(sites.id, versionServices.siteId))
    .where(eq(versionServices.versionId, versionId))
    .orderBy(asc(versionServices.id))
    .all()
    .map(({ service, site }) => (site === null ? { service } : { service, site }));
}

function rolesOf(reader: Reader, agreementId: string): AgreementDocument['people'] {
  return reader.drizzle
    .select({ name: people.name, organisation: organisations.name, role: roleAssignments.role, toOn: roleAssignments.toOn })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(roleAssignments.agreementId, agreementId), isNull(roleAssignments.deputyOfId)))
    .orderBy(asc(roleAssignments.id))
    .all()
    .filter((role) => role.toOn === null)
    .map(({ name, organisation, role }) => ({ name, organisation, role }));
}
