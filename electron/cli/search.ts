import type { Found } from '#shared/search/model.ts';
import type { Command } from './command.ts';
import { optionalNumber } from './options.ts';
import { answerWith } from './run.ts';

/** `search`. */
export const searchCommands: readonly Command[] = [
  {
    group: 'search',
    verb: '',
    arguments: ['TEXT'],
    options: { limit: { kind: 'text', value: 'N' } },
    summary: 'Finds anything of the workspace by its words; one slip in a long word does not matter.',
    run: async (invocation) => {
      const limit = optionalNumber(invocation, 'limit');
      const found = await (await invocation.client()).search.find({ text: invocation.argument(0), ...(limit === undefined ? {} : { limit }) });
      return answerWith({ found }, found.length === 0 ? 'Nothing found.' : found.map(lineOf).join('\n'));
    },
  },
];

function lineOf(found: Found): string {
  const more = [found.about, found.matched, found.archived ? 'archived' : null].filter((part) => part !== null);
  return `${found.kind.padEnd(13)}${found.name}${more.length === 0 ? '' : `  (${more.join('; ')})`}`;
}
