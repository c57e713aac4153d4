import { useEffect, useMemo, useRef, useState, type ClipboardEvent } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { ListTable } from '#renderer/ui/list/list-table.tsx';
import { PasteDialog } from '#renderer/ui/paste/paste-dialog.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { Reading } from '#shared/metrics/model.ts';
import { gridFile } from './files.ts';
import { firstDay, lastDay, unitOf, type CellValue, type MetricLine } from './grid-model.ts';
import { MetricCell } from './metric-cell.tsx';
import styles from './metrics.module.css';
import { readingsPaste } from './paste-readings.ts';

type Deeds = { readonly keep: (line: MetricLine, month: string, value: CellValue, seen: Reading | undefined) => void; readonly remove: (reading: Reading | undefined) => void; readonly open: (reading: Reading | undefined) => void; readonly wrong: (text: string | null) => void };
type Pasted = { readonly text: string; readonly month: number; readonly lines: readonly MetricLine[] };

/** A line a metric, a column a month; every cell can be typed into, and cells of a spreadsheet can be pasted. */
export function MetricsGrid({ lines, months, onOpen }: { lines: readonly MetricLine[]; months: readonly string[]; onOpen: (reading: Reading) => void }) {
  const { save, error } = useSaving();
  const [wrong, setWrong] = useState<string | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const deeds = useLatest<Deeds>({
    keep: (line, month, value, seen) => {
      const cell = { metric: line.metric, from: firstDay(month), to: lastDay(month), service: line.service, customer: line.customer, note: seen?.note ?? null };
      if (seen === undefined) void save('readings.create', () => client.readings.create({ ...cell, ...value, was: null }));
      else void save('readings.change', () => client.readings.change({ ...cell, ...value, id: seen.id, was: { ...cell, value: seen.value, unit: seen.unit, numerator: seen.numerator, denominator: seen.denominator } }));
    },
    remove: (reading) => { if (reading !== undefined) void save('readings.remove', () => client.readings.remove({ id: reading.id })); },
    open: (reading) => { if (reading !== undefined) onOpen(reading); },
    wrong: setWrong,
  });
  const columns = useMemo(() => columnsOf(months, deeds), [months, deeds]);
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-metric]') : null;
    if (cell === null || !/[\t\n]/u.test(text.trim())) return;
    event.preventDefault();
    setPasted({ text, month: months.indexOf(cell.dataset['month'] ?? ''), lines: linesFrom(grid.current, lines, cell.dataset['metric'] ?? '') });
  };
  return (
    <div ref={grid} onPaste={paste}>
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      <ListTable place="metrics" toFile={gridFile} label={t('monitoring.metrics')} columns={columns} rows={lines} rowId={keyOf} height="content" findText={(line) => line.metric} />
      {wrong === null ? null : <p className="t13 missed-text" role="alert" dir="auto">{t('monitoring.cellWrongText', { text: wrong.slice(0, 60) })}</p>}
      <p className={styles.help}>{t('monitoring.gridHelp')} {t('table.pasteHelp')}</p>
      {pasted === null ? null : <PasteDialog title={t('table.pasteMetrics')} help={null} text={pasted.text} read={(rows) => readingsPaste(rows, pasted.lines, months, { line: 0, month: pasted.month }, save)} onClose={() => setPasted(null)} />}
    </div>
  );
}

const keyOf = (line: MetricLine): string => line.key;

function columnsOf(months: readonly string[], deeds: { readonly current: Deeds }): readonly Column<MetricLine>[] {
  return [
    { id: 'metric', head: t('monitoring.metric'), value: (line) => line.metric, width: 190, cell: (line) => <span title={line.metric} dir="auto" className="m">{line.metric}{unitOf(line) === null ? null : <span className="unit"> {unitOf(line)}</span>}</span> },
    { id: 'service', head: t('monitoring.service'), value: (line) => [line.service, line.customer].filter((name) => name !== null).join(', '), width: { min: 80, grow: 2 } },
    ...months.map((month, index): Column<MetricLine> => ({
      id: month, head: index === 0 || month.endsWith('-01') ? monthText(month, true).replace(/ 20(\d\d)$/u, ' $1') : monthText(month, true).slice(0, 3), label: monthText(month), align: 'end', kind: 'number', width: { min: 45, grow: 1 },
      value: (line) => line.byMonth.get(month)?.value ?? null,
      cell: (line) => {
        const reading = line.byMonth.get(month);
        return <span className={styles.holder} data-metric={line.key} data-month={month}><MetricCell metric={line.metric} month={month} reading={reading} unit={unitOf(line)} onKeep={(value, seen) => deeds.current.keep(line, month, value, seen)} onRemove={() => deeds.current.remove(reading)} onOpen={() => deeds.current.open(reading)} onWrong={(text) => deeds.current.wrong(text)} /></span>;
      },
    })),
  ];
}

/** The lines as they stand on the screen, from the one that is pasted into on; those out of sight follow in their own order. */
function linesFrom(grid: HTMLElement | null, lines: readonly MetricLine[], key: string): readonly MetricLine[] {
  const drawn = [...new Set([...(grid?.querySelectorAll<HTMLElement>('[data-metric]') ?? [])].map((cell) => cell.dataset['metric'] ?? ''))];
  const shown = drawn.flatMap((one) => lines.find((line) => line.key === one) ?? []);
  const all = [...shown, ...lines.slice(lines.findIndex((line) => line.key === shown.at(-1)?.key) + 1).filter((line) => !drawn.includes(line.key))];
  return all.slice(Math.max(0, all.findIndex((line) => line.key === key)));
}

/** The same object in every render, which holds what was given last. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => { latest.current = value; });
  return latest;
}
