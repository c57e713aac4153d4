import { ticketFacts, ticketsWithText, type MeasuredTicket } from '#db/compliance/tickets.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { verdictOf } from '#shared/compliance/compliance.ts';
import type { FigureTicket, FigureTickets, ticketSorts } from '#shared/compliance/contract.ts';
import { coverageOf } from '#shared/compliance/coverage.ts';
import { clockTermsOf, judgeTickets, type ClockTermRules } from '#shared/compliance/judge-tickets.ts';
import { ParleyError } from '#shared/errors.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { historyOf } from '#shared/ledger/meaning.ts';
import { type ClockResult, type ClockVerdict, type Ledger } from '#shared/ledger/model.ts';
import { stepAt } from '#shared/ledger/rules.ts';
import { unpackTimeline } from '#shared/ledger/timeline.ts';
import { ppbToPercent } from '#shared/ratio/decimal.ts';
import { shareOf } from '#shared/statistics/wilson.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod, type Question } from './question.ts';
import { shareAndCoverage, type PeriodInput } from './rows.ts';

export type FigureInput = PeriodInput & {
  readonly term: string;
  readonly part?: string | undefined;
  readonly verdicts?: readonly ClockVerdict[] | undefined;
  readonly search?: string | undefined;
  readonly sort: (typeof ticketSorts)[number];
  readonly descending: boolean;
};
type Judged = { readonly ticket: MeasuredTicket; readonly result: ClockResult; readonly toTargetMs: number | null };

/** Verdict groups in the order in which they are read. */
const groupOrder: readonly ClockVerdict[] = ['missed', 'met', 'open', 'cancelled', 'not derivable'];

/** The tickets behind one figure: counts of all, and one window of rows with their strips. */
export function figureTickets(context: CoreContext, input: FigureInput & { readonly offset: number; readonly limit: number }): FigureTickets {
  const figure = judgeFigure(context, input);
  const { question, clock, asOf, all, filtered } = figure;
  const met = all.filter(({ result }) => result.verdict === 'met').length;
  const decided = met + all.filter(({ result }) => result.verdict === 'missed').length;
  const coverage = coverageOf(question.coverage, input.from, input.to, question.document.zone);
  const { goalPpb } = stepAt(clock.rules, startOfDay(input.from, question.document.zone));
  return {
    term: clock.term.id,
    name: termName(clock.term),
    priority: clock.term.priority,
    version: question.version.version,
    asOf,
    goalPercent: ppbToPercent(goalPpb),
    within: clock.term.within,
    ...shareAndCoverage(shareOf(met, decided), coverage),
    verdict: verdictOf(met, decided, goalPpb, coverage),
    groups: groupOrder.map((verdict) => ({ verdict, ...sumsOf(filtered.filter(({ result }) => result.verdict === verdict)) })).filter((group) => group.count > 0),
    total: sumsOf(filtered),
    medianCountedMs: medianOf(filtered.map(({ result }) => result.countedMs)),
    rows: rowsOf(context, figure, filtered.slice(input.offset, input.offset + input.limit)),
  };
}

/** The same tickets as a CSV for spreadsheets: instants with their offset, times as h:mm:ss. */
export function figureCsv(context: CoreContext, input: FigureInput): { readonly name: string; readonly text: string; readonly rows: number } {
  const figure = judgeFigure(context, input);
  const { zone } = figure.question.document;
  const facts = context.store.read((reader) => ticketFacts(reader, figure.filtered.map(({ ticket }) => ticket.no)));
  const iso = (at: Instant | null) => (at === null ? '' : formatInstant(at, zone));
  const lines = figure.filtered.map(({ ticket, result, toTargetMs }) => [
    ticket.key, facts.get(ticket.no)?.title ?? '', ticket.service ?? '', ticket.group ?? '', iso(ticket.openedAt), iso(result.due), iso(result.stop), result.verdict,
    clockText(result.countedMs), clockText(result.pausedMs), clockText(result.actualMs), toTargetMs === null ? '' : `${toTargetMs < 0 ? '-' : ''}${clockText(Math.abs(toTargetMs))}`,
  ]);
  const head = ['Ticket', 'Title', 'Service', 'Group', 'Opened', 'Due', 'Stopped', 'Verdict', 'Counted', 'Paused', 'Wall time', 'To target'];
  return { name: `${figure.question.agreement.number}-${input.term}-${input.from}.csv`, text: [head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n').concat('\r\n'), rows: lines.length };
}

export type Figure = { readonly question: Question; readonly clock: ClockTermRules; readonly asOf: Instant; readonly all: readonly Judged[]; readonly filtered: readonly Judged[] };

function judgeFigure(context: CoreContext, input: FigureInput): Figure {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const { document, meaning, tickets } = question;
  const clock = clockTermNamed(question, input.term);
  const asOf = asOfOr(question.ticketsAsOf, input.to, document.zone);
  const [begin, end] = [startOfDay(input.from, document.zone), startOfDay(input.to, document.zone)];
  const all: Judged[] = [];
  const byNo = new Map(tickets.map((ticket) => [ticket.no, ticket]));
  judgeTickets({ document, terms: [clock], meaning, tickets, asOf, context: question.context }, (_term, packed, result, moment) => {
    const ticket = byNo.get(packed.no);
    if (!ticket || moment < begin || moment >= end || (input.part !== undefined && ticket[clock.term.splitBy ?? 'service'] !== input.part)) return;
    all.push({ ticket, result, toTargetMs: toTarget(result, clock, asOf) });
  });
  const wanted = input.verdicts === undefined || input.verdicts.length === 0 ? null : new Set(input.verdicts);
  const { search } = input;
  const found = search === undefined || search.trim() === '' ? null : context.store.read((reader) => ticketsWithText(reader, search.trim()));
  const filtered = all.filter(({ ticket, result }) => (wanted === null || wanted.has(result.verdict)) && (found === null || found.has(ticket.no)));
  return { question, clock, asOf, all, filtered: sorted(filtered, input) };
}

/** Throws `not-found` where the version has no clock target of that code. */
export function clockTermNamed(question: Question, code: string): ClockTermRules {
  const [clock] = clockTermsOf(question.document, new Set([code]));
  if (!clock) throw new ParleyError('not-found', `Version ${question.version.version} of ${question.agreement.number} has no response or resolution target ${code}.`, { details: [{ path: 'term', message: 'Unknown target' }] });
  return clock;
}

/** Time against the target, above 0 late: counted time for targets in hours, wall time against the due time for those in days. */
export function toTarget(result: ClockResult, clock: ClockTermRules, asOf: Instant): number | null {
  if (result.verdict === 'cancelled' || result.verdict === 'not derivable') return null;
  const { within } = stepAt(clock.rules, clock.rules.takeover === 'stop' ? (result.stop ?? asOf) : result.start);
  if ('seconds' in within) return result.countedMs - within.seconds * 1000;
  return result.due === null ? null : (result.stop ?? asOf) - result.due;
}

/** The stretches of a ledger as a strip: neighbours of one class are one. */
export function stripOf(ledger: Ledger): FigureTicket['strip'] {
  const strip: FigureTicket['strip'] = [];
  for (const stretch of ledger.stretches) {
    const last = strip.at(-1);
    if (last && last.class === stretch.class) last.ms += stretch.ms;
    else strip.push({ class: stretch.class, ms: stretch.ms });
  }
  return strip;
}

function rowsOf(context: CoreContext, figure: Figure, window: readonly Judged[]): FigureTicket[] {
  const { question, clock, asOf } = figure;
  const facts = context.store.read((reader) => ticketFacts(reader, window.map(({ ticket }) => ticket.no)));
  return window.map(({ ticket, result, toTargetMs }) => {
    const title = facts.get(ticket.no)?.title ?? null;
    const history = historyOf(unpackTimeline(ticket.bytes), question.meaning, { key: ticket.key, title });
    return {
      no: ticket.no,
      key: ticket.key,
      title,
      openedAt: ticket.openedAt,
      verdict: result.verdict,
      priority: clock.rules.priorities[result.priority]?.id ?? null,
      group: ticket.group,
      service: ticket.service,
      dueAt: result.due,
      stopAt: result.stop,
      countedMs: result.countedMs,
      pausedMs: result.pausedMs,
      wallMs: result.actualMs,
      toTargetMs,
      marks: [...result.marks],
      strip: stripOf(ledgerOf(history, clock.rules, clock.calendar, asOf, question.context)),
    };
  });
}

function sorted(judged: readonly Judged[], order: Pick<FigureInput, 'sort' | 'descending'>): Judged[] {
  const value = sortValues[order.sort];
  const sign = order.descending ? -1 : 1;
  return judged.toSorted((a, b) => {
    const group = groupOrder.indexOf(a.result.verdict) - groupOrder.indexOf(b.result.verdict);
    if (group !== 0) return group;
    const [one, other] = [value(a), value(b)];
    return sign * (one < other ? -1 : one > other ? 1 : 0) || a.ticket.no - b.ticket.no;
  });
}

const sortValues: Readonly<Record<FigureInput['sort'], (judged: Judged) => number | string>> = {
  toTarget: ({ toTargetMs }) => toTargetMs ?? -Infinity,
  opened: ({ ticket }) => ticket.openedAt,
  key: ({ ticket }) => ticket.key,
  counted: ({ result }) => result.countedMs,
  paused: ({ result }) => result.pausedMs,
  wall: ({ result }) => result.actualMs,
  due: ({ result }) => result.due ?? Infinity,
};

function sumsOf(judged: readonly Judged[]) {
  const sum = (value: (result: ClockResult) => number) => judged.reduce((total, { result }) => total + value(result), 0);
  return { count: judged.length, countedMs: sum((result) => result.countedMs), pausedMs: sum((result) => result.pausedMs), wallMs: sum((result) => result.actualMs) };
}

function medianOf(values: readonly number[]): number | null {
  const rising = values.toSorted((a, b) => a - b);
  return rising[Math.floor((rising.length - 1) / 2)] ?? null;
}

function clockText(ms: number): string {
  return hoursMinutes(ms, true).replaceAll(',', '');
}

/** Quoted where it must be; a text that a spreadsheet would read as a formula gets an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.:]+$)/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

