import { signatureStatement } from '#shared/agreements/document.ts';
import type { Signer, SigningPlan } from './plan.ts';

/** What a signatory agrees to, in one sentence, in the language of the version. */
export function statementOf(plan: Pick<SigningPlan, 'agreement' | 'version' | 'document'>, signer: Pick<Signer, 'person'>): string {
  return signatureStatement(plan.document.language, { version: plan.version.version, number: plan.agreement.number, party: signer.person.organisation });
}
