import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { t } from '#shared/messages/messages.ts';
import type { SignatoryView, SigningView } from '#shared/signing/contract.ts';

/** Declining cannot be undone: it asks first, and for the reason. */
export function DeclineDialog({ opened, onClose, signing, signatory }: { opened: boolean; onClose: () => void; signing: SigningView; signatory: SignatoryView }) {
  const [reason, setReason] = useState('');
  const decline = useMutation({
    mutationFn: () => client.signing.decline({ id: signing.id, version: signing.version, person: signatory.personId, reason: reason.trim() }),
    onSuccess: onClose,
  });
  return (
    <Dialog opened={opened} onClose={onClose} title={t('signing.declineTitle', { name: signatory.name })}
      actions={<><Button onClick={onClose}>{t('kit.cancel')}</Button><Button kind="danger" disabledReason={reason.trim() === '' ? t('signing.declineReasonMissing') : null} onClick={() => decline.mutate()}>{t('signing.declineDeed')}</Button></>}>
      <p className="t13 t2">{t('signing.declineText')}</p>
      <TextField label={t('signing.declineReason')} value={reason} onCommit={setReason} onChangeText={setReason} multiline maxLength={5000} error={decline.error === null ? undefined : wordsOfFailure(decline.error).title} />
    </Dialog>
  );
}
