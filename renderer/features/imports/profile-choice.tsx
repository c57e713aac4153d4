import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import type { Preview } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './map.module.css';
import type { SetSearch, WizardSearch } from './search.ts';
import { fieldWords } from './words.ts';

/** The profile that lies over the file, named, with the way to another; where none or two fit, the choice stands here. */
export function ProfileChoice({ preview, search, set, fixed }: { preview: Preview; search: WizardSearch; set: SetSearch; fixed: boolean }) {
  const [opened, setOpened] = useState(false);
  const { profile, title, columns, header } = preview;
  if (fixed) return <span>{t('imports.profile')} <b>{title}</b></span>;
  const choose = (name: string): void => {
    setOpened(false);
    set({ profile: name, columns: undefined, missing: undefined, states: undefined, priorities: undefined, types: undefined, customers: undefined, services: undefined });
  };
  const target = <Button size="small" expanded={opened} onClick={() => setOpened(!opened)}>{t(profile === null ? 'imports.chooseProfile' : 'imports.change')}</Button>;
  return (
    <>
      <Said preview={preview} used={columns.filter((column) => column.column !== null).length} all={header.length} />
      <span {...(profile === null ? { 'data-ask': 'profile' } : {})}>
        <PopoverPanel opened={opened} onClose={() => setOpened(false)} target={target} label={t('imports.chooseProfile')} width={360} position="bottom-end">
          <ul className={styles.profiles}>
            {preview.choices.map((choice) => (
              <li key={choice.name}>
                <button type="button" aria-pressed={choice.name === (search.profile ?? profile?.name)} onClick={() => choose(choice.name)}>
                  <b>{choice.title}</b>
                  <span>{choice.fits ? t('imports.profileChoiceFits', { columns: choice.columns }) : t('imports.profileChoiceMissing', { missing: choice.missing.join(', ') })}</span>
                </button>
              </li>
            ))}
          </ul>
        </PopoverPanel>
      </span>
    </>
  );
}

function Said({ preview, used, all }: { preview: Preview; used: number; all: number }) {
  if (preview.profile === null) {
    const fitting = preview.choices.filter((choice) => choice.fits).length;
    return <><AskDot /><span className="b">{fitting === 0 ? t('imports.profileNone') : t('imports.profileTwo', { count: fitting })}</span></>;
  }
  const missing = preview.columns.filter((column) => column.isRequired && column.column === null);
  const name = preview.title ?? preview.profile.name;
  if (missing.length > 0) return <><AskDot /><span>{t('imports.profileMissing', { name, missing: missing.map((column) => fieldWords(column.field)).join(', ') })}</span></>;
  return <><Icon name="circle-check-filled" className={styles.fit ?? ''} /><span>{t('imports.profileFits', { name, columns: used, all })}</span></>;
}
