import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, client, downloadFile } from '#renderer/app/client.ts';
import { Failure, wordsOfFailure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import { t } from '#shared/messages/messages.ts';
import { itemWords } from '../words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './draft-page.module.css';
import { DraftDocument } from './draft-document.tsx';
import { LiveColumn } from './live-column.tsx';
import { Outline, reveal } from './outline.tsx';
import { itemOf } from './term-order.ts';
import { DraftContext, useDraft } from './use-draft.ts';

export const draftRoute = createLazyRoute('/shell/agreements/$id/draft')({ component: DraftPage });

function DraftPage() {
  const { id } = draftRoute.useParams();
  const { data: view, error } = useQuery(api.agreements.view.queryOptions({ input: { id } }));
  if (error !== null) return <Page crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }]}><Failure error={error} /></Page>;
  return view === undefined ? null : <OpenDraft key={view.id} view={view} />;
}

function OpenDraft({ view }: { view: AgreementView }) {
  const search = draftRoute.useSearch();
  const navigate = useNavigate();
  const draft = useDraft(view);
  const { document } = draft;
  const customer = document.parties.find((party) => party.side === 'customer')?.organisation;
  const missing = view.completeness.missing;
  const first = useRef(search.item);
  useEffect(() => {
    if (first.current !== undefined) reveal(first.current);
  }, []);
  const exportWord = useMutation({
    mutationFn: () => client.signing.exportAgreement({ id: view.id, version: view.version }),
    onSuccess: (file) => downloadFile(file.file),
    onError: (error) => toast(wordsOfFailure(error).title),
  });
  const ask = useMutation({
    mutationFn: () => client.agreements.askForApproval({ id: view.id }),
    onSuccess: () => void navigate({ to: '/agreements/$id', params: { id: view.id }, search: { version: view.version } }),
    onError: (error) => toast(wordsOfFailure(error).title),
  });
  const selectedTerm = document.terms.find((term) => term.id === search.term);
  const selectedItem: CompletenessItem | undefined = search.item ?? (selectedTerm === undefined ? undefined : itemOf(selectedTerm));
  const isDraft = view.state === 'draft';
  const actions = (
    <>
      <Button icon="file-type-docx" onClick={() => exportWord.mutate()}>{t('agreements.exportWord')}</Button>
      {missing.length === 0 || !isDraft ? null : <span className={styles.missing}>{t('agreements.itemsMissing', { count: missing.length })}</span>}
      {isDraft
        ? <Button kind="primary" disabledReason={missing.length === 0 ? null : `${t('agreements.itemsMissing', { count: missing.length })}: ${missing.map(itemWords).join(', ')}`} onClick={() => ask.mutate()}>{t('agreements.askForApproval')}</Button>
        : <Button kind="primary" onClick={() => void navigate({ to: '/agreements/$id', params: { id: view.id }, search: { version: view.version } })}>{t('agreements.backToAgreement')}</Button>}
    </>
  );
  return (
    <DraftContext value={draft}>
      <Page layout="bare" fold="always" actions={actions}
        crumbs={[{ label: t('kit.agreements'), link: { to: '/agreements' } }, ...(customer === undefined ? [] : [{ label: customer }]), { label: document.title }]}>
        <div className={styles.screen}>
          <Outline selected={selectedItem} />
          <DraftDocument selectedTerm={search.term} />
          <LiveColumn selectedTerm={search.term} lastMonth={search.to} />
        </div>
      </Page>
      <ConflictDialog />
    </DraftContext>
  );
}
