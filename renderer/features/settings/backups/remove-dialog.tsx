import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { BackupCopy } from '#shared/backups/model.ts';
import { sizeText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../settings.module.css';

/** A deleted copy cannot be brought back, so it is asked for. */
export function RemoveDialog({ copy, zone, onClose }: { copy: BackupCopy; zone: string; onClose: () => void }) {
  const remove = useMutation({ mutationFn: () => client.backups.remove({ name: copy.name }), onSuccess: onClose });
  const refused = remove.error === null ? null : wordsOfFailure(remove.error);
  return (
    <Dialog opened onClose={onClose} title={t('backups.removeTitle')} actions={<><Button onClick={onClose}>{t('backups.cancel')}</Button><Button kind="danger" onClick={() => remove.mutate()}>{t('backups.removeNow')}</Button></>}>
      <p className={styles.dialogText}>{t('backups.removeText', { at: instantText(copy.madeAt, zone, { year: true }), size: sizeText(copy.bytes) })}</p>
      {refused === null ? null : <Note tone="missed">{[refused.title, refused.wayOut].filter(Boolean).join(' ')}</Note>}
    </Dialog>
  );
}
