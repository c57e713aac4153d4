import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import type { Arrangement } from '#shared/views/model.ts';
import { asDrawn } from '../table/arrangement.ts';

/** A width that is being dragged is kept when it rests. */
const restMs = 400;

/** How the table of a place stands on this computer, and what changes it; null until it is known. What was arranged last in this table holds over what is read meanwhile. What cannot be kept still holds while the program is open. */
export function useArrangement(place: string): { readonly arrangement: Arrangement | null; readonly arrange: (next: Arrangement) => void } {
  const queries = useQueryClient();
  const { data, isError } = useQuery(api.views.arrangements.queryOptions());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [latest, setLatest] = useState<{ readonly place: string; readonly arrangement: Arrangement } | null>(null);
  const arrange = (arrangement: Arrangement): void => {
    setLatest({ place, arrangement });
    queries.setQueryData(api.views.arrangements.queryKey(), (before) => ({ ...before, [place]: arrangement }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.views.arrange({ place, arrangement }).catch(() => undefined), restMs);
  };
  const own = latest?.place === place ? latest.arrangement : undefined;
  return { arrangement: own ?? data?.[place] ?? (data === undefined && !isError ? null : asDrawn), arrange };
}
