import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { refusalOf } from '#shared/refusal.ts';
import type { CallCases } from '../case.ts';

const first = { organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' };

export const backupsCases: CallCases = {
  'backups.state': async ({ client, core }) => {
    expect(await client.backups.state()).toEqual({
      settings: { folder: null, every: 'hour', keep: 10 }, folder: path.join(path.dirname(core.context.store.file), 'backups'), isRunning: false, failure: null,
    });
  },
  'backups.make': async ({ client }) => {
    await client.workspace.start(first);
    expect(await client.backups.make()).toMatchObject({ kind: 'hand', facts: { organisations: 1, agreements: 0, tickets: 0, lastChange: { command: 'workspace.start' } } });
  },
  'backups.list': async ({ client }) => {
    await client.workspace.start(first);
    await client.backups.make();
    await client.organisations.create({ name: 'Southbank' });
    expect(await client.backups.list()).toMatchObject({ present: { organisations: 2, lastChange: { command: 'organisations.create', actor: 'Ann Lee' } }, copies: [{ kind: 'hand', facts: { organisations: 1 } }] });
  },
  'backups.change': async ({ client, core }) => {
    const folder = path.join(core.folder, 'stick');
    mkdirSync(folder);
    expect(await client.backups.change({ folder, keep: 5, every: 'day' })).toMatchObject({ folder, settings: { folder, keep: 5, every: 'day' } });
    const gone: unknown = await client.backups.change({ folder: path.join(core.folder, 'nowhere') }).catch((error: unknown) => error);
    expect(refusalOf(gone)).toMatchObject({ code: 'invalid-input', details: [{ path: 'folder' }] });
    rmSync(folder, { recursive: true });
    const pulled: unknown = await client.backups.make().catch((error: unknown) => error);
    expect(refusalOf(pulled)).toMatchObject({ code: 'storage', incident: null });
    expect(await client.backups.state()).toMatchObject({ isRunning: false, failure: { wayOut: 'Plug the disk in again, or choose another folder for the copies.' } });
  },
  'backups.remove': async ({ client }) => {
    const { name } = await client.backups.make();
    expect(await client.backups.remove({ name })).toEqual({ removed: true });
    expect(await client.backups.remove({ name: '../workspace.parley' })).toEqual({ removed: false });
    expect((await client.backups.list()).copies).toEqual([]);
  },
  'backups.restore': async ({ client, core }) => {
    await client.workspace.start(first);
    const { name } = await client.backups.make();
    await client.organisations.create({ name: 'Southbank' });
    const before = core.context.store.device.id;
    const { kept } = await client.backups.restore({ name });
    expect(core.context.store.device.id).not.toBe(before);
    expect((await client.organisations.list({})).map((row) => row.name)).toEqual(['North IT']);
    await client.organisations.create({ name: 'Westend' });
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
    await client.backups.restore({ name: kept });
    expect((await client.organisations.list({})).map((row) => row.name)).toEqual(['North IT', 'Southbank']);
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
    const none: unknown = await client.backups.restore({ name: 'none.parley' }).catch((error: unknown) => error);
    expect(refusalOf(none)).toMatchObject({ code: 'not-found' });
    const broken = kept.replace(/\d{8}T\d{6}/u, '20200101T000000');
    writeFileSync(path.join(path.dirname(core.context.store.file), 'backups', broken), 'no workspace');
    const unread: unknown = await client.backups.restore({ name: broken }).catch((error: unknown) => error);
    expect(refusalOf(unread)).toMatchObject({ code: 'storage', message: `The copy ${broken} cannot be read.` });
  },
};
