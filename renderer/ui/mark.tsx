import styles from './mark.module.css';

/** The product's mark: two strokes that meet on one line. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="5" aria-hidden="true">
      <path className={styles.theirs} d="M5 5.5h13a6.75 6.75 0 0 1 0 13.5h-4.25" />
      <path className={styles.ours} d="M7.5 29.5V22a3 3 0 0 1 3-3h3.25" />
    </svg>
  );
}
