import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases } from '../case.ts';

const first = { organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' };

export const workspaceCases: CallCases = {
  'workspace.info': async ({ client, core }) => {
    expect(await client.workspace.info()).toMatchObject({ file: core.context.store.file, started: false, organisation: null, person: null });
  },
  'workspace.start': async ({ client }) => {
    const info = await client.workspace.start(first);
    expect(info).toMatchObject({ started: true, name: 'North IT', organisation: { name: 'North IT' }, person: { name: 'Ann Lee', organisation: 'North IT' }, zone: 'Europe/Berlin' });
    const again: unknown = await client.workspace.start(first).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'conflict', incident: null });
    const empty: unknown = await client.workspace.start({ organisation: ' ', person: '' }).catch((error: unknown) => error);
    expect(refusalOf(empty)).toMatchObject({ code: 'invalid-input', details: [{ path: 'organisation' }, { path: 'person' }] });
  },
  'workspace.change': async ({ client }) => {
    await client.workspace.start(first);
    expect(await client.workspace.change({ name: 'North IT agreements', currency: 'CHF' })).toMatchObject({ name: 'North IT agreements', currency: 'CHF', zone: 'Europe/Berlin' });
  },
  'workspace.choosePerson': async ({ client }) => {
    const { person } = await client.workspace.start(first);
    expect(await client.workspace.choosePerson({ person: person?.id ?? '' })).toMatchObject({ person: { name: 'Ann Lee' } });
    const stranger: unknown = await client.workspace.choosePerson({ person: 'nobody' }).catch((error: unknown) => error);
    expect(refusalOf(stranger)).toMatchObject({ code: 'not-found', details: [{ path: 'person' }] });
  },
  'workspace.announcements': async ({ client, core }) => {
    const abort = new AbortController();
    const heard: string[] = [];
    const events = await client.workspace.announcements(undefined, { signal: abort.signal });
    const listening = (async () => {
      for await (const event of events) {
        heard.push(event.command);
        if (event.command === 'workspace.start') break;
      }
    })();
    await expect.poll(() => { core.context.announcements.announce({ command: 'heard yet', subject: null }); return heard.length; }).toBeGreaterThan(0);
    await client.workspace.start(first);
    await listening;
    abort.abort();
    expect(heard.at(-1)).toBe('workspace.start');
  },
  'workspace.check': async ({ client }) => {
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
  },
};
