import { startOfDay } from '#shared/time/plain-date.ts';
import { ticketGroupings, ticketSorts, type TicketFilter, type TicketGrouping } from '#shared/tickets/model.ts';
import type { ListSearch } from './search.ts';

type TicketSort = (typeof ticketSorts)[number];
const newestFirst = [{ column: 'opened', descending: true }] as const;

/** The order of the list as it stands in the address; newest first where none stands. */
export function listSort(text: string | undefined): readonly { readonly column: TicketSort; readonly descending: boolean }[] {
  const order = (text ?? '').split('.').flatMap((part) => {
    const column = ticketSorts.find((sort) => sort === part.replace(/^-/, ''));
    return column === undefined ? [] : [{ column, descending: part.startsWith('-') }];
  });
  return order.length === 0 ? newestFirst : order;
}

/** The column by which the list is grouped, as the address says; null for none. */
export function listGrouping(text: string | undefined): TicketGrouping | null {
  return ticketGroupings.find((grouping) => grouping === text) ?? null;
}

/** The order of a grouped list: its groups first, from the first on, as the server counts them. */
export function groupedSort(sort: ReturnType<typeof listSort>, group: TicketGrouping | null): ReturnType<typeof listSort> {
  return group === null ? sort : [{ column: group, descending: false }, ...sort.filter(({ column }) => column !== group)];
}

/** The filter that an address stands for; days are those of the workspace's zone. */
export function listFilter(search: ListSearch, zone: string): TicketFilter {
  const filter: TicketFilter = {};
  if (search.q !== undefined) filter.search = search.q;
  if (search.state !== undefined && search.state.length > 0) filter.states = search.state;
  if (search.priority !== undefined && search.priority.length > 0) filter.priorities = search.priority;
  if (search.team !== undefined && search.team.length > 0) filter.teams = search.team;
  if (search.service !== undefined) filter.serviceId = search.service;
  if (search.customer !== undefined) filter.customerId = search.customer;
  if (search.source !== undefined) filter.sourceId = search.source;
  if (search.import !== undefined) filter.importId = search.import;
  if (search.openedFrom !== undefined) filter.openedFrom = startOfDay(search.openedFrom, zone);
  if (search.openedTo !== undefined) filter.openedTo = startOfDay(search.openedTo, zone);
  return filter;
}
