import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeMoved } from '#db/backups/move.ts';
import { openCore, type Core } from '#electron/core.ts';
import { readBackupSettings } from '#electron/features/backups/settings.ts';
import { giveBack, takeOver } from '#electron/features/workspace/take-over.ts';
import { openInstallation } from '#electron/installation.ts';
import { createClient } from '#electron/router.ts';
import { refusalOf } from '#shared/refusal.ts';

let folder = '';
let open: Core | null = null;
let goesOnAt: string | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-move-'));
  goesOnAt = null;
});
afterEach(async () => {
  await open?.close();
  open = null;
  rmSync(folder, { recursive: true, force: true });
});

const config = (): string => path.join(folder, 'config');

function opened(file: string): Core {
  open = openCore({ data: file, config: config(), goOnAt: (place) => (goesOnAt = place) });
  return open;
}

async function started(): Promise<{ core: Core; client: ReturnType<typeof createClient>; from: string; to: string }> {
  const from = path.join(folder, 'old', 'North IT.parley');
  mkdirSync(path.join(folder, 'stick'));
  const core = opened(from);
  const client = createClient(core.context);
  await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' });
  return { core, client, from, to: path.join(folder, 'stick', 'Moved.parley') };
}

const failureOf = async (call: Promise<unknown>) => refusalOf(await call.catch((error: unknown) => error));

describe('a workspace that moves', () => {
  it('is copied first, stays open where it was, and the host is told where to go on', async () => {
    const { client, from, to } = await started();
    expect(await client.settings.moveTo({ path: to })).toMatchObject({ path: to });
    expect(goesOnAt).toBe(to);
    expect([existsSync(from), existsSync(to)]).toEqual([true, true]);
  });

  it('takes along what was written after the copy, who is at the keyboard, and how it is copied; the old file goes last', async () => {
    const { core, client, from, to } = await started();
    await client.backups.change({ keep: 7 });
    const { person } = await client.workspace.info();
    await client.settings.moveTo({ path: to });
    await client.services.create({ name: 'Written meanwhile' });
    await core.close();
    const installation = openInstallation(config());
    await takeOver(from, to, installation);
    const again = createClient(opened(to).context);
    expect((await again.services.list({})).map((one) => one.name)).toEqual(['Written meanwhile']);
    expect((await again.workspace.info()).person).toEqual(person);
    expect(readBackupSettings(config(), to).keep).toBe(7);
    expect(installation.lastWorkspace).toBe(to);
    expect((await again.workspace.check()).problems).toEqual([]);
    expect(existsSync(from)).toBe(true);
    expect(removeMoved(from)).toBe(true);
    expect(readdirSync(path.dirname(from)).filter((name) => name.includes('.parley'))).toEqual([]);
  });

  it('never takes another file for the workspace: nothing is taken away then', async () => {
    const { core, from, to } = await started();
    await core.close();
    await openCore({ data: to, config: config() }).close();
    await expect(takeOver(from, to, openInstallation(config()))).rejects.toMatchObject({ code: 'storage', wayOut: expect.stringContaining('It is where it was') as string });
    expect(existsSync(from)).toBe(true);
  });

  it('is known at its old place again where the new one could not be opened', async () => {
    const { core, client, from, to } = await started();
    const { person } = await client.workspace.info();
    await client.settings.moveTo({ path: to });
    await core.close();
    const installation = openInstallation(config());
    await takeOver(from, to, installation);
    giveBack(from, to, installation);
    expect((await createClient(opened(from).context).workspace.info()).person).toEqual(person);
    expect(installation.lastWorkspace).toBe(from);
  });

  it.each([
    ['a name without its folder', 'Moved.parley', 'invalid-input', 'is not a whole path'],
    ['a folder', '{stick}', 'invalid-input', 'is a folder'],
    ['a folder that is not there', '{stick}/none/Moved.parley', 'invalid-input', 'is not there'],
    ['a file that is there', '{stick}/taken.parley', 'conflict', 'is there already'],
    ['its own place', '{old}/North IT.parley', 'conflict', 'is there already'],
  ])('is refused %s, with a way out, and nothing is made', async (_what, wanted, code, words) => {
    const { client } = await started();
    writeFileSync(path.join(folder, 'stick', 'taken.parley'), '');
    const place = wanted.replace('{stick}', path.join(folder, 'stick')).replace('{old}', path.join(folder, 'old'));
    for (const call of [client.settings.moveTo({ path: place }), client.settings.copyTo({ path: place })]) {
      expect(await failureOf(call)).toMatchObject({ code, message: expect.stringContaining(words) as string, wayOut: expect.stringMatching(/./u) as string });
    }
    expect(readdirSync(path.join(folder, 'stick'))).toEqual(['taken.parley']);
    expect(goesOnAt).toBeNull();
  });
});
