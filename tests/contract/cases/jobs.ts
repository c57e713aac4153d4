import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases } from '../case.ts';

export const jobsCases: CallCases = {
  'jobs.list': async ({ client, core }) => {
    expect(await client.jobs.list()).toEqual([]);
    const { id } = core.context.jobs.start('workspace-check', null);
    expect(await client.jobs.list()).toMatchObject([{ id, kind: 'workspace-check' }]);
  },
  'jobs.watch': async ({ client, core }) => {
    const { id } = core.context.jobs.start('workspace-check', null);
    const states: string[] = [];
    for await (const event of await client.jobs.watch({ id })) states.push(event.state);
    expect(states.at(0)).toBe('running');
    expect(states.at(-1)).toBe('done');
  },
  'jobs.cancel': async ({ client, core }) => {
    const { id } = core.context.jobs.start('workspace-check', null);
    expect(await client.jobs.cancel({ id })).toEqual({ cancelled: true });
    expect(['cancelled', 'done']).toContain((await core.context.jobs.finished(id)).state);
    expect(await client.jobs.cancel({ id })).toEqual({ cancelled: false });
    const unknown: unknown = await client.jobs.cancel({ id: 'no-such-job' }).catch((error: unknown) => error);
    expect(refusalOf(unknown)).toMatchObject({ code: 'not-found' });
  },
};
