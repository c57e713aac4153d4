import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '#db/store.ts';
import { problemsOf } from '#db/workspace/check.ts';
import { populate, temporaryFolder, temporaryStore, testDevice, tickingClock } from '#tests/fixtures/store.ts';

/** Runs the writer in a process whose files cannot grow beyond a size (KiB), as on a disk that is full. The signal of the limit is ignored: the write fails. */
function writeWithin(file: string, limitKib: number): { lines: number; said: string } {
  const child = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f ${limitKib}; exec "$@"`, 'limited', process.execPath, '--import', '#tests/db/children/prefer-commonjs.ts', path.join(import.meta.dirname, 'children/writer.ts'), file, '01900000-0000-7000-8000-00000000bbbb', '5000'], { encoding: 'utf8' });
  return { lines: child.stdout.split('\n').length - 1, said: child.stderr };
}

it.skipIf(process.platform === 'win32').each([0, 200, 1500])('when the disk is full while saving, what was saved stays whole and the rest is refused in words (%i KiB left)', (left) => {
  const source = temporaryStore();
  populate(source);
  source.close();
  const file = path.join(temporaryFolder(), 'workspace.parley');
  copyFileSync(source.file, file);
  const { lines, said } = writeWithin(file, Math.ceil(statSync(file).size / 1024) + left);
  expect(lines).toBeLessThan(5000);
  expect(said).toMatch(/ParleyError: The (?:disk|workspace)/u);
  const store = openStore({ file, device: testDevice, clock: tickingClock() });
  const written = Number(store.read((reader) => reader.value("SELECT count(*) FROM changes WHERE command = 'test.child'")));
  expect(written).toBe(lines);
  expect(store.read((reader) => reader.value('SELECT count(*) FROM sites'))).toBe(written);
  expect(store.read(problemsOf)).toEqual([]);
  store.write({ command: 'test.after' }, (tx) => tx.run("UPDATE organisations SET name = name || '!'"));
  store.close();
});
