import { and, eq, ne } from 'drizzle-orm';
import { setState } from '../agreements/commands.ts';
import type { AgreementRow, VersionRow } from '../agreements/queries.ts';
import { newId } from '../ids.ts';
import type { Tx } from '../store.ts';
import { approvalState, type ApprovalState } from './queries.ts';
import { approvals } from './tables.ts';

/**
 * Asks for the approvals of the version's present content: one pending row an approver, one where nobody is named. Questions about
 * another content become void. A draft becomes agreed. Asking twice changes nothing.
 */
export function askForApproval(tx: Tx, agreement: AgreementRow, version: VersionRow): ApprovalState {
  const state = approvalState(tx, agreement, version);
  const { manifestHash } = state;
  tx.drizzle.update(approvals).set({ state: 'void' }).where(and(eq(approvals.versionId, version.id), eq(approvals.state, 'pending'), ne(approvals.manifestSha256, manifestHash))).run();
  const pending = pendingRows(tx, version.id, manifestHash).length;
  const given = state.decisions.filter((decision) => decision.state === 'approved').length;
  for (let count = pending + given; count < state.needed; count += 1) {
    tx.drizzle
      .insert(approvals)
      .values({ id: newId(), versionId: version.id, step: 1, role: 'approver', requestedById: state.authorId, decidedById: null, state: 'pending', manifestSha256: manifestHash, reason: null, decidedAt: null })
      .run();
  }
  if (version.state === 'draft') setState(tx, version.id, 'agreed');
  return state;
}

/** Records an approval; with the last one the version is approved. Rules about who may are the caller's. */
export function recordApproval(tx: Tx, agreement: AgreementRow, version: VersionRow, personId: string, at: number): ApprovalState {
  const { manifestHash } = askForApproval(tx, agreement, version);
  decide(tx, version.id, manifestHash, { state: 'approved', decidedById: personId, decidedAt: at });
  const after = approvalState(tx, agreement, version);
  if (after.missing.length === 0) setState(tx, version.id, 'approved');
  return after;
}

/** Records a rejection with its reason: every other question becomes void and the version is a draft again. */
export function recordRejection(tx: Tx, agreement: AgreementRow, version: VersionRow, personId: string, reason: string, at: number): ApprovalState {
  const { manifestHash } = askForApproval(tx, agreement, version);
  decide(tx, version.id, manifestHash, { state: 'rejected', decidedById: personId, decidedAt: at, reason });
  for (const state of ['pending', 'approved'] as const) {
    tx.drizzle.update(approvals).set({ state: 'void' }).where(and(eq(approvals.versionId, version.id), eq(approvals.state, state))).run();
  }
  setState(tx, version.id, 'draft');
  return approvalState(tx, agreement, version);
}

type Answer = { readonly state: 'approved' | 'rejected'; readonly decidedById: string; readonly decidedAt: number; readonly reason?: string };

function decide(tx: Tx, versionId: string, manifestHash: string, answer: Answer): void {
  const row = pendingRows(tx, versionId, manifestHash)[0];
  if (row) tx.drizzle.update(approvals).set(answer).where(eq(approvals.id, row.id)).run();
}

function pendingRows(tx: Tx, versionId: string, manifestHash: string) {
  return tx.drizzle
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.versionId, versionId), eq(approvals.state, 'pending'), eq(approvals.manifestSha256, manifestHash)))
    .orderBy(approvals.id)
    .all();
}
