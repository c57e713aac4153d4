import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../client.ts';

/** Counting all targets is no work for the first moment, nor for every keystroke: Today itself is always fresh, its count elsewhere a minute old at most. */
const firstMs = 3000;
const againMs = 60_000;

/** How many things wait for the person at the laptop: what cannot wait, and targets at risk. */
export function useWaiting(): number {
  const queries = useQueryClient();
  const { data } = useQuery(api.today.list.queryOptions({ input: {}, enabled: false }));
  useEffect(() => {
    const ask = (): void => void queries.prefetchQuery({ ...api.today.list.queryOptions({ input: {} }), staleTime: 0 });
    const first = setTimeout(ask, firstMs);
    const timer = setInterval(ask, againMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [queries]);
  if (data === undefined) return 0;
  return data.items.filter((item) => item.isMine && item.urgency !== 'due').length + data.risks.filter((risk) => risk.isMine).length;
}
