import { implement } from '@orpc/server';
import { z } from 'zod';
import { startWorkspace } from '#db/workspace/commands.ts';
import { userWithId } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { workspaceContract } from '#shared/workspace/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { workspaceInfo } from './info.ts';

const checkResultSchema = z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) });

const call = implement(workspaceContract).$context<CoreContext>();

export const workspaceHandlers = {
  info: call.info.handler(({ context }) => workspaceInfo(context)),

  start: call.start.handler(({ context, input }) => {
    const personId = context.store.write({ command: 'workspace.start' }, (tx) => startWorkspace(tx, input));
    context.installation.choosePerson(context.store.file, personId);
    return workspaceInfo(context);
  }),

  choosePerson: call.choosePerson.handler(({ context, input }) => {
    const known = context.store.read((reader) => userWithId(reader, input.person));
    if (known === null) throw new ParleyError('not-found', 'That person is not a user of this workspace.', { details: [{ path: 'person', message: 'Unknown person' }] });
    context.installation.choosePerson(context.store.file, known);
    return workspaceInfo(context);
  }),

  announcements: call.announcements.handler(async function* announcements({ context, signal }) {
    yield* context.announcements.listen(signal);
  }),

  check: call.check.handler(async ({ context }) => {
    const { id } = context.jobs.start('workspace-check', null);
    return checkResultSchema.parse(await context.jobs.result(id));
  }),
};
