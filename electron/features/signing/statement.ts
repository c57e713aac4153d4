import type { Signer, SigningPlan } from './plan.ts';

/** What a signatory agrees to, in one sentence. */
export function statementOf(plan: Pick<SigningPlan, 'agreement' | 'version'>, signer: Pick<Signer, 'person'>): string {
  return `I have read version ${plan.version.version} of ${plan.agreement.number} with annexes A and B and agree to it for ${signer.person.organisation}.`;
}
