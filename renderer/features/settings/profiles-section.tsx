import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './settings.module.css';

/** Profiles that imports were saved as, and those that come with the program. */
export function ProfilesSection() {
  const { data } = useQuery(api.imports.profiles.list.queryOptions({ input: {} }));
  const { save, error } = useSaving();
  const profiles = (data ?? []).toSorted((one, other) => Number(one.isShipped) - Number(other.isShipped));
  const own = profiles.filter((profile) => !profile.isShipped);
  return (
    <Section title={t('settings.profiles')} count={profiles.length === 0 ? undefined : profiles.length} ruled>
      {own.length === 0 ? <p className="t13 t3">{t('settings.profilesNone')}</p> : null}
      <ul className={styles.own}>
        {profiles.map(({ id, title, isShipped, profile }) => (
          <li key={id ?? title}>
            <span className="clip" dir="auto">{title}<span className={styles.ownFirst}>{[t(`settings.profileKind-${profile.kind}`), isShipped ? t('settings.profilesShipped') : ''].filter((word) => word !== '').join(', ')}</span></span>
            {id === null || isShipped ? null : <Button kind="quiet" size="small" icon="trash" iconOnly onClick={() => void save('imports.remove-profile', () => client.imports.profiles.remove({ id }))}>{t('settings.profileRemove', { name: title })}</Button>}
          </li>
        ))}
      </ul>
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </Section>
  );
}
