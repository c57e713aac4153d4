import { useRef, useState } from 'react';
import type { CommandName } from '#shared/history/commands.ts';
import { deedOf } from './changes.ts';
import { client } from './client.ts';
import { wordsOfFailure } from './failure.tsx';
import { markSaved } from './saved.ts';
import { KeptTheirs } from './stale.tsx';

export type Saving = {
  /**
   * Does it, says "Saved" and keeps the exact way back: the change that `command` wrote meanwhile, none where nothing changed. `command` null
   * is for what has no exact way back. Answers null where it was refused; where the person kept what somebody else had written, `revert` comes first.
   */
  readonly save: <Result>(command: CommandName | null, deed: () => Promise<Result>, revert?: () => void) => Promise<Result | null>;
  /** What was refused, in words with the way out, to stand beside the field. */
  readonly error: string | null;
  readonly failure: unknown;
  readonly dismiss: () => void;
};

/** Saves as you go: `command` is the one that the call writes into the log, `organisations.change`. */
export function useSaving(): Saving {
  const [failure, setFailure] = useState<unknown>(null);
  const last = useRef(0);
  async function save<Result>(command: CommandName | null, deed: () => Promise<Result>, revert?: () => void): Promise<Result | null> {
    last.current += 1;
    const turn = last.current;
    try {
      const since = Date.now();
      const result = await deed();
      if (turn === last.current) setFailure(null);
      const id = command === null ? null : (await client.history.latest({ command, since })).id;
      if (command === null) markSaved();
      else if (id !== null) markSaved(deedOf(id));
      return result;
    } catch (error) {
      if (error instanceof KeptTheirs) revert?.();
      setFailure(error instanceof KeptTheirs ? null : error);
      return null;
    }
  }
  return { save, failure, error: failure === null ? null : sentenceOf(failure), dismiss: () => setFailure(null) };
}

function sentenceOf(failure: unknown): string {
  const { title, wayOut } = wordsOfFailure(failure);
  return wayOut === null ? title : `${title} ${wayOut}`;
}
