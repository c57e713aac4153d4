import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { askWindow, choosePlace, isDesktop, type ChosenPlace } from '#renderer/app/desktop-window.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

export type PlaceDeed = 'copy' | 'move';

/** Copies the workspace to another place, or moves it there: where to, and what then holds. */
export function PlaceDialog({ deed, file, onClose }: { deed: PlaceDeed; file: string; onClose: () => void }) {
  const [path, setPath] = useState('');
  const [chosen, setChosen] = useState<ChosenPlace | null>(null);
  const work = useMutation({
    mutationFn: async () => (deed === 'copy' ? await client.settings.copyTo({ path }) : await client.settings.moveTo({ path })),
    onSuccess: async (made) => {
      if (deed === 'move') return await goOnAt(made.path);
      onClose();
      const saved = chosen?.path === path ? chosen.saved : null;
      toast(t('workspace.copied', { place: made.path, size: sizeText(made.bytes) }), saved === null ? null : { label: t('desktop.showInFolder'), run: () => askWindow({ kind: 'show-saved', id: saved }) });
    },
  });
  const choose = async (): Promise<void> => {
    const place = await choosePlace('workspace-file');
    if (place === null) return;
    setChosen(place);
    setPath(place.path);
    work.reset();
  };
  const refused = work.error === null ? null : wordsOfFailure(work.error);
  const isBusy = work.isPending || (deed === 'move' && work.isSuccess);
  const reason = isBusy ? t('workspace.copying') : path.trim() === '' ? t('workspace.where') : null;
  return (
    <Dialog opened onClose={onClose} title={t(`workspace.${deed}Title`)} width={560} actions={<><Button onClick={onClose}>{t('kit.cancel')}</Button><Button kind="primary" disabledReason={reason} onClick={() => work.mutate()}>{t(isBusy ? 'workspace.copying' : `workspace.${deed}Now`)}</Button></>}>
      <p className={styles.dialogText}>{t(`workspace.${deed}Text`)}</p>
      <div className={styles.placeField}>
        <TextField label={t('workspace.place')} help={t('workspace.placeHelp')} maxLength={4096} placeholder={placeBeside(file)} value={path} onChangeText={setPath} onCommit={setPath}
          error={refused === null ? null : [refused.title, refused.wayOut].filter(Boolean).join(' ')} />
        {isDesktop ? <Button onClick={() => void choose()}>{t('workspace.choose')}</Button> : null}
      </div>
      <p role="status" className="sr">{isBusy ? t('workspace.copying') : ''}</p>
    </Dialog>
  );
}

/** In the browser the program goes on at the new place under the same address; the desktop window opens again by itself. */
async function goOnAt(place: string): Promise<void> {
  if (isDesktop) return;
  for (let look = 0; look < mostLooks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    const info = await client.workspace.info().catch(() => null);
    if (info?.file === place) break;
  }
  location.assign('/');
}

const lookMs = 250;
const mostLooks = 120;

function placeBeside(file: string): string {
  return file.replace(/[^/\\]+$/u, 'North IT.parley');
}
