import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueCommands } from '#electron/cli/catalogue.ts';
import { runCommandLine } from '#electron/cli/run.ts';
import { workspaceCommands } from '#electron/cli/workspace.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

describe('the command line', () => {
  it.each([
    ['an unknown group', ['parties', 'list'], 2],
    ['an unknown verb', ['people', 'dance'], 2],
    ['an unknown option', ['people', 'list', '--loud'], 2],
    ['a missing argument', ['people', 'show'], 2],
    ['one argument too many', ['people', 'list', 'all'], 2],
    ['something that is not there', ['people', 'show', 'Nobody'], 1],
    ['a file that is not there', ['people', 'create', 'nowhere.json'], 1],
    ['a list', ['people', 'list'], 0],
  ] as const)('answers %s with its exit code and one JSON document', async (_, line, exitCode) => {
    const { run } = commandLine();
    const { code, out } = await run([...line, '--json']);
    expect(code).toBe(exitCode);
    expect(out).toHaveLength(1);
    expect(Object.keys(JSON.parse(out[0] ?? '') as object)).toEqual(exitCode === 0 ? ['people'] : ['error']);
  });

  it('creates from a file and shows the same again', async () => {
    const { run, folder } = commandLine();
    writeFileSync(path.join(folder, 'ann.json'), '\uFEFF{"schema":"parley/person/1","name":"Ann Lee","organisation":"Acme"}');
    expect((await run(['people', 'create', 'ann.json', '--json'])).code).toBe(0);
    const { out } = await run(['people', 'show', 'Ann Lee', '--json']);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ name: 'Ann Lee', organisation: 'Acme' });
  });

  it('names an unknown property by its path', async () => {
    const { run, folder } = commandLine();
    writeFileSync(path.join(folder, 'ann.json'), '{"name":"Ann","organisation":"Acme","nickname":"A"}');
    const { code, out } = await run(['people', 'create', 'ann.json', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: { code: 'invalid-input', details: [{ path: 'nickname' }] } });
  });

  it('refuses a property that is written twice, with its path', async () => {
    const { run, folder } = commandLine();
    writeFileSync(path.join(folder, 'ann.json'), '{"name":"Ann","organisation":"Acme","name":"Bo"}');
    const { code, out } = await run(['people', 'create', 'ann.json', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ error: { code: 'invalid-input', details: [{ path: 'name' }] } });
  });

  it('prints the schema of an input without opening a workspace', async () => {
    const { run, opened } = commandLine();
    const { code, out } = await run(['people', 'create', '--schema']);
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ type: 'object', required: ['name', 'organisation'] });
    expect(opened()).toBe(0);
  });

  it('without --json writes for people, and says a refusal on standard error', async () => {
    const { run } = commandLine();
    expect(await run(['people', 'list'])).toMatchObject({ code: 0, out: ['Nobody yet.'] });
    expect(await run(['people', 'show', 'Nobody'])).toMatchObject({ code: 1, out: [], said: [expect.stringContaining('There is no person Nobody.')] });
  });
});

function commandLine() {
  const { client, folder, core } = openTestCore();
  let opened = 0;
  const run = async (line: readonly string[]) => {
    const [out, said]: [string[], string[]] = [[], []];
    const code = await runCommandLine(line, {
      commands: [...workspaceCommands, ...catalogueCommands],
      open: async () => {
        opened += 1;
        return { client, files: core.context.files, close: () => undefined };
      },
      callerFolder: folder,
      out: (text) => out.push(text),
      say: (text) => said.push(text),
      incident: () => 'test',
    });
    return { code, out, said };
  };
  return { run, folder, opened: () => opened };
}
