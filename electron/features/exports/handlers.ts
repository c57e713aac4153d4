import { implement } from '@orpc/server';
import { z } from 'zod';
import { exportsContract } from '#shared/exports/contract.ts';
import type { CoreContext } from '#electron/core.ts';

const call = implement(exportsContract).$context<CoreContext>();

const madeSchema = z.object({ path: z.string(), rows: z.int(), ending: z.string(), mediaType: z.string() });

/** Names of the files that are being made, by job. */
const names = new Map<string, string>();

export const exportsHandlers = {
  start: call.start.handler(({ context, input }) => {
    const job = context.jobs.start('export', input);
    names.set(job.id, input.name);
    return job;
  }),
  result: call.result.handler(async ({ context, input }) => {
    const name = names.get(input.id) ?? 'export';
    try {
      const made = madeSchema.parse(await context.jobs.result(input.id));
      const transfer = context.files.take(made.path, `${name}.${made.ending}`, made.mediaType);
      return { file: transfer.id, name: transfer.name, rows: made.rows };
    } finally {
      names.delete(input.id);
    }
  }),
};
