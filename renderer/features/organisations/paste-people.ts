import { client } from '#renderer/app/client.ts';
import type { Saving } from '#renderer/app/saving.ts';
import { columnsByHead, type PasteCell, type PastePlan } from '#renderer/ui/paste/paste-plan.ts';
import { t } from '#shared/messages/messages.ts';
import { mostPastedPeople, personInputSchema, type Person, type PersonInput } from '#shared/people/model.ts';

const words = {
  name: ['name', 'contact', 'full name', 'person'],
  email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address'],
  phone: ['phone', 'telephone', 'tel', 'mobile', 'phone number'],
  jobTitle: ['job title', 'title', 'role', 'position', 'function'],
} as const;
const details = ['email', 'phone', 'jobTitle'] as const;

/** Contacts of a spreadsheet for an organisation: new ones are made, one whose name is there already gets what was pasted. */
export function peoplePaste(rows: readonly (readonly string[])[], organisation: string, present: readonly Person[], save: Saving['save']): PastePlan {
  const { at, body } = columnsByHead(rows, words);
  const people: PersonInput[] = [];
  const seen = new Set<string>();
  const cells = body.flatMap((row, index): readonly PasteCell[] => {
    const name = row[at.name] ?? '';
    const where = name === '' ? t('table.pasteNoName') : name;
    const known = present.find((person) => person.name.toLowerCase() === name.toLowerCase());
    const nameCell = { key: `${index} name`, where, before: known?.name ?? '', now: name };
    const fault = name === '' ? t('table.pasteNoName') : seen.has(name.toLowerCase()) ? t('table.pasteTwice') : people.length >= mostPastedPeople || !personInputSchema.shape.name.safeParse(name).success ? t('table.pasteTooLong') : null;
    if (fault !== null) return [{ ...nameCell, fault }];
    seen.add(name.toLowerCase());
    const given = details.flatMap((detail) => {
      const now = row[at[detail]] ?? '';
      if (now === '') return [];
      const isGood = personInputSchema.shape[detail].safeParse(now).success;
      return [{ detail, isGood, cell: { key: `${index} ${detail}`, where: `${name}, ${t(`table.paste-${detail}`)}`, before: known?.[detail] ?? '', now, fault: isGood ? null : t(detail === 'email' ? 'table.pasteBadEmail' : 'table.pasteTooLong') } }];
    });
    people.push({ name, organisation, ...Object.fromEntries(given.filter(({ isGood }) => isGood).map(({ detail, cell }) => [detail, cell.now])) });
    return [{ ...nameCell, now: known?.name ?? name, fault: null }, ...given.map(({ cell }) => cell)];
  });
  return { cells, take: () => save('people.paste', () => client.people.paste({ people })) };
}
