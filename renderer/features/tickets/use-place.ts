import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { FigureQuestion } from './use-figure-rows.ts';
import type { Neighbours } from './steps.tsx';

/** Where a ticket stands in a figure's list, and its neighbours; null without a list or while it is not known. */
export function usePlace(input: FigureQuestion | null, ticket: number | null): Neighbours | null {
  const { data } = useQuery({
    ...api.compliance.tickets.queryOptions({ input: { ...(input ?? { id: '-', term: '-', from: '2000-01-01', to: '2000-01-02' }), limit: 0, ...(ticket === null ? {} : { placeOf: ticket }) } }),
    enabled: input !== null && ticket !== null,
    placeholderData: keepPreviousData,
  });
  if (ticket === null || data === undefined || data.place === null) return null;
  return { ...data.place, count: data.total.count };
}
