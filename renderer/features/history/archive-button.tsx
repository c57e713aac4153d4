import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Archivable } from '#shared/history/model.ts';
import { t } from '#shared/messages/messages.ts';

/** Puts a record away or takes it out again, with undo. */
export function ArchiveButton({ kind, id, archived, onGone }: { kind: Archivable; id: string; archived: boolean; onGone?: () => void }) {
  const { save, error } = useSaving();
  const turn = async (): Promise<void> => {
    const done = await save(archived ? 'history.unarchive' : 'history.archive', () => client.history.archive({ kind, id, archived: !archived }));
    if (done !== null && !archived) onGone?.();
  };
  return (
    <>
      <Button kind="plain" size="small" icon="archive" onClick={() => void turn()}>{t(archived ? 'history.take' : 'history.put')}</Button>
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </>
  );
}
