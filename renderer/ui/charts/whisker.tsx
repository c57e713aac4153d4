import { classes } from '../classes.ts';
import type { Verdict } from '../verdict.tsx';
import styles from './chart.module.css';
import { ninesPlace, pixel } from './scales.ts';

const TICKS = [[0.9, '90'], [0.99, '99'], [0.999, '99.9']] as const;

/**
 * A share on the nines axis: interval as whiskers, the point on top (a square when missed, hollow under 20 events), the
 * target as an ink tick. Shares are 0 to 1. Without `interval` (measured time) there is a point alone. `label` says it in words.
 */
export function Whisker({ share, interval, target, verdict, few = false, width = 160, height = 24, least = 0.6, label }: {
  share: number | null;
  interval?: readonly [number, number] | null;
  target: number | null;
  verdict: Verdict;
  few?: boolean;
  width?: number;
  height?: number;
  least?: number;
  label: string;
}) {
  const x = (value: number): number => pixel(4 + ninesPlace(value, least) * (width - 8));
  const middle = height / 2;
  const point = classes(styles[verdict], few ? styles.hollow : styles.solid);
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {TICKS.map(([value]) => <path key={value} className={styles.grid} d={`M${x(value)} 0V${height}`} strokeWidth="1" />)}
      {interval === undefined || interval === null ? null : (
        <path className={styles.whisker} strokeWidth="1.25" d={`M${x(interval[0])} ${middle}H${x(interval[1])}M${x(interval[0])} ${middle - 3.5}v7M${x(interval[1])} ${middle - 3.5}v7`} />
      )}
      {target === null ? null : <path className={styles.tick} d={`M${x(target)} ${middle - 8}v16`} strokeWidth="1.5" />}
      {share === null ? null : verdict === 'missed'
        ? <rect className={point} x={x(share) - 3.5} y={middle - 3.5} width="7" height="7" rx="1" strokeWidth="1.75" />
        : <circle className={point} cx={x(share)} cy={middle} r="3.5" strokeWidth="1.75" />}
    </svg>
  );
}

/** The axis of a column of whiskers, printed once in the head. */
export function WhiskerAxis({ width = 160, least = 0.6 }: { width?: number; least?: number }) {
  return (
    <svg className={classes(styles.chart, styles.axisText)} width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      {TICKS.map(([value, label]) => <text key={label} x={pixel(4 + ninesPlace(value, least) * (width - 8))} y="12" textAnchor="middle">{label}</text>)}
      <text x={width + 4} y="12" textAnchor="end">100</text>
    </svg>
  );
}
