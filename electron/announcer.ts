/** Tells what was committed to whoever listens, after the commit. */
export type Announcer<T> = { announce(event: T): void; listen(signal?: AbortSignal): AsyncGenerator<T, void>; close(): void };

/** Events of one kind to any number of listeners; a listener that is slow gets all of them later, in order, at most `limit` kept. */
export function createAnnouncer<T>(limit = 1000): Announcer<T> {
  const listeners = new Set<{ queue: T[]; wake: () => void }>();
  let closed = false;
  return {
    announce: (event) => {
      for (const listener of listeners) {
        listener.queue.push(event);
        if (listener.queue.length > limit) listener.queue.shift();
        listener.wake();
      }
    },
    listen: async function* listen(signal) {
      const listener = { queue: [] as T[], wake: () => {} };
      listeners.add(listener);
      function wake(): void {
        listener.wake();
      }
      signal?.addEventListener('abort', wake);
      try {
        while (!closed && signal?.aborted !== true) {
          const event = listener.queue.shift();
          if (event !== undefined) yield event;
          else await new Promise<void>((resolve) => (listener.wake = resolve));
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        listeners.delete(listener);
      }
    },
    close: () => {
      closed = true;
      for (const listener of listeners) listener.wake();
    },
  };
}
