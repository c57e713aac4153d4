import { implement } from '@orpc/server';
import { z } from 'zod';
import { changeWorkspace, makeUser, startWorkspace } from '#db/workspace/commands.ts';
import { colleagueWithId, userWithId } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { checkZone } from '#shared/time/zone.ts';
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

  change: call.change.handler(({ context, input }) => {
    checkZone('zone', input.zone);
    context.store.write({ command: 'workspace.change', actorId: context.actor.personId }, (tx) => changeWorkspace(tx, input));
    return workspaceInfo(context);
  }),

  choosePerson: call.choosePerson.handler(({ context, input }) => {
    const { user, colleague } = context.store.read((reader) => ({ user: userWithId(reader, input.person), colleague: colleagueWithId(reader, input.person) }));
    const known = user ?? colleague;
    if (known === null) throw new ParleyError('not-found', 'That person is not a user of this workspace.', { details: [{ path: 'person', message: 'Unknown person' }] });
    if (user === null) context.store.write({ command: 'workspace.choose-person', actorId: context.actor.personId, subjectId: known }, (tx) => makeUser(tx, known));
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
