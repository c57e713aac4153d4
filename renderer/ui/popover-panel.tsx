import { Popover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover-panel.module.css';

/**
 * What floats beside the thing it belongs to. `target` is the element it opens from (a button); Esc and a click outside close it
 * and give the focus back.
 */
export function PopoverPanel({ opened, onClose, target, label, children, width, position = 'bottom-start' }: { opened: boolean; onClose: () => void; target: ReactElement; label: string; children: ReactNode; width?: number; position?: 'bottom-start' | 'bottom-end' | 'right-start' | 'top-start' }) {
  return (
    <Popover opened={opened} onChange={(open) => { if (!open) onClose(); }} position={position} offset={6} trapFocus returnFocus withinPortal {...(width === undefined ? {} : { width })} classNames={{ dropdown: styles.panel ?? '' }}>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}
