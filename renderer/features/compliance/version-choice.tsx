import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import type { Matrix } from '#shared/compliance/contract.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './compliance.module.css';

/**
 * By which version is measured; where there are several, the choice: the signed ones on the days on which each is in force, or one for
 * everything.
 */
export function VersionChoice({ id, matrix, asked, onChange }: { id: string; matrix: Matrix; asked: number | undefined; onChange: (version: number | undefined) => void }) {
  const { data: versions = [] } = useQuery(api.agreements.versions.queryOptions({ input: { id } }));
  if (versions.length < 2) return <Badge>{words(matrix)}</Badge>;
  const signed = versions.filter((version) => version.state === 'signed').length;
  const choices = [...(signed > 1 ? [{ value: inForce, label: t('compliance.inForce') }] : []), ...versions.map((version) => ({ value: String(version.version), label: words(version) }))];
  const chosen = asked === undefined && signed > 1 ? inForce : String(matrix.version);
  return <span className={styles.title}><Pick label={t('compliance.version')} choices={choices} value={chosen} onChange={(value) => onChange(value === inForce ? undefined : Number(value))} /></span>;
}

const inForce = 'in-force';

function words({ state, version }: { readonly state: Matrix['state']; readonly version: number }): string {
  return t('compliance.versionBadge', { state: t(`agreements.version-${state}`), version });
}
