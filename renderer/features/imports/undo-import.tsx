import { useCallback, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useOfferedUndo } from '#renderer/app/saved.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { countText } from '#shared/format/figures.ts';
import type { ImportRecord } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './result.module.css';

/** Takes an import back, also with Ctrl Z; says before what goes. */
export function UndoImport({ record }: { record: ImportRecord & { readonly attached: number } }) {
  const [opened, setOpened] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useOfferedUndo(useCallback(() => setOpened(true), []));
  const undo = async (): Promise<void> => {
    try {
      await client.imports.undo({ id: record.id });
      setOpened(false);
      toast(t('imports.undoDone'));
    } catch (error) {
      setFailure(error);
    }
  };
  const rows = countText(record.counts.new);
  const words = failure === null ? null : wordsOfFailure(failure);
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('imports.undoTitle')} width={340} position="bottom-end"
      target={<Button icon="arrow-back-up" keyHint="Ctrl Z" expanded={opened} onClick={() => setOpened(!opened)}>{t('imports.undoImport')}</Button>}>
      <div className={styles.undo}>
        <h2 className="t14 b ink">{t('imports.undoTitle')}</h2>
        <p>{record.tickets === null ? `${t('imports.undoText', { count: rows })}.` : `${t('imports.undoTickets', { tickets: countText(record.tickets.new), rows })}.`}{' '}
          {record.counts.updated + (record.tickets?.updated ?? 0) === 0 ? null : t('imports.undoUpdated', { count: countText(record.tickets?.updated ?? record.counts.updated) })}</p>
        {record.attached === 0 ? null : <p>{t('imports.undoAttached', { count: record.attached })}</p>}
        <p className="t2">{t('imports.undoRest')}</p>
        {words === null ? null : <p className="missed-text" role="alert">{words.title} {words.wayOut}</p>}
        <div><Button kind="danger" icon="arrow-back-up" onClick={() => void undo()}>{t('imports.undoImport')}</Button></div>
      </div>
    </PopoverPanel>
  );
}
