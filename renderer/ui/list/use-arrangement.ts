import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, client } from '#renderer/app/client.ts';
import type { Arrangement } from '#shared/views/model.ts';
import { asDrawn } from '../table/arrangement.ts';

/** A width that is being dragged is kept when it rests. */
const restMs = 400;

/** How the table of a place stands on this computer, and what changes it; null until it is known. What cannot be kept still holds while the program is open. */
export function useArrangement(place: string): { readonly arrangement: Arrangement | null; readonly arrange: (next: Arrangement) => void } {
  const queries = useQueryClient();
  const { data, isError } = useQuery(api.views.arrangements.queryOptions());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const arrange = (arrangement: Arrangement): void => {
    queries.setQueryData(api.views.arrangements.queryKey(), (before) => ({ ...before, [place]: arrangement }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.views.arrange({ place, arrangement }).catch(() => undefined), restMs);
  };
  return { arrangement: data?.[place] ?? (data === undefined && !isError ? null : asDrawn), arrange };
}
