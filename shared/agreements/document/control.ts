import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { cell, headRow, paragraph, row, type DraftTable } from './build.ts';
import type { PrintContext } from './context.ts';
import { list, shortDate } from './format.ts';

/** Versions, who gets a copy, contents. */
export function documentControl(context: PrintContext): DraftBlock[] {
  const { words, print } = context;
  return [
    { kind: 'plain-heading', title: words.control.title, newPage: true },
    ...(print.translationOf === null ? [] : [paragraph('callout', fillPattern(words.control.translation, { language: words.control.languages[print.translationOf], version: print.version }))]),
    versions(context),
    ...distribution(context),
    { kind: 'plain-heading', title: words.control.contents, newPage: false, before: 22 },
    { kind: 'contents' },
  ];
}

function versions(context: PrintContext): DraftTable {
  const { words, print } = context;
  const { control } = words;
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [14, 22, 28, 66, 24], caption: control.versions,
    head: headRow([control.version, control.date, control.author, control.change, control.state]),
    rows: print.versions.map((version) => row([
      cell(String(version.version)), cell(shortDate(version.on, words)), cell(version.author ?? words.dash), cell(version.change), cell(words.versionStates[version.state]),
    ])),
  };
}

/** People of the agreement once each, with their roles; signatories and sponsors get the signed file. */
function distribution(context: PrintContext): DraftBlock[] {
  const { words, shortName } = context;
  const { control } = words;
  const people = peopleOf(context);
  if (people.length === 0) return [paragraph('note', control.nobody)];
  const table: DraftTable = {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [40, 60, 54], caption: control.distribution,
    head: headRow([control.name, control.role, control.copy]),
    rows: people.map((person) => {
      const roles = rolesText(context, person.roles);
      const getsFile = person.roles.includes('signatory') || person.roles.includes('sponsor');
      return row([cell(person.name), cell(fillPattern(control.roleAt, { role: roles, organisation: shortName(person.organisation) })), cell(getsFile ? control.signedFile : control.information)]);
    }),
  };
  return [table];
}

/** "Signatory and sponsor"; in German every noun keeps its capital. */
export function rolesText({ words, document }: PrintContext, roles: PersonWithRoles['roles']): string {
  return list(roles.map((role, index) => (index === 0 || !words.lowersRoles ? words.roles[role] : words.roles[role].toLocaleLowerCase(document.language))), words);
}

export type PersonWithRoles = { readonly name: string; readonly organisation: string; readonly roles: readonly PrintContext['document']['people'][number]['role'][] };

/** One entry a person and organisation, in the document's order. */
export function peopleOf(context: PrintContext): PersonWithRoles[] {
  const found = new Map<string, { name: string; organisation: string; roles: PersonWithRoles['roles'][number][] }>();
  for (const { name, organisation, role } of context.document.people) {
    const key = `${name}\n${organisation}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { name, organisation, roles: [role] });
    else if (!known.roles.includes(role)) known.roles.push(role);
  }
  return [...found.values()];
}
