import { Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './tip.module.css';

/** What a thing says when it is pointed at or has the focus. Never the only place for something that is needed. */
export function Tip({ label, children }: { label: ReactNode; children: ReactElement }) {
  return (
    <Tooltip label={label} openDelay={400} events={{ hover: true, focus: true, touch: false }} classNames={{ tooltip: styles.tip ?? '' }} multiline withinPortal>
      {children}
    </Tooltip>
  );
}
