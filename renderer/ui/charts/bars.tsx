import { countText } from '#shared/format/figures.ts';
import styles from './chart.module.css';
import { pixel } from './scales.ts';

/** When tickets arrive: 24 bars, the office hours tinted, their ends on the axis. `label` says it in words. */
export function ArrivalsByHour({ counts, open, width = 168, height = 46, label }: { counts: readonly number[]; open?: readonly [number, number] | null; width?: number; height?: number; label: string }) {
  const most = Math.max(1, ...counts);
  const step = width / 24;
  const ticks = open === undefined || open === null ? [0, 12, 24] : [0, open[0], open[1], 24];
  return (
    <svg className={styles.chart} width={width} height={height + 14} viewBox={`0 0 ${width} ${height + 14}`} role="img" aria-label={label}>
      {open === undefined || open === null ? null : <rect className={styles.band} x={pixel(open[0] * step)} y="0" width={pixel((open[1] - open[0]) * step)} height={height} />}
      {counts.map((count, hour) => {
        const tall = Math.max(count > 0 ? 1 : 0, (count / most) * (height - 4));
        return <rect key={hour} className={styles.bar} x={pixel(hour * step + 0.5)} y={pixel(height - tall)} width={pixel(step - 1)} height={pixel(tall)}><title>{`${hour}–${hour + 1} h: ${countText(count)}`}</title></rect>;
      })}
      <path className={styles.axis} d={`M0 ${height}H${width}`} strokeWidth="1" />
      {[...new Set(ticks)].map((hour) => <text key={hour} x={pixel(hour * step)} y={height + 12} textAnchor={hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}>{hour}</text>)}
    </svg>
  );
}
