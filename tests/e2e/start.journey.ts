import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFile, projectFolder } from '#build/project.ts';

/** `npm start` and `npm run parley` as a user types them. */
let folder: string;
let running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-start-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

type Said = { readonly child: ChildProcess; out: string; err: string; readonly ended: Promise<number | null> };

function start(command: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}): Said {
  const child = spawn(command, args, { cwd: projectFolder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const said: Said = { child, out: '', err: '', ended: new Promise((resolve) => child.once('exit', resolve)) };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return said;
}

function place(): string[] {
  return ['--data', path.join(folder, 'data'), '--config', path.join(folder, 'config')];
}

function until(holds: () => boolean): Promise<void> {
  return expect.poll(holds, { timeout: 60_000, interval: 50 }).toBe(true);
}

const browser = [projectFile('build/start.ts'), '--browser', '--no-open'];

describe('npm start', () => {
  it('-- --browser prints exactly one line and serves until SIGTERM, then ends with 0', async () => {
    const said = start(process.execPath, [...browser, ...place()]);
    await until(() => said.out.includes('\n'));
    expect(said.out).toMatch(/^Parley is at http:\/\/127\.0\.0\.1:\d+\/#[A-Za-z0-9_-]{43}\n$/);
    expect(said.err).toBe('');
    const answer = await fetch(said.out.slice('Parley is at '.length).split('#')[0] ?? '');
    expect(answer.status).toBe(200);
    said.child.kill('SIGTERM');
    expect(await said.ended).toBe(0);
    expect(said.out.trim().split('\n')).toHaveLength(1);
  });

  it('ends at SIGINT too, with an open connection', async () => {
    const said = start(process.execPath, [...browser, ...place()]);
    await until(() => said.out.includes('\n'));
    await fetch(said.out.slice('Parley is at '.length).split('#')[0] ?? '');
    said.child.kill('SIGINT');
    expect(await said.ended).toBe(0);
  });

  it('ends when the shell that npm started it under is gone', async () => {
    const shell = start('sh', ['-c', `"${process.execPath}" ${browser.join(' ')} ${place().join(' ')}; true`]);
    await until(() => shell.out.includes('\n'));
    const address = shell.out.slice('Parley is at '.length).split('#')[0] ?? '';
    shell.child.kill('SIGKILL');
    await shell.ended;
    const isReached = () => fetch(address).then(() => true, () => false);
    await expect.poll(isReached, { timeout: 20_000, interval: 100 }).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('without a display says so in one line and opens the browser host', async () => {
    const said = start(process.execPath, [projectFile('build/start.ts'), '--no-open', ...place()], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
    await until(() => said.out.includes('\n'));
    expect(said.err).toBe('There is no display here: Parley opens in the browser instead.\n');
    said.child.kill('SIGTERM');
    await said.ended;
  });

  it('a second one on the same workspace is refused with a way out and harms nothing', async () => {
    const first = start(process.execPath, [...browser, ...place()]);
    await until(() => first.out.includes('\n'));
    const second = start(process.execPath, [...browser, ...place()]);
    expect(await second.ended).toBe(1);
    expect(second.out).toBe('');
    expect(second.err).toMatch(/already open in another Parley.*--data/);
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('on a port that is taken says so with a way out', async () => {
    const first = start(process.execPath, [...browser, ...place()]);
    await until(() => first.out.includes('\n'));
    const port = /:(\d+)\//.exec(first.out)?.[1] ?? '';
    const second = start(process.execPath, [...browser, '--port', port, '--data', path.join(folder, 'other'), '--config', path.join(folder, 'config')]);
    expect(await second.ended).toBe(1);
    expect(second.err).toContain('--port');
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('with an option that it does not know says which ones it knows', async () => {
    const said = start(process.execPath, [projectFile('build/start.ts'), '--unknown']);
    expect(await said.ended).toBe(1);
    expect(said.err).toContain('--no-open');
    expect(said.out).toBe('');
  });
});

describe('npm run parley', () => {
  it('works on the workspace while a window has it open', async () => {
    const host = start(process.execPath, [...browser, ...place()]);
    await until(() => host.out.includes('\n'));
    const command = start(process.execPath, [projectFile('build/parley.ts'), ...place(), 'workspace', 'info', '--json']);
    expect(await command.ended).toBe(0);
    expect(JSON.parse(command.out)).toMatchObject({ started: false });
    expect(command.err).toBe('');
    host.child.kill('SIGTERM');
    await host.ended;
  });
});
