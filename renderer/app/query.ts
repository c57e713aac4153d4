import { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';

/** What was read stays until the program announces a change; nothing is read again only because a window got the focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Reads again what is on screen after every commit, of this page, of a job or of the command line. Ends with `signal`. */
export async function followAnnouncements(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const announcement of await client.workspace.announcements(undefined, { signal })) {
        if (announcement.command !== '') await queryClient.invalidateQueries();
      }
    } catch {
      if (signal.aborted) return;
    }
    await pause(2000, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
