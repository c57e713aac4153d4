import { useState, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Button } from '../button.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import type { PastePlan } from './paste-plan.ts';

/** Brings in cells of a spreadsheet where there is no grid to paste into. */
export function PasteButton({ title, help, read }: { title: string; help: ReactNode; read: (rows: readonly (readonly string[])[]) => PastePlan }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button kind="link" size="small" onClick={() => setOpened(true)}>{t('table.pasteFrom')}</Button>
      {opened ? <PasteDialog title={title} help={help} text={null} read={read} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
