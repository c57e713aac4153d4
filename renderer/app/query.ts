import { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { mayChange } from './freshness.ts';

/** What was read stays until the program announces a change; nothing is read again only because a window got the focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Commits that follow each other closer than this are one reading. */
const togetherMs = 30;
const reconnectMs = 2000;

/** Reads again what a commit may have changed, of this page, of a job or of the command line; all of it after the connection was lost. Ends with `signal`. */
export async function followAnnouncements(signal: AbortSignal): Promise<void> {
  const waiting = new Set<string>();
  const readAgain = (): void => {
    const commands = [...waiting];
    waiting.clear();
    void queryClient.invalidateQueries({ predicate: (query) => commands.some((command) => mayChange(command, query.queryKey)) });
  };
  let lost = false;
  while (!signal.aborted) {
    try {
      const announcements = await client.workspace.announcements(undefined, { signal });
      if (lost) void queryClient.invalidateQueries();
      lost = false;
      for await (const { command } of announcements) {
        if (command === '') continue;
        if (waiting.size === 0) setTimeout(readAgain, togetherMs);
        waiting.add(command);
      }
    } catch {
      if (signal.aborted) return;
    }
    lost = true;
    await pause(reconnectMs, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
