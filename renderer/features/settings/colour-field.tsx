import { useEffect, useEffectEvent, useRef } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { houseAccent, readableAccent } from '#shared/documents/accent.ts';
import { t } from '#shared/messages/messages.ts';
import type { OwnLook } from '#shared/settings/contract.ts';
import styles from './settings.module.css';

/** The accent of an own organisation's documents: picked, seen with what paper makes of it, taken away. */
export function ColourField({ own: { organisation, name, colour } }: { own: OwnLook }) {
  const { save, error } = useSaving();
  const input = useRef<HTMLInputElement>(null);
  const change = (next: string | null): void => void save('settings.set-colour', () => client.settings.setColour({ organisation, colour: next }));
  const pick = useEffectEvent((next: string) => change(next));
  const present = `#${(colour ?? houseAccent).toLowerCase()}`;
  useEffect(() => {
    // React's change event comes with every movement in the picker; the element's own with the choice.
    const element = input.current;
    const take = (): void => { if (element !== null) pick(element.value); };
    element?.addEventListener('change', take);
    return () => element?.removeEventListener('change', take);
  }, []);
  useEffect(() => { if (input.current !== null) input.current.value = present; }, [present]);
  return (
    <div className={styles.logo}>
      <input ref={input} type="color" defaultValue={present} className={styles.swatch} aria-label={t('settings.colourOf', { name })} />
      <span className={styles.logoState}>{stateWords(colour)}</span>
      {colour === null ? null : <Button kind="link" size="small" onClick={() => change(null)}><span aria-hidden="true">{t('settings.colourReset')}</span><span className="sr">{t('settings.colourResetOf', { name })}</span></Button>}
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
    </div>
  );
}

function stateWords(colour: string | null): string {
  if (colour === null) return t('settings.colourHouse');
  const printed = readableAccent(colour);
  return printed === colour ? t('settings.colourSet', { colour: `#${colour}` }) : t('settings.colourDarker', { colour: `#${colour}`, printed: `#${printed}` });
}
