import { useSyncExternalStore } from 'react';
import { useOpenHelp } from '#renderer/features/guide/use-help.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { t } from '#shared/messages/messages.ts';
import { keyName, keysNow, type KnownKey } from '../keys.ts';
import styles from './key-sheet.module.css';

type Sheet = { readonly page: readonly KnownKey[]; readonly window: readonly KnownKey[] };

/** Keys of the frame itself: they work in every place. */
const everywhere: readonly string[] = ['mod+k', 'mod+z', 'mod+y', '[', '?', 'F1'];
const ofLists: readonly KnownKey[] = [
  { key: 'ArrowUp', does: t('shell.key-move') }, { key: 'Home', does: t('shell.key-ends') }, { key: 'Enter', does: t('shell.key-open') },
  { key: t('shell.key-space'), does: t('shell.key-select') }, { key: 'A–Z', does: t('shell.key-type') },
];

const listeners = new Set<() => void>();
let sheet: Sheet | null = null;

/** Shows the keys that listen at this moment. */
export function openKeySheet(): void {
  const known = keysNow();
  show({ page: known.filter(({ key }) => !everywhere.includes(key)), window: known.filter(({ key }) => everywhere.includes(key)) });
}

/** The sheet of keys; the frame has one. */
export function KeySheet() {
  const present = useSyncExternalStore(subscribe, () => sheet);
  const openHelp = useOpenHelp();
  if (present === null) return null;
  const close = (): void => show(null);
  const help = (): void => { close(); openHelp(); };
  const hasList = document.querySelector('main [role="grid"], main [role="treegrid"]') !== null;
  return (
    <Dialog opened onClose={close} title={t('shell.keys')} width={560} actions={<><Button onClick={help} keyHint="F1">{t('guide.open')}</Button><Button onClick={close}>{t('kit.close')}</Button></>}>
      <div className={styles.sheet}>
        <Keys head={t('shell.keysOfPage')} keys={present.page} />
        {hasList ? <Keys head={t('shell.keysOfLists')} keys={ofLists} /> : null}
        <Keys head={t('shell.keysOfWindow')} keys={present.window} />
      </div>
    </Dialog>
  );
}

function Keys({ head, keys }: { head: string; keys: readonly KnownKey[] }) {
  if (keys.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{head}</h3>
      <dl>{keys.map(({ key, does }) => <div key={key}><dt>{does}</dt><dd><KeyHint>{keyName(key)}</KeyHint></dd></div>)}</dl>
    </section>
  );
}

function show(next: Sheet | null): void {
  sheet = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
