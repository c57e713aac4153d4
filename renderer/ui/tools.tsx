import type { ReactNode } from 'react';
import styles from './tools.module.css';

/** The row between a page's title and its table: filters and toggles at the left, the view's own at the right. */
export function Tools({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return <div className={styles.row}>{children}{end === undefined ? null : <div className={styles.end}>{end}</div>}</div>;
}
