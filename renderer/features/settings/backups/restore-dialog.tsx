import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DefinitionList } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { BackupCopy, CopyFacts } from '#shared/backups/model.ts';
import { differenceWords, lastChangeWords } from '#shared/backups/words.ts';
import { sizeText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../settings.module.css';

/** What putting a copy back would change, before it is done. Afterwards the page starts anew: nothing that it shows holds any longer. */
export function RestoreDialog({ copy, present, zone, onClose }: { copy: BackupCopy; present: CopyFacts; zone: string; onClose: () => void }) {
  const restore = useMutation({ mutationFn: () => client.backups.restore({ name: copy.name }), onSuccess: () => location.assign('/') });
  const at = instantText(copy.madeAt, zone, { year: true });
  const refused = restore.error === null ? null : wordsOfFailure(restore.error);
  const actions = (
    <>
      <Button onClick={onClose}>{t('backups.cancel')}</Button>
      <Button kind="primary" disabledReason={restore.isPending ? t('backups.restoring') : null} onClick={() => restore.mutate()}>{t(restore.isPending ? 'backups.restoring' : 'backups.restore')}</Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t('backups.restoreTitle')} actions={actions}>
      <p className={styles.dialogText}>{t('backups.restoreText', { at })}</p>
      {copy.facts === null ? null : (
        <DefinitionList entries={[
          { name: t('backups.differs'), value: differenceWords(copy.facts, present) },
          { name: t('backups.last'), value: lastChangeWords(copy.facts, zone) },
          { name: t('backups.size'), value: sizeText(copy.bytes) },
        ]} />
      )}
      {refused === null ? null : <Note tone="missed">{[refused.title, refused.wayOut].filter(Boolean).join(' ')}</Note>}
    </Dialog>
  );
}
