import { eq } from 'drizzle-orm';
import type { NoteChannel } from '#shared/notes/model.ts';
import { newId } from '../ids.ts';
import { internalNotePeople, internalNotes } from '../records/tables.ts';
import type { Tx } from '../store.ts';

type NewNote = { readonly organisationId: string; readonly text: string; readonly channel: NoteChannel; readonly said: readonly string[]; readonly writerId: string | null; readonly at: number };

export function createNote(tx: Tx, { organisationId, text, channel, said, writerId, at }: NewNote): string {
  const id = newId();
  const [first, ...others] = new Set(said);
  tx.drizzle.insert(internalNotes).values({ id, recordId: organisationId, personId: writerId, saidById: first ?? null, channel, bodyJson: JSON.stringify(text), saidAt: at }).run();
  writeOthers(tx, id, others);
  return id;
}

export function changeNote(tx: Tx, id: string, { text, channel, said, at }: { readonly text?: string | undefined; readonly channel?: NoteChannel | undefined; readonly said?: readonly string[] | undefined; readonly at?: number | undefined }): void {
  const [first, ...others] = new Set(said ?? []);
  const changes = {
    ...(text === undefined ? {} : { bodyJson: JSON.stringify(text) }),
    ...(channel === undefined ? {} : { channel }),
    ...(at === undefined ? {} : { saidAt: at }),
    ...(said === undefined ? {} : { saidById: first ?? null }),
  };
  if (Object.keys(changes).length > 0) tx.drizzle.update(internalNotes).set(changes).where(eq(internalNotes.id, id)).run();
  if (said === undefined) return;
  tx.drizzle.delete(internalNotePeople).where(eq(internalNotePeople.noteId, id)).run();
  writeOthers(tx, id, others);
}

export function removeNote(tx: Tx, id: string): void {
  tx.drizzle.delete(internalNotes).where(eq(internalNotes.id, id)).run();
}

function writeOthers(tx: Tx, noteId: string, people: readonly string[]): void {
  for (const personId of people) tx.drizzle.insert(internalNotePeople).values({ id: newId(), noteId, personId }).run();
}
