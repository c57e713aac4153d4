import { existsSync } from 'node:fs';
import { canonicalDocument } from '#shared/agreements/canonical.ts';
import { completeness } from '#shared/agreements/completeness.ts';
import { agreementDates, type AgreementDates } from '#shared/agreements/dates.ts';
import { agreementDocumentSchema, versionStates, type AgreementDocument } from '#shared/agreements/model.ts';
import { checkReferences } from '#shared/agreements/references.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { UsageError } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { optionalDate, optionalNumber, requiredNumber, requiredText } from './options.ts';
import { answerWith } from './run.ts';
import { textFacts, textTable } from './text.ts';

/** `agreements`: create, list, show, versions, completeness, dates, move, approve. */
export const agreementCommands: readonly Command[] = [
  {
    group: 'agreements',
    verb: 'create',
    arguments: ['FILE'],
    summary: 'Creates an agreement, or the next version of the one whose id the document carries.',
    schema: agreementDocumentSchema,
    run: async ({ argument, readJson, client }) => {
      const document = agreementDocumentSchema.parse(await readJson(argument(0)));
      const created = await (await client()).agreements.create(document);
      return answerWith(created, `Created ${created.number}, version ${created.version}, draft (${created.id})`);
    },
  },
  {
    group: 'agreements',
    verb: 'list',
    arguments: [],
    summary: 'Lists all agreements.',
    run: async ({ client }) => {
      const rows = await (await client()).agreements.list({ archived: true });
      return answerWith({ agreements: rows }, textTable(['Number', 'Title', 'Customers', 'State', 'In force', 'Open', 'Id'], rows.map((row) => [row.number, row.title, row.customers.join(', '), row.state, row.inForce, row.open ? `${row.open.version} ${row.open.state}` : null, row.id]), 'No agreement yet.'));
    },
  },
  {
    group: 'agreements',
    verb: 'show',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' } },
    summary: 'Prints the agreement document with every part and every default; without --version the newest version.',
    run: async (invocation) => {
      const document = canonicalDocument(await storedDocument(invocation));
      return { json: document };
    },
  },
  {
    group: 'agreements',
    verb: 'versions',
    arguments: ['ID'],
    summary: 'Lists the versions of an agreement.',
    run: async ({ argument, client }) => {
      const versions = await (await client()).agreements.versions({ id: argument(0) });
      return answerWith({ versions }, textTable(['Version', 'State', 'In force', 'From', 'To', 'Author'], versions.map((row) => [row.version, row.state, row.inForce ? 'yes' : 'no', row.validFrom, row.validTo, row.author])));
    },
  },
  {
    group: 'agreements',
    verb: 'completeness',
    arguments: ['ID|FILE'],
    options: { version: { kind: 'text', value: 'N' } },
    summary: 'Says which of the 24 items of a complete agreement are present.',
    schema: agreementDocumentSchema,
    run: async (invocation) => {
      const { items, missing } = completeness(await documentOf(invocation));
      return answerWith({ items, missing }, [textTable(['Item', 'State', 'Terms'], items.map((item) => [item.id, item.state, item.terms.join(', ')])), '', missing.length === 0 ? 'Nothing is missing.' : `Missing: ${missing.join(', ')}`].join('\n'));
    },
  },
  {
    group: 'agreements',
    verb: 'dates',
    arguments: ['ID|FILE'],
    options: { version: { kind: 'text', value: 'N' }, from: { kind: 'text', value: 'DATE' }, to: { kind: 'text', value: 'DATE' } },
    summary: 'Last day of notice, end, renewal and reviews.',
    schema: agreementDocumentSchema,
    run: async (invocation) => {
      const from = optionalDate(invocation, 'from');
      const to = optionalDate(invocation, 'to');
      const dates = agreementDates(await documentOf(invocation), { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
      return answerWith(dates, datesText(dates));
    },
  },
  {
    group: 'agreements',
    verb: 'move',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' }, to: { kind: 'text', value: 'STATE' }, by: { kind: 'text', value: 'PERSON' }, reason: { kind: 'text' } },
    summary: 'Moves a version to another state.',
    run: async (invocation) => {
      const to = requiredText(invocation, 'to');
      const state = versionStates.find((known) => known === to);
      if (!state) throw new UsageError(`--to is one of ${versionStates.join(', ')}.`);
      const reason = invocation.option('reason');
      const moved = await (await invocation.client()).agreements.move({ id: invocation.argument(0), version: requiredNumber(invocation, 'version'), to: state, by: requiredText(invocation, 'by'), ...(reason === undefined ? {} : { reason }) });
      return answerWith(moved, `Moved from ${moved.from} to ${moved.to}.`);
    },
  },
  {
    group: 'agreements',
    verb: 'approve',
    arguments: ['ID'],
    options: { by: { kind: 'text', value: 'PERSON' }, reject: { kind: 'flag' }, reason: { kind: 'text' } },
    summary: 'Records one approval, or a rejection with its reason, of the open version.',
    run: async (invocation) => {
      const reason = invocation.option('reason');
      const answer = await (await invocation.client()).agreements.approve({ id: invocation.argument(0), by: requiredText(invocation, 'by'), reject: invocation.flag('reject'), ...(reason === undefined ? {} : { reason }) });
      const missing = answer.approvals.missing.length === 0 ? '' : ` Missing: ${answer.approvals.missing.join(', ')}.`;
      const decisions = answer.approvals.decisions.map((decision) => ({ ...decision, at: formatInstant(decision.at, 'UTC') }));
      return answerWith({ ...answer, approvals: { ...answer.approvals, decisions } }, `The version is ${answer.state}.${missing}`);
    },
  },
];

/** The document of a file (pure: no workspace is opened), or of an agreement of the workspace. */
async function documentOf(invocation: Invocation): Promise<AgreementDocument> {
  const name = invocation.argument(0);
  if (name !== '-' && !existsSync(invocation.resolve(name)) && !name.endsWith('.json')) return storedDocument(invocation);
  const document = agreementDocumentSchema.parse(await invocation.readJson(name));
  checkReferences(document);
  return document;
}

async function storedDocument(invocation: Invocation): Promise<AgreementDocument> {
  const version = optionalNumber(invocation, 'version');
  return (await invocation.client()).agreements.show({ id: invocation.argument(0), ...(version === undefined ? {} : { version }) });
}

function datesText(dates: AgreementDates): string {
  const facts = textFacts([['Last day of notice', dates.lastDayOfNotice], ['End', dates.end], ['Renews on', dates.renewsOn]]);
  return [facts, '', textTable(['Review', 'Reason'], dates.reviews.map((review) => [review.on, review.reason]), 'No review.')].join('\n');
}
