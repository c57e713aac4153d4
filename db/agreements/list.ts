import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { mergedOrganisationIds, organisationIdOf } from '../organisations/queries.ts';
import type { Reader } from '../store.ts';
import type { AgreementRow } from './queries.ts';
import { agreements, agreementVersions, versionParties } from './tables.ts';

/** Agreements by title; an organisation narrows to those in which it is a party of any version. */
export function listAgreements(reader: Reader, filter: { readonly archived: boolean; readonly organisation?: string | undefined }): AgreementRow[] {
  const organisationId = filter.organisation === undefined ? null : (organisationIdOf(reader, filter.organisation) ?? filter.organisation);
  const ofOrganisation =
    organisationId === null
      ? undefined
      : inArray(
          agreements.id,
          reader.drizzle
            .select({ id: agreementVersions.agreementId })
            .from(agreementVersions)
            .innerJoin(versionParties, eq(versionParties.versionId, agreementVersions.id))
            .where(inArray(versionParties.organisationId, mergedOrganisationIds(reader, organisationId))),
        );
  return reader.drizzle
    .select()
    .from(agreements)
    .where(and(filter.archived ? undefined : isNull(agreements.archivedOn), ofOrganisation))
    .orderBy(asc(agreements.title), asc(agreements.number))
    .all();
}
