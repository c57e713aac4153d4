import { wordsOfFailure } from '#renderer/app/failure.tsx';
import styles from './start-screen.module.css';

/** Why it did not begin, and what to do. */
export function StartFailure({ error }: { error: unknown }) {
  const words = wordsOfFailure(error);
  return <p className={styles.failure} role="alert"><b>{words.title}</b>{words.wayOut === null ? null : ` ${words.wayOut}`}</p>;
}
