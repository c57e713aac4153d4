import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './conflict-dialog.module.css';
import { useDraftContext } from './use-draft.ts';

/** Two windows changed the same part: both are shown, one is chosen. */
export function ConflictDialog() {
  const { conflict } = useDraftContext();
  if (conflict === null) return null;
  return (
    <Dialog opened onClose={conflict.keep} title={t('agreements.conflictTitle')} width={640}
      actions={<><Button onClick={conflict.keep}>{t('agreements.conflictKeep')}</Button><Button kind="primary" onClick={conflict.use}>{t('agreements.conflictUse')}</Button></>}>
      <p>{t('agreements.conflictText')}</p>
      <div className={styles.both}>
        <div><h3>{t('agreements.conflictTheirs')}</h3>{conflict.theirs.map((words, index) => <p key={index}>{words}</p>)}</div>
        <div><h3>{t('agreements.conflictMine')}</h3>{conflict.mine.map((words, index) => <p key={index}>{words}</p>)}</div>
      </div>
    </Dialog>
  );
}
