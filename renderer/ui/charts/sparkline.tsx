import styles from './chart.module.css';
import { ninesPlace, pixel } from './scales.ts';

/**
 * Thirteen months as one line: shares 0 to 1, null leaves a gap; target dashed, missed months as squares, the last month as a
 * dot, a hairline before the month `versionAt` in which a version came into force. Scaled per row: it shows shape.
 */
export function Sparkline({ shares, target, missed, versionAt, nines = false, width = 124, height = 24, label }: {
  shares: readonly (number | null)[];
  target: number;
  missed?: readonly boolean[];
  versionAt?: number;
  nines?: boolean;
  width?: number;
  height?: number;
  label: string;
}) {
  const scaled = (share: number): number => (nines ? ninesPlace(share, 0.99) : share);
  const x = (index: number): number => pixel(4 + (index * (width - 8)) / Math.max(1, shares.length - 1));
  const values = [...shares.filter((share) => share !== null).map(scaled), scaled(target)];
  const flat = Math.max(...values) - Math.min(...values) < 0.02;
  const low = Math.min(...values) - (flat ? 0.02 : 0);
  const high = Math.max(...values) + (flat ? 0.01 : 0);
  const y = (share: number): number => pixel(height - 4 - ((scaled(share) - low) / (high - low)) * (height - 8));
  const line = shares.map((share, index) => (share === null ? '' : `${index > 0 && shares[index - 1] !== null ? 'L' : 'M'}${x(index)} ${y(share)}`)).join('');
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {versionAt === undefined ? null : <path className={styles.axis} d={`M${pixel((x(versionAt) + x(versionAt - 1)) / 2)} 1V${height - 1}`} strokeWidth="1" />}
      <path className={styles.target} d={`M2 ${y(target)}H${width - 2}`} strokeWidth="1" />
      <path className={styles.series} d={line} strokeWidth="1.25" strokeLinejoin="round" />
      {shares.map((share, index) => {
        if (share === null) return null;
        if (missed?.[index] ?? share < target) return <rect key={index} className={`${styles.missed} ${styles.solid}`} x={x(index) - 2.75} y={y(share) - 2.75} width="5.5" height="5.5" rx="0.5" />;
        return index === shares.length - 1 ? <circle key={index} className={styles.dot} cx={x(index)} cy={y(share)} r="2.25" /> : null;
      })}
    </svg>
  );
}

/** The head of a column of sparklines: first and last month, and the version where one began. */
export function SparklineAxis({ from, to, months = 13, versionAt, version, width = 124 }: { from: string; to: string; months?: number; versionAt?: number; version?: string; width?: number }) {
  const x = (index: number): number => 4 + (index * (width - 8)) / Math.max(1, months - 1);
  return (
    <svg className={styles.chart} width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <text x="0" y="12">{from}</text>
      <text x={width} y="12" textAnchor="end">{to}</text>
      {versionAt === undefined ? null : <text x={pixel((x(versionAt) + x(versionAt - 1)) / 2)} y="12" textAnchor="middle">{version}</text>}
    </svg>
  );
}
