import { doAgain, takeBack } from '#renderer/app/changes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { HistoryEntry } from '#shared/history/model.ts';
import { t } from '#shared/messages/messages.ts';

/** Undo, or do again; where a change stays, the button says why. Nothing where the program itself began something. */
export function WayBack({ entry, what }: { entry: HistoryEntry; what: string }) {
  const undo = async (): Promise<void> => {
    if (await takeBack(entry.id)) toast(t('history.done'), entry.way === 'import' ? null : { label: t('history.redo'), run: () => void doAgain(entry.id) });
  };
  const redo = async (): Promise<void> => {
    if (await doAgain(entry.id)) toast(t('history.redone'), { label: t('history.undo'), run: () => void takeBack(entry.id) });
  };
  switch (entry.way) {
    case 'undo':
    case 'import':
      return <Button kind="quiet" size="small" icon="arrow-back-up" iconOnly onClick={() => void undo()}>{t('history.undoOf', { what })}</Button>;
    case 'redo':
      return <Button kind="quiet" size="small" icon="arrow-forward-up" iconOnly onClick={() => void redo()}>{t('history.redoOf', { what })}</Button>;
    case 'approval':
    case 'signature':
      return <Button kind="quiet" size="small" icon="arrow-back-up" iconOnly disabledReason={t(`history.why-${entry.way}`)}>{t('history.undoOf', { what })}</Button>;
    case 'none':
      return null;
  }
}
