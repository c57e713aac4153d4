import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { sizeText } from '#shared/format/figures.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './agreement.module.css';
import { useSeal } from './seal-mark.tsx';

/** The signed edition with its seal, the version as Word, and what was signed elsewhere. */
export function Documents({ view }: { view: AgreementView }) {
  const isSigned = view.state === 'signed';
  const { data: signing } = useQuery(api.signing.view.queryOptions({ input: { id: view.id, version: view.version } }));
  const { data: seal } = useSeal(view, isSigned);
  const failed = (error: unknown): void => toast(wordsOfFailure(error).title);
  const print = useMutation({ mutationFn: () => client.signing.exportAgreement({ id: view.id, version: view.version }), onSuccess: (file) => downloadFile(file.file), onError: failed });
  const scan = useMutation({ mutationFn: (fileId: string) => client.signing.signatureFile({ fileId }), onSuccess: (file) => downloadFile(file.file), onError: failed });
  const scans = [...new Map((signing?.signatories ?? []).flatMap((signatory) => (signatory.signature?.scanFileId ? [[signatory.signature.scanFileId, signatory] as const] : [])))];
  const sealedAt = signing?.sealedAt ?? null;
  const sealedOn = sealedAt === null ? null : dateText(localDate(sealedAt, view.document.zone));
  const values = { number: view.number, version: view.version };
  return (
    <Section title={t('agreements.documents')} count={1 + scans.length} ruled>
      <div className={styles.document}>
        <Icon name={isSigned ? 'certificate' : 'file-type-docx'} />
        <Button kind="link" onClick={() => print.mutate()}>{isSigned ? t('agreements.signedEdition', values) : t('agreements.currentEdition', values)}</Button>
        {isSigned ? (seal === undefined ? <span className="t12 t3">{t('agreements.checking')}</span> : <VerdictMark verdict={seal.verdict === 'valid' ? 'met' : 'missed'} word={seal.verdict === 'valid' ? t('agreements.unchanged') : t('agreements.differs')} />) : <span />}
        <span className={styles.second}>{isSigned && seal !== undefined
          ? <>{sealedOn === null ? '' : `${sealedOn} · `}{sizeText(seal.bytes)} · SHA-256 <span className="id" title={seal.sha256}>{seal.sha256.slice(0, 4)} {seal.sha256.slice(4, 8)} … {seal.sha256.slice(-4)}</span></>
          : isSigned ? '' : t('agreements.wordNow')}</span>
      </div>
      {scans.map(([fileId, signatory]) => (
        <div key={fileId} className={styles.document}>
          <Icon name="scan" />
          <Button kind="link" onClick={() => scan.mutate(fileId)}>{t('agreements.scanOf', { name: signatory.name })}</Button>
          <span />
          <span className={styles.second}>{signatory.signature?.scanName ?? ''}</span>
        </div>
      ))}
    </Section>
  );
}
