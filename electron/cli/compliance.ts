import type { AvailabilityAnswer, ComplianceAnswer, TicketLedger } from '#shared/compliance/contract.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { UsageError } from './arguments.ts';
import type { Command, Invocation, OptionSpec } from './command.ts';
import { optionalNumber, requiredDate, requiredText } from './options.ts';
import { answerWith } from './run.ts';
import { textFacts, textTable } from './text.ts';

const periodOptions: Readonly<Record<string, OptionSpec>> = {
  agreement: { kind: 'text', value: 'ID' },
  version: { kind: 'text', value: 'N' },
  from: { kind: 'text', value: 'DATE' },
  to: { kind: 'text', value: 'DATE' },
  'as-of': { kind: 'text', value: 'INSTANT' },
  by: { kind: 'text', value: 'priority|month|priority,month' },
};

/** `compliance`, `availability`, `tickets ledger`. */
export const complianceCommands: readonly Command[] = [
  {
    group: 'compliance',
    verb: '',
    arguments: [],
    options: periodOptions,
    summary: 'Shares met of the ticket and metric targets; the period ends before --to.',
    run: async (invocation) => {
      const answer = await (await invocation.client()).compliance.rows(periodInput(invocation));
      return answerWith(answer, complianceText(answer));
    },
  },
  {
    group: 'availability',
    verb: '',
    arguments: [],
    options: periodOptions,
    summary: 'Availability of the services; the period ends before --to.',
    run: async (invocation) => {
      const answer = await (await invocation.client()).compliance.availability(periodInput(invocation));
      return answerWith(answer, availabilityText(answer));
    },
  },
  {
    group: 'tickets',
    verb: 'ledger',
    arguments: ['NUMBER'],
    options: { agreement: { kind: 'text', value: 'ID' }, version: { kind: 'text', value: 'N' }, term: { kind: 'text', value: 'T' }, 'as-of': { kind: 'text', value: 'INSTANT' } },
    summary: 'Every stretch of one ticket under one target, with its class, reason and rule.',
    run: async (invocation) => {
      const term = invocation.option('term');
      const shown = await (await invocation.client()).compliance.ledger({ ...versionInput(invocation), ticket: invocation.argument(0), ...(term === undefined ? {} : { term }) });
      return answerWith(shown.ledger, ledgerText(shown));
    },
  },
];

function periodInput(invocation: Invocation) {
  return { ...versionInput(invocation), from: requiredDate(invocation, 'from'), to: requiredDate(invocation, 'to'), by: dimensions(invocation.option('by')) };
}

function versionInput(invocation: Invocation) {
  const version = optionalNumber(invocation, 'version');
  const asOf = invocation.option('as-of');
  return { id: requiredText(invocation, 'agreement'), ...(version === undefined ? {} : { version }), ...(asOf === undefined ? {} : { asOf }) };
}

function dimensions(text: string | undefined): ('priority' | 'month')[] {
  if (text === undefined) return [];
  return text.split(',').map((part) => {
    const name = part.trim();
    if (name !== 'priority' && name !== 'month') throw new UsageError('--by is priority, month or priority,month.');
    return name;
  });
}

/** The answer for people. Shares carry four decimals so that they stand below each other; parts of a split target and versions are named where there are several. */
export function complianceText({ asOf, period, rows }: ComplianceAnswer): string {
  const isSplit = rows.some((row) => row.part !== undefined);
  const isVersioned = rows.some((row) => row.version !== undefined);
  const table = textTable(
    ['Term', ...(isVersioned ? ['Version'] : []), 'Priority', 'Month', ...(isSplit ? ['Part'] : []), 'Met', 'Per cent or value', '95 %', 'Open', 'Cancelled', 'Coverage', 'Verdict'],
    rows.map((row) => [
      row.term, ...(isVersioned ? [row.version ?? null] : []), row.priority, row.month, ...(isSplit ? [row.part ?? null] : []), row.share ? `${row.share.numerator} of ${row.share.denominator}` : null, row.share ? row.share.percent.toFixed(4) : (row.value ?? null),
      row.share ? row.share.wilson95.map((bound) => bound.toFixed(4)).join('–') : null, row.open, row.cancelled, coverageText(row.coverage), row.readings === 0 && row.verdict === 'no events' ? 'no reading' : row.verdict,
    ]),
    'No target, or no data in this period.',
  );
  return [`${period.from} to before ${period.to} (${period.zone}), as of ${asOf}`, '', table].join('\n');
}

function availabilityText({ asOf, period, rows }: AvailabilityAnswer): string {
  const isVersioned = rows.some((row) => row.version !== undefined);
  const table = textTable(
    ['Term', ...(isVersioned ? ['Version', 'From', 'To'] : []), 'Service', 'Month', 'Agreed min', 'Down min', 'Excluded', 'Undetermined', 'Per cent', 'Allowed', 'Outages', 'Coverage', 'Verdict'],
    rows.map((row) => [row.term, ...(isVersioned ? [row.version ?? null, row.from ?? null, row.to ?? null] : []), row.service, row.month, row.agreedMinutes, row.downMinutes, row.excludedMinutes, row.undeterminedMinutes, row.percent, row.budgetMinutes, row.outages, coverageText(row.coverage), row.verdict]),
    'No availability target.',
  );
  return [`${period.from} to before ${period.to} (${period.zone}), as of ${asOf}`, '', table].join('\n');
}

function coverageText(coverage: ComplianceAnswer['rows'][number]['coverage']): string {
  return coverage.state === 'partly' ? `${coverage.measuredDays} of ${coverage.days} days` : coverage.state;
}

function ledgerText({ ledger, title }: TicketLedger): string {
  const facts = textFacts([['Ticket', title === null ? ledger.ticket : `${ledger.ticket} ${title}`], ['Target', ledger.term], ['Start', ledger.start], ['Stop', ledger.stop], ['Due', ledger.due], ['Verdict', ledger.verdict]]);
  const table = textTable(['From', 'To', 'Class', 'Rule', 'h:min:s'], ledger.stretches.map((stretch) => [stretch.from, stretch.to, stretch.reason === null ? stretch.class : `${stretch.class} (${stretch.reason})`, stretch.rule, hoursMinutes(stretch.ms, true)]));
  const sums = textFacts(Object.entries(ledger.sums).map(([name, ms]) => [name, hoursMinutes(ms, true)]));
  return [facts, '', table, '', sums].join('\n');
}
