import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';

/** What a source's state means (domain-model 2.7): new and active run, waiting is paused, resolved and closed are stopped. */
export const stateClasses = ['new', 'active', 'waiting', 'resolved', 'closed', 'cancelled'] as const;
export type StateClass = (typeof stateClasses)[number];

/** The classes of a ledger, in the order in which they apply (calculation-rules section 3). */
export const ledgerClasses = ['closure', 'out of hours', 'excluded', 'maintenance', 'paused', 'counted'] as const;
export type LedgerClass = (typeof ledgerClasses)[number];

/**
 * `open`: neither stopped nor past due at as of. `not derivable`: the source does not say when this clock stopped. `excluded`: an accepted
 * exclusion leaves the ticket out.
 */
export const clockVerdicts = ['met', 'missed', 'open', 'cancelled', 'not derivable', 'excluded'] as const;
export type ClockVerdict = (typeof clockVerdicts)[number];

/**
 * How far a result can be trusted: no history (the total hold only), updates missing in the source, a response guessed from a state.
 */
export const clockMarks = ['aggregate: pauses not re-derivable', 'history incomplete', 'approximate', 'not derivable'] as const;
export type ClockMark = (typeof clockMarks)[number];

/** The ticket after one update. A null state class, priority or team is as in the event before. */
export type HistoryEvent = {
  readonly at: Instant;
  /** The source's own word for the state. */
  readonly state: string | null;
  readonly stateClass: StateClass | null;
  readonly pauseReason: string | null;
  /** The source's own word for the priority. */
  readonly priority: string | null;
  /** What the import's value map says that it means. */
  readonly mappedPriority: string | null;
  readonly team: string | null;
};

/**
 * One ticket with meaning. Events are in the order time, update count, row. A ticket without history has at most one event at
 * `openedAt` with its latest state and priority, and `holdMs` as its total pause.
 */
export type TicketHistory = {
  readonly key: string;
  readonly title: string | null;
  readonly openedAt: Instant;
  readonly firstResponseAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly holdMs: number | null;
  readonly hasHistory: boolean;
  readonly missingUpdates: number;
  readonly events: readonly HistoryEvent[];
};

export type ReasonedInterval = Interval & { readonly reason: string };

/** What an agreement takes out of one ticket: the whole of it, for a reason, or some of its time. */
export type TicketExclusion = { readonly leftOut: string | null; readonly excluded: readonly ReasonedInterval[] };

/** Time that the agreement takes out: accepted exclusions, and maintenance for a target that says that it stops its clock. */
export type ClockContext = {
  readonly excluded: readonly ReasonedInterval[];
  readonly maintenance: readonly ReasonedInterval[];
  /** Why the ticket that is judged is left out; null and absent: it is not. */
  readonly leftOut?: string | null;
  /** Accepted exclusions of single tickets, by the ticket's number. */
  readonly tickets?: ReadonlyMap<number, TicketExclusion>;
};
export const noContext: ClockContext = { excluded: [], maintenance: [] };

/** The context of one ticket: the agreement's, with what is taken out of this ticket alone. */
export function contextOfTicket(context: ClockContext, ticketNo: number): ClockContext {
  const own = context.tickets?.get(ticketNo);
  return own === undefined ? context : { excluded: [...context.excluded, ...own.excluded], maintenance: context.maintenance, leftOut: own.leftOut };
}

/** One run of the clock; more than one only where a reopening begins a new cycle. */
export type ClockCycle = { readonly start: Instant; readonly stop: Instant | null; readonly due: Instant | null; readonly countedMs: number; readonly verdict: ClockVerdict };

export type ClockResult = {
  readonly verdict: ClockVerdict;
  readonly start: Instant;
  readonly stop: Instant | null;
  readonly due: Instant | null;
  /** When the verdict was known: the earlier of stop and due. Null while it is not. */
  readonly decidedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  /** Time in the hours that counts against the target. */
  readonly countedMs: number;
  /** Time in the hours that does not count, because of pauses, exclusions and maintenance. */
  readonly pausedMs: number;
  /** From start to stop, or to as of. */
  readonly actualMs: number;
  /** Place in the agreement's own list of priorities, -1 where none fits. */
  readonly priority: number;
  readonly marks: readonly ClockMark[];
  readonly missingUpdates: number;
  readonly cycles: readonly ClockCycle[];
};

export type LedgerStretch = {
  readonly from: Instant;
  readonly to: Instant;
  readonly class: LedgerClass;
  readonly reason: string | null;
  /** The rule that put it there, a plain sentence without a full stop. */
  readonly rule: string;
  readonly state: string | null;
  readonly team: string | null;
  readonly ms: number;
};

/** One step of the due time: what moved it, how much time in the hours that added, and where it moved to. */
export type DueMove = {
  readonly cause: 'target' | 'paused' | 'excluded' | 'maintenance';
  readonly reason: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly addedMs: number;
  readonly due: Instant;
};

export type LedgerSums = Readonly<Record<LedgerClass, number>> & { readonly wall: number };

export type Ledger = ClockResult & {
  readonly ticket: string;
  readonly term: string;
  readonly stretches: readonly LedgerStretch[];
  readonly sums: LedgerSums;
  readonly dueMoves: readonly DueMove[];
  readonly countedByTeam: readonly { readonly team: string | null; readonly ms: number }[];
};
