import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { begunDraft, draftOf, emptyDraft, rememberDraft, type NoteDraft } from '#renderer/features/notes/draft.ts';
import { NoteField } from '#renderer/features/notes/note-field.tsx';
import { NotesList } from '#renderer/features/notes/notes-list.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Note } from '#shared/notes/model.ts';
import type { Person } from '#shared/people/model.ts';

/** How many notes there are of a person, the field for a further one, and what changes one of them. */
export function usePersonNotes(person: Person, focus: number): { readonly total: number; readonly field: ReactNode; readonly change: (note: Note) => void } {
  const { data: noted } = useQuery(api.notes.list.queryOptions({ input: { person: person.id, limit: 1 } }));
  const { data: colleagues } = useQuery(api.people.list.queryOptions({ input: { organisation: person.organisationId } }));
  const [draft, setDraft] = useState<NoteDraft>(() => ({ ...begunDraft(person.id), said: [person] }));
  const [changing, setChanging] = useState(0);
  const set = (next: NoteDraft): void => {
    const isNew = next.id === null && next.text === '';
    setDraft(isNew ? { ...emptyDraft, channel: next.channel, said: next.said.length === 0 ? [person] : next.said } : next);
    if (next.id === null) rememberDraft(person.id, isNew ? emptyDraft : next);
  };
  const change = (note: Note): void => { set(draftOf(note)); setChanging(changing + 1); };
  const known = (colleagues ?? []).map(({ id, name, organisation, jobTitle }) => ({ id, name, hint: jobTitle ?? organisation }));
  const field = <NoteField organisation={{ id: person.organisationId, name: person.organisation }} known={known} draft={draft} onDraft={set} focus={focus + changing} />;
  return { total: noted?.total ?? 0, field, change };
}

/** What the person said or was there for, in any organisation's notes. */
export function PersonNotes({ person, zone, total, onChange }: { person: Person; zone: string; total: number; onChange: (note: Note) => void }) {
  if (total === 0) return <p className="t13 t3">{t('people.noNotes', { name: person.name })}</p>;
  return <NotesList person={person.id} zone={zone} onChange={onChange} />;
}
