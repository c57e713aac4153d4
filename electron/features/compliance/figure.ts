import { ticketAttributes, type TicketAttributes } from '#db/tickets/attributes.ts';
import { ticketsWithText, type MeasuredTicket } from '#db/compliance/tickets.ts';
import type { Store } from '#db/store.ts';
import type { figureConditions, ticketSorts } from '#shared/compliance/contract.ts';
import { clockTermsOf, judgeTickets, type ClockTermRules } from '#shared/compliance/judge-tickets.ts';
import { ParleyError } from '#shared/errors.ts';
import type { ClockResult, ClockVerdict } from '#shared/ledger/model.ts';
import { stepAt } from '#shared/ledger/rules.ts';
import type { Instant } from '#shared/time/instant.ts';
import { dateOf, startOfDay } from '#shared/time/plain-date.ts';
import type { CoreContext } from '#electron/core.ts';
import { asOfOr, askedQuestion, checkPeriod, type Question } from './question.ts';
import type { PeriodInput } from './rows.ts';

type Sort = (typeof ticketSorts)[number];
type Words = readonly string[] | undefined;
export type FigureInput = PeriodInput & {
  readonly term: string;
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
export type Judged = { readonly ticket: MeasuredTicket; readonly result: ClockResult; readonly toTargetMs: number | null; readonly isOfFigure: boolean };
export type JudgedFigure = { readonly question: Question; readonly clock: ClockTermRules; readonly asOf: Instant; readonly all: readonly Judged[]; readonly attributes: () => ReadonlyMap<number, TicketAttributes> };
export type Figure = JudgedFigure & { readonly filtered: readonly Judged[] };

/** Verdict groups in the order in which they are read. */
export const groupOrder: readonly ClockVerdict[] = ['missed', 'met', 'open', 'cancelled', 'not derivable'];

/**
 * The tickets of one figure with their verdicts, filtered and in order. What was judged is kept until something is written, so that a
 * window further down, another filter or another order costs no judging.
 */
export function figureOf(context: CoreContext, input: FigureInput): Figure {
  checkPeriod(input.from, input.to);
  const { id, version, asOf, from, to, term, part, without = [] } = input;
  const judged = kept(context, ['judged', id, version, asOf, from, to, term, part, without], () => judgeFigure(context, input));
  const { states, priorities, groups, services, customers, openedFrom, openedTo, verdicts, search, sort, descending, thenBy } = input;
  const filtered = kept(context, ['filtered', id, version, asOf, from, to, term, part, without, states, priorities, groups, services, customers, openedFrom, openedTo, verdicts, search, sort, descending, thenBy], () => sorted(judged, filteredOf(context, judged, input), input));
  return { ...judged, filtered };
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

function judgeFigure(context: CoreContext, input: FigureInput): JudgedFigure {
  const question = askedQuestion(context, input);
  const { document, meaning, tickets } = question;
  const clock = clockTermNamed(question, input.term);
  const asOf = asOfOr(question.ticketsAsOf, input.to, document.zone);
  const [begin, end] = [startOfDay(input.from, document.zone), startOfDay(input.to, document.zone)];
  const without = new Set(input.without);
  const all: Judged[] = [];
  const byNo = new Map(tickets.map((ticket) => [ticket.no, ticket]));
  judgeTickets({ document, terms: [clock], meaning, tickets, asOf, context: question.context, anyPriority: without.has('priority') }, (_term, packed, result, moment) => {
    const ticket = byNo.get(packed.no);
    if (!ticket || (input.part !== undefined && ticket[clock.term.splitBy ?? 'service'] !== input.part)) return;
    const isInPeriod = moment >= begin && moment < end;
    if (!isInPeriod && !without.has('period')) return;
    all.push({ ticket, result, toTargetMs: toTarget(result, clock, asOf), isOfFigure: isInPeriod && result.priority === clock.rules.priority });
  });
  return { question, clock, asOf, all, attributes: () => kept(context, ['attributes'], () => context.store.read(ticketAttributes)) };
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

type Kept = { dataVersion: number; readonly values: Map<string, unknown> };
const keptOf = new WeakMap<Store, Kept>();
const keptMost = 12;

/** The value of a question, made once until something is written here or by another process; only the last dozen are kept. */
function kept<Value>(context: CoreContext, question: readonly unknown[], make: () => Value): Value {
  const { store } = context;
  let own = keptOf.get(store);
  if (own === undefined) {
    const made: Kept = { dataVersion: store.dataVersion(), values: new Map() };
    store.onCommit(() => made.values.clear());
    keptOf.set(store, made);
    own = made;
  }
  if (own.dataVersion !== store.dataVersion()) {
    own.values.clear();
    own.dataVersion = store.dataVersion();
  }
  const key = JSON.stringify([dateOf(context.clock(), 'UTC'), ...question]);
  const known = own.values.get(key);
  const value = known === undefined ? make() : (known as Value);
  own.values.delete(key);
  own.values.set(key, value);
  const oldest = own.values.keys().next().value;
  if (own.values.size > keptMost && oldest !== undefined) own.values.delete(oldest);
  return value;
}
