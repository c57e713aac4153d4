import { implement } from '@orpc/server';
import { changeView, listViews, removeView, saveView } from '#db/workspace/views.ts';
import { viewsContract } from '#shared/views/contract.ts';
import { keepArrangement, readArrangements } from '#electron/arrangements.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(viewsContract).$context<CoreContext>();

export const viewsHandlers = {
  list: call.list.handler(({ context, input }) => context.store.read((reader) => listViews(reader, input.place, context.actor.personId))),

  save: call.save.handler(({ context, input }) => ({
    id: context.store.write({ command: 'views.save', actorId: context.actor.personId }, (tx) => saveView(tx, input, context.actor.personId)),
  })),

  change: call.change.handler(({ context, input }) => {
    context.store.write({ command: 'views.change', actorId: context.actor.personId, subjectId: input.id }, (tx) => changeView(tx, input, context.actor.personId));
    return { id: input.id };
  }),

  remove: call.remove.handler(({ context, input }) => {
    context.store.write({ command: 'views.remove', actorId: context.actor.personId, subjectId: input.id }, (tx) => removeView(tx, input.id, context.actor.personId));
    return { removed: true as const };
  }),

  arrangements: call.arrangements.handler(({ context }) => readArrangements(context.installation.directory)),

  arrange: call.arrange.handler(({ context, input }) => {
    keepArrangement(context.installation.directory, input.place, input.arrangement);
    return { kept: true as const };
  }),
};
