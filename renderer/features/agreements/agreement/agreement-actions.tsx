import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, downloadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { ActionMenu, type MenuAction } from '#renderer/ui/action-menu.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { isMoveAllowed, isOpen } from '#shared/agreements/life-cycle.ts';
import type { VersionState } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import { itemWords } from '../words.ts';
import { useActor } from './use-actor.ts';

/** What can be done with a version in its state: one primary, the rest behind the dots. */
export function AgreementActions({ view }: { view: AgreementView }) {
  const navigate = useNavigate();
  const actor = useActor();
  const [givingUp, setGivingUp] = useState(false);
  const params = { id: view.id };
  const failed = (error: unknown): void => toast(wordsOfFailure(error).title);
  const ask = useMutation({ mutationFn: () => client.agreements.askForApproval(params), onError: failed });
  const begin = useMutation({ mutationFn: () => client.agreements.beginVersion(params), onSuccess: () => void navigate({ to: '/agreements/$id/draft', params }), onError: failed });
  const move = useMutation({ mutationFn: (to: VersionState) => client.agreements.move({ ...params, version: view.version, to, by: actor?.id ?? '' }), onError: failed, onSettled: () => setGivingUp(false) });
  const remove = useMutation({ mutationFn: () => client.agreements.remove(params), onSuccess: () => { toast(t('agreements.removed', { title: view.document.title })); void navigate({ to: '/agreements' }); }, onError: failed });
  const archive = useMutation({ mutationFn: () => client.history.archive({ kind: 'agreement', id: view.id, archived: true }), onSuccess: () => { toast(t('history.wasPut', { name: view.document.title }), { label: t('history.take'), run: () => void client.history.archive({ kind: 'agreement', id: view.id, archived: false }).catch(failed) }); void navigate({ to: '/agreements' }); }, onError: failed });
  const print = useMutation({ mutationFn: () => client.signing.exportAgreement({ ...params, version: view.version }), onSuccess: (file) => downloadFile(file.file), onError: failed });
  const mail = useMutation({
    mutationFn: () => client.signing.composeMail({ ...params, version: view.version }),
    onSuccess: ({ file, without }) => { downloadFile(file); if (without.length > 0) toast(t('agreements.mailWithout', { names: without.join(', ') })); },
    onError: failed,
  });
  const open = view.versions.find((version) => isOpen(version.state));
  const missing = view.completeness.missing;
  const toDraft = (): void => void navigate({ to: '/agreements/$id/draft', params });
  const toSign = (): void => void navigate({ to: '/agreements/$id/sign', params, search: { version: view.version } });
  const noActor = actor === null ? t('agreements.whoDecides') : null;
  const canMove = (to: VersionState): boolean => isMoveAllowed(view.state, to);
  const more: MenuAction[] = [
    { label: t('agreements.exportWord'), icon: 'file-type-docx', onChoose: () => print.mutate() },
    { label: t('agreements.composeMail'), icon: 'mail', onChoose: () => mail.mutate() },
    { label: t('history.put'), icon: 'archive', onChoose: () => archive.mutate() },
    ...(canMove('draft') ? [{ label: t('agreements.backToDraft'), icon: 'arrow-back-up' as const, disabledReason: noActor, onChoose: () => move.mutate('draft') }] : []),
    ...(canMove('abandoned') ? [{ label: t('agreements.giveUp'), icon: 'x' as const, ruleBefore: true, danger: true, disabledReason: noActor, onChoose: () => setGivingUp(true) }] : []),
    ...(view.state === 'draft' && view.versions.length === 1 ? [{ label: t('agreements.removeDraft'), icon: 'trash' as const, danger: true, onChoose: () => remove.mutate() }] : []),
  ];
  return (
    <>
      {view.isEditable ? <Button icon="edit" onClick={toDraft}>{t('agreements.openDraft')}</Button> : null}
      {view.state === 'draft' ? <Button kind="primary" disabledReason={missing.length === 0 ? null : `${t('agreements.itemsMissing', { count: missing.length })}: ${missing.map(itemWords).join(', ')}`} onClick={() => ask.mutate()}>{t('agreements.askForApproval')}</Button> : null}
      {view.state === 'agreed' ? <Button kind="primary" icon="user-check" onClick={() => document.getElementById('decide')?.focus()}>{t('agreements.approve')}</Button> : null}
      {view.state === 'approved' ? <Button kind="primary" icon="signature" onClick={toSign}>{t('agreements.sign')}</Button> : null}
      {view.state === 'signing' ? <Button kind="primary" icon="signature" onClick={toSign}>{t('agreements.continueSigning')}</Button> : null}
      {view.state === 'signed' && open !== undefined ? <Button kind="primary" icon="versions" onClick={() => void navigate({ to: '/agreements/$id', params, search: { version: open.version } })}>{t('agreements.openVersion', { version: open.version })}</Button> : null}
      {(view.state === 'signed' || view.state === 'abandoned') && open === undefined ? <Button kind="primary" icon="versions" onClick={() => begin.mutate()}>{t('agreements.startVersion', { version: Math.max(...view.versions.map((version) => version.version)) + 1 })}</Button> : null}
      <ActionMenu label={t('agreements.moreActions')} actions={more} />
      <Dialog opened={givingUp} onClose={() => setGivingUp(false)} title={t('agreements.giveUpTitle', { version: view.version })} actions={<><Button onClick={() => setGivingUp(false)}>{t('kit.cancel')}</Button><Button kind="danger" onClick={() => move.mutate('abandoned')}>{t('agreements.giveUp')}</Button></>}>
        <p>{t('agreements.giveUpText')}</p>
      </Dialog>
    </>
  );
}
