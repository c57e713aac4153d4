import { implement } from '@orpc/server';
import { findEverything } from '#db/search/find.ts';
import type { CoreContext } from '#electron/core.ts';
import { searchContract } from '#shared/search/contract.ts';

const call = implement(searchContract).$context<CoreContext>();

export const searchHandlers = {
  find: call.find.handler(({ context, input }) => context.store.read((reader) => findEverything(reader, input.text, input.limit))),
};
