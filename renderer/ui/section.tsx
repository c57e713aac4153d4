import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './section.module.css';

/** A part of a page: its head with a count, what belongs to the head at the right, and its body. `ruled` draws the line under the head. */
export function Section({ title, count, end, ruled = false, level = 2, children }: { title: ReactNode; count?: ReactNode; end?: ReactNode; ruled?: boolean; level?: 2 | 3; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <SectionHead id={id} title={title} count={count} end={end} ruled={ruled} level={level} />
      {children}
    </section>
  );
}

/** The head alone: title 14/600, count beside it, the rest at the right edge. */
export function SectionHead({ id, title, count, end, ruled = false, level = 2 }: { id?: string; title: ReactNode; count?: ReactNode; end?: ReactNode; ruled?: boolean; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classes(styles.head, ruled && styles.ruled)}>
      <Heading id={id}>{title}</Heading>
      {count === undefined || count === null ? null : <span className={styles.count}>{count}</span>}
      {end === undefined ? null : <div className={styles.end}>{end}</div>}
    </div>
  );
}
