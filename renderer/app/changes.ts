import { toast } from '#renderer/ui/toast.tsx';
import { client } from './client.ts';
import { wordsOfFailure } from './failure.tsx';
import type { Deed } from './saved.ts';

/** The deed of one change of the log: its undo and its redo. What stands in the way is said where the person looks, with the way out. */
export function deedOf(change: string): Deed {
  return { undo: () => takeBack(change), redo: () => doAgain(change) };
}

/** Takes a change back; answers whether it went. */
export async function takeBack(change: string): Promise<boolean> {
  return tell(client.history.undo({ id: change }));
}

/** Does a change again that was taken back; answers whether it went. */
export async function doAgain(change: string): Promise<boolean> {
  return tell(client.history.redo({ id: change }));
}

async function tell(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    const { title, wayOut } = wordsOfFailure(error);
    toast(wayOut === null ? title : `${title} ${wayOut}`);
    return false;
  }
}
