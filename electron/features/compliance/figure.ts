import { ticketAttributes, type TicketAttributes } from '#db/tickets/attributes.ts';
import { ticketsWithText, ticketTables, type MeasuredTicket } from '#db/compliance/tickets.ts';
import { kept, type KeptKind } from '#db/kept.ts';
import type { figureConditions, ticketSorts } from '#shared/compliance/contract.ts';
import { clockTermsOf, judgeVersions, type ClockTermRules } from '#shared/compliance/judge-tickets.ts';
import { ParleyError } from '#shared/errors.ts';
import type { ClockResult, ClockVerdict } from '#shared/ledger/model.ts';
import { stepAt } from '#shared/ledger/rules.ts';
import type { Instant } from '#shared/time/instant.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { judgedOf, measuringVersion, versionsKey } from './judged.ts';
import { asOfOr, askedQuestion, checkPeriod, type Measuring, type Question } from './question.ts';
import type { PeriodInput } from './rows.ts';

type Sort = (typeof ticketSorts)[number];
type Words = readonly string[] | undefined;
export type FigureInput = PeriodInput & {
  readonly term: string;
  /** Only the tickets of this version, where several measure. */
  readonly measuring?: number | undefined;
  readonly part?: string | undefined;
  readonly verdicts?: readonly ClockVerdict[] | undefined;
  readonly search?: string | undefined;
  readonly without?: readonly (typeof figureConditions)[number][] | undefined;
  readonly states?: Words;
  readonly priorities?: Words;
  readonly groups?: Words;
  readonly services?: Words;
  readonly customers?: Words;
  readonly openedFrom?: string | undefined;
  readonly openedTo?: string | undefined;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly thenBy?: readonly { readonly by: Sort; readonly descending: boolean }[] | undefined;
};

/** `isOfFigure` is false for a ticket that is shown because a condition of the figure was left. */
export type Judged = { readonly ticket: MeasuredTicket; readonly result: ClockResult; readonly toTargetMs: number | null; readonly isOfFigure: boolean; readonly clock: ClockTermRules; readonly measuring: Measuring };
/** `clock` and `measuring` are those of the last version that has the target: what the figure is compared with. */
export type JudgedFigure = { readonly question: Question; readonly measuring: Measuring; readonly clock: ClockTermRules; readonly asOf: Instant; readonly all: readonly Judged[]; readonly attributes: () => ReadonlyMap<number, TicketAttributes> };
export type Figure = JudgedFigure & { readonly filtered: readonly Judged[] };

/** Verdict groups in the order in which they are read. */
export const groupOrder: readonly ClockVerdict[] = ['missed', 'met', 'open', 'cancelled', 'not derivable', 'excluded'];

const figureKind: KeptKind = { name: 'figures', most: 6, madeFrom: ticketTables };
const filteredKind: KeptKind = { name: 'filtered figures', most: 12, madeFrom: ticketTables };
const attributesKind: KeptKind = { name: 'attributes', most: 1, madeFrom: ticketTables };

/**
 * The tickets of one figure with their verdicts, filtered and in order. What was judged is kept, so that a window further down, another
 * filter or another order costs no judging.
 */
export function figureOf(context: CoreContext, input: FigureInput): Figure {
  checkPeriod(input.from, input.to);
  const question = askedQuestion(context, input);
  const asOf = asOfOr(question.ticketsAsOf, input.to, question.document.zone);
  const { from, to, term, measuring, part, without = [] } = input;
  const asked = [versionsKey(question), question.measuring.map(({ version, document, coverage }) => [version.id, document.title, document.parties, coverage]), asOf, from, to, term, measuring, part, without];
  const judged = kept(context.store, figureKind, JSON.stringify(asked), () => judgeFigure(context, question, asOf, input));
  const { states, priorities, groups, services, customers, openedFrom, openedTo, verdicts, search, sort, descending, thenBy } = input;
  const filters = [states, priorities, groups, services, customers, openedFrom, openedTo, verdicts, search, sort, descending, thenBy];
  const filtered = kept(context.store, filteredKind, JSON.stringify([asked, filters]), () => sorted(judged, filteredOf(context, judged, input), input));
  return { ...judged, question, filtered };
}

/** The last version of a question that has a clock target of a code, and the target. Throws `not-found` where none has. */
export function clockTermNamed(question: Question, code: string, versions: readonly Measuring[] = question.measuring): { readonly measuring: Measuring; readonly clock: ClockTermRules } {
  const [found] = versions.toReversed().flatMap((measuring) => clockTermsOf(measuring.document, new Set([code])).map((clock) => ({ measuring, clock })));
  if (!found) throw new ParleyError('not-found', `Version ${question.version.version} of ${question.agreement.number} has no response or resolution target ${code}.`, { details: [{ path: 'term', message: 'Unknown target' }] });
  return found;
}

/** Time against the target, above 0 late: counted time for targets in hours, wall time against the due time for those in days. */
export function toTarget(result: ClockResult, clock: ClockTermRules, asOf: Instant): number | null {
  if (result.verdict === 'cancelled' || result.verdict === 'not derivable' || result.verdict === 'excluded') return null;
  const { within } = stepAt(clock.rules, clock.rules.takeover === 'stop' ? (result.stop ?? asOf) : result.start);
  if ('seconds' in within) return result.countedMs - within.seconds * 1000;
  return result.due === null ? null : (result.stop ?? asOf) - result.due;
}

function judgeFigure(context: CoreContext, question: Question, asOf: Instant, input: FigureInput): JudgedFigure {
  const { zone } = question.document;
  const isAsked = (measuring: Measuring): boolean => input.measuring === undefined || measuring.version.version === input.measuring;
  const { measuring, clock } = clockTermNamed(question, input.term, question.measuring.filter(isAsked));
  const [begin, end] = [startOfDay(input.from, zone), startOfDay(input.to, zone)];
  const without = new Set(input.without);
  const versions = question.measuring.map((version) => measuringVersion(version, input.term));
  const all: Judged[] = [];
  judgeVersions({ versions, meaning: question.meaning, tickets: candidates(context, question, asOf, input), asOf, anyPriority: without.has('priority') }, (index, place, ticket, result, moment) => {
    const own = { measuring: question.measuring[index], clock: versions[index]?.clocks[place] };
    if (own.measuring === undefined || own.clock === undefined || !isAsked(own.measuring)) return;
    if (input.part !== undefined && ticket[own.clock.term.splitBy ?? 'service'] !== input.part) return;
    const isInPeriod = moment >= begin && moment < end;
    if (!isInPeriod && !without.has('period')) return;
    all.push({ ticket, result: result.verdict === 'excluded' ? { ...result, countedMs: 0 } : result, toTargetMs: toTarget(result, own.clock, asOf), isOfFigure: isInPeriod && result.priority === own.clock.rules.priority, measuring: own.measuring, clock: own.clock });
  });
  return { question, measuring, clock, asOf, all, attributes: () => kept(context.store, attributesKind, '', () => context.store.read(ticketAttributes)) };
}

/** The tickets that a figure can show: those that were judged into its period, unless it shows more than it counts. */
function candidates(context: CoreContext, question: Question, asOf: Instant, input: FigureInput): readonly MeasuredTicket[] {
  if (input.without !== undefined && input.without.length > 0) return question.tickets;
  const { zone } = question.document;
  const [begin, end] = [startOfDay(input.from, zone), startOfDay(input.to, zone)];
  const places = new Set<number>();
  for (const { clock, places: own, moments } of judgedOf(context, question, asOf)) {
    if (clock.term.id !== input.term) continue;
    for (let index = 0; index < own.length; index += 1) {
      const moment = moments[index] ?? -Infinity;
      if (moment >= begin && moment < end) places.add(own[index] ?? -1);
    }
  }
  return [...places].toSorted((a, b) => a - b).flatMap((place) => question.tickets[place] ?? []);
}

function filteredOf(context: CoreContext, figure: JudgedFigure, input: FigureInput): readonly Judged[] {
  const { zone } = figure.question.document;
  const search = input.search?.trim() ?? '';
  const found = search === '' ? null : context.store.read((reader) => ticketsWithText(reader, search));
  const opened = { from: input.openedFrom === undefined ? -Infinity : startOfDay(input.openedFrom, zone), to: input.openedTo === undefined ? Infinity : startOfDay(input.openedTo, zone) };
  const [verdicts, states, priorities, groups, services, customers] = [input.verdicts, input.states, input.priorities, input.groups, input.services, input.customers].map(wanted);
  const attributes = states || priorities || customers ? figure.attributes() : null;
  return figure.all.filter(({ ticket, result }) => {
    if (verdicts && !verdicts.has(result.verdict)) return false;
    if (found !== null && !found.has(ticket.no)) return false;
    if (ticket.openedAt < opened.from || ticket.openedAt >= opened.to) return false;
    if ((groups && !groups.has(ticket.group ?? '')) || (services && !services.has(ticket.service ?? ''))) return false;
    const own = attributes?.get(ticket.no);
    return (!states || states.has(own?.state ?? '')) && (!priorities || priorities.has(own?.priority ?? '')) && (!customers || customers.has(own?.customer ?? ''));
  });
}

function wanted(words: Words): ReadonlySet<string> | null {
  return words === undefined || words.length === 0 ? null : new Set(words);
}

function sorted(figure: JudgedFigure, judged: readonly Judged[], order: Pick<FigureInput, 'sort' | 'descending' | 'thenBy'>): readonly Judged[] {
  const steps = [{ by: order.sort, descending: order.descending }, ...(order.thenBy ?? [])];
  const titles = steps.some((step) => step.by === 'title') ? figure.attributes() : null;
  const values = steps.map((step) => ({ sign: step.descending ? -1 : 1, value: step.by === 'title' ? ({ ticket }: Judged) => titles?.get(ticket.no)?.title ?? '' : sortValues[step.by] }));
  return judged.toSorted((a, b) => {
    const group = groupOrder.indexOf(a.result.verdict) - groupOrder.indexOf(b.result.verdict);
    if (group !== 0) return group;
    for (const { sign, value } of values) {
      const [one, other] = [value(a), value(b)];
      if (one !== other) return sign * (one < other ? -1 : 1);
    }
    return a.ticket.no - b.ticket.no;
  });
}

const sortValues: Readonly<Record<Exclude<Sort, 'title'>, (judged: Judged) => number | string>> = {
  toTarget: ({ toTargetMs }) => toTargetMs ?? -Infinity,
  opened: ({ ticket }) => ticket.openedAt,
  key: ({ ticket }) => ticket.key,
  counted: ({ result }) => result.countedMs,
  paused: ({ result }) => result.pausedMs,
  wall: ({ result }) => result.actualMs,
  due: ({ result }) => result.due ?? Infinity,
  group: ({ ticket }) => ticket.group ?? '',
  service: ({ ticket }) => ticket.service ?? '',
};
