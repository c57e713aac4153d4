import { useRef, useState, type PointerEvent } from 'react';
import { isOneCell, type CellPlace, type CellRange } from './cell-range.ts';

export type CellRanges = {
  readonly range: CellRange | null;
  readonly setRange: (range: CellRange | null) => void;
  /** Choosing with the mouse: press in a cell, pull over others; Shift and a click go on from the last one. */
  readonly pointer: { readonly onPointerDown: (event: PointerEvent) => void; readonly onPointerOver: (event: PointerEvent) => void };
  /** True once after a pull: the click that ends it is none. */
  readonly takesClick: () => boolean;
};

/** The cells that are chosen with the mouse or the keyboard. */
export function useCellRange(): CellRanges {
  const [range, setRange] = useState<CellRange | null>(null);
  const begun = useRef<CellPlace | null>(null);
  const pulled = useRef(false);
  return {
    range,
    setRange,
    takesClick: () => {
      const was = pulled.current;
      pulled.current = false;
      return was;
    },
    pointer: {
      onPointerDown: (event) => {
        pulled.current = false;
        const place = placeAt(event);
        if (event.button !== 0 || place === null) {
          begun.current = null;
        } else if (event.shiftKey && range !== null) {
          setRange({ anchor: range.anchor, focus: place });
          pulled.current = true;
          event.preventDefault();
        } else {
          begun.current = place;
          if (range !== null) setRange(null);
        }
      },
      onPointerOver: (event) => {
        const anchor = begun.current;
        const focus = placeAt(event);
        if (anchor === null || focus === null || (event.buttons & 1) === 0) return;
        if (!pulled.current && isOneCell({ anchor, focus })) return;
        pulled.current = true;
        window.getSelection()?.removeAllRanges();
        setRange({ anchor, focus });
      },
    },
  };
}

function placeAt(event: PointerEvent): CellPlace | null {
  if (!(event.target instanceof Element) || event.target.closest('a, button, input, textarea') !== null) return null;
  const cell = event.target.closest<HTMLElement>('[data-column]');
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
