import { eq } from 'drizzle-orm';
import { ParleyError } from '#shared/errors.ts';
import type { Tx } from '../store.ts';
import { versionsOf, type AgreementRow } from './queries.ts';
import { agreements, agreementVersions } from './tables.ts';

/**
 * Deletes the open draft, and the agreement with it where it has no other version; undo brings both back.
 * Throws `rule-violated` where nothing is open or signing has begun.
 */
export function removeDraft(tx: Tx, agreement: AgreementRow): true {
  const versions = versionsOf(tx, agreement.id);
  const draft = versions.find((version) => version.sealedAt === null && version.state !== 'abandoned' && version.state !== 'rejected');
  if (!draft) throw new ParleyError('rule-violated', `${agreement.number} has no draft: what was signed stays.`, { wayOut: 'Archive the agreement instead.' });
  if (versions.every((version) => version.sealedAt === null)) tx.drizzle.delete(agreements).where(eq(agreements.id, agreement.id)).run();
  else tx.drizzle.delete(agreementVersions).where(eq(agreementVersions.id, draft.id)).run();
  return true;
}
