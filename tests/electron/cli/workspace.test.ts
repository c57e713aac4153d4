import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contactCommands } from '#electron/cli/contacts.ts';
import { runCommandLine } from '#electron/cli/run.ts';
import { workspaceCommands } from '#electron/cli/workspace.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

function commandLine() {
  const { client, folder, core } = openTestCore();
  const run = async (...line: readonly string[]) => {
    const [out, said]: [string[], string[]] = [[], []];
    const code = await runCommandLine(line, {
      commands: [...workspaceCommands, ...contactCommands],
      open: async () => await Promise.resolve({ client, files: core.context.files, close: () => undefined }),
      callerFolder: folder,
      out: (text) => out.push(text),
      say: (text) => said.push(text),
      incident: () => 'test',
    });
    return { code, text: [...out, ...said].join('\n') };
  };
  return { run, folder, file: core.context.store.file };
}

describe('copies by the command line', () => {
  it('are made, listed and put back; what cannot be is refused in words', async () => {
    const { run, file } = commandLine();
    expect((await run('workspace', 'backups')).text).toContain('No copy yet in ');
    const made = JSON.parse((await run('workspace', 'backup', '--json')).text) as { name: string; folder: string };
    expect(existsSync(path.join(made.folder, made.name))).toBe(true);
    expect((await run('workspace', 'backups')).text).toContain(made.name);
    expect((await run('workspace', 'restore', made.name)).text).toMatch(/Restored {3}\S+\nBefore it {2}\S+-restore\.parley/u);
    for (const name of ['nothing.parley', '../workspace.parley', file]) expect(await run('workspace', 'restore', name)).toMatchObject({ code: 1, text: expect.stringContaining('That copy is not there.') as string });
  });

  it('of the whole workspace overwrite nothing', async () => {
    const { run, folder } = commandLine();
    expect(await run('workspace', 'copy', 'elsewhere')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'elsewhere.parley')).toString('latin1', 0, 15)).toBe('SQLite format 3');
    expect(await run('workspace', 'copy', 'elsewhere.parley')).toMatchObject({ code: 1, text: expect.stringContaining('is there already.') as string });
    expect(await run('workspace', 'copy', 'none/elsewhere')).toMatchObject({ code: 1, text: expect.stringContaining('is not there.') as string });
    expect(await run('workspace', 'info')).toMatchObject({ code: 0, text: expect.stringMatching(/Bytes +\d+/u) as string });
  });
});

it.each([
  ['a folder', 'folder', 'is a folder.'],
  ['nothing', 'empty.csv', 'is empty.'],
  ['what is no list', 'noise.vcf', 'is not a vCard file'],
  ['what is not there', 'nowhere.csv', 'is not there.'],
])('%s as a file of contacts is refused in words', async (_what, name, words) => {
  const { run, folder } = commandLine();
  mkdirSync(path.join(folder, 'folder'));
  writeFileSync(path.join(folder, 'empty.csv'), '');
  writeFileSync(path.join(folder, 'noise.vcf'), Uint8Array.from({ length: 999 }, (_, index) => (index * 37) % 251));
  const { code, text } = await run('people', 'import', name, '--dry-run');
  expect(code).toBe(1);
  expect(text).toContain(words);
});

it('a name that is too long does not push its reason out of the window', async () => {
  const { run, folder } = commandLine();
  writeFileSync(path.join(folder, 'long.csv'), `Name,Organisation\n${'x'.repeat(600)},North IT\n`);
  const { text } = await run('people', 'import', 'long.csv', '--dry-run');
  expect(text).toContain('the name is longer than 500 characters');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(120);
});
