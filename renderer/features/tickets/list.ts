import type { SortBy } from '#renderer/ui/table/columns.ts';
import { startOfDay } from '#shared/time/plain-date.ts';
import { ticketSorts, type TicketFilter } from '#shared/tickets/model.ts';
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

export function listSortText(sort: readonly SortBy[]): string | undefined {
  return sort.length === 0 ? undefined : sort.map((entry) => `${entry.descending ? '-' : ''}${entry.column}`).join('.');
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
