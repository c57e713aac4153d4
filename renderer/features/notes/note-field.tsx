import { useEffect, useRef, type KeyboardEvent } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { tip } from '#renderer/ui/tip.tsx';
import { t } from '#shared/messages/messages.ts';
import { longestNote, noteChannels } from '#shared/notes/model.ts';
import { emptyDraft, type NoteDraft, type Speaker } from './draft.ts';
import { channelIcons } from './notes-list.tsx';
import styles from './notes.module.css';
import { SpeakersField, type Known } from './speakers-field.tsx';

/**
 * A note in ten seconds: what was said, Tab to who said it, Enter keeps. It is one line until it is entered or begun. `focus` moves the keyboard here
 * whenever it changes.
 */
export function NoteField({ organisation, known, draft, onDraft, focus }: {
  organisation: { readonly id: string; readonly name: string };
  known: readonly Known[];
  draft: NoteDraft;
  onDraft: (draft: NoteDraft) => void;
  focus: number;
}) {
  const { save, error } = useSaving();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (focus > 0) text.current?.focus(); }, [focus]);
  const set = (changes: Partial<NoteDraft>): void => onDraft({ ...draft, ...changes });
  const latest = useRef(draft);
  useEffect(() => { latest.current = draft; });
  /** Empties the field at once, so that the next note can be written while this one is kept; it comes back where it was refused. */
  const keep = async (also: readonly Speaker[] = [], newcomer: string | null = null): Promise<void> => {
    text.current?.focus();
    if (draft.text.trim() === '') return;
    const { id, channel } = draft;
    onDraft({ ...emptyDraft, channel });
    const created = newcomer === null ? null : await save('people.create', () => client.people.create({ organisation: organisation.name, name: newcomer }));
    const said = [...draft.said, ...also].map((speaker) => speaker.id).concat(created === null ? [] : [created.id]);
    const isKept = (newcomer === null || created !== null) && (id === null
      ? (await save('notes.create', () => client.notes.create({ organisation: organisation.id, text: draft.text, channel, said }))) !== null
      : (await save('notes.change', () => client.notes.change({ id, text: draft.text, channel, said }))) !== null);
    if (!isKept && latest.current.text === '') onDraft(draft);
  };
  const turn = (by: 1 | -1): void => set({ channel: noteChannels[(noteChannels.indexOf(draft.channel) + by + noteChannels.length) % noteChannels.length] ?? 'telephone' });
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) turn(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && !event.shiftKey && event.target === text.current) void keep();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (): void => {
    if (draft.id !== null) onDraft(emptyDraft);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const how = t(`notes.by-${draft.channel}`);
  const internal = <span className={styles.internal} {...tip(t('notes.internalHelp'))}><Icon name="eye-off" />{t('notes.internal')}</span>;
  return (
    <div role="group" aria-label={t(draft.id === null ? 'notes.note' : 'notes.changing')} className={styles.field} data-begun={draft.text !== '' || draft.said.length > 0 || undefined}>
      <div className={styles.line}>
        <button type="button" className={styles.how} aria-label={t('notes.howNext', { how })} {...tip(t('notes.how', { how }))} onClick={() => turn(1)}><Icon name={channelIcons[draft.channel]} /></button>
        <textarea ref={text} rows={1} value={draft.text} maxLength={longestNote} dir="auto" aria-label={t('notes.text')} placeholder={t('notes.textFirst')} onChange={(event) => set({ text: event.currentTarget.value })} onKeyDown={press} />
        <span className={styles.atRest}>{internal}</span>
      </div>
      <div className={styles.begun}>
        <SpeakersField organisation={organisation} known={known} said={draft.said} onSaid={(said) => set({ said })} onKeep={(also, newcomer) => void keep(also, newcomer)} onOtherKey={press} />
        <div className={styles.under}><span>{draft.id === null ? null : <>{t('notes.changing')} · </>}<KeyHint>Tab</KeyHint> {t('notes.keyWho')} <KeyHint>↵</KeyHint> {t('notes.keyKeep')}</span>{internal}</div>
      </div>
      {error === null ? null : <p className="t12 missed-text" role="alert">{error}</p>}
    </div>
  );
}
