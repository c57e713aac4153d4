import styles from './avatar.module.css';
import { classes } from './classes.ts';

/** Initials of a person; the ring's colour says the side. The name itself stands beside it. */
export function Avatar({ name, side, large = false }: { name: string; side?: 'us' | 'them' | undefined; large?: boolean }) {
  return <span className={classes(styles.avatar, side !== undefined && styles[side], large && styles.large)} aria-hidden="true">{initials(name)}</span>;
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
