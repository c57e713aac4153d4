import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '#electron/router.ts';
import { refusalOf, type Refusal } from '#shared/refusal.ts';
import { runningCore, type RunningCore } from '#tests/fixtures/running-core.ts';

let core: RunningCore;
let client: ReturnType<typeof createClient>;
beforeEach(async () => {
  core = await runningCore();
  client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
});
afterEach(() => core.close());

const refusal = async (call: Promise<unknown>): Promise<Refusal | null> => refusalOf(await call.catch((error: unknown) => error));
const services = async (): Promise<string[]> => (await client.services.list({})).map((service) => service.name);
const data = (): string => path.dirname(core.context.store.file);
const isGone = { code: 'storage', message: expect.stringMatching(/is not at .+ any more\. Nothing was saved\./u) as string, wayOut: expect.stringContaining('put the file back') as string, incident: null };

describe.skipIf(process.platform === 'win32')('where the folder of the open workspace is taken away', () => {
  it('nothing is said to be saved that is not, no empty workspace is made in its place, and it goes on when the folder is back', async () => {
    const away = path.join(core.folder, 'away');
    renameSync(data(), away);
    expect(await refusal(client.services.create({ name: 'Lost' }))).toMatchObject(isGone);
    expect(await refusal(client.backups.make())).toMatchObject(isGone);
    expect(await refusal(client.workspace.check())).toMatchObject(isGone);
    expect(existsSync(data())).toBe(false);
    expect(await services()).toEqual([]);
    renameSync(away, data());
    await client.services.create({ name: 'Kept' });
    expect(await services()).toEqual(['Kept']);
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
  });

  it('or removed, every save says so', async () => {
    rmSync(data(), { recursive: true });
    expect(await refusal(client.services.create({ name: 'Lost' }))).toMatchObject(isGone);
    expect(await refusal(client.settings.copyTo({ path: path.join(core.folder, 'copy.parley') }))).toMatchObject(isGone);
    expect(readdirSync(core.folder)).not.toContain('data');
  });

  it('or another file is put in its place, nothing is written into the old one unseen', async () => {
    const { file } = core.context.store;
    const { name } = await client.backups.make();
    const copy = path.join(data(), 'backups', name);
    await client.services.create({ name: 'Newer' });
    rmSync(file);
    copyFileSync(copy, file);
    expect(await refusal(client.services.create({ name: 'Lost' }))).toMatchObject(isGone);
  });
});

describe('where the disk is full', () => {
  it('during an undo nothing is changed, it says so, and it can be done again when there is room', async () => {
    const { id } = await client.services.create({ name: 'Mail', description: 'x'.repeat(4000) });
    await client.services.change({ id, description: 'y'.repeat(4000) });
    const change = (await client.history.list({ limit: 1 })).entries[0]?.id ?? '';
    const limit = (pages: number): unknown => core.context.store.read((reader) => reader.value(`PRAGMA max_page_count = ${pages}`));
    limit(1);
    let refused: Refusal | null = null;
    for (let turn = 0; turn < 200 && refused === null; turn += 1) refused = await refusal(client.services.create({ name: `Filling ${turn}`, description: 'z'.repeat(4000) }));
    expect(refused).toMatchObject({ code: 'storage', message: 'The disk is full. Nothing was changed.', wayOut: 'Free some space and do it again.' });
    const before = await services();
    expect(await refusal(client.history.undo({ id: change }))).toMatchObject({ code: 'storage', message: 'The disk is full. Nothing was changed.' });
    expect(await services()).toEqual(before);
    limit(1_000_000);
    await client.history.undo({ id: change });
    expect((await client.services.list({})).find((service) => service.id === id)?.description).toBe('x'.repeat(4000));
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
  });

  it('during a backup no half copy is left, the workspace and older copies are whole, and the reason is told once', async (test) => {
    const small = path.join(core.folder, 'small');
    mkdirSync(small);
    if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small]).status !== 0) test.skip('no small disk can be mounted here');
    try {
      const older = await client.backups.make();
      await client.backups.change({ folder: small });
      const full = { code: 'storage', message: expect.stringMatching(/the disk of .+ is full\. The workspace itself is untouched\./u) as string, wayOut: expect.stringContaining('Free some space') as string, incident: null };
      expect(await refusal(client.backups.make())).toMatchObject(full);
      expect(readdirSync(small)).toEqual([]);
      const { failure } = await client.backups.state();
      await refusal(client.backups.make());
      expect((await client.backups.state()).failure?.id).toBe(failure?.id);
      expect(await refusal(client.settings.copyTo({ path: path.join(small, 'copy.parley') }))).toMatchObject(full);
      expect(await refusal(client.backups.restore({ name: older.name }))).toMatchObject(full);
      expect((await client.backups.list()).copies.map((copy) => copy.name)).toEqual([older.name]);
      expect(await client.workspace.check()).toEqual({ ok: true, problems: [] });
      await client.backups.change({ folder: null });
      expect((await client.backups.make()).kind).toBe('hand');
      expect((await client.backups.state()).failure).toBeNull();
    } finally {
      spawnSync('umount', [small]);
    }
  });
});
