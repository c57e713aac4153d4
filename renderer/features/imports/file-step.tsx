import { useRef, useState } from 'react';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { DropZone } from '#renderer/ui/drop-zone.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { candidatesOf, importKinds, type ImportKind } from '#shared/imports/profile.ts';
import { shippedProfiles, shippedTitles } from '#shared/imports/shipped-profiles.ts';
import { t } from '#shared/messages/messages.ts';
import { freshSearch, type WizardSearch } from './search.ts';
import { uploadWithProgress } from './upload.ts';
import styles from './wizard.module.css';

/** The first step: what it is, and the file by drop or choice. `bare` is the place for another file after one that was refused. */
export function FileStep({ kind, set, bare = false }: { kind: ImportKind; set: (next: WizardSearch) => void; bare?: boolean }) {
  const [sending, setSending] = useState<{ readonly name: string; readonly sent: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const leaving = useRef<AbortController | null>(null);
  const take = async (file: File): Promise<void> => {
    const controller = new AbortController();
    leaving.current = controller;
    setFailure(null);
    setSending({ name: file.name, sent: 0, total: file.size });
    try {
      set(freshSearch(kind, await uploadWithProgress(file, (sent) => setSending({ name: file.name, sent, total: file.size }), controller.signal)));
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
    }
    setSending(null);
  };
  const place = sending === null
    ? <DropZone title={t('imports.dropTitle')} help={t('imports.dropHelp')} accept=".csv,.tsv,.txt,.zip" primary onFile={(file) => void take(file)} />
    : <Progress title={`${t('imports.sending')}: ${sending.name}`} done={sending.sent} total={sending.total} unit={`(${sizeText(sending.total)})`} onCancel={() => leaving.current?.abort()} />;
  const refused = failure === null ? null : <Refusal failure={failure} />;
  if (bare) return <>{refused}{place}</>;
  return (
    <div className={styles.middle}>
      <div className={styles.column}>
        <h1 className="t20">{t(`imports.import-${kind}`)}</h1>
        <div className={styles.kinds}><Segmented label={t('imports.kind')} options={importKinds.map((one) => ({ value: one, label: t(`imports.kind-${one}`) }))} value={kind} onChange={(next) => set({ kind: next })} /></div>
        <p className={styles.about}>{t(`imports.about-${kind}`)}</p>
        {refused}
        {place}
        <Needed kind={kind} />
      </div>
    </div>
  );
}

function Refusal({ failure }: { failure: unknown }) {
  const { title, wayOut } = wordsOfFailure(failure);
  return <Note tone="missed">{title} {wayOut}</Note>;
}

/** The profiles that come with Parley for this kind, and the columns that they need. */
function Needed({ kind }: { kind: ImportKind }) {
  return (
    <div className={styles.needs}>
      <h2 className="t14 b">{t('imports.fits')}</h2>
      <ul>
        {shippedProfiles.filter((profile) => profile.kind === kind).map((profile) => (
          <li key={profile.name}>
            <span className="m">{shippedTitles[profile.name] ?? profile.name}</span>
            <span className="t2">{t('imports.columnsNeeded')}: {profile.required.map((field) => candidatesOf(profile, field)[0] ?? field).join(', ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
