import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { gripped, pointAt, snapped, type Grip, type GridPoint, type HourWindow } from './week-grip.ts';
import { isSame, type WeekInterval } from './week-intervals.ts';

/** A pointer that goes less far than this only points. */
const pointingPixels = 4;
const tappedMinutes = 60;

type Held = { readonly grip: Grip; readonly x: number; readonly y: number; readonly isMouse: boolean; next: WeekInterval | null; isMoving: boolean };

/**
 * What a pointer does in the grid of a week: it moves an interval, its begin or its end, or draws a new one. The grid has the pointer until it is
 * let go; Esc gives up. A tap of a finger on an empty place is an hour, since a finger that moves there scrolls.
 */
export function useWeekGrip({ grid, intervals, window: shown, onTouch, onMove, onDrop, onLeave }: {
  grid: RefObject<HTMLElement | null>;
  intervals: readonly WeekInterval[];
  window: HourWindow;
  onTouch: (interval: WeekInterval | null) => void;
  onMove: (present: WeekInterval | null, next: WeekInterval | null) => void;
  onDrop: (present: WeekInterval | null, next: WeekInterval) => void;
  onLeave: () => void;
}) {
  const held = useRef<Held | null>(null);
  const leave = (): void => {
    if (held.current === null) return;
    held.current = null;
    onLeave();
  };
  const latest = useRef(leave);
  useEffect(() => { latest.current = leave; });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || held.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
  const point = (event: PointerEvent): GridPoint => {
    const box = grid.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return pointAt({ x: event.clientX - box.left, y: event.clientY - box.top }, box, shown);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
      const interval = intervals[Number(event.target.closest<HTMLElement>('[data-interval]')?.dataset['interval'] ?? Number.NaN)];
      const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
      const at = point(event);
      const grip: Grip = interval === undefined ? { kind: 'draw', at } : edge === 'from' || edge === 'to' ? { kind: edge, interval } : { kind: 'move', interval, at };
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { grip, x: event.clientX, y: event.clientY, isMouse: event.pointerType === 'mouse', next: null, isMoving: false };
      if (interval !== undefined) onTouch(interval);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const now = held.current;
      if (now === null) return;
      if (!now.isMoving && Math.hypot(event.clientX - now.x, event.clientY - now.y) < pointingPixels) return;
      now.isMoving = true;
      const next = gripped(now.grip, point(event), shown);
      if (next === null ? now.next === null : isSame(next, now.next)) return;
      now.next = next;
      onMove(presentOf(now.grip), next);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => {
      const now = held.current;
      if (now === null) return;
      held.current = null;
      const present = presentOf(now.grip);
      if (now.next !== null) onDrop(present, now.next);
      else if (present === null) {
        const at = point(event);
        const from = Math.min(snapped(at.minute - tappedMinutes / 2), shown.last * 60 - tappedMinutes);
        if (now.isMoving || now.isMouse) onTouch(null);
        else onDrop(null, { day: Math.min(at.day, 6), from: Math.max(from, shown.first * 60), to: Math.max(from, shown.first * 60) + tappedMinutes });
      }
    },
    onPointerCancel: leave,
  };
}

function presentOf(grip: Grip): WeekInterval | null {
  return grip.kind === 'draw' ? null : grip.interval;
}
