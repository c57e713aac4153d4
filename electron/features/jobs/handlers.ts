import { implement } from '@orpc/server';
import { jobsContract } from '#shared/jobs/contract.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(jobsContract).$context<CoreContext>();

export const jobsHandlers = {
  list: call.list.handler(({ context }) => context.jobs.list()),
  watch: call.watch.handler(async function* watch({ context, input, signal }) {
    yield* context.jobs.watch(input.id, signal);
  }),
  cancel: call.cancel.handler(({ context, input }) => ({ cancelled: context.jobs.cancel(input.id) })),
};
