import { useEffect, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import type { JobEvent } from '#shared/jobs/model.ts';

export type Watched = { readonly event: JobEvent | null; /** The job is not known, or the program ended. */ readonly failure: unknown; /** Since when this page follows it, ms UTC. */ readonly since: number };

/** Follows a job to its end. Leaving the page does not stop it. */
export function useJob(id: string | undefined): Watched {
  const [watched, setWatched] = useState<Watched & { readonly id: string | undefined }>({ id, event: null, failure: null, since: Date.now() });
  useEffect(() => {
    if (id === undefined) return undefined;
    const leaving = new AbortController();
    const since = Date.now();
    setWatched({ id, event: null, failure: null, since });
    void (async () => {
      try {
        for await (const event of await client.jobs.watch({ id }, { signal: leaving.signal })) setWatched({ id, event, failure: null, since });
      } catch (failure) {
        if (!leaving.signal.aborted) setWatched({ id, event: null, failure, since });
      }
    })();
    return () => leaving.abort();
  }, [id]);
  return watched.id === id ? watched : { event: null, failure: null, since: watched.since };
}
