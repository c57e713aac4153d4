import { hoursMinutes } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import styles from './time-class.module.css';

/** The class of a stretch of time; its pattern comes before its colour. */
export type TimeClass = 'counted' | 'paused' | 'outOfHours' | 'closure' | 'maintenance' | 'excluded';

/** The pattern alone, for other components' bars. */
export function timeClassName(kind: TimeClass): string {
  return classes(styles.pattern, styles[kind]);
}

/** A tile of the pattern, beside its word. */
export function ClassSwatch({ kind, wide = false }: { kind: TimeClass; wide?: boolean }) {
  return <i className={classes(styles.swatch, wide && styles.wide, timeClassName(kind))} aria-hidden="true" />;
}

/** Pattern and word: "▨ paused". */
export function ClassLabel({ kind, word }: { kind: TimeClass; word?: string }) {
  return <span className={styles.label}><ClassSwatch kind={kind} />{word ?? t(`kit.${kind}`)}</span>;
}

/** What the patterns mean, in one line under a table. */
export function ClassKey({ kinds, end }: { kinds: readonly TimeClass[]; end?: string }) {
  return <div className={styles.key}>{kinds.map((kind) => <span key={kind}><ClassSwatch kind={kind} wide />{t(`kit.${kind}`)}</span>)}{end === undefined ? null : <span className={styles.end}>{end}</span>}</div>;
}

/** The sums of a ledger by class (ms), and the wall time when given: "4:25 counted". */
export function ClassTotals({ totals, wall, wallWord }: { totals: readonly { readonly kind: TimeClass; readonly milliseconds: number }[]; wall?: number; wallWord?: string }) {
  return (
    <div className={styles.totals}>
      {totals.map((total) => <div key={total.kind}><b>{hoursMinutes(total.milliseconds)}</b><ClassSwatch kind={total.kind} />{t(`kit.${total.kind}`)}</div>)}
      {wall === undefined ? null : <div><b>{hoursMinutes(wall)}</b>{wallWord}</div>}
    </div>
  );
}

/** One ticket's own wall time as a bar 12 high; every stretch at least a pixel. `lengths` in any unit, in order. */
export function ClassBar({ stretches, label }: { stretches: readonly { readonly kind: TimeClass; readonly length: number }[]; label: string }) {
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      {stretches.map((stretch, index) => <i key={index} className={timeClassName(stretch.kind)} style={{ flex: `${stretch.length} 1 0` }} />)}
    </span>
  );
}
