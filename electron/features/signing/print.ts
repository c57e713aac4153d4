import { listPeople } from '#db/people/queries.ts';
import { authorOf, changedAt, reachedAt, versionsOf, type VersionRow } from '#db/agreements/queries.ts';
import { pointersOf } from '#db/agreements/document.ts';
import { fileWithId, readFile } from '#db/files/queries.ts';
import { approvalState, newestEdition, type SignatureRow } from '#db/signing/queries.ts';
import { findOrganisation } from '#db/organisations/queries.ts';
import { lookOf } from '#db/settings/looks.ts';
import type { Reader } from '#db/store.ts';
import { workspacePerson, workspaceRow } from '#db/workspace/queries.ts';
import { agreementWords, type AgreementPrint, type PrintedOrganisation, type PrintedSignature, type PrintedVersion } from '#shared/agreements/document.ts';
import type { AgreementDocument, VersionState } from '#shared/agreements/model.ts';
import type { Instant } from '#shared/time/instant.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import type { Signer, SigningPlan } from './plan.ts';

/** What an edition shows beyond what the store says now: the state and the signatures that are about to be recorded. */
export type EditionMoment = { readonly state: VersionState; readonly signatures: readonly PrintedSignature[]; readonly sealedAt: Instant | null; readonly now: Instant };

/** Everything that the Word file of a version shows. `moment` null: as the store says now. */
export function printOf(reader: Reader, plan: SigningPlan, moment: EditionMoment | null): AgreementPrint {
  const { agreement, version, document } = plan;
  const workspace = workspaceRow(reader);
  const state = moment?.state ?? version.state;
  const isFrozen = state === 'signing' || state === 'signed';
  const signatures = moment?.signatures ?? recordedSignatures(reader, plan.signers);
  const changed = moment?.now ?? changedAt(reader, version);
  return {
    document,
    translationOf: null,
    agreementId: agreement.id,
    number: agreement.number,
    version: version.version,
    state,
    stateOn: dateOf(moment?.now ?? reachedAt(reader, version), document.zone),
    workspaceId: workspace.id,
    ownOrganisation: workspace.organisation?.name ?? null,
    contentHash: isFrozen ? plan.manifestHash : null,
    termHashes: Object.fromEntries(pointersOf(reader, version.id).map((pointer) => [pointer.code, pointer.hash])),
    calendars: document.calendars,
    organisations: document.parties.map((party) => printedOrganisation(reader, party.organisation)),
    contacts: contactsOf(reader, plan),
    versions: versionsOf(reader, agreement.id).filter((other) => other.version <= version.version).map((other) => printedVersion(reader, other, other.id === version.id ? state : other.state, document)),
    approvals: approvalState(reader, agreement, version).decisions.filter((decision) => decision.state === 'approved').map((decision) => ({ person: decision.person.name, organisation: decision.person.organisation, at: decision.at, decision: decision.state })),
    signatures,
    sealedAt: moment === null ? (version.state === 'signed' ? (newestEdition(reader, version.id)?.issuedAt ?? null) : null) : moment.sealedAt,
    changedAt: changed,
  };
}

/** Signatures on record, in the signatories' order. */
export function recordedSignatures(reader: Reader, signers: readonly Signer[]): PrintedSignature[] {
  return signers.flatMap((signer) => (signer.signature ? [printedSignature(reader, signer, signer.signature)] : []));
}

function printedSignature(reader: Reader, signer: Signer, signature: SignatureRow): PrintedSignature {
  const common = {
    side: signer.side, organisation: signer.person.organisation, person: signer.person.name, position: signature.roleTitle, place: signature.place, at: signature.signedAt, statement: signature.statement,
  };
  if (signature.method === 'drawn' && signature.imageFileId !== null) return { ...common, kind: 'drawn', png: readFile(reader, signature.imageFileId) };
  const scan = signature.scanFileId === null ? null : fileWithId(reader, signature.scanFileId);
  if (scan) return { ...common, kind: 'paper', scan: { name: scan.name, sha256: scan.sha256 } };
  return { ...common, kind: 'typed', text: signature.name };
}

function printedOrganisation(reader: Reader, name: string): PrintedOrganisation {
  const found = findOrganisation(reader, name);
  if (found === null) return { name };
  const { shortName, address, registerNumber } = found;
  const { logo, colour } = lookOf(reader, found.id);
  return { name, ...(shortName === null ? {} : { shortName }), ...(address === null ? {} : { address }), ...(registerNumber === null ? {} : { registerNumber }), ...(logo === null ? {} : { logo: readFile(reader, logo) }), ...(colour === null ? {} : { colour }) };
}

function contactsOf(reader: Reader, plan: SigningPlan): AgreementPrint['contacts'] {
  return listPeople(reader, { agreementId: plan.agreement.id }).map((person) => ({
    name: person.name,
    organisation: person.organisation,
    ...(person.jobTitle === null ? {} : { position: person.jobTitle }),
    ...(person.email === null ? {} : { email: person.email }),
    ...(person.phone === null ? {} : { phone: person.phone }),
  }));
}

function printedVersion(reader: Reader, version: VersionRow, state: VersionState, document: AgreementDocument): PrintedVersion {
  const { control } = agreementWords(document.language);
  const author = authorOf(reader, version.id);
  return {
    version: version.version,
    on: dateOf(author.at, document.zone),
    author: author.personId === null ? null : (workspacePerson(reader, author.personId)?.name ?? null),
    change: version.basedOnId === null ? control.first : control.follows,
    state,
  };
}
