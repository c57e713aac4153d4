import { useLayoutEffect, useRef, useSyncExternalStore, type FocusEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './tip.module.css';

type Shown = { readonly target: Element; readonly label: ReactNode };
/** What an element takes to have a tip. */
export type TipHandlers = { readonly onPointerEnter: (event: PointerEvent) => void; readonly onPointerLeave: () => void; readonly onFocus: (event: FocusEvent) => void; readonly onBlur: () => void };

const openDelayMs = 400;
/** Between a tip and its target, and between a tip and the window's edge. */
const gap = 8;

const listeners = new Set<() => void>();
let shown: Shown | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * What an element says when it is pointed at or has the focus: `<button {...tip('Close')}>`. Never the only place for something that is needed.
 * One layer draws the tips of the whole window, so that a button costs nothing more for having one.
 */
export function tip(label: ReactNode): TipHandlers {
  return {
    onPointerEnter: (event) => { if (event.pointerType !== 'touch') later({ target: event.currentTarget, label }); },
    onPointerLeave: hide,
    onFocus: (event) => { if (event.currentTarget.matches(':focus-visible')) later({ target: event.currentTarget, label }); },
    onBlur: hide,
  };
}

/** The layer on which tips appear; the window has one. */
export function Tips() {
  const present = useSyncExternalStore(subscribe, () => shown);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (present === null || box.current === null) return undefined;
    place(box.current, present.target.getBoundingClientRect());
    for (const event of ['scroll', 'keydown', 'pointerdown'] as const) window.addEventListener(event, hide, true);
    return () => { for (const event of ['scroll', 'keydown', 'pointerdown'] as const) window.removeEventListener(event, hide, true); };
  }, [present]);
  return present === null ? null : <div ref={box} role="tooltip" className={styles.tip}>{present.label}</div>;
}

function later(next: Shown): void {
  clearTimeout(timer);
  timer = setTimeout(() => { if (next.target.isConnected) show(next); }, openDelayMs);
}

function hide(): void {
  clearTimeout(timer);
  if (shown !== null) show(null);
}

function show(next: Shown | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Above its target, below it where there is no room. */
function place(box: HTMLElement, target: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(gap, target.left + (target.width - width) / 2), window.innerWidth - width - gap);
  const above = target.top - height - gap;
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(above >= gap ? above : target.bottom + gap)}px`;
}
