import type { AgreementDocument, Priority } from '#shared/agreements/model.ts';
import type { ClockTerm } from '#shared/agreements/terms.ts';
import type { Calendar } from '#shared/calendar/calendar.ts';
import { judge, judgeOwn, takeoverMoment } from '#shared/ledger/clock.ts';
import type { Meaning } from '#shared/ledger/meaning.ts';
import { contextOfTicket, noContext, type ClockContext, type ClockResult } from '#shared/ledger/model.ts';
import { pausingReasons } from '#shared/ledger/pauses.ts';
import { compileMeaning, emptyReplay, loadTimeline, type CompiledMeaning, type Replay } from '#shared/ledger/replay.ts';
import { clockCalendar, clockRules, type ClockRules } from '#shared/ledger/rules.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';

/** A ticket in the scope of an agreement: its packed log, and what a split by site, group or service needs. */
export type PackedTicket = {
  readonly no: number;
  readonly bytes: Uint8Array;
  readonly site?: string | null;
  readonly group?: string | null;
  readonly service?: string | null;
};

export type ClockTermRules = { readonly term: ClockTerm; readonly rules: ClockRules; readonly calendar: Calendar };

/** A version of an agreement that measures tickets: its clock terms, and the time in which it is in force. */
export type MeasuringVersion<Ticket extends PackedTicket = PackedTicket> = {
  readonly priorities: readonly Priority[];
  readonly clocks: readonly ClockTermRules[];
  /** Where there are several versions these leave no instant out and share none. */
  readonly spans: readonly Interval[];
  readonly context: ClockContext;
  /** Whether a ticket is one of its services and customers; absent: all are. */
  readonly isInScope?: (ticket: Ticket) => boolean;
};

export const allOfTime: readonly Interval[] = [{ from: -Infinity, to: Infinity }];

/** The response and resolution terms of an agreement with their rules and calendars. Throws `invalid-input` for a target without calendar. */
export function clockTermsOf(document: AgreementDocument, terms?: ReadonlySet<string>): ClockTermRules[] {
  return document.terms
    .filter((term): term is ClockTerm => (term.type === 'response' || term.type === 'resolution') && (terms === undefined || terms.has(term.id)))
    .map((term) => ({ term, rules: clockRules(term, document), calendar: clockCalendar(term, document) }));
}

type JudgeOptions = { readonly meaning: Meaning; readonly asOf: Instant; readonly anyPriority?: boolean };

/** `judgeVersions` for one version that measures all tickets. */
export function judgeTickets<Ticket extends PackedTicket>(
  input: JudgeOptions & { readonly document: AgreementDocument; readonly terms: readonly ClockTermRules[]; readonly tickets: Iterable<Ticket>; readonly context?: ClockContext },
  visit: (term: number, ticket: Ticket, result: ClockResult, moment: Instant) => void,
): void {
  const version: MeasuringVersion<Ticket> = { priorities: input.document.priorities, clocks: input.terms, spans: allOfTime, context: input.context ?? noContext };
  judgeVersions({ ...input, versions: [version] }, (_version, term, ticket, result, moment) => visit(term, ticket, result, moment));
}

/**
 * Judges every ticket under every term that it counts under, in order of tickets, versions and terms, and tells each result with the moment
 * that puts it into a period (`periodMoment`). Of several versions a ticket counts under one for each term: the version in force at the
 * start of its clock, or at its stop, as the version in force at its opening says (calculation-rules section 3). Tickets opened after
 * `asOf` do not exist yet. With `anyPriority` every ticket is judged under every term, whatever its own priority, which the result tells.
 */
export function judgeVersions<Ticket extends PackedTicket>(
  input: JudgeOptions & { readonly versions: readonly MeasuringVersion<Ticket>[]; readonly tickets: Iterable<Ticket> },
  visit: (version: number, term: number, ticket: Ticket, result: ClockResult, moment: Instant) => void,
): void {
  const { asOf, versions, anyPriority = false } = input;
  const judgeOne = anyPriority ? judge : judgeOwn;
  const views = versions.map((version) => viewOf(version, input.meaning));
  const succession = versions.length > 1 ? successionOf(versions) : null;
  for (const ticket of input.tickets) {
    for (const view of views) view.isLoaded = false;
    const openedAt = loaded(views[0], ticket)?.openedAt ?? Infinity;
    if (openedAt > asOf) continue;
    for (let index = 0; index < versions.length; index += 1) {
      const [version, view] = [versions[index], views[index]];
      if (version === undefined || view === undefined || version.isInScope?.(ticket) === false) continue;
      for (let place = 0; place < version.clocks.length; place += 1) {
        const clock = version.clocks[place];
        if (clock === undefined || (succession !== null && measuringVersion(succession, views, ticket, clock.term.id, openedAt, asOf) !== index)) continue;
        const replay = loaded(view, ticket);
        const result = replay === null ? null : judgeOne(replay, clock.rules, view.pausing[place] ?? [], clock.calendar, asOf, contextOfTicket(version.context, ticket.no));
        if (result !== null) visit(index, place, ticket, result, periodMoment(result, clock.rules, openedAt, asOf));
      }
    }
  }
}

/**
 * The moment that puts a ticket into exactly one period (calculation-rules section 4). Decided: the earlier of stop and due; a ticket that
 * is neither at `asOf` belongs to the period that `asOf` ends in, since no earlier one can decide it. Due, opened: that moment.
 */
export function periodMoment(result: ClockResult, rules: ClockRules, openedAt: Instant, asOf: Instant): Instant {
  if (rules.belongsTo === 'opened' || result.verdict === 'not derivable') return openedAt;
  if (rules.belongsTo === 'due') return result.due ?? openedAt;
  if (result.verdict === 'cancelled') return Math.min(result.cancelledAt ?? asOf, result.due ?? Infinity);
  return result.decidedAt ?? Math.max(openedAt, asOf - 1);
}

/** A version's own reading of the ticket that is being judged; made only where it is asked for. */
type View = { readonly meaning: CompiledMeaning; readonly pausing: readonly (readonly boolean[])[]; readonly replay: Replay; isLoaded: boolean };

function viewOf(version: MeasuringVersion<never>, meaning: Meaning): View {
  const compiled = compileMeaning(meaning, version.priorities);
  return { meaning: compiled, pausing: version.clocks.map(({ rules }) => pausingReasons(rules, compiled.reasons)), replay: emptyReplay(), isLoaded: false };
}

function loaded(view: View | undefined, ticket: PackedTicket): Replay | null {
  if (view === undefined) return null;
  if (!view.isLoaded) loadTimeline(ticket.bytes, view.meaning, view.replay);
  view.isLoaded = true;
  return view.replay;
}

/** Whose rules say when a term's clock starts and stops, by code and by the version in force at the opening. */
type Succession = { readonly spans: readonly (Interval & { readonly version: number })[]; readonly takers: ReadonlyMap<string, readonly (Taker | undefined)[]> };
type Taker = { readonly version: number; readonly rules: ClockRules };

function successionOf(versions: readonly MeasuringVersion<never>[]): Succession {
  const spans = versions.flatMap((version, index) => version.spans.map((span) => ({ ...span, version: index }))).toSorted((one, other) => one.from - other.from);
  const codes = new Set(versions.flatMap((version) => version.clocks.map((clock) => clock.term.id)));
  const takers = [...codes].map((code): [string, (Taker | undefined)[]] => {
    const own = versions.map((version, index): Taker | undefined => {
      const clock = version.clocks.find((candidate) => candidate.term.id === code);
      return clock && { version: index, rules: clock.rules };
    });
    return [code, own.map((taker, index) => taker ?? own.slice(index).find((later) => later !== undefined) ?? own.slice(0, index).findLast((earlier) => earlier !== undefined))];
  });
  return { spans, takers: new Map(takers) };
}

/** Where the version in force at the opening does not have the term, the next one that has it says when its clock starts. */
function measuringVersion(succession: Succession, views: readonly View[], ticket: PackedTicket, code: string, openedAt: Instant, asOf: Instant): number {
  const taker = succession.takers.get(code)?.[versionAt(succession, openedAt)];
  const replay = taker && loaded(views[taker.version], ticket);
  return taker && replay ? versionAt(succession, takeoverMoment(replay, taker.rules, asOf)) : -1;
}

function versionAt({ spans }: Succession, at: Instant): number {
  return spans.find((span) => span.from <= at && at < span.to)?.version ?? -1;
}
