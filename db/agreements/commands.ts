import { and, eq, inArray } from 'drizzle-orm';
import { isEditable } from '#shared/agreements/life-cycle.ts';
import type { AgreementDocument, VersionState } from '#shared/agreements/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { dateOf, yearOf } from '#shared/time/plain-date.ts';
import { newId } from '../ids.ts';
import { approvals } from '../signing/tables.ts';
import type { Tx } from '../store.ts';
import { manifestOf } from './manifest.ts';
import { agreementNamed, findAgreement, newestVersion, nextNumber, openVersion, versionNumbered, versionsOf, type AgreementRow, type VersionRow } from './queries.ts';
import { agreements, agreementVersions, versionParties, versionServices, versionTerms } from './tables.ts';
import { writeDocument } from './write.ts';

export type Created = { readonly id: string; readonly number: string; readonly version: number; readonly versionId: string };

/**
 * Creates an agreement with its first draft, or, where the document names an agreement of the workspace by id or number, its next
 * version. An id or number that the workspace does not know is kept. The document has passed `checkReferences`.
 * Throws `conflict` where a draft is open already.
 */
export function createAgreement(tx: Tx, document: AgreementDocument): Created {
  const known = knownAgreement(tx, document);
  if (known) {
    refuseSecondDraft(tx, known);
    refuseOtherKind(known, document);
    const version = insertVersion(tx, known.id, nextVersionNumber(tx, known.id), document, newestVersion(tx, known).id);
    writeDocument(tx, known, version, document);
    return { id: known.id, number: known.number, version: version.version, versionId: version.id };
  }
  const year = yearOf(dateOf(tx.change.happenedAt, document.zone));
  const row: AgreementRow = {
    id: document.id ?? newId(),
    number: document.number ?? nextNumber(tx, document.kind, year, laneOf(tx)),
    kind: document.kind,
    level: 'service',
    title: document.title,
    parentId: null,
    zone: document.zone,
    currency: document.currency,
    archivedOn: null,
  };
  tx.drizzle.insert(agreements).values(row).run();
  const version = insertVersion(tx, row.id, document.version ?? 1, document, null);
  writeDocument(tx, row, version, document);
  return { id: row.id, number: row.number, version: version.version, versionId: version.id };
}

/**
 * Begins the next version by copying pointers, parties, services and language; contents are referenced, approvals and signatures
 * stay behind. The version before stays in force. Throws `conflict` where a draft is open already.
 */
export function beginNextVersion(tx: Tx, idOrNumber: string): Created {
  const agreement = agreementNamed(tx, idOrNumber);
  refuseSecondDraft(tx, agreement);
  const before = newestVersion(tx, agreement);
  const row: VersionRow = { ...before, id: newId(), version: nextVersionNumber(tx, agreement.id), state: 'draft', basedOnId: before.id, sealedAt: null, withdrawnFromOn: null };
  tx.drizzle.insert(agreementVersions).values(row).run();
  for (const party of tx.drizzle.select().from(versionParties).where(eq(versionParties.versionId, before.id)).orderBy(versionParties.rank).all()) {
    tx.drizzle.insert(versionParties).values({ ...party, id: newId(), versionId: row.id }).run();
  }
  for (const service of tx.drizzle.select().from(versionServices).where(eq(versionServices.versionId, before.id)).orderBy(versionServices.id).all()) {
    tx.drizzle.insert(versionServices).values({ ...service, id: newId(), versionId: row.id }).run();
  }
  for (const pointer of tx.drizzle.select().from(versionTerms).where(eq(versionTerms.versionId, before.id)).orderBy(versionTerms.rank).all()) {
    tx.drizzle.insert(versionTerms).values({ ...pointer, id: newId(), versionId: row.id, negotiation: 'open' }).run();
  }
  return { id: agreement.id, number: agreement.number, version: row.version, versionId: row.id };
}

/**
 * Makes the open version say what the document says. Approvals of another content become void, and the version is a draft again.
 * `baseHash` is the manifest hash that the edit started from. Throws `conflict` where the content has changed since, and where
 * nothing is open.
 */
export function saveDraft(tx: Tx, idOrNumber: string, baseHash: string | null, document: AgreementDocument): { readonly hash: string; readonly versionId: string } {
  const agreement = agreementNamed(tx, idOrNumber);
  const version = editableVersion(tx, agreement);
  const before = manifestOf(tx, agreement, version).hash;
  if (baseHash !== null && baseHash !== before) {
    throw new ParleyError('conflict', 'This draft has changed since it was read.', { details: [{ path: 'hash', message: `The draft now has the hash ${before}` }], wayOut: 'Look at what it says now, then change it again.' });
  }
  refuseOtherKind(agreement, document);
  writeDocument(tx, agreement, version, document);
  const after = manifestOf(tx, agreementNamed(tx, agreement.id), versionNumbered(tx, agreement, version.version)).hash;
  if (after !== before) voidApprovals(tx, version);
  return { hash: after, versionId: version.id };
}

/** The open version, where it may still be edited. */
export function editableVersion(tx: Tx, agreement: AgreementRow): VersionRow {
  const version = openVersion(tx, agreement.id);
  if (!version) throw new ParleyError('rule-violated', `${agreement.number} has no draft: nothing in a signed version changes.`, { wayOut: 'Begin the next version.' });
  if (!isEditable(version.state)) throw new ParleyError('rule-violated', `Version ${version.version} of ${agreement.number} is being signed: all parties sign the same content.`, { wayOut: 'Abandon this version, then begin the next one.' });
  return version;
}

/** Voids what was asked and answered on another content; an approved or agreed version is a draft again. */
export function voidApprovals(tx: Tx, version: VersionRow): void {
  tx.drizzle.update(approvals).set({ state: 'void' }).where(and(eq(approvals.versionId, version.id), inArray(approvals.state, ['pending', 'approved']))).run();
  if (version.state === 'agreed' || version.state === 'approved') setState(tx, version.id, 'draft');
}

/** Moves a version; the database refuses what is not in `state_moves` and records the transition. */
export function setState(tx: Tx, versionId: string, state: VersionState): void {
  tx.drizzle.update(agreementVersions).set({ state }).where(eq(agreementVersions.id, versionId)).run();
}

function knownAgreement(tx: Tx, document: AgreementDocument): AgreementRow | null {
  const byId = document.id === undefined ? null : findAgreement(tx, document.id);
  return byId ?? (document.number === undefined ? null : findAgreement(tx, document.number));
}

function refuseSecondDraft(tx: Tx, agreement: AgreementRow): void {
  const open = openVersion(tx, agreement.id);
  if (!open) return;
  throw new ParleyError('conflict', `${agreement.number} already has an open version: version ${open.version} is ${open.state}.`, {
    details: [{ path: 'id', message: `Version ${open.version} is open` }],
    wayOut: 'Change that one, or abandon it first.',
  });
}

function refuseOtherKind(agreement: AgreementRow, document: AgreementDocument): void {
  if (agreement.kind !== document.kind) {
    throw new ParleyError('invalid-input', `${agreement.number} is of kind ${agreement.kind}; a version does not change that.`, { details: [{ path: 'kind', message: `The agreement is of kind ${agreement.kind}` }] });
  }
}

function insertVersion(tx: Tx, agreementId: string, version: number, document: AgreementDocument, basedOnId: string | null): VersionRow {
  const row: VersionRow = {
    id: newId(),
    agreementId,
    version,
    state: 'draft',
    basedOnId,
    parentVersionId: null,
    language: document.language,
    validFromOn: document.term?.from ?? null,
    validToOn: document.term?.to ?? null,
    takeover: document.takeover,
    sealedAt: null,
    withdrawnFromOn: null,
  };
  tx.drizzle.insert(agreementVersions).values(row).run();
  return row;
}

function nextVersionNumber(tx: Tx, agreementId: string): number {
  return (versionsOf(tx, agreementId).at(-1)?.version ?? 0) + 1;
}

/** The letter of this laptop in human numbers; the first one has none. */
function laneOf(tx: Tx): string {
  return tx.value<string>('SELECT devices.lane FROM changes JOIN devices ON devices.id = changes.device_id WHERE changes.no = ?', tx.change.no) ?? '';
}
