import type { Priority } from '#shared/agreements/model.ts';
import type { HistoryEvent, StateClass, TicketHistory } from './model.ts';
import type { TicketTimeline } from './timeline.ts';

/**
 * What the numbers of one or several sources mean: the source's own words, and what its value maps say. A status without a class is
 * "as the row before".
 */
export type Meaning = {
  readonly status: ReadonlyMap<number, { readonly value: string; readonly stateClass: StateClass | null; readonly pauseReason: string | null }>;
  readonly priority: ReadonlyMap<number, { readonly value: string; readonly mapped: string | null }>;
  readonly team: ReadonlyMap<number, string>;
};

/** A timeline in words. */
export function historyOf(timeline: TicketTimeline, meaning: Meaning, ticket: { readonly key: string; readonly title: string | null }): TicketHistory {
  const events: HistoryEvent[] = timeline.events.map((event) => {
    const status = event.status === null ? undefined : meaning.status.get(event.status);
    const priority = event.priority === null ? undefined : meaning.priority.get(event.priority);
    return {
      at: event.at,
      state: status?.value ?? null,
      stateClass: status?.stateClass ?? null,
      pauseReason: status?.pauseReason ?? null,
      priority: priority?.value ?? null,
      mappedPriority: priority?.mapped ?? null,
      team: event.team === null ? null : (meaning.team.get(event.team) ?? null),
    };
  });
  const { openedAt, firstResponseAt, resolvedAt, closedAt, holdMs, hasHistory, missingUpdates } = timeline;
  return { key: ticket.key, title: ticket.title, openedAt, firstResponseAt, resolvedAt, closedAt, holdMs, hasHistory, missingUpdates, events };
}

/**
 * The agreement's own priority that a source's word stands for, as its place in the list, or -1. The priorities' `values` are the
 * source's own words and are compared first; then what the value map says, by id, name or value; then the word itself as id or name.
 */
export function priorityIndex(priorities: readonly Priority[], value: string, mapped: string | null): number {
  const byValue = priorities.findIndex((priority) => priority.values.includes(value));
  if (byValue >= 0) return byValue;
  if (mapped !== null) {
    const byMap = priorities.findIndex((priority) => priority.id === mapped || priority.name === mapped || priority.values.includes(mapped));
    if (byMap >= 0) return byMap;
  }
  return priorities.findIndex((priority) => priority.id === value || priority.name === value);
}
