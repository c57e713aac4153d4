import type { PersonRole } from '#shared/agreements/model.ts';
import type { RoleFact } from './facts.ts';
import type { AttentionKind } from './model.ts';

/** Whose work each kind is (ITIL 4, service level and relationship management). An approval belongs to who is asked, whatever the role. */
export const responsibleFor: Readonly<Record<AttentionKind | 'risk', readonly PersonRole[]>> = {
  notice: ['relationship-manager', 'service-level-manager'],
  end: ['relationship-manager', 'service-level-manager'],
  review: ['relationship-manager', 'service-level-manager'],
  approve: ['approver'],
  sign: ['signatory', 'relationship-manager'],
  ask: ['service-level-manager'],
  complete: ['service-level-manager'],
  source: ['service-desk-manager', 'service-level-manager'],
  quarantine: ['service-desk-manager', 'service-level-manager'],
  risk: ['service-owner', 'service-desk-manager', 'service-level-manager'],
};

/** Whether it is this person's: who holds a responsible role. What nobody holds is everybody's, so that nothing lies between two chairs. */
export function isMine(personId: string | null, responsible: readonly PersonRole[], roles: readonly RoleFact[]): boolean {
  const holders = roles.filter((role) => responsible.includes(role.role));
  return holders.length === 0 || holders.some((holder) => holder.personId === personId);
}
