import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

/** Profiles that imports were saved as, and those that come with the program. */
export function ProfilesSection() {
  const { data } = useQuery(api.imports.profiles.list.queryOptions({ input: {} }));
  const { save, error } = useSaving();
  const [failed, setFailed] = useState<string | null>(null);
  const rename = async (id: string, present: string, name: string): Promise<void> => {
    if (name.trim() === present || name.trim() === '') return;
    setFailed(id);
    await save('imports.save-profile', () => client.imports.profiles.rename({ id, name: name.trim() }));
  };
  const remove = async (id: string): Promise<void> => {
    setFailed(null);
    await save('imports.remove-profile', () => client.imports.profiles.remove({ id }));
  };
  const profiles = (data ?? []).toSorted((one, other) => Number(one.isShipped) - Number(other.isShipped));
  const own = profiles.filter((profile) => !profile.isShipped);
  return (
    <Section title={t('settings.profiles')} count={profiles.length === 0 ? undefined : profiles.length} ruled>
      {own.length === 0 ? <p className={classes('t13', 't3', styles.note)}>{t('settings.profilesNone')}</p> : null}
      <ul className={styles.own}>
        {profiles.map(({ id, title, profile }) => (
          <li key={id ?? title}>
            {id === null ? <span className="clip" dir="auto">{title}<span className={styles.ownFirst}>{t(`settings.profileKind-${profile.kind}`)}, {t('settings.profilesShipped')}</span></span> : (
              <span className={styles.named}>
                <TextField label={t('settings.profileName', { name: title })} labelHidden size="small" value={title} maxLength={120} error={failed === id ? error : null} onCommit={(name) => void rename(id, title, name)} />
                <span className={styles.ownFirst}>{t(`settings.profileKind-${profile.kind}`)}</span>
              </span>
            )}
            {id === null ? null : <Button kind="quiet" size="small" icon="trash" iconOnly onClick={() => void remove(id)}>{t('settings.profileRemove', { name: title })}</Button>}
          </li>
        ))}
      </ul>
      {error === null || failed !== null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </Section>
  );
}
