import { ticketFacts } from '#db/compliance/tickets.ts';
import { termName } from '#shared/agreements/sentences.ts';
import { verdictOf } from '#shared/compliance/compliance.ts';
import type { FigureTicket, FigureTickets, TicketFacets } from '#shared/compliance/contract.ts';
import { coverageOf } from '#shared/compliance/coverage.ts';
import { csvText } from '#shared/format/csv.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { ledgerOf } from '#shared/ledger/ledger.ts';
import { historyOf } from '#shared/ledger/meaning.ts';
import { contextOfTicket, type ClockResult, type Ledger } from '#shared/ledger/model.ts';
import { stepAt } from '#shared/ledger/rules.ts';
import { unpackTimeline } from '#shared/ledger/timeline.ts';
import { ppbToPercent } from '#shared/ratio/decimal.ts';
import { shareOf } from '#shared/statistics/wilson.ts';
import { formatInstant, type Instant } from '#shared/time/instant.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { figureOf, groupOrder, type Figure, type FigureInput, type Judged } from './figure.ts';
import { shareAndCoverage } from './rows.ts';

type WindowInput = FigureInput & { readonly offset: number; readonly limit: number; readonly placeOf?: number | undefined };

/** The tickets behind one figure: counts of all, and one window of rows with their strips. */
export function figureTickets(context: CoreContext, input: WindowInput): FigureTickets {
  const figure = figureOf(context, input);
  const { question, measuring, clock, asOf, all, filtered } = figure;
  const { zone } = question.document;
  const own = all.filter((judged) => judged.isOfFigure);
  const met = own.filter(({ result }) => result.verdict === 'met').length;
  const decided = met + own.filter(({ result }) => result.verdict === 'missed').length;
  const coverage = coverageOf(measuring.coverage, input.from, input.to, zone);
  const { goalPpb, within } = stepAt(clock.rules, startOfDay(input.from, zone));
  return {
    term: clock.term.id,
    name: termName(clock.term),
    priority: clock.term.priority,
    version: measuring.version.version,
    asOf,
    goalPercent: ppbToPercent(goalPpb),
    within,
    ...shareAndCoverage(shareOf(met, decided), coverage),
    verdict: verdictOf(met, decided, goalPpb, coverage),
    groups: groupOrder.map((verdict) => ({ verdict, ...sumsOf(filtered.filter(({ result }) => result.verdict === verdict)) })).filter((group) => group.count > 0),
    total: sumsOf(filtered),
    medianCountedMs: medianOf(filtered.flatMap(({ result }) => (result.verdict === 'excluded' ? [] : [result.countedMs]))),
    zone,
    title: measuring.document.title,
    customers: measuring.document.parties.filter((party) => party.side === 'customer').map((party) => party.organisation),
    priorityCounts: clock.term.priorityCounts,
    belongsTo: clock.term.belongsTo,
    place: input.placeOf === undefined ? null : placeOf(filtered, input.placeOf),
    rows: rowsOf(context, figure, filtered.slice(input.offset, input.offset + input.limit)),
  };
}

/** The same tickets as a CSV for spreadsheets: instants with their offset, times as h:mm:ss. */
export function figureCsv(context: CoreContext, input: FigureInput): { readonly name: string; readonly text: string; readonly rows: number } {
  const figure = figureOf(context, input);
  const { zone } = figure.question.document;
  const facts = context.store.read((reader) => ticketFacts(reader, figure.filtered.map(({ ticket }) => ticket.no)));
  const iso = (at: Instant | null) => (at === null ? '' : formatInstant(at, zone));
  const lines = figure.filtered.map(({ ticket, result, toTargetMs }) => [
    ticket.key, facts.get(ticket.no)?.title ?? '', ticket.service ?? '', ticket.group ?? '', iso(ticket.openedAt), iso(result.due), iso(result.stop), result.verdict,
    clockText(result.countedMs), clockText(result.pausedMs), clockText(result.actualMs), toTargetMs === null ? '' : `${toTargetMs < 0 ? '-' : ''}${clockText(Math.abs(toTargetMs))}`,
  ]);
  const head = ['Ticket', 'Title', 'Service', 'Group', 'Opened', 'Due', 'Stopped', 'Verdict', 'Counted', 'Paused', 'Wall time', 'To target'];
  return { name: `${figure.question.agreement.number}-${input.term}-${input.from}.csv`, text: csvText([head, ...lines]), rows: lines.length };
}

/** What the figure's tickets can be filtered by, each value with its count. */
export function figureFacets(context: CoreContext, input: FigureInput): TicketFacets {
  const figure = figureOf(context, input);
  const attributes = figure.attributes();
  const counts = (value: (judged: Judged) => string | null | undefined) => {
    const found = new Map<string, number>();
    for (const judged of figure.all) {
      const word = value(judged) ?? '';
      if (word !== '') found.set(word, (found.get(word) ?? 0) + 1);
    }
    return [...found].map(([word, count]) => ({ value: word, count })).sort((a, b) => b.count - a.count);
  };
  return {
    states: counts(({ ticket }) => attributes.get(ticket.no)?.state),
    priorities: counts(({ ticket }) => attributes.get(ticket.no)?.priority),
    groups: counts(({ ticket }) => ticket.group),
    services: counts(({ ticket }) => ticket.service),
    customers: counts(({ ticket }) => attributes.get(ticket.no)?.customer),
  };
}

/** A time of a CSV that spreadsheets read as one: `4:25:00`. */
export function clockText(ms: number): string {
  return hoursMinutes(ms, true).replaceAll(',', '');
}

function rowsOf(context: CoreContext, figure: Figure, window: readonly Judged[]): FigureTicket[] {
  const { question, asOf } = figure;
  const facts = context.store.read((reader) => ticketFacts(reader, window.map(({ ticket }) => ticket.no)));
  return window.map(({ ticket, result, toTargetMs, clock, measuring }) => {
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
      strip: stripOf(ledgerOf(history, clock.rules, clock.calendar, asOf, contextOfTicket(measuring.context, ticket.no))),
    };
  });
}

type Strip = FigureTicket['strip'];
const stripMost = 48;

/** The stretches of a ledger as a strip: neighbours of one class are one. Where there are more than a bar can show, by cells of one length. */
function stripOf(ledger: Ledger): Strip {
  const strip: Strip = [];
  for (const { class: kind, ms } of ledger.stretches) addPiece(strip, kind, ms);
  return strip.length <= stripMost ? strip : coarser(strip, ledger.sums.wall);
}

/** Cells of one length; what a cell could not show is carried on to the next, so that the classes keep their proportions. */
function coarser(strip: Strip, wall: number): Strip {
  const coarse: Strip = [];
  const owed = new Map<Strip[number]['class'], number>();
  let [at, place, left] = [0, 0, strip[0]?.ms ?? 0];
  for (let cell = 1; cell <= stripMost; cell += 1) {
    const begin = at;
    const end = Math.round((wall * cell) / stripMost);
    for (let piece = strip[place]; at < end && piece !== undefined; piece = strip[place]) {
      const taken = Math.min(left, end - at);
      owed.set(piece.class, (owed.get(piece.class) ?? 0) + taken);
      at += taken;
      left -= taken;
      if (left > 0) continue;
      place += 1;
      left = strip[place]?.ms ?? 0;
    }
    const [most] = [...owed].sort((a, b) => b[1] - a[1]);
    if (most === undefined || at === begin) continue;
    owed.set(most[0], most[1] - (at - begin));
    addPiece(coarse, most[0], at - begin);
  }
  return coarse;
}

function addPiece(strip: Strip, kind: Strip[number]['class'], ms: number): void {
  const last = strip.at(-1);
  if (last && last.class === kind) last.ms += ms;
  else strip.push({ class: kind, ms });
}

function placeOf(filtered: readonly Judged[], no: number): FigureTickets['place'] {
  const index = filtered.findIndex(({ ticket }) => ticket.no === no);
  return index < 0 ? null : { index, before: filtered[index - 1]?.ticket.no ?? null, after: filtered[index + 1]?.ticket.no ?? null };
}

function sumsOf(judged: readonly Judged[]) {
  const sum = (value: (result: ClockResult) => number) => judged.reduce((total, { result }) => total + value(result), 0);
  return { count: judged.length, countedMs: sum((result) => result.countedMs), pausedMs: sum((result) => result.pausedMs), wallMs: sum((result) => result.actualMs) };
}

function medianOf(values: readonly number[]): number | null {
  const rising = Float64Array.from(values).sort();
  return rising[Math.floor((rising.length - 1) / 2)] ?? null;
}
