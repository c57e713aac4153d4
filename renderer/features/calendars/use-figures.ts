import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import type { CalendarDefinition } from '#shared/calendar/model.ts';
import type { CalendarYear } from '#shared/calendars/model.ts';
import { yearOfCalendar } from '#shared/calendars/year.ts';
import { yearOf } from '#shared/time/plain-date.ts';

/** A year of one version of a calendar; without a version the one that goes on, whichever that is after the next change. */
export type ClosuresAsked = { readonly id: string; readonly version: number | null; readonly year: number };

export function useClosures({ id, version, year }: ClosuresAsked) {
  return useQuery(api.closures.list.queryOptions({ input: { calendar: id, year, ...(version === null ? {} : { version }) } }));
}

/** A year of a calendar as it is drawn now, before it is kept; undefined until its closures are there. */
export function useFigures(definition: CalendarDefinition, asked: ClosuresAsked & { readonly today: string }): CalendarYear | undefined {
  const { data } = useClosures(asked);
  const { year, today } = asked;
  return useMemo(() => {
    if (data === undefined) return undefined;
    const waiting = data.closures.filter((stored) => stored.state === 'proposed').map((stored) => stored.closure);
    return yearOfCalendar(definition, waiting, year, yearOf(today) === year ? today : `${year}-01-01`);
  }, [definition, data, year, today]);
}
