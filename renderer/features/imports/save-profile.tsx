import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Preview } from '#shared/imports/screen-model.ts';
import { shippedTitles } from '#shared/imports/shipped-profiles.ts';
import { t } from '#shared/messages/messages.ts';
import type { SetSearch, WizardSearch } from './search.ts';
import { profileToSave } from './settings.ts';
import styles from './wizard.module.css';

/** Keeps the columns, the meanings, the zone and the fixed names under a name of one's own. */
export function SaveProfile({ preview, search, set }: { preview: Preview; search: WizardSearch; set: SetSearch }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const { save, error } = useSaving();
  if (preview.profile === null) return null;
  const isOwn = shippedTitles[preview.profile.name] === undefined;
  const store = async (): Promise<void> => {
    const wanted = (name === '' && isOwn ? (preview.profile?.name ?? '') : name).trim();
    const profile = wanted === '' ? null : profileToSave(search, preview, wanted);
    if (profile === null || (await save('imports.save-profile', () => client.imports.profiles.save({ profile }))) === null) return;
    setOpened(false);
    toast(t('imports.profileSaved', { name: wanted }));
    set({ profile: wanted, columns: undefined, missing: undefined, states: undefined, priorities: undefined, types: undefined, customers: undefined, services: undefined });
  };
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('imports.saveProfile')} width={320} position="top-start" target={<Button kind="quiet" expanded={opened} onClick={() => setOpened(!opened)}>{t('imports.saveProfile')}</Button>}>
      <form className={styles.saver} onSubmit={(event) => { event.preventDefault(); void store(); }}>
        <TextField label={t('imports.profileName')} help={t('imports.profileNameHelp')} value={isOwn ? preview.profile.name : ''} maxLength={120} error={error} onChangeText={setName} onCommit={setName} autoFocus />
        <Button type="submit" kind="primary">{t('imports.saveIt')}</Button>
      </form>
    </PopoverPanel>
  );
}
