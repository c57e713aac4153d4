import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { choosePlace, isDesktop } from '#renderer/app/desktop-window.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { backupIntervals, fewestCopies, mostCopies, type BackupSettings, type BackupState } from '#shared/backups/model.ts';
import { sizeText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../settings.module.css';

/** Where, how often and how many; and a copy now. */
export function HowSection({ state: { settings, folder, isRunning, failure } }: { state: BackupState }) {
  const { save, error } = useSaving();
  const change = (changes: Partial<BackupSettings>): void => void save(null, () => client.backups.change(changes));
  const choose = async (): Promise<void> => {
    const place = await choosePlace('folder');
    if (place !== null) change({ folder: place.path });
  };
  const make = useMutation({ mutationFn: () => client.backups.make() });
  const isBusy = isRunning || make.isPending;
  const refused = make.error === null ? null : wordsOfFailure(make.error);
  const trouble = refused === null ? failure && { title: failure.message, wayOut: failure.wayOut } : refused;
  return (
    <Section title={t('backups.how')} ruled end={<Button size="small" icon="copy" disabledReason={isBusy ? t('backups.making') : null} onClick={() => make.mutate()}>{t(isBusy ? 'backups.making' : 'backups.now')}</Button>}>
      <div className={styles.backups}>
        {trouble === null ? null : <Note tone="missed">{[trouble.title, trouble.wayOut].filter(Boolean).join(' ')}</Note>}
        <div role="status" className="t13 t2">{make.data === undefined || isBusy ? null : t('backups.made', { size: sizeText(make.data.bytes) })}</div>
        <div className={styles.placeField}>
          <TextField label={t('backups.folder')} help={t('backups.folderHelp', { folder })} optional maxLength={4096} value={settings.folder ?? ''} error={error} onCommit={(text) => change({ folder: text === '' ? null : text })} />
          {isDesktop ? <Button onClick={() => void choose()}>{t('workspace.choose')}</Button> : null}
        </div>
        <div className={styles.backupsPair}>
          <SelectField label={t('backups.every')} help={t('backups.everyHelp')} value={settings.every} choices={backupIntervals.map((every) => ({ value: every, label: t(`backups.every-${every}`) }))}
            onChange={(chosen) => change({ every: backupIntervals.find((every) => every === chosen) ?? 'hour' })} />
          <NumberField label={t('backups.keep')} help={t('backups.keepHelp')} value={settings.keep} min={fewestCopies} max={mostCopies} onCommit={(keep) => { if (keep !== null) change({ keep }); }} />
        </div>
      </div>
    </Section>
  );
}
