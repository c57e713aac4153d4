import { useState } from 'react';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './map.module.css';
import type { SetSearch } from './search.ts';

/** The texts that stand for a missing value: those that the file has, and the field to change them. */
export function MissingTexts({ preview, set }: { preview: Preview; set: SetSearch }) {
  const [opened, setOpened] = useState(false);
  const found = preview.missing.filter((one) => one.columns > 0).map((one) => one.marker).join('  ');
  const all = (preview.profile?.missing ?? []).join(' ');
  const target = (
    <button type="button" className={styles.pick} aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {found === '' ? t('imports.missingNone') : found}<Icon name="selector" size={14} />
    </button>
  );
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} target={target} label={t('imports.missing')} width={280}>
      <TextField label={t('imports.missingLabel')} help={t('imports.missingHelp')} optional value={all} onCommit={(text) => { setOpened(false); set({ missing: text.split(/\s+/u).filter((one) => one !== '') }); }} />
    </PopoverPanel>
  );
}
