import { implement } from '@orpc/server';
import { workspaceRow } from '#db/workspace/queries.ts';
import { isUntouched } from '#db/workspace/sample.ts';
import { ParleyError } from '#shared/errors.ts';
import { sampleContract } from '#shared/sample/contract.ts';
import type { CoreContext } from '#electron/core.ts';
import { workspaceInfo } from '../workspace/info.ts';
import { createSample, emptyWorkspace } from './create.ts';

const call = implement(sampleContract).$context<CoreContext>();

export const sampleHandlers = {
  create: call.create.handler(async ({ context }) => {
    if (!context.store.read(isUntouched)) {
      throw new ParleyError('conflict', 'This workspace has content of its own.', { wayOut: 'Make the sample in another one: parley --data FOLDER workspace sample.' });
    }
    const { createClient } = await import('#electron/router.ts');
    const { personId } = await createSample(context.store.file, context.clock(), createClient);
    context.installation.forget(context.store.file);
    if (personId !== null) context.installation.choosePerson(context.store.file, personId);
    context.announcements.announce({ command: 'workspace.sample', subject: null });
    return workspaceInfo(context);
  }),

  remove: call.remove.handler(async ({ context }) => {
    if (!context.store.read(workspaceRow).isSample) {
      throw new ParleyError('rule-violated', 'This workspace is not the sample: nothing of it is removed.', { wayOut: 'Delete its file where you no longer want it.' });
    }
    await emptyWorkspace(context.store.file, context.clock());
    context.installation.forget(context.store.file);
    context.announcements.announce({ command: 'workspace.sample', subject: null });
    return workspaceInfo(context);
  }),
};
