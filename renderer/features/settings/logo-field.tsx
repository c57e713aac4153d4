import { useRef } from 'react';
import { client, uploadFile } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { t } from '#shared/messages/messages.ts';
import type { OwnLook } from '#shared/settings/contract.ts';
import styles from './settings.module.css';

/** The logo on the cover of an own organisation's documents: chosen, seen, taken away. */
export function LogoField({ own: { organisation, name, logo } }: { own: OwnLook }) {
  const { save, error } = useSaving();
  const input = useRef<HTMLInputElement>(null);
  const choose = async (file: File): Promise<void> => void (await save('settings.set-logo', async () => client.settings.setLogo({ organisation, file: (await uploadFile(file, file.name)).id })));
  return (
    <div className={styles.logo}>
      <span className={styles.logoState}>{t(logo === null ? 'settings.logoNone' : 'settings.logoSet')}</span>
      <Button kind="link" size="small" onClick={() => input.current?.click()}><span aria-hidden="true">{t('settings.logoChoose')}</span><span className="sr">{t('settings.logoChooseOf', { name })}</span></Button>
      {logo === null ? null : <Button kind="link" size="small" onClick={() => void save('settings.set-logo', () => client.settings.setLogo({ organisation, file: null }))}><span aria-hidden="true">{t('settings.logoRemove')}</span><span className="sr">{t('settings.logoRemoveOf', { name })}</span></Button>}
      <input ref={input} type="file" accept=".png,.jpg,.jpeg" className="sr" tabIndex={-1} aria-label={t('settings.logoChooseOf', { name })} onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file !== undefined) void choose(file); }} />
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </div>
  );
}
