import type { KeyboardEvent, ReactNode } from 'react';

/**
 * Wraps what a person has to decide. `N` goes from one to the next; Enter on it accepts the proposal and goes on. Space and the
 * arrows open the list as always.
 */
export function AskPlace({ id, onAccept, className, children }: { id: string | null; onAccept?: (() => void) | undefined; className?: string | undefined; children: ReactNode }) {
  if (id === null) return <span className={className}>{children}</span>;
  const accept = (event: KeyboardEvent<HTMLElement>): void => {
    // The list that it opens stands elsewhere in the page: what is typed there chooses from it.
    const isHere = event.target instanceof HTMLElement && event.currentTarget.contains(event.target) && event.target.getAttribute('aria-expanded') !== 'true';
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !isHere || onAccept === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onAccept();
    focusNextAsk();
  };
  return <span className={className} data-ask={id} onKeyDownCapture={accept}>{children}</span>;
}

/** Puts the focus on the next thing to decide, round to the first after the last. */
export function focusNextAsk(): void {
  const places = [...document.querySelectorAll('[data-ask]')].flatMap((place) => [...place.querySelectorAll<HTMLElement>('button')].slice(0, 1));
  const present = places.findIndex((button) => button === document.activeElement);
  const next = places[(present + 1) % Math.max(1, places.length)];
  next?.scrollIntoView({ block: 'nearest' });
  next?.focus();
}
