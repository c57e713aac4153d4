import type { ReactNode } from 'react';
import styles from './specimen.module.css';

/** One kind of part with its name at the left. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return <section className={styles.block}><h2 className="b">{title}</h2><div>{children}</div></section>;
}
