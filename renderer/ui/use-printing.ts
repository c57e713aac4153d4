import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: what shows only what is in sight draws all of it then. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => { window.removeEventListener('beforeprint', begin); window.removeEventListener('afterprint', end); };
  }, []);
  return printing;
}

const preparations = new Set<() => Promise<unknown>>();
/** Paper waits no longer than this for rows that are still read; ms. */
const longestWait = 10_000;

/** What has to be read before paper is made, as `printWhenReady` asks for it. */
export function useBeforePrinting(prepare: () => Promise<unknown>): void {
  const latest = useRef(prepare);
  useEffect(() => { latest.current = prepare; });
  useEffect(() => {
    const mine = (): Promise<unknown> => latest.current();
    preparations.add(mine);
    return () => { preparations.delete(mine); };
  }, []);
}

/** Prints the page when everything on it is there, the rows of long lists too. */
export async function printWhenReady(): Promise<void> {
  await Promise.race([Promise.allSettled([...preparations].map((prepare) => prepare())), new Promise((resolve) => { setTimeout(resolve, longestWait); })]);
  window.print();
}
