import type { DraftBlock } from '#shared/documents/model.ts';
import { cell, clause, headRow, heading2, row, section, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { peopleOf } from './control.ts';
import { counted } from './format.ts';

/** 6 Reports and reviews. */
export function reportsAndReviews(context: PrintContext): DraftBlock[] {
  const { words, document, dates } = context;
  return [
    section('section', 'reports', words.reports.title),
    clause(`${counted(words.reports.reviews, document.review.everyMonths, words)}${dates === null ? '' : words.reports.dates}`),
    ...clausesOf(context, 'reporting', 'review'),
  ];
}

/** 7 Obligations: the provider's, then the customer's. */
export function obligations(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const duties = (['provider', 'customer'] as const).flatMap((side) => {
    const clauses = clausesOf(context, side === 'provider' ? 'provider-duties' : 'customer-duties');
    return clauses.length === 0 ? [] : [heading2(context[side]), ...clauses];
  });
  return [section('section', 'obligations', words.obligations.title), ...orNothing(context, words.obligations.topic, duties)];
}

/** 8 Escalation, complaints, disputed figures. */
export function escalation(context: PrintContext): DraftBlock[] {
  const { words, print, shortName } = context;
  const people = peopleOf(context).filter((person) => person.roles.includes('escalation'));
  const table: DraftTable = {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [46, 42, 66], caption: words.escalation.contacts, label: 'escalation',
    head: headRow([words.escalation.contact, words.escalation.party, words.escalation.reached]),
    rows: people.map((person) => {
      const contact = print.contacts.find((one) => one.name === person.name && one.organisation === person.organisation);
      const reached = [contact?.phone, contact?.email].filter((way) => way !== undefined && way !== '').join(', ');
      return row([cell(person.name), cell(shortName(person.organisation)), cell(reached === '' ? words.dash : reached)]);
    }),
  };
  const blocks: DraftBlock[] = [...(people.length === 0 ? [] : [table]), ...clausesOf(context, 'escalation')];
  return [section('section', 'escalation', words.escalation.title), ...orNothing(context, words.escalation.topic, blocks)];
}

/** 11 Data and audit. Its end stays with the signatures, which never stand alone on a page. */
export function dataAndAudit(context: PrintContext): DraftBlock[] {
  const { words } = context;
  const blocks = orNothing(context, words.data.topic, clausesOf(context, 'security-and-continuity'));
  const kept = blocks.map((block, index): DraftBlock => (index === blocks.length - 1 && block.kind === 'paragraph' ? { ...block, keepNext: true } : block));
  return [section('section', 'data', words.data.title), ...kept];
}
