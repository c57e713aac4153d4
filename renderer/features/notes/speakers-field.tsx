import { useId, useState, type KeyboardEvent } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { t } from '#shared/messages/messages.ts';
import { mostSpeakers } from '#shared/notes/model.ts';
import type { Speaker } from './draft.ts';
import styles from './notes.module.css';

/** A person who may have said it; `hint` tells people of one name apart. */
export type Known = Speaker & { readonly hint: string };

const shownAtOnce = 7;
/** Fewer letters are somebody's beginning, not a name. */
const shortestName = 3;
type Offer = { readonly key: string; readonly name: string; readonly hint: string; readonly person: Speaker | null };

/**
 * Who said it: the first letters find a person, Enter takes the marked one and keeps the note, a comma takes one and asks for another.
 * A name that nobody has is offered as a new person of the organisation.
 */
export function SpeakersField({ organisation, known, said, onSaid, onKeep, onOtherKey }: { organisation: { readonly name: string }; known: readonly Known[]; said: readonly Speaker[]; onSaid: (said: readonly Speaker[]) => void; onKeep: (also: readonly Speaker[], newcomer: string | null) => void; onOtherKey: (event: KeyboardEvent) => void }) {
  const id = useId();
  const { save, error } = useSaving();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const offers = offersFor(typed, known, said);
  const at = Math.min(marked, offers.length - 1);
  const take = async (offer: Offer | undefined): Promise<Speaker | null> => {
    if (offer === undefined) return null;
    const name = offer.name;
    const created = offer.person ?? (await save('people.create', async () => ({ ...(await client.people.create({ organisation: organisation.name, name })), name })));
    if (created !== null) setTyped('');
    setMarked(0);
    return created;
  };
  const add = async (offer: Offer | undefined): Promise<void> => {
    const speaker = await take(offer);
    if (speaker !== null) onSaid([...said, speaker]);
  };
  const keep = (): void => {
    const offer = typed.trim() === '' ? undefined : offers[at];
    setTyped('');
    setMarked(0);
    onKeep(offer === undefined || offer.person === null ? [] : [offer.person], offer?.person === null ? offer.name : null);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return onOtherKey(event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setMarked(offers.length === 0 ? 0 : (at + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    else if (event.key === 'Enter' && (typed.trim() === '' || offers.length > 0)) keep();
    else if (event.key === ',' && typed.trim() !== '') void add(offers[at]);
    else if (event.key === 'Backspace' && typed === '' && said.length > 0) onSaid(said.slice(0, -1));
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return onOtherKey(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.who}>
      {said.map((speaker) => (
        <span key={speaker.id} className={styles.chosen}>
          <span dir="auto">{speaker.name}</span>
          <button type="button" aria-label={t('notes.whoTake', { name: speaker.name })} onClick={() => onSaid(said.filter((one) => one.id !== speaker.id))}><Icon name="x" size={12} /></button>
        </span>
      ))}
      {said.length >= mostSpeakers ? null : (
        <input type="text" role="combobox" aria-label={t('notes.who')} aria-autocomplete="list" aria-expanded={offers.length > 0} aria-controls={`${id} list`} {...(offers[at] === undefined ? {} : { 'aria-activedescendant': `${id} ${offers[at].key}` })}
          value={typed} maxLength={500} dir="auto" autoComplete="off" placeholder={t(said.length === 0 ? 'notes.whoHint' : 'notes.whoMore')} onChange={(event) => { setTyped(event.currentTarget.value); setMarked(0); }} onKeyDown={press} onBlur={() => { const whole = offers.find((offer) => offer.person !== null && offer.name.toLowerCase() === typed.trim().toLowerCase()); if (whole !== undefined) void add(whole); }} />
      )}
      <ul id={`${id} list`} role="listbox" aria-label={t('notes.who')} className={classes(offers.length > 0 && styles.list)}>
        {offers.map((offer, index) => (
          <li key={offer.key} id={`${id} ${offer.key}`} role="option" aria-selected={index === at} onPointerDown={(event) => event.preventDefault()} onClick={() => void add(offer)}>
            {offer.person === null ? <Icon name="user-plus" /> : <Avatar name={offer.name} />}
            <span dir="auto">{offer.person === null ? t('notes.newPerson', { name: offer.name }) : offer.name}</span>
            {offer.hint === '' ? null : <span dir="auto">{offer.hint}</span>}
          </li>
        ))}
      </ul>
      {error === null ? null : <span className="t12 missed-text" role="alert">{error}</span>}
    </div>
  );
}

/** People whose name has a word that begins with what was typed; then a new one, where nobody is called so. */
function offersFor(typed: string, known: readonly Known[], said: readonly Speaker[]): Offer[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return [];
  const found = known.filter((person) => !said.some(({ id }) => id === person.id) && (plain(person.name).startsWith(wanted) || plain(person.name).split(/[\s-]+/u).some((word) => word.startsWith(wanted))));
  const offers = found.slice(0, shownAtOnce).map(({ id, name, hint }) => ({ key: id, name, hint, person: { id, name } }));
  return wanted.length < shortestName || known.some((person) => plain(person.name) === wanted) ? offers : [...offers, { key: 'new', name: typed.trim(), hint: '', person: null }];
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase();
}
