import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** One line of facts with dots between them, under a title. Empty ones are left out. */
export function Facts({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== '');
  return (
    <p className={styles.facts}>
      {shown.map((fact, index) => <Fragment key={index}>{index === 0 ? null : <i aria-hidden="true" />}<span>{fact}</span></Fragment>)}
    </p>
  );
}

/** Names with their values in two columns. */
export function DefinitionList({ entries }: { entries: readonly { readonly name: ReactNode; readonly value: ReactNode; readonly key?: string }[] }) {
  return (
    <dl className={styles.list}>
      {entries.map((entry, index) => <Fragment key={entry.key ?? index}><dt>{entry.name}</dt><dd>{entry.value}</dd></Fragment>)}
    </dl>
  );
}

/** Lines with a value at the right and a second line under the name: "How the due time moved", "What this means". */
export function ValueLines({ entries }: { entries: readonly { readonly key: string; readonly name: ReactNode; readonly second?: ReactNode; readonly value: ReactNode }[] }) {
  return (
    <dl className={styles.lines}>
      {entries.map((entry) => (
        <div key={entry.key}>
          <dt>{entry.name}{entry.second === undefined ? null : <span>{entry.second}</span>}</dt>
          <dd>{entry.value}</dd>
        </div>
      ))}
    </dl>
  );
}
