import { implement } from '@orpc/server';
import { recycleBin } from '#db/changes/recycle-bin.ts';
import { history, latestChangeOf } from '#db/changes/subject-history.ts';
import { standingUndo } from '#db/changes/undo.ts';
import { importOfChange } from '#db/imports/queries.ts';
import { undoImport } from '#db/imports/undo.ts';
import { listArchived, setArchived } from '#db/records/archive.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { localDate } from '#shared/format/instants.ts';
import { historyContract } from '#shared/history/contract.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(historyContract).$context<CoreContext>();

export const historyHandlers = {
  list: call.list.handler(({ context, input }) => context.store.read((reader) => history(reader, input))),

  of: call.of.handler(({ context, input }) => context.store.read((reader) => history(reader, { of: input, limit: input.limit }).entries)),

  latest: call.latest.handler(({ context, input }) => context.store.read((reader) => ({ id: latestChangeOf(reader, input.command, input.since ?? 0) }))),

  undo: call.undo.handler(({ context, input }) => {
    const importId = context.store.read((reader) => importOfChange(reader, input.id));
    const actorId = context.actor.personId;
    if (importId === null) return { id: context.store.undo(input.id, { command: 'history.undo', actorId }) };
    return context.store.write({ command: 'imports.undo', cause: 'undo', actorId, subjectId: importId, isBulk: true }, (tx) => {
      undoImport(tx, importId);
      return { id: tx.change.id };
    });
  }),

  redo: call.redo.handler(({ context, input }) => {
    const undo = context.store.read((reader) => standingUndo(reader, input.id));
    if (undo === null) throw new ParleyError('conflict', 'This change is not taken back.', { wayOut: 'Look at the history.' });
    return { id: context.store.undo(undo, { command: 'history.redo', actorId: context.actor.personId }) };
  }),

  deleted: call.deleted.handler(({ context, input }) => context.store.read((reader) => recycleBin(reader, input.limit))),

  archive: call.archive.handler(({ context, input }) =>
    context.store.write({ command: input.archived ? 'history.archive' : 'history.unarchive', actorId: context.actor.personId, subjectId: input.id }, (tx) => {
      const archivedOn = input.archived ? localDate(context.clock(), workspaceRow(tx).zone) : null;
      setArchived(tx, input.kind, input.id, archivedOn);
      return { archivedOn };
    }),
  ),

  archived: call.archived.handler(({ context }) => context.store.read(listArchived)),
};
