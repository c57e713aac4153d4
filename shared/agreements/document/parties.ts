import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { bold, cell, clause, groupRow, headRow, listItems, row, section, span, type DraftCell, type DraftTable } from './build.ts';
import { clausesOf } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { peopleOf, rolesText } from './control.ts';
import { list } from './format.ts';

/** 1 Purpose and parties. */
export function purposeAndParties(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  return [
    section('section', 'purpose', words.purpose.title, true),
    clause(words.purpose.states, { provider: context.provider, customer: context.customer, services: servicesPhrase(context) }),
    ...requirements(context),
    ...clausesOf(context, 'parties', 'purpose'),
    partiesTable(context),
    ...(document.people.length === 0 ? [] : [rolesTable(context)]),
    ...clausesOf(context, 'contacts'),
  ];
}

function servicesPhrase(context: PrintContext): string {
  const { words, document } = context;
  const names = [...new Set(document.services.map((service) => service.service))];
  if (names.length === 0) return words.purpose.noServices;
  if (names.length === 1) return fillPattern(words.purpose.service, { name: names[0] ?? '' });
  return fillPattern(words.purpose.services, { names: list(names, words) });
}

function requirements(context: PrintContext): DraftBlock[] {
  const { words, document } = context;
  if (document.requirements.length === 0) return [];
  const items = document.requirements.map((requirement) => {
    const terms = requirement.terms.length === 0 ? '' : fillPattern(words.purpose.requirementTerms, { codes: list(requirement.terms, words) });
    return { content: richText(words.purpose.requirement, { text: requirement.text, id: requirement.id, terms }) };
  });
  return [clause(words.purpose.requirements, { customer: context.customer }, { keepNext: true }), ...listItems(items)];
}

/** One column a side; several parties of a side stand below each other. */
function partiesTable(context: PrintContext): DraftTable {
  const { words, document, print, shortName } = context;
  const sides = (['customer', 'provider'] as const).map((side) => document.parties.filter((party) => party.side === side).map((party) => party.organisation));
  const most = Math.max(1, ...sides.map((names) => names.length));
  const rows = [];
  for (let index = 0; index < most; index += 1) {
    const organisations = sides.map((names) => names[index]);
    const known = organisations.map((name) => print.organisations.find((one) => one.name === name));
    const nameCell = (name: string | undefined): DraftCell => (name === undefined ? cell('') : cell(shortName(name) === name ? [bold(name)] : richText(`**${'{name}'}** ${words.purpose.called.replace('{name} ', '')}`, { name, short: shortName(name) })));
    rows.push(row([cell(words.purpose.name), ...organisations.map(nameCell)]));
    if (known.some((one) => one?.address !== undefined)) rows.push(row([cell(words.purpose.address), ...known.map((one) => cell(one?.address ?? words.dash))]));
    if (known.some((one) => one?.registerNumber !== undefined)) rows.push(row([cell(words.purpose.register), ...known.map((one) => cell(one?.registerNumber ?? words.dash))]));
  }
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [26, 64, 64], caption: words.purpose.parties, label: 'parties',
    head: headRow(['', words.purpose.customer, words.purpose.provider]), rows,
  };
}

function rolesTable(context: PrintContext): DraftTable {
  const { words, print, shortName } = context;
  const people = peopleOf(context);
  const organisations = [...new Set(people.map((person) => person.organisation))];
  const rows = organisations.flatMap((organisation) => [
    groupRow(shortName(organisation), 3),
    ...people.filter((person) => person.organisation === organisation).map((person) => {
      const contact = print.contacts.find((one) => one.name === person.name && one.organisation === organisation);
      const reached = [contact?.email, contact?.phone].filter((way) => way !== undefined && way !== '').join(', ');
      const name = contact?.position === undefined || contact.position === '' ? [span(person.name)] : [span(person.name), span(`, ${contact.position}`, { tone: 'secondary' })];
      return row([cell(rolesText(context, person.roles)), cell(name), cell(reached === '' ? words.dash : reached)]);
    }),
  ]);
  return {
    kind: 'table', look: 'head', indentMm: 0, columnsMm: [50, 62, 58], caption: words.purpose.roles, label: 'roles',
    head: headRow([words.purpose.role, words.purpose.person, words.purpose.reached]), rows,
  };
}
