import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPlace } from '#renderer/ui/empty-place.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { dateText } from '#shared/format/dates.ts';
import { dayText, instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { SigningView } from '#shared/signing/contract.ts';
import { PaperDesk } from './paper-desk.tsx';
import styles from './sign-page.module.css';
import { Signatories } from './signatories.tsx';

export const signRoute = createLazyRoute('/shell/agreements/$id/sign')({ component: SignPage });

function SignPage() {
  const { id } = signRoute.useParams();
  const search = signRoute.useSearch();
  const { data: agreement, error } = useQuery(api.agreements.view.queryOptions({ input: { id, ...(search.version === undefined ? {} : { version: search.version }) } }));
  const version = search.version ?? agreement?.version;
  if (error !== null) return <Page crumbs={[{ label: t('signing.agreements'), link: { to: '/agreements' } }]}><Failure error={error} /></Page>;
  return version === undefined ? null : <Signing id={id} version={version} />;
}

function Signing({ id, version }: { id: string; version: number }) {
  const navigate = useNavigate();
  const { how = 'drawn' } = signRoute.useSearch();
  const { data: signing, error } = useQuery(api.signing.view.queryOptions({ input: { id, version } }));
  const leave = (): void => void navigate({ to: '/agreements/$id', params: { id } });
  useKeys({ Escape: leave });
  const crumbs = [
    { label: t('signing.agreements'), link: { to: '/agreements' as const } },
    { label: signing?.title ?? '', link: { to: '/agreements/$id' as const, params: { id } } },
    { label: t('signing.version', { version }) },
    { label: t('signing.signInPerson') },
  ];
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  if (signing === undefined) return <Page crumbs={crumbs} layout="bare">{null}</Page>;
  const isDone = signing.state === 'signed';
  return (
    <Page crumbs={crumbs} layout="bare" fold="always" actions={<Button keyHint="Esc" onClick={leave}>{t(isDone ? 'signing.open' : 'signing.leave')}</Button>}>
      <div className={styles.split}>
        <PaperDesk id={id} version={version} />
        <div className={styles.right}>
          <div className={styles.body}>
            <h1 className="t20">{t('signing.title', { title: signing.title, version })}</h1>
            <Facts facts={[
              <span key="number" className="id">{signing.number}</span>,
              signing.validFrom === null ? null : t('signing.inForceFrom', { date: dateText(signing.validFrom) }),
              signing.approvedAt === null ? t('signing.notApproved') : t('signing.approvedOn', { date: dayText(signing.approvedAt, signing.zone, { weekday: false }) }),
            ]} />
            {signing.obstacles.length === 0 || isDone ? null : (
              <ErrorPlace title={t('signing.cannotSign', { version })} details={signing.obstacles} wayOut={t('signing.cannotSignWayOut')} actions={<Button onClick={leave}>{t('signing.goToAgreement')}</Button>} />
            )}
            <Signatories signing={signing} how={how} onHow={(next) => void navigate({ from: '/agreements/$id/sign', search: (before) => ({ ...before, how: next }), replace: true })} />
          </div>
          <SealNote signing={signing} />
        </div>
      </div>
    </Page>
  );
}

function SealNote({ signing }: { signing: SigningView }) {
  const isDone = signing.state === 'signed';
  const begun = signing.signatories.some((signatory) => signatory.state === 'signed');
  return (
    <div className={styles.seal} role="status">
      <Icon name="shield-check" />
      {isDone && signing.document !== null ? (
        <div>
          <p><b>{t('signing.sealed', { date: instantText(signing.document.issuedAt ?? signing.sealedAt ?? 0, signing.zone, { year: true, weekday: false }) })}</b> {t('signing.sealedMeans', { hash: signing.document.sha256 })}</p>
          <Button size="small" icon="file-type-docx" onClick={() => void exportSealed(signing)}>{t('signing.export')}</Button>
        </div>
      ) : (
        <p>{begun ? null : <><b>{t('signing.freezes')}</b> {t('signing.freezesMeans')} </>}<b>{t('signing.seals', { version: signing.version })}</b> {t('signing.sealsMeans')}</p>
      )}
    </div>
  );
}

async function exportSealed(signing: SigningView): Promise<void> {
  const { file } = await client.signing.exportAgreement({ id: signing.id, version: signing.version });
  downloadFile(file);
}
