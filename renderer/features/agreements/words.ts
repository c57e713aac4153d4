import type { AgreementListRow, AgreementView } from '#shared/agreements/contract.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import type { PersonRole } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';

/** `SLA`, `OLA`, `UC` in words. */
export function kindWords(kind: AgreementListRow['kind']): string {
  return t(`agreements.kind-${kind}`);
}

/** What an agreement is today. */
export function agreementStateWords(state: AgreementListRow['state']): string {
  return t(`agreements.agreement-${state}`);
}

/** Where one version stands: "In force", "Draft", "Approved". */
export function versionStateWords(view: Pick<AgreementView, 'state' | 'versions' | 'version'>): string {
  const row = view.versions.find((version) => version.version === view.version);
  if (row?.inForce === true) return t('agreements.inForce');
  if (view.state === 'draft' && view.versions.length > 0) return t('agreements.version-draft');
  return t(`agreements.version-${view.state}`);
}

export function itemWords(item: CompletenessItem): string {
  return t(`agreements.item-${item}`);
}

export function roleWords(role: PersonRole): string {
  return t(`agreements.role-${role}`);
}
