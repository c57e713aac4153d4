import { and, asc, desc, eq } from 'drizzle-orm';
import { authorOf, type AgreementRow, type VersionRow } from '../agreements/queries.ts';
import { manifestOf, type Manifest } from '../agreements/manifest.ts';
import { documents } from '../documents/tables.ts';
import { organisations, people, roleAssignments } from '../organisations/tables.ts';
import type { Reader } from '../store.ts';
import { workspaceRow } from '../workspace/queries.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import { approvals, signatories, signatures, versionSeals } from './tables.ts';

export type PersonRef = { readonly id: string; readonly name: string; readonly organisation: string; readonly jobTitle: string | null };

export type Decision = { readonly person: PersonRef; readonly state: 'approved' | 'rejected'; readonly reason: string | null; readonly at: number };

export type ApprovalState = {
  /** Hash of the content that is approved. */
  readonly manifestHash: string;
  readonly authorId: string | null;
  /** Who is asked; empty where nobody is named, then one person who is not the author. */
  readonly asked: readonly PersonRef[];
  /** Who may answer in place of somebody who is asked. */
  readonly deputies: readonly PersonRef[];
  readonly needed: number;
  readonly decisions: readonly Decision[];
  /** Who has still to approve, in words. */
  readonly missing: readonly string[];
};

export const anyoneElse = 'a person who is not the author';

/** The approvals of a version on its present (sealed: its sealed) content. Answers on another content do not count. */
export function approvalState(reader: Reader, agreement: AgreementRow, version: VersionRow): ApprovalState {
  const manifestHash = sealOf(reader, version.id)?.manifestSha256 ?? manifestOf(reader, agreement, version).hash;
  const asked = peopleInRole(reader, agreement.id, 'approver');
  const deputies = deputiesInRole(reader, agreement.id, 'approver');
  const isGiven = (id: string): boolean => given.has(id) || deputies.some((deputy) => deputy.of === id && given.has(deputy.person.id));
  const decisions = decisionsOf(reader, version.id, manifestHash);
  const given = new Set(decisions.filter((decision) => decision.state === 'approved').map((decision) => decision.person.id));
  const missing = asked.length === 0 ? (given.size > 0 ? [] : [anyoneElse]) : asked.filter((person) => !isGiven(person.id)).map((person) => person.name);
  return { manifestHash, authorId: authorOf(reader, version.id).personId, asked, deputies: deputies.map(({ person }) => person), needed: Math.max(asked.length, 1), decisions, missing };
}

/** Why a version may not be signed yet: `2 of 2 approvals missing: Ann Lee, Bo Lind`. Null where nothing is missing. */
export function approvalsMissing(state: ApprovalState): string | null {
  return state.missing.length === 0 ? null : `${state.missing.length} of ${state.needed} approvals missing: ${state.missing.join(', ')}`;
}

/** People who hold a role on an agreement today in their own right, in the document's order, each once. */
export function peopleInRole(reader: Reader, agreementId: string, role: 'approver' | 'signatory'): PersonRef[] {
  const rows = holdersToday(reader, agreementId, role).filter(({ of }) => of === null);
  return [...new Map(rows.map(({ person }) => [person.id, person])).values()];
}

/** Deputies of those people who stand in today; `of` is the person whom they stand in for. */
function deputiesInRole(reader: Reader, agreementId: string, role: 'approver' | 'signatory'): { person: PersonRef; of: string }[] {
  return holdersToday(reader, agreementId, role).flatMap(({ person, of }) => (of === null ? [] : [{ person, of }]));
}

/** Assignments of a role that hold today: from their first day to their last one, both included. */
function holdersToday(reader: Reader, agreementId: string, role: 'approver' | 'signatory'): { person: PersonRef; of: string | null }[] {
  const on = dateOf(Date.now(), workspaceRow(reader).zone);
  const held = reader.drizzle
    .select({ id: people.id, name: people.name, organisation: organisations.name, jobTitle: people.jobTitle, deputyOf: roleAssignments.deputyOfId, from: roleAssignments.fromOn, to: roleAssignments.toOn })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(roleAssignments.agreementId, agreementId), eq(roleAssignments.role, role)))
    .orderBy(asc(roleAssignments.id))
    .all()
    .filter(({ from, to }) => (from === null || from <= on) && (to === null || to >= on));
  return held.map(({ deputyOf, from: _from, to: _to, ...person }) => ({
    person,
    of: deputyOf === null ? null : (reader.value<string>('SELECT person_id FROM role_assignments WHERE id = ?', deputyOf) ?? null),
  }));
}

export type SealRow = typeof versionSeals.$inferSelect;

export function sealOf(reader: Reader, versionId: string): SealRow | null {
  return reader.drizzle.select().from(versionSeals).where(eq(versionSeals.versionId, versionId)).get() ?? null;
}

/** The content that a version is approved and signed on: the sealed one where it is sealed. */
export function standingManifest(reader: Reader, agreement: AgreementRow, version: VersionRow): Manifest {
  const seal = sealOf(reader, version.id);
  return seal ? { text: seal.manifestJson, hash: seal.manifestSha256 } : manifestOf(reader, agreement, version);
}

export type SignatureRow = typeof signatures.$inferSelect;
export type SignatoryState = {
  readonly id: string;
  readonly person: PersonRef;
  readonly side: 'provider' | 'customer';
  readonly turn: number;
  readonly state: 'waiting' | 'signed' | 'declined';
  readonly signature: SignatureRow | null;
};

/** Who must sign a sealed version, in their order, with the signatures given. Empty before signing begins. */
export function signatoriesOf(reader: Reader, versionId: string): SignatoryState[] {
  return reader.drizzle
    .select({ signatory: signatories, person: people, organisation: organisations.name, signature: signatures })
    .from(signatories)
    .innerJoin(people, eq(people.id, signatories.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(signatures, eq(signatures.signatoryId, signatories.id))
    .where(eq(signatories.versionId, versionId))
    .orderBy(asc(signatories.turn))
    .all()
    .map(({ signatory, person, organisation, signature }) => ({
      id: signatory.id,
      person: { id: person.id, name: person.name, organisation, jobTitle: person.jobTitle },
      side: signatory.side,
      turn: signatory.turn,
      state: signatory.state,
      signature,
    }));
}

export type DocumentRow = typeof documents.$inferSelect;

/** The newest edition of a version's agreement document; null before it was frozen. */
export function newestEdition(reader: Reader, versionId: string): DocumentRow | null {
  return reader.drizzle.select().from(documents).where(and(eq(documents.versionId, versionId), eq(documents.kind, 'agreement'))).orderBy(desc(documents.edition)).limit(1).get() ?? null;
}

function decisionsOf(reader: Reader, versionId: string, manifestHash: string): Decision[] {
  return reader.drizzle
    .select({ approval: approvals, id: people.id, name: people.name, organisation: organisations.name, jobTitle: people.jobTitle })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.decidedById))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(approvals.versionId, versionId), eq(approvals.manifestSha256, manifestHash)))
    .orderBy(asc(approvals.decidedAt), asc(approvals.id))
    .all()
    .flatMap(({ approval, ...person }) =>
      approval.state === 'approved' || approval.state === 'rejected' ? [{ person, state: approval.state, reason: approval.reason, at: approval.decidedAt ?? 0 }] : []);
}
