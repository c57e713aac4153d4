import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '#electron/core.ts';
import { configurationDirectory, openInstallation, workspaceFile } from '#electron/installation.ts';
import { createClient } from '#electron/router.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-installation-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the device', () => {
  it('is one per installation and file, and stays', () => {
    const installation = openInstallation(folder);
    const first = installation.deviceFor('/a.parley').id;
    expect(installation.deviceFor('/a.parley').id).toBe(first);
    expect(openInstallation(folder).deviceFor('/a.parley').id).toBe(first);
    expect(installation.deviceFor('/b.parley').id).not.toBe(first);
  });

  it('is another one where an older copy of the file was put in its place', async () => {
    const place = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
    const first = openCore(place);
    const { id } = first.context.store.device;
    const { file } = first.context.store;
    await first.close();
    const older = readFileSync(file);
    const second = openCore(place);
    expect(second.context.store.device.id).toBe(id);
    await createClient(second.context).workspace.start({ organisation: 'North IT', person: 'Ann Lee' });
    await second.close();
    writeFileSync(file, older);
    const third = openCore(place);
    expect(third.context.store.device.id).not.toBe(id);
    await third.close();
  });

  it('is never guessed from a file that cannot be read: that one is kept beside', () => {
    writeFileSync(path.join(folder, 'identity.json'), '{ broken');
    openInstallation(folder).deviceFor('/a.parley');
    expect(readFileSync(path.join(folder, 'identity.broken.json'), 'utf8')).toBe('{ broken');
  });

  it.skipIf(process.platform === 'win32')('lies in a file that only the user may read', () => {
    openInstallation(folder).deviceFor('/a.parley');
    expect(statSync(path.join(folder, 'identity.json')).mode & 0o077).toBe(0);
  });
});

describe('who acts', () => {
  it('is nobody in a new workspace, then the first user, then who was chosen on this installation, or who --as names', async () => {
    const place = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
    const core = openCore(place);
    const client = createClient(core.context);
    expect(core.context.actor.personId).toBeNull();
    const { person } = await client.workspace.start({ organisation: 'North IT', person: 'Ann Lee' });
    expect(core.context.actor.personId).toBe(person?.id);
    await core.close();
    const elsewhere = openCore({ ...place, config: path.join(folder, 'other-config') });
    expect(elsewhere.context.actor.personId).toBe(person?.id);
    await elsewhere.close();
    const named = openCore({ ...place, as: 'ann lee' });
    expect(named.context.actor.personId).toBe(person?.id);
    await named.close();
    expect(() => openCore({ ...place, as: 'Nobody' })).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('where things are', () => {
  it.each([
    ['/data', null, '/data/workspace.parley'],
    ['/data/acme.parley', null, '/data/acme.parley'],
    [null, '/gone.parley', path.join(homedir(), 'Documents/Parley/Workspace.parley')],
    [null, null, path.join(homedir(), 'Documents/Parley/Workspace.parley')],
  ])('--data %s, last %s → %s', (option, last, file) => {
    expect(workspaceFile(option, last)).toBe(path.resolve(file));
  });

  it('without --data the workspace that was open last is opened again', () => {
    const last = path.join(folder, 'last.parley');
    writeFileSync(last, '');
    expect(workspaceFile(null, last)).toBe(last);
  });

  it.skipIf(process.platform !== 'linux')('the configuration folder follows XDG and --config', () => {
    expect(configurationDirectory(null, { XDG_CONFIG_HOME: '/x' })).toBe('/x/parley');
    expect(configurationDirectory(null, {})).toBe(path.join(homedir(), '.config/parley'));
    expect(configurationDirectory('/y', { XDG_CONFIG_HOME: '/x' })).toBe('/y');
  });

  it('a configuration folder that cannot be made is said with a way out', () => {
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, '');
    expect(() => openInstallation(path.join(blocked, 'config')).deviceFor('/a.parley')).toThrowError(
      expect.objectContaining({ code: 'storage', wayOut: 'Say another folder with --config.' }),
    );
  });
});
