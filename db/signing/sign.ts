import { and, eq } from 'drizzle-orm';
import { contentOf } from '#shared/agreements/canonical.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { setState } from '../agreements/commands.ts';
import { pointersOf } from '../agreements/document.ts';
import { manifestOf } from '../agreements/manifest.ts';
import { sideOf } from '../agreements/parties.ts';
import type { AgreementRow, VersionRow } from '../agreements/queries.ts';
import { agreementVersions, effectiveTerms } from '../agreements/tables.ts';
import { documents } from '../documents/tables.ts';
import { storeFile } from '../files/commands.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import { newestEdition, peopleInRole, signatoriesOf } from './queries.ts';
import { signatories, signatures, versionSeals } from './tables.ts';

export const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An edition of the agreement's Word file, ready to be kept. */
export type Edition = { readonly bytes: Uint8Array; readonly sha256: string };

/**
 * Freezes an approved version: effective terms, manifest with hash, signatories in their order, the document's first edition.
 * From here on the database refuses every change in it. The caller has checked approvals, dates and signatories.
 */
export function sealVersion(tx: Tx, agreement: AgreementRow, version: VersionRow, document: AgreementDocument, edition: Edition): void {
  const manifest = manifestOf(tx, agreement, version);
  const documentId = keepEdition(tx, agreement, version, document, edition);
  for (const pointer of pointersOf(tx, version.id)) {
    tx.drizzle.insert(effectiveTerms).values({ versionId: version.id, termId: pointer.termId, contentHash: pointer.hash, level: agreement.level, fromVersionId: version.id, sourcesJson: '{}' }).run();
  }
  peopleInRole(tx, agreement.id, 'signatory').forEach((person, index) => {
    tx.drizzle.insert(signatories).values({ id: newId(), versionId: version.id, personId: person.id, side: sideOf(contentOf(document), person.organisation), turn: index + 1, state: 'waiting' }).run();
  });
  tx.drizzle.insert(versionSeals).values({ versionId: version.id, manifestJson: manifest.text, manifestSha256: manifest.hash, documentId, changeNo: tx.change.no }).run();
  tx.drizzle.update(agreementVersions).set({ state: 'signing', sealedAt: tx.change.happenedAt }).where(eq(agreementVersions.id, version.id)).run();
}

export type SignatureInput = {
  readonly signatoryId: string;
  readonly name: string;
  readonly roleTitle: string;
  readonly place: string;
  readonly signedAt: number;
  readonly statement: string;
  readonly manifestHash: string;
} & (
  | { readonly method: 'drawn'; readonly image: Uint8Array }
  | { readonly method: 'typed'; readonly text: string }
  | { readonly method: 'paper'; readonly scan: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } }
);

/**
 * Records one signature on the sealed manifest and the edition that shows it; with the last one the version is signed and that
 * edition is the sealed file. Answers whether it was the last.
 */
export function recordSignature(tx: Tx, agreement: AgreementRow, version: VersionRow, document: AgreementDocument, input: SignatureInput, edition: Edition): boolean {
  const documentId = keepEdition(tx, agreement, version, document, edition);
  const imageFileId = input.method === 'drawn' ? storeFile(tx, `signature-${input.signatoryId}.png`, 'image/png', input.image) : null;
  const scanFileId = input.method === 'paper' ? storeFile(tx, input.scan.name, input.scan.mediaType, input.scan.bytes) : null;
  tx.drizzle
    .insert(signatures)
    .values({
      id: newId(),
      signatoryId: input.signatoryId,
      documentId,
      name: input.method === 'typed' ? input.text : input.name,
      roleTitle: input.roleTitle,
      place: input.place,
      signedAt: input.signedAt,
      method: input.method,
      statement: input.statement,
      imageFileId,
      scanFileId,
      manifestSha256: input.manifestHash,
    })
    .run();
  tx.drizzle.update(signatories).set({ state: 'signed' }).where(eq(signatories.id, input.signatoryId)).run();
  const isLast = signatoriesOf(tx, version.id).every((signatory) => signatory.state === 'signed');
  if (isLast) setState(tx, version.id, 'signed');
  return isLast;
}

/** A signatory declines: the version is given up; the next one takes its pointers. */
export function recordDecline(tx: Tx, version: VersionRow, signatoryId: string): void {
  tx.drizzle.update(signatories).set({ state: 'declined' }).where(and(eq(signatories.id, signatoryId), eq(signatories.versionId, version.id))).run();
  setState(tx, version.id, 'abandoned');
}

function keepEdition(tx: Tx, agreement: AgreementRow, version: VersionRow, document: AgreementDocument, edition: Edition): string {
  const before = newestEdition(tx, version.id);
  const number = (before?.edition ?? 0) + 1;
  const fileId = storeFile(tx, `${agreement.number}-v${version.version}.docx`, wordMediaType, edition.bytes);
  const id = newId();
  tx.drizzle
    .insert(documents)
    .values({
      id,
      kind: 'agreement',
      number: agreement.number,
      edition: number,
      title: document.title,
      language: document.language,
      versionId: version.id,
      organisationId: null,
      fromOn: document.term?.from ?? null,
      toOn: document.term?.to ?? null,
      fileId,
      modelFileId: null,
      sha256: edition.sha256,
      issuedAt: tx.change.happenedAt,
      replacesId: before?.id ?? null,
    })
    .run();
  return id;
}
