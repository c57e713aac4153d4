import { useRef, type KeyboardEvent } from 'react';

/** The keys of every list: arrows or J and K, Home, End, Page, Enter opens, Space selects, typing finds. */
export function useGridKeys({ count, active, pageRows, onMove, onOpen, onToggle, find }: {
  count: number;
  active: number;
  pageRows: number;
  onMove: (index: number) => void;
  onOpen: (index: number) => void;
  onToggle?: ((index: number) => void) | undefined;
  /** The index of the row whose name begins with the text, or -1. */
  find?: ((text: string) => number) | undefined;
}): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', at: 0 });
  return (event) => {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, button, a, [role="combobox"]') !== null) return;
    if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    const last = count - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1, j: active + 1, ArrowUp: active - 1, k: active - 1, Home: 0, End: last, PageDown: active + pageRows, PageUp: active - pageRows,
    };
    const step = find !== undefined && typed.current.text !== '' && event.timeStamp - typed.current.at < 800 && event.key.length === 1 ? undefined : steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onMove(Math.min(last, Math.max(0, step)));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onOpen(active);
    } else if (event.key === ' ' && active >= 0 && onToggle !== undefined) {
      event.preventDefault();
      onToggle(active);
    } else if (find !== undefined && event.key.length === 1 && event.key !== ' ' && /[\p{L}\p{N}]/u.test(event.key)) {
      const text = event.timeStamp - typed.current.at < 800 ? typed.current.text + event.key : event.key;
      typed.current = { text, at: event.timeStamp };
      const found = find(text.toLowerCase());
      if (found >= 0) {
        event.preventDefault();
        event.stopPropagation();
        onMove(found);
      }
    }
  };
}
