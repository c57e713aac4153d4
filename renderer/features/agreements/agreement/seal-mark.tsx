import { useQuery } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './agreement.module.css';

/** When a version was sealed, and whether its bytes still are what was sealed: they are hashed again. */
export function SealMark({ view }: { view: AgreementView }) {
  const sealedAt = view.versions.find((version) => version.version === view.version)?.sealedAt ?? null;
  const isSigned = view.state === 'signed' && sealedAt !== null;
  const { data: seal } = useSeal(view, isSigned);
  if (!isSigned) return null;
  const date = dateText(localDate(sealedAt, view.document.zone));
  const isChanged = seal !== undefined && seal.verdict !== 'valid';
  return (
    <span className={isChanged ? styles.sealChanged : styles.seal}>
      <Icon name={isChanged ? 'alert-triangle' : 'shield-check'} size={14} />
      {seal === undefined ? t('agreements.sealedOn', { date }) : isChanged ? t('agreements.sealedChanged', { date }) : t('agreements.sealedUnchanged', { date })}
    </span>
  );
}

/** The sealed edition of a version, checked. */
export function useSeal(view: AgreementView, isSigned: boolean) {
  return useQuery({
    queryKey: ['seal', view.id, view.version],
    queryFn: async () => {
      const edition = await client.signing.exportAgreement({ id: view.id, version: view.version });
      const { verdict } = await client.signing.verify({ file: edition.file });
      return { verdict, sha256: edition.sha256, bytes: edition.bytes };
    },
    enabled: isSigned,
  });
}
