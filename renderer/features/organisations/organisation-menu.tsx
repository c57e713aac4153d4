import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { ImportContactsDialog } from '#renderer/features/people/import-dialog.tsx';
import { MergeDialog } from '#renderer/features/people/merge-dialog.tsx';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';

/** Archive or restore, and remove where nothing stands on it: a refusal says what does. */
export function OrganisationMenu({ organisation, onGone }: { organisation: Organisation; onGone: () => void }) {
  const { id, archived } = organisation;
  const { save } = useSaving();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const removed = await save('organisations.remove', () => client.organisations.remove({ id }).catch(sayWhyNot));
    if (removed?.removed === true) onGone();
  };
  const [open, setOpen] = useState<'import' | 'merge' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
    <ActionMenu label={t('organisations.more')} actions={[
      { label: t('people.importMenu'), icon: 'file-import', onChoose: () => setOpen('import') },
      { label: t('people.merge'), icon: 'git-compare', onChoose: () => setOpen('merge') },
      { label: t(archived ? 'organisations.restore' : 'organisations.archive'), icon: 'archive', onChoose: () => void save('organisations.change', () => client.organisations.change({ id, archived: !archived })) },
      { label: t('organisations.remove'), icon: 'trash', danger: true, ruleBefore: true, onChoose: () => void remove() },
    ]} />
    {open === 'import' ? <ImportContactsDialog organisation={organisation.name} onClose={close} /> : null}
    {open === 'merge' ? <MergeDialog kind="organisation" record={organisation} onClose={close} onKept={(kept) => { close(); if (kept !== id) void navigate({ to: '/customers/$id', params: { id: kept } }); }} /> : null}
    </>
  );
}

function sayWhyNot(error: unknown): never {
  const { title, wayOut } = wordsOfFailure(error);
  toast(wayOut === null ? title : `${title} ${wayOut}`);
  throw error;
}
