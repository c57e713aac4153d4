import { Fragment, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icon.tsx';
import styles from './heat-grid.module.css';

/** What a month came to. `partly`: no verdict, hatched where one would stand; `none`: no events; `notMeasured`: a short dash. */
export type CellState = 'met' | 'missed' | 'partly' | 'notMeasured' | 'none' | 'plain';

export type HeatCell = { readonly state: CellState; readonly text: ReactNode; /** In words, with the percentage and its count. */ readonly label: string };
export type HeatRow = {
  readonly key: string;
  readonly name: ReactNode;
  /** Behind the name in grey: "4 h, ≥ 90 %". */
  readonly parameter?: ReactNode;
  /** The hollow dot of fewer than 20 events, with its words. */
  readonly few?: string | null;
  readonly cells: readonly HeatCell[];
  readonly totals: readonly ReactNode[];
  /** A row of explanation without verdicts ("Allowed, min"), lower and grey. */
  readonly quiet?: boolean;
};
export type HeatGroup = { readonly key: string; readonly head: ReactNode; readonly rows: readonly HeatRow[] };
export type HeatPlace = { readonly row: string; readonly column: string };

/**
 * Targets × months: one cell a month with its figure, totals at the right. Arrows move the chosen cell, Enter opens it.
 * `columns` carry the year where it begins.
 */
export function HeatGrid({ label, columns, totals, groups, selected, onSelect, onOpen }: {
  label: string;
  columns: readonly { readonly key: string; readonly head: string; readonly label: string; readonly year?: string }[];
  totals: readonly { readonly key: string; readonly head: string }[];
  groups: readonly HeatGroup[];
  selected: HeatPlace | null;
  onSelect: (place: HeatPlace) => void;
  onOpen?: (place: HeatPlace) => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  const rows = groups.flatMap((group) => group.rows.filter((row) => row.quiet !== true));
  const move = (event: KeyboardEvent): void => {
    const rowIndex = rows.findIndex((row) => row.key === selected?.row);
    const columnIndex = columns.findIndex((column) => column.key === selected?.column);
    if (event.key === 'Enter' && selected !== null && onOpen !== undefined) {
      event.preventDefault();
      onOpen(selected);
      return;
    }
    const step = ({ ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -columns.length], End: [0, columns.length] } as const)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = rows[clamp(rowIndex + step[0], rows.length)];
    const column = columns[clamp(columnIndex + step[1], columns.length)];
    if (row === undefined || column === undefined) return;
    onSelect({ row: row.key, column: column.key });
    table.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${row.key} ${column.key}`)}"]`)?.focus();
  };
  const firstFocus = selected ?? { row: rows[0]?.key ?? '', column: columns[0]?.key ?? '' };
  return (
    <table ref={table} className={styles.grid} aria-label={label} role="grid" onKeyDown={move}>
      <colgroup><col className={styles.names} />{columns.map((column) => <col key={column.key} />)}{totals.map((total) => <col key={total.key} className={styles.total} />)}</colgroup>
      <thead>
        {columns.some((column) => column.year !== undefined) ? (
          <tr className={styles.years}><td />{columns.map((column) => <th key={column.key} scope="col">{column.year ?? ''}</th>).map((cell, index) => (columns[index]?.year === undefined ? <td key={columns[index]?.key} /> : cell))}<td colSpan={totals.length} /></tr>
        ) : null}
        <tr><td />{columns.map((column) => <th key={column.key} scope="col" title={column.label}>{column.head}</th>)}{totals.map((total) => <th key={total.key} scope="col" className={styles.number}>{total.head}</th>)}</tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.key}>
            <tr className={styles.group}><th scope="colgroup" colSpan={columns.length + totals.length + 1}>{group.head}</th></tr>
            {group.rows.map((row) => (
              <tr key={row.key} className={row.quiet === true ? styles.quiet : undefined}>
                <th scope="row" className={styles.name}><b>{row.name}</b>{typeof row.few === 'string' ? <i className={styles.few} role="img" aria-label={row.few} title={row.few} /> : null}{row.parameter === undefined ? null : <span>{row.parameter}</span>}</th>
                {row.cells.map((cell, index) => {
                  const column = columns[index];
                  if (column === undefined) return null;
                  if (cell.state === 'plain') return <td key={column.key} className={styles.plain}>{cell.text}</td>;
                  const chosen = selected?.row === row.key && selected.column === column.key;
                  return (
                    <td key={column.key} className={classes(styles.cell, styles[cell.state], chosen && styles.chosen)} aria-selected={chosen} title={cell.label} data-cell={`${row.key} ${column.key}`}
                      tabIndex={firstFocus.row === row.key && firstFocus.column === column.key ? 0 : -1} onClick={() => onSelect({ row: row.key, column: column.key })} onDoubleClick={() => onOpen?.({ row: row.key, column: column.key })}>
                      <span aria-hidden="true">{cell.text}</span>
                      <span className="sr">{cell.label}</span>
                    </td>
                  );
                })}
                {row.totals.map((total, index) => <td key={totals[index]?.key ?? index} className={styles.number}>{total}</td>)}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** What the cells mean, under the grid. */
export function HeatKey({ entries, end }: { entries: readonly { readonly state: CellState | 'few'; readonly word: string }[]; end?: ReactNode }) {
  return (
    <div className={styles.key}>
      {entries.map((entry) => <span key={entry.state}>{entry.state === 'notMeasured' ? <span aria-hidden="true">–</span> : <i className={entry.state === 'few' ? styles.few : classes(styles.sample, styles[entry.state])} aria-hidden="true" />}{entry.word}</span>)}
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </div>
  );
}

/** One cell a month, 18 high: pale when all was met, the number of misses on red, outlined while open, a dash without data. */
export function HeatStrip({ months, label }: { months: readonly { readonly state: CellState | 'open' | 'risk'; readonly missed?: number; readonly label: string }[]; label: string }) {
  return (
    <div className={styles.strip} role="img" aria-label={`${label}: ${months.map((month) => month.label).join(', ')}`}>
      {months.map((month, index) => <i key={index} className={classes(styles.stripCell, styles[month.state])} title={month.label}>{month.state === 'missed' ? month.missed : month.state === 'risk' ? <Icon name="alert-triangle-filled" size={10} /> : null}</i>)}
    </div>
  );
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
