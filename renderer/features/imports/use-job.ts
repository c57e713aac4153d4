import { useEffect, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import type { JobEvent } from '#shared/jobs/model.ts';

export type Watched = { readonly event: JobEvent | null; /** The job is not known, or the program ended. */ readonly failure: unknown; /** Since when this page follows it, ms UTC. */ readonly since: number };

/** Follows a job to its end. Leaving the page does not stop it. */
export function useJob(id: string | undefined): Watched {
  const [since] = useState(() => Date.now());
  const [watched, setWatched] = useState<{ readonly id: string; readonly event: JobEvent | null; readonly failure: unknown } | null>(null);
  useEffect(() => {
    if (id === undefined) return undefined;
    const leaving = new AbortController();
    void (async () => {
      try {
        for await (const event of await client.jobs.watch({ id }, { signal: leaving.signal })) setWatched({ id, event, failure: null });
      } catch (failure) {
        if (!leaving.signal.aborted) setWatched({ id, event: null, failure });
      }
    })();
    return () => leaving.abort();
  }, [id]);
  return watched !== null && watched.id === id ? { event: watched.event, failure: watched.failure, since } : { event: null, failure: null, since };
}
