import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { verifyChain } from '#db/changes/verify.ts';
import { openStore } from '#db/store.ts';
import { problemsOf } from '#db/workspace/check.ts';
import { populate, temporaryFolder, temporaryStore, testDevice, tickingClock } from '#tests/fixtures/store.ts';

const deviceOf = (letter: string): string => `01900000-0000-7000-8000-00000000${letter.repeat(4)}`;

function startWriter(file: string, device: string, count: number): { child: ChildProcess; lines: () => number } {
  const child = spawn(process.execPath, ['--import', '#tests/db/children/prefer-commonjs.ts', path.join(import.meta.dirname, 'children/writer.ts'), file, device, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let written = '';
  child.stdout?.on('data', (data: Buffer) => (written += data.toString()));
  return { child, lines: () => written.split('\n').length - 1 };
}

it('lets two processes write at once: every change whole, none lost', async () => {
  const store = temporaryStore();
  populate(store);
  const version = store.dataVersion();
  const writers = ['a', 'b'].map((letter) => startWriter(store.file, deviceOf(letter), 30));
  await Promise.all(writers.map(({ child }) => once(child, 'exit')));
  expect(writers.map((writer) => writer.lines())).toEqual([30, 30]);
  expect(store.dataVersion()).not.toBe(version);
  const counts = store.read((reader) => reader.all("SELECT device_id, count(*) AS n, max(seq) AS last FROM changes WHERE command = 'test.child' GROUP BY 1 ORDER BY 1"));
  expect(counts).toEqual(['a', 'b'].map((letter) => ({ device_id: deviceOf(letter), n: 30, last: letter === 'a' ? 31 : 30 })));
  expect(store.read((reader) => reader.value('SELECT count(*) FROM sites'))).toBe(60);
  expect(store.read(problemsOf)).toEqual([]);
});

it('lets two processes make the same workspace at the same moment', async () => {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  const writers = ['b', 'c', 'd'].map((letter) => startWriter(file, deviceOf(letter), 5));
  await Promise.all(writers.map(({ child }) => once(child, 'exit')));
  const store = openStore({ file, device: testDevice, clock: tickingClock() });
  expect(store.read((reader) => reader.value('SELECT count(*) FROM organisations'))).toBe(15);
  expect(store.read(verifyChain).ok).toBe(true);
  store.close();
});

it.each([5, 30])('keeps everything that was committed when a process is killed after %i changes', async (count) => {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  const writer = startWriter(file, deviceOf('b'), 100_000);
  await new Promise<void>((resolve) => {
    writer.child.stdout?.on('data', () => {
      if (writer.lines() >= count) resolve();
    });
  });
  writer.child.kill('SIGKILL');
  await once(writer.child, 'exit');
  const store = openStore({ file, device: testDevice, clock: tickingClock() });
  const organisations = Number(store.read((reader) => reader.value('SELECT count(*) FROM organisations')));
  expect(organisations).toBeGreaterThanOrEqual(writer.lines());
  expect(store.read((reader) => reader.value('SELECT count(*) FROM sites'))).toBe(organisations);
  expect(store.read((reader) => reader.value('SELECT count(*) FROM changes WHERE hash IS NULL'))).toBe(0);
  expect(store.read(problemsOf)).toEqual([]);
  store.close();
});

it('says that another one is writing when the wait was in vain', () => {
  const store = temporaryStore();
  const other = openStore({ file: store.file, device: { ...testDevice, id: deviceOf('b') }, clock: tickingClock(), busyTimeoutMs: 50 });
  store.write({ command: 'test.long' }, (tx) => {
    tx.touch('nothing');
    expect(() => other.write({ command: 'test.other' }, () => 1)).toThrow(expect.objectContaining({ code: 'conflict', wayOut: expect.stringContaining('Wait') }));
    expect(other.read((reader) => reader.value('SELECT count(*) FROM organisations'))).toBe(0);
  });
  other.close();
});
