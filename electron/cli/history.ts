import { deedWords, rowLines } from '#shared/history/words.ts';
import { archivable, historySubjects, type Archivable, type HistoryEntry, type HistorySubject } from '#shared/history/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { instantText } from '#shared/format/instants.ts';
import type { Command } from './command.ts';
import { answerWith } from './run.ts';

/** `history`: list, undo, redo, deleted, archive. */
export const historyCommands: readonly Command[] = [
  {
    group: 'history',
    verb: 'list',
    arguments: ['[KIND]', '[ID]'],
    options: { limit: { kind: 'text', value: 'N' }, before: { kind: 'text', value: 'NO' } },
    summary: `Who changed what, newest first: of the workspace, or of one ${historySubjects.slice(0, 7).join(', ')} …`,
    run: async ({ client, optionalArgument, option }) => {
      const kind = optionalArgument(0);
      const parley = await client();
      const { zone } = await parley.workspace.info();
      const page = await parley.history.list({
        ...(kind === undefined ? {} : { of: { kind: kindOf(kind, historySubjects), id: optionalArgument(1) ?? '' } }),
        ...numberOption('before', option('before')),
        limit: numberOption('limit', option('limit')).limit ?? 50,
      });
      return answerWith(page, page.entries.length === 0 ? 'Nothing was changed yet.' : page.entries.map((entry) => entryText(entry, zone)).join('\n'));
    },
  },
  {
    group: 'history',
    verb: 'undo',
    arguments: ['CHANGE'],
    summary: 'Takes a change back by a new one, an import as a whole.',
    run: async ({ client, argument }) => {
      const result = await (await client()).history.undo({ id: argument(0) });
      return answerWith(result, `Taken back by ${result.id}.`);
    },
  },
  {
    group: 'history',
    verb: 'redo',
    arguments: ['CHANGE'],
    summary: 'Does a change again that was taken back.',
    run: async ({ client, argument }) => {
      const result = await (await client()).history.redo({ id: argument(0) });
      return answerWith(result, `Done again by ${result.id}.`);
    },
  },
  {
    group: 'history',
    verb: 'deleted',
    arguments: [],
    summary: 'The recycle bin; `history undo` of the change brings a record back.',
    run: async ({ client }) => {
      const deleted = await (await client()).history.deleted();
      return answerWith({ deleted }, deleted.length === 0 ? 'The recycle bin is empty.' : deleted.map((one) => `${one.change}  ${one.table}  ${one.name}`).join('\n'));
    },
  },
  archiveCommand('archive', true),
  archiveCommand('unarchive', false),
];

function archiveCommand(verb: string, archived: boolean): Command {
  return {
    group: 'history',
    verb,
    arguments: ['KIND', 'ID'],
    summary: archived ? `Hides a record from lists and choices: ${archivable.join(', ')}.` : 'Takes a record out of the archive.',
    run: async ({ client, argument }) => {
      const result = await (await client()).history.archive({ kind: kindOf(argument(0), archivable), id: argument(1), archived });
      return answerWith(result, result.archivedOn === null ? 'Not archived.' : `Archived on ${result.archivedOn}.`);
    },
  };
}

function entryText(entry: HistoryEntry, zone: string): string {
  const head = [instantText(entry.at, zone, { year: true, weekday: false }), entry.actor ?? 'Parley', deedWords(entry), entry.isUndone ? '(taken back)' : '', entry.id].filter((part) => part !== '').join('  ');
  return [head, ...rowLines(entry, zone).map((line) => `    ${line}`), ...(entry.more === 0 ? [] : [`    ${entry.more} more`])].join('\n');
}

function kindOf<Kind extends HistorySubject | Archivable>(text: string, kinds: readonly Kind[]): Kind {
  const kind = kinds.find((one) => one === text);
  if (kind === undefined) throw new ParleyError('invalid-input', `${text} is no kind of record here.`, { details: [{ path: 'kind', message: kinds.join(', ') }] });
  return kind;
}

function numberOption<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, number>> {
  if (text === undefined) return {};
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new ParleyError('invalid-input', `--${name} is a whole number from 1 on.`, { details: [{ path: name, message: text }] });
  return { [name]: value } as Partial<Record<Name, number>>;
}
