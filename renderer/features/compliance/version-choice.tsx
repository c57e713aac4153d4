import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import type { Matrix } from '#shared/compliance/contract.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './compliance.module.css';

/** The version that is measured; where there are several, the choice between them. */
export function VersionChoice({ id, matrix, onChange }: { id: string; matrix: Matrix; onChange: (version: number) => void }) {
  const { data: versions = [] } = useQuery(api.agreements.versions.queryOptions({ input: { id } }));
  const badge = <Badge>{words(matrix)}</Badge>;
  if (versions.length < 2) return badge;
  const choices = versions.map((version) => ({ value: String(version.version), label: words(version) }));
  return <span className={styles.title}><Pick label={t('compliance.version')} choices={choices} value={String(matrix.version)} onChange={(value) => onChange(Number(value))} /></span>;
}

function words({ state, version }: { readonly state: Matrix['state']; readonly version: number }): string {
  return t('compliance.versionBadge', { state: t(`agreements.version-${state}`), version });
}
