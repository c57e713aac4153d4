import { implement } from '@orpc/server';
import { changeNote, createNote, removeNote } from '#db/notes/commands.ts';
import { findNote, listNotes } from '#db/notes/queries.ts';
import { organisationIdOf } from '#db/organisations/queries.ts';
import { findPerson } from '#db/people/queries.ts';
import type { Reader } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { notesContract } from '#shared/notes/contract.ts';
import type { Note } from '#shared/notes/model.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(notesContract).$context<CoreContext>();

export const notesHandlers = {
  list: call.list.handler(({ context, input }) =>
    context.store.read((reader) => listNotes(reader, input.organisation === undefined ? { personId: input.person ?? '' } : { organisationId: input.organisation }, input.offset, input.limit)),
  ),

  create: call.create.handler(({ context, input }) =>
    context.store.write({ command: 'notes.create', actorId: context.actor.personId, subjectId: input.organisation }, (tx) => {
      const organisationId = organisationIdOf(tx, input.organisation);
      if (organisationId === null) throw new ParleyError('not-found', `There is no organisation ${input.organisation}.`, { details: [{ path: 'organisation', message: 'Unknown organisation' }] });
      checkSpeakers(tx, input.said);
      return { id: createNote(tx, { organisationId, text: input.text, channel: input.channel, said: input.said, writerId: context.actor.personId, at: input.at ?? context.clock() }) };
    }),
  ),

  change: call.change.handler(({ context, input: { id, ...changes } }) =>
    context.store.write({ command: 'notes.change', actorId: context.actor.personId, subjectId: id }, (tx) => {
      knownNote(tx, id);
      checkSpeakers(tx, changes.said ?? []);
      changeNote(tx, id, changes);
      return { id };
    }),
  ),

  remove: call.remove.handler(({ context, input }) =>
    context.store.write({ command: 'notes.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      removeNote(tx, knownNote(tx, input.id).id);
      return { removed: true };
    }),
  ),
};

function knownNote(reader: Reader, id: string): Note {
  const note = findNote(reader, id);
  if (note === null) throw new ParleyError('not-found', 'There is no such note.', { details: [{ path: 'id', message: 'Unknown note' }], wayOut: 'Somebody may have deleted it: look in the history.' });
  return note;
}

function checkSpeakers(reader: Reader, said: readonly string[]): void {
  said.forEach((id, index) => {
    if (findPerson(reader, id)?.id !== id) throw new ParleyError('not-found', 'There is no such person.', { details: [{ path: `said.${index}`, message: 'Unknown person' }] });
  });
}
