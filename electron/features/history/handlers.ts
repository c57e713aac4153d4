import { implement } from '@orpc/server';
import { latestChangeOf, subjectHistory } from '#db/changes/subject-history.ts';
import { historyContract } from '#shared/history/contract.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(historyContract).$context<CoreContext>();

export const historyHandlers = {
  of: call.of.handler(({ context, input }) => context.store.read((reader) => subjectHistory(reader, input.kind, input.id, input.limit))),

  latest: call.latest.handler(({ context, input }) => context.store.read((reader) => ({ id: latestChangeOf(reader, input.command, input.since ?? 0) }))),

  undo: call.undo.handler(({ context, input }) => ({ id: context.store.undo(input.id, { command: 'history.undo', actorId: context.actor.personId }) })),
};
