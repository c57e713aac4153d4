import type { ContactsPlan } from '#shared/people/contacts.ts';
import type { Command } from './command.ts';
import { fileOf } from './imports.ts';
import { answerWith } from './run.ts';
import { textFacts, textTable } from './text.ts';

/** `people import FILE`: contacts of a vCard or CSV file. */
export const contactCommands: readonly Command[] = [
  {
    group: 'people',
    verb: 'import',
    arguments: ['FILE'],
    options: { organisation: { kind: 'text', value: 'NAME' }, 'dry-run': { kind: 'flag' } },
    summary: 'Takes contacts of a vCard or CSV file in, or says with --dry-run what that would do.',
    run: async (invocation) => {
      const file = await fileOf(invocation);
      try {
        const client = await invocation.client();
        const { id } = (await invocation.files()).adopt(file.path, file.bytes);
        const organisation = invocation.option('organisation');
        const order = { file: id, ...(organisation === undefined ? {} : { organisation }) };
        const dryRun = invocation.flag('dry-run');
        const plan = dryRun ? await client.people.planContacts(order) : await client.people.importContacts(order);
        return answerWith({ ...plan, ...(dryRun ? { dryRun } : {}) }, textOf(plan, dryRun));
      } finally {
        file.remove();
      }
    },
  },
];

function textOf({ counts, organisations, contacts, kind, encoding }: ContactsPlan, dryRun: boolean): string {
  const facts = textFacts([
    ['Read', `${counts.read} contacts (${kind === 'vcard' ? 'vCard' : 'CSV'}, ${encoding})`],
    ['New', counts.new],
    ['Changed', counts.changed],
    ['Same', counts.same],
    ['Refused', counts.refused],
    ...(organisations.length === 0 ? [] : [['New organisations', organisations.join(', ')] as const]),
    ...(dryRun ? [['Dry run', 'nothing was written'] as const] : []),
  ]);
  const refused = contacts.filter(({ fate }) => fate === 'refused');
  return refused.length === 0 ? facts : [facts, '', textTable(['Line', 'Refused', 'Reason'], refused.map(({ line, name, fault }) => [line, shortened(name), faultWords[fault ?? 'no-name']]), '')].join('\n');
}

/** A name may be as long as its fault says; in a line of a terminal its beginning tells which one it is. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

const faultWords = {
  'no-name': 'no name', 'no-organisation': 'no organisation; name one with --organisation', 'name-too-long': 'the name is longer than 500 characters', 'organisation-too-long': 'the organisation is longer than 500 characters',
  twice: 'in the file already', group: 'a group, not a person', 'cut-off': 'cut off: END:VCARD is missing', 'too-many': 'more than 20,000 contacts',
} as const;
