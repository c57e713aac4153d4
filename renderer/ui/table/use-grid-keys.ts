import { useRef, type KeyboardEvent } from 'react';

export type GridKeys = {
  readonly count: number;
  readonly active: number;
  readonly pageRows: number;
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** `extend` chooses all rows from the one that was chosen last. */
  readonly onToggle?: ((index: number, extend: boolean) => void) | undefined;
  readonly onToggleAll?: (() => void) | undefined;
  /** An arrow among the cells: sideways, or with Shift in any direction. False where it was nothing to the cells. */
  readonly onCells: (step: readonly [rows: number, columns: number], extend: boolean) => boolean;
  /** Esc; false where there was nothing to leave. */
  readonly onLeave: () => boolean;
  /** Goes to the row whose name begins with the text; false where there is none, so that the key may mean something else. */
  readonly onFind?: ((text: string) => boolean) | undefined;
};

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** Time between two letters of one search. */
const typingMs = 800;

/** The keys of every list: arrows or J and K, Home, End, Page, Enter opens, Space selects, Shift and arrows choose cells, typing finds. */
export function useGridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', at: 0 });
  return (event) => {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, button, a, [role="combobox"]') !== null) return;
    if (event.altKey || keys.count === 0) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === 'a' && keys.onToggleAll !== undefined) take(event, keys.onToggleAll);
      return;
    }
    const { count, active, pageRows } = keys;
    const last = count - 1;
    const arrow = arrows[event.key];
    if (arrow !== undefined && (event.shiftKey || arrow[0] === 0)) {
      if (keys.onCells(arrow, event.shiftKey)) event.preventDefault();
      return;
    }
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1, j: active + 1, ArrowUp: active - 1, k: active - 1, Home: 0, End: last, PageDown: active + pageRows, PageUp: active - pageRows,
    };
    const isGoingOn = keys.onFind !== undefined && typed.current.text !== '' && event.timeStamp - typed.current.at < typingMs && event.key.length === 1;
    const step = isGoingOn ? undefined : steps[event.key];
    if (step !== undefined) {
      take(event, () => keys.onMove(Math.min(last, Math.max(0, step))));
    } else if (event.key === 'Enter' && active >= 0) {
      take(event, () => keys.onOpen(active));
    } else if (event.key === ' ' && active >= 0 && keys.onToggle !== undefined) {
      take(event, () => keys.onToggle?.(active, event.shiftKey));
    } else if (event.key === 'Escape') {
      if (keys.onLeave()) event.stopPropagation();
    } else if (keys.onFind !== undefined && event.key.length === 1 && event.key !== ' ' && /[\p{L}\p{N}]/u.test(event.key)) {
      const text = isGoingOn ? typed.current.text + event.key : event.key;
      typed.current = { text, at: event.timeStamp };
      if (!keys.onFind(text)) return;
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function take(event: KeyboardEvent, deed: () => void): void {
  event.preventDefault();
  deed();
}
