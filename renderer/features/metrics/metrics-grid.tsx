import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { monthText } from '#shared/format/dates.ts';
import type { Reading } from '#shared/metrics/model.ts';
import { t } from '#shared/messages/messages.ts';
import { firstDay, lastDay, type CellValue, type MetricLine } from './grid-model.ts';
import { MetricCell } from './metric-cell.tsx';
import styles from './metrics.module.css';

/** A line a metric, a column a month; every cell can be typed into. */
export function MetricsGrid({ lines, months, onOpen }: { lines: readonly MetricLine[]; months: readonly string[]; onOpen: (reading: Reading) => void }) {
  const { save, error } = useSaving();
  const keep = (line: MetricLine, month: string, value: CellValue): void => {
    const reading = line.byMonth.get(month);
    const input = { metric: line.metric, from: firstDay(month), to: lastDay(month), ...value, service: line.service, customer: line.customer, note: reading?.note ?? null };
    if (reading === undefined) void save('readings.create', () => client.readings.create(input));
    else void save('readings.change', () => client.readings.change({ ...input, id: reading.id }));
  };
  const remove = (reading: Reading | undefined): void => {
    if (reading !== undefined) void save('readings.remove', () => client.readings.remove({ id: reading.id }));
  };
  return (
    <>
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('monitoring.metrics')}>
        <table className={styles.grid}>
          <thead><tr><th scope="col">{t('monitoring.metric')}</th><th scope="col">{t('monitoring.service')}</th>{months.map((month, index) => <th key={month} scope="col">{index === 0 || month.endsWith('-01') ? monthText(month, true).replace(/ 20(\d\d)$/u, ' $1') : monthText(month, true).slice(0, 3)}</th>)}</tr></thead>
          <tbody>
            {lines.map((line) => {
              const unit = unitOf(line);
              return (
                <tr key={line.key}>
                  <th scope="row" title={line.metric} dir="auto">{line.metric}{unit === null ? null : <span className="unit"> {unit}</span>}</th>
                  <td dir="auto">{[line.service, line.customer].filter((name) => name !== null).join(', ')}</td>
                  {months.map((month) => {
                    const reading = line.byMonth.get(month);
                    return <td key={month}><MetricCell metric={line.metric} month={month} reading={reading} unit={unit} onKeep={(value) => keep(line, month, value)} onRemove={() => remove(reading)} onOpen={() => { if (reading !== undefined) onOpen(reading); }} /></td>;
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.help}>{t('monitoring.gridHelp')}</p>
    </>
  );
}

/** Per cent where the line's latest value is a share. */
function unitOf(line: MetricLine): '%' | null {
  return [...line.byMonth].toSorted(([one], [other]) => (one < other ? 1 : -1))[0]?.[1].unit ?? null;
}
