import type { Note, NoteChannel } from '#shared/notes/model.ts';

/** A note that is being written; `id` where it is one that was kept before. */
export type NoteDraft = { readonly id: string | null; readonly text: string; readonly channel: NoteChannel; readonly said: readonly Speaker[] };
export type Speaker = { readonly id: string; readonly name: string };

export const emptyDraft: NoteDraft = { id: null, text: '', channel: 'telephone', said: [] };

export function draftOf(note: Note): NoteDraft {
  return { id: note.id, text: note.text, channel: note.channel ?? 'telephone', said: note.said };
}

/** What was begun and not kept, by organisation, for as long as the window is open: a look at something else loses nothing. */
const begun = new Map<string, NoteDraft>();

export function begunDraft(organisation: string): NoteDraft {
  return begun.get(organisation) ?? emptyDraft;
}

export function rememberDraft(organisation: string, draft: NoteDraft): void {
  if (draft.text === '' && draft.said.length === 0) begun.delete(organisation);
  else begun.set(organisation, draft);
}
