import { implement } from '@orpc/server';
import { factsOf } from '#db/backups/facts.ts';
import { backupsContract } from '#shared/backups/contract.ts';
import type { BackupCopy } from '#shared/backups/model.ts';
import type { CoreContext } from '#electron/core.ts';
import type { FoundCopy } from './backups.ts';

const call = implement(backupsContract).$context<CoreContext>();

export const backupsHandlers = {
  state: call.state.handler(({ context }) => context.backups.state()),

  list: call.list.handler(({ context }) => ({ present: context.store.read(factsOf), copies: context.backups.copies().map(shown) })),

  make: call.make.handler(async ({ context }) => shown(await context.backups.make('hand'))),

  change: call.change.handler(({ context, input: { folder, every, keep } }) =>
    context.backups.change({ ...(folder === undefined ? {} : { folder }), ...(every === undefined ? {} : { every }), ...(keep === undefined ? {} : { keep }) }),
  ),

  remove: call.remove.handler(({ context, input }) => ({ removed: context.backups.remove(input.name) })),

  restore: call.restore.handler(async ({ context, input }) => ({ kept: (await context.backups.restore(input.name)).name })),
};

function shown({ name, kind, madeAt, bytes, facts }: FoundCopy): BackupCopy {
  return { name, kind, madeAt, bytes, facts };
}
