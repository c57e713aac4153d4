import { Popover } from '@mantine/core';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import styles from './popover-panel.module.css';

/**
 * What floats beside the thing it belongs to. `target` is the element it opens from (a button); Esc and a click outside close it
 * and give the focus back. `inside` finds the element whose edges it stays within; without it the window's.
 */
export function PopoverPanel({ opened, onClose, target, label, children, width, position = 'bottom-start', inside }: { opened: boolean; onClose: () => void; target: ReactElement; label: string; children: ReactNode; width?: number; position?: 'bottom-start' | 'bottom-end' | 'right-start' | 'top-start'; inside?: () => Element | null }) {
  const dropdown = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  useEffect(() => { latest.current = onClose; });
  useEffect(() => {
    if (!opened) return undefined;
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Element && !isBelongingTo(event.target, dropdown.current)) latest.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [opened]);
  return (
    <Popover opened={opened} onChange={(open) => { if (!open) onClose(); }} position={position} offset={6} trapFocus returnFocus withinPortal closeOnClickOutside={false} {...(inside === undefined ? {} : { middlewares: { shift: within(inside) } })} {...(width === undefined ? {} : { width })} classNames={{ dropdown: styles.panel ?? '' }}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown ref={dropdown} aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}

/** Inside the panel, in a list that opened from it (that stands in the page's end, as the panel does), or the target that closes it itself. */
function isBelongingTo(pressed: Element, panel: Element | null): boolean {
  return panel?.contains(pressed) === true || pressed.closest('[data-position], [aria-expanded="true"]') !== null;
}

/** Read when the panel is placed: the element may not be there yet when its target is drawn first. */
function within(inside: () => Element | null): { readonly boundary: Element | 'clippingAncestors'; readonly padding: number } {
  return { get boundary() { return inside() ?? 'clippingAncestors'; }, padding: 8 };
}
