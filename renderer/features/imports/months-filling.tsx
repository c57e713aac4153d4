import { monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { SectionHead } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './months-filling.module.css';
import wizardStyles from './wizard.module.css';

const WIDTH = 760;
const HEIGHT = 88;

/** Rows by month, filling in the order of the file; the present month blue. */
export function MonthsFilling({ months, read }: { months: readonly { readonly month: string; readonly rows: number }[]; read: number }) {
  const most = Math.max(1, ...months.map((one) => one.rows));
  const step = WIDTH / Math.max(1, months.length);
  const bars = months.map((one, index) => {
    const before = months.slice(0, index).reduce((sum, { rows }) => sum + rows, 0);
    return { ...one, done: Math.min(1, Math.max(0, (read - before) / Math.max(1, one.rows))) };
  });
  const present = bars.find(({ done }) => done > 0 && done < 1);
  return (
    <section className={wizardStyles.months}>
      <SectionHead title={t('imports.rowsByMonth')} end={present === undefined ? undefined : t('imports.nowIn', { month: monthText(present.month) })} />
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`} role="img" aria-label={t('imports.rowsByMonth')}>
        {bars.map(({ month, rows, done }, index) => {
          const height = Math.max(1, (rows / most) * (HEIGHT - 4));
          const [x, y, width] = [index * step + 2, HEIGHT - height, Math.max(1, step - 4)];
          return (
            <g key={month}>
              <title>{t('imports.month', { month: monthText(month), rows: countText(rows) })}</title>
              <rect className={styles.coming} x={x} y={y} width={width} height={height} />
              {done === 0 ? null : <rect className={done < 1 ? styles.present : styles.done} x={x} y={y} width={width * done} height={height} />}
              <text className={done > 0 && done < 1 ? styles.strong : undefined} x={x + width / 2} y={HEIGHT + 15} textAnchor="middle">{index === 0 || month.endsWith('-01') ? monthText(month, true).replace(/ 20(\d\d)$/u, ' $1') : monthText(month, true).slice(0, 3)}</text>
            </g>
          );
        })}
        <path className={styles.axis} d={`M0 ${HEIGHT + 0.5}H${WIDTH}`} />
      </svg>
    </section>
  );
}
