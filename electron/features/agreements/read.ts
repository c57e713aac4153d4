import { asDated, authorOf, changedAt, newestVersion, versionNumbered, versionsOf, type AgreementRow, type VersionRow } from '#db/agreements/queries.ts';
import { readDocument } from '#db/agreements/document.ts';
import { manifestOf } from '#db/agreements/manifest.ts';
import { codesOf } from '#db/agreements/codes.ts';
import { findPerson } from '#db/people/queries.ts';
import { approvalState, sealOf, type ApprovalState } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import { completeness } from '#shared/agreements/completeness.ts';
import type { AgreementDatesView, AgreementListRow, AgreementView, ApprovalsView, VersionRow as VersionView } from '#shared/agreements/contract.ts';
import { agreementDates, type DatesWindow } from '#shared/agreements/dates.ts';
import { agreementState, isEditable, isOpen, versionInForce } from '#shared/agreements/life-cycle.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Instant } from '#shared/time/instant.ts';
import { dateOf } from '#shared/time/plain-date.ts';

/** The version that a call names; without a number the newest. */
export function versionOf(reader: Reader, agreement: AgreementRow, version: number | undefined): VersionRow {
  return version === undefined ? newestVersion(reader, agreement) : versionNumbered(reader, agreement, version);
}

/** Everything that the screens of one version show. */
export function viewOf(reader: Reader, agreement: AgreementRow, version: VersionRow, now: Instant): AgreementView {
  const document = readDocument(reader, agreement, version);
  const today = dateOf(now, document.zone);
  const versions = versionsOf(reader, agreement.id);
  return {
    id: agreement.id,
    number: agreement.number,
    version: version.version,
    state: version.state,
    agreementState: agreementState(asDated(reader, versions), today),
    document,
    hash: sealOf(reader, version.id)?.manifestSha256 ?? manifestOf(reader, agreement, version).hash,
    isEditable: isEditable(version.state),
    completeness: completenessView(document),
    dates: datesOf(document, { from: today }),
    versions: versionViews(reader, versions, today),
    approvals: approvalsView(reader, approvalState(reader, agreement, version)),
    usedCodes: codesOf(reader, agreement.id),
    changedAt: changedAt(reader, version),
  };
}

export function listRow(reader: Reader, agreement: AgreementRow, now: Instant): AgreementListRow {
  const versions = versionsOf(reader, agreement.id);
  const today = dateOf(now, agreement.zone);
  const inForce = versionInForce(asDated(reader, versions), today)?.version ?? null;
  const open = versions.find((version) => isOpen(version.state));
  const shown = versions.find((version) => version.version === inForce) ?? newestVersion(reader, agreement);
  const document = readDocument(reader, agreement, shown);
  return {
    id: agreement.id,
    number: agreement.number,
    kind: agreement.kind,
    title: document.title,
    state: agreementState(asDated(reader, versions), today),
    providers: document.parties.filter((party) => party.side === 'provider').map((party) => party.organisation),
    customers: document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation),
    services: [...new Set(document.services.map((service) => service.service))],
    inForce,
    open: open ? { version: open.version, state: open.state } : null,
    validFrom: shown.validFromOn,
    validTo: shown.validToOn,
    lastDayOfNotice: datesOf(document, { from: today })?.lastDayOfNotice ?? null,
  };
}

export function versionViews(reader: Reader, versions: readonly VersionRow[], today: string): VersionView[] {
  const inForce = versionInForce(asDated(reader, versions), today)?.version;
  return versions.map((version) => {
    const author = authorOf(reader, version.id);
    return {
      version: version.version,
      state: version.state,
      inForce: version.version === inForce,
      validFrom: version.validFromOn,
      validTo: version.validToOn,
      sealedAt: version.sealedAt,
      createdAt: author.at,
      author: nameOf(reader, author.personId),
    };
  });
}

export function completenessView(document: AgreementDocument): AgreementView['completeness'] {
  const { items, missing } = completeness(document);
  return { items: items.map((item) => ({ ...item, terms: [...item.terms] })), missing: [...missing] };
}

export function approvalsView(reader: Reader, state: ApprovalState): ApprovalsView {
  return {
    author: nameOf(reader, state.authorId),
    asked: state.asked.map((person) => ({ person: person.name, organisation: person.organisation })),
    needed: state.needed,
    decisions: state.decisions.map(({ person, ...decision }) => ({ person: person.name, organisation: person.organisation, state: decision.state, reason: decision.reason, at: decision.at })),
    missing: [...state.missing],
  };
}

/** The dates of a document that has a term; null where it has none. */
export function datesOf(document: AgreementDocument, window: DatesWindow = {}): AgreementDatesView | null {
  if (document.term === undefined) return null;
  const dates = agreementDates(document, window);
  return { ...dates, reviews: [...dates.reviews] };
}

/** A person by id or name. Throws `not-found`. */
export function personIn(reader: Reader, idOrName: string, path: string): { readonly id: string; readonly name: string } {
  const person = findPerson(reader, idOrName);
  if (!person) throw new ParleyError('not-found', `There is no person named ${idOrName} in this workspace.`, { details: [{ path, message: 'Unknown person' }], wayOut: 'Add the person first: people create.' });
  return person;
}

function nameOf(reader: Reader, personId: string | null): string | null {
  return personId === null ? null : (findPerson(reader, personId)?.name ?? null);
}
