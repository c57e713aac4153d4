import { api } from './client.ts';
import { queryClient } from './query.ts';

/** What the places that a start can lead to ask first, by path. */
const questions: Readonly<Record<string, () => void>> = {
  '/': () => void queryClient.prefetchQuery(api.today.list.queryOptions({ input: {} })),
  '/agreements': () => void queryClient.prefetchQuery(api.agreements.list.queryOptions({ input: { archived: false } })),
};

/** Asks what every page needs and what the page at this path asks first, before the page itself is there. */
export function askFirst(path: string): void {
  void queryClient.prefetchQuery(api.workspace.info.queryOptions());
  questions[path]?.();
}
