import { faultsIn } from './faults.ts';
import styles from './result.module.css';

/** A line as it stands in the file, the fault underlined and in sight. */
export function RawLine({ raw, detail }: { raw: string; detail: string }) {
  return (
    <p className={styles.raw} title={raw} dir="ltr">
      {faultsIn(raw, detail).map((part, index) => (part.isFault ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}
    </p>
  );
}
