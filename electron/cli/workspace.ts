import { answerWith } from './run.ts';
import type { Command } from './command.ts';
import { textFacts, textTable } from './text.ts';

/** `workspace`: create, info, check, sample, and the copies of it. */
export const workspaceCommands: readonly Command[] = [
  {
    group: 'workspace',
    verb: 'create',
    arguments: [],
    summary: 'Makes the workspace file; organisation and person can follow.',
    run: async ({ client }) => {
      const { id, file } = await (await client()).workspace.info();
      return answerWith({ id, file }, `Workspace ${file}`);
    },
  },
  {
    group: 'workspace',
    verb: 'info',
    arguments: [],
    summary: 'Says which workspace is open and who acts.',
    run: async ({ client }) => {
      const calls = await client();
      const info = await calls.workspace.info();
      const { bytes } = await calls.settings.size();
      return answerWith(
        { ...info, bytes },
        textFacts([
          ['Name', info.name],
          ['File', info.file],
          ['Bytes', String(bytes)],
          ['Organisation', info.organisation?.name ?? null],
          ['Person', info.person?.name ?? null],
          ['Zone', info.zone],
          ['Version', info.version],
        ]),
      );
    },
  },
  {
    group: 'workspace',
    verb: 'sample',
    arguments: [],
    options: { remove: { kind: 'flag' } },
    summary: 'Fills a new workspace with the sample, or with --remove empties the sample again.',
    run: async (invocation) => {
      const client = await invocation.client();
      if (invocation.flag('remove')) {
        const { id, file } = await client.sample.remove();
        return answerWith({ id, file, removed: true }, `The sample is gone: ${file} is as new.`);
      }
      const { id, file } = await client.sample.create();
      const agreements = await client.agreements.list({});
      return answerWith({ id, file, agreements: agreements.length }, textFacts([['File', file], ['Agreements', String(agreements.length)], ['Remove it', 'parley workspace sample --remove']]));
    },
  },
  {
    group: 'workspace',
    verb: 'check',
    arguments: [],
    summary: 'Checks the file, its foreign keys and the chain of its log.',
    run: async ({ client }) => {
      const result = await (await client()).workspace.check();
      return answerWith(result, result.ok ? 'The workspace is whole.' : result.problems.join('\n'), result.ok ? 0 : 1);
    },
  },
  {
    group: 'workspace',
    verb: 'backup',
    arguments: [],
    summary: 'Makes a checked copy of the workspace in the folder of copies.',
    run: async ({ client }) => {
      const calls = await client();
      const copy = await calls.backups.make();
      const { folder } = await calls.backups.state();
      return answerWith({ ...copy, folder }, textFacts([['Copy', copy.name], ['In', folder], ['Bytes', String(copy.bytes)]]));
    },
  },
  {
    group: 'workspace',
    verb: 'copy',
    arguments: ['FILE'],
    summary: 'Writes the whole workspace, read through, as a new file; nothing is overwritten.',
    run: async (invocation) => {
      const copy = await (await invocation.client()).settings.copyTo({ path: invocation.resolve(invocation.argument(0)) });
      return answerWith(copy, textFacts([['Copy', copy.path], ['Bytes', String(copy.bytes)]]));
    },
  },
  {
    group: 'workspace',
    verb: 'backups',
    arguments: [],
    summary: 'Lists the copies of the workspace, newest first.',
    run: async ({ client }) => {
      const calls = await client();
      const [{ copies, present }, { folder }] = [await calls.backups.list(), await calls.backups.state()];
      const rows = copies.map(({ name, kind, madeAt, bytes, facts }) => [name, kind, new Date(madeAt).toISOString(), bytes, facts?.agreements ?? 'unreadable', facts?.tickets ?? '']);
      return answerWith({ folder, present, copies }, textTable(['Copy', 'Kind', 'Made', 'Bytes', 'Agreements', 'Tickets'], rows, `No copy yet in ${folder}.`));
    },
  },
  {
    group: 'workspace',
    verb: 'restore',
    arguments: ['COPY'],
    summary: 'Puts a copy in the place of the workspace; what is there now becomes a copy first.',
    run: async (invocation) => {
      const name = invocation.argument(0);
      const { kept } = await (await invocation.client()).backups.restore({ name });
      return answerWith({ restored: name, kept }, textFacts([['Restored', name], ['Before it', kept]]));
    },
  },
];
