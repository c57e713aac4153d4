import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimWorkspace } from '#electron/server/instance.ts';
import { projectFile } from '#build/project.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-instance-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('one window or server per workspace', () => {
  it('a second one is refused with a way out, and the first one hears of it', async () => {
    let knocks = 0;
    const file = path.join(folder, 'a.parley');
    const claim = await claimWorkspace(file, () => (knocks += 1));
    await expect(claimWorkspace(file)).rejects.toMatchObject({ code: 'conflict', wayOut: expect.stringContaining('--data') });
    expect(knocks).toBe(1);
    claim.release();
  });

  it('another workspace is free, and so is this one after its release', async () => {
    const first = await claimWorkspace(path.join(folder, 'a.parley'));
    const other = await claimWorkspace(path.join(folder, 'b.parley'));
    first.release();
    const again = await claimWorkspace(path.join(folder, 'a.parley'));
    again.release();
    other.release();
  });

  it('a process that was killed leaves the workspace free', async () => {
    const file = path.join(folder, 'a.parley');
    const script = `import('${projectFile('electron/server/instance.ts')}').then(({ claimWorkspace }) => claimWorkspace(${JSON.stringify(file)})).then(() => { console.log('claimed'); setInterval(() => {}, 1000); });`;
    const child = spawn(process.execPath, ['-e', script], { cwd: projectFile(), stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(claimWorkspace(file)).rejects.toMatchObject({ code: 'conflict' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    (await claimWorkspace(file)).release();
  });
});
