import { Popover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover-panel.module.css';

/**
 * What floats beside the thing it belongs to. `target` is the element it opens from (a button); Esc and a click outside close it
 * and give the focus back. `inside` is the element whose edges it stays within; without it the window's.
 */
export function PopoverPanel({ opened, onClose, target, label, children, width, position = 'bottom-start', inside }: { opened: boolean; onClose: () => void; target: ReactElement; label: string; children: ReactNode; width?: number; position?: 'bottom-start' | 'bottom-end' | 'right-start' | 'top-start'; inside?: Element | null }) {
  return (
    <Popover opened={opened} onChange={(open) => { if (!open) onClose(); }} position={position} offset={6} trapFocus returnFocus withinPortal {...(inside === undefined || inside === null ? {} : { middlewares: { shift: { boundary: inside, padding: 8 }, flip: true } })} {...(width === undefined ? {} : { width })} classNames={{ dropdown: styles.panel ?? '' }}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}
