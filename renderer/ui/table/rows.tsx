import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Check } from '../fields/check.tsx';
import { Icon } from '../icon.tsx';
import { firstEdge, type Column } from './columns.ts';
import styles from './data-table.module.css';
import type { GroupItem } from './items.ts';

/** Where a row stands: its id and index, its place from the top of a virtual body, and whether the keyboard is on it. */
export type RowFrame = { readonly id: string; readonly index: number; readonly top: number | null; readonly active: boolean };

/** What can be done with a row; the same object as long as the table lives, so that rows that did not change are not drawn again. */
export type RowActions<Row> = {
  readonly select: (row: Row, index: number, extend: boolean) => void;
  readonly click: (row: Row, index: number) => void;
  readonly open: (row: Row) => void;
};

type TableRowProps<Row> = {
  readonly frame: RowFrame; readonly columns: readonly Column<Row>[]; readonly edges: ReadonlyMap<string, number>; readonly row: Row; readonly tone: 'missed' | null; readonly current: boolean; readonly selected: boolean | null; readonly opens: boolean;
  /** The columns of the chosen cells, as "2 5", and the one that the keyboard is on. */
  readonly inside: string; readonly cursor: number | null; readonly actions: RowActions<Row>;
};

/** One row; drawn again only when something of it changed. */
export function TableRow<Row>({ frame, columns, edges, row, tone, current, selected, opens, inside, cursor, actions }: TableRowProps<Row>) {
  const { id, index, top, active } = frame;
  const marked = current || selected === true;
  return useMemo(() => {
    const [left = 1, right = 0] = inside === '' ? [] : inside.split(' ').map(Number);
    return (
      <div role="row" id={id} aria-rowindex={index + 2} aria-selected={selected ?? current}
        className={classes(styles.grid, styles.row, top !== null && styles.virtual, tone === 'missed' && styles.missed, marked && styles.marked, active && styles.active, cursor !== null && styles.celled, opens && styles.opens)}
        style={placeOf(top)} onClick={() => actions.click(row, index)} onDoubleClick={() => actions.open(row)}>
        {selected === null ? null : <div role="gridcell" className={classes(styles.cell, styles.sticky, styles.select)} style={{ left: firstEdge }} onClick={(event) => { event.stopPropagation(); if (event.shiftKey) { event.preventDefault(); actions.select(row, index, true); } }}><Check label={t('kit.selectRow')} labelHidden checked={selected} onChange={() => actions.select(row, index, false)} /></div>}
        {columns.map((column, place) => (
          <div key={column.id} id={`${id}-${place}`} role="gridcell" aria-colindex={place + 1} data-row={index} data-column={place} aria-selected={place >= left && place <= right ? true : undefined} style={stickyStyle(edges, column)}
            className={classes(styles.cell, column.align === 'end' && styles.end, edges.has(column.id) && styles.sticky, place >= left && place <= right && styles.inside, place === cursor && styles.cursor)}>
            {column.cell === undefined ? <span dir="auto" className={styles.words}>{column.value?.(row) ?? ''}</span> : column.cell(row)}
          </div>
        ))}
      </div>
    );
  }, [id, index, top, active, columns, edges, row, tone, current, selected, marked, opens, inside, cursor, actions]);
}

export function GroupRow<Row>({ frame, columns, selectable, group, closed, onToggle }: { frame: RowFrame; columns: readonly Column<Row>[]; selectable: boolean; group: GroupItem<Row>; closed: boolean; onToggle: () => void }) {
  const firstSum = columns.findIndex((column) => column.sum !== undefined || group.sums?.[column.id] !== undefined);
  const span = (firstSum < 0 ? columns.length : Math.max(1, firstSum)) + (selectable ? 1 : 0);
  return (
    <div role="row" id={frame.id} aria-rowindex={frame.index + 2} aria-expanded={!closed} className={classes(styles.grid, styles.group, frame.top !== null && styles.virtual, frame.active && styles.active)} style={placeOf(frame.top)}>
      <div role="gridcell" aria-colspan={span} className={styles.cell} style={{ gridColumn: `span ${span}` }}>
        <button type="button" className={styles.fold} tabIndex={-1} aria-label={t(closed ? 'kit.openGroup' : 'kit.closeGroup', { name: group.key })} onClick={onToggle}><Icon name={closed ? 'chevron-right' : 'chevron-down'} size={14} /></button>
        {group.head}
      </div>
      {columns.slice(firstSum < 0 ? columns.length : Math.max(1, firstSum)).map((column) => <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end)}>{group.sums === undefined ? column.sum?.(group.rows) : group.sums[column.id]}</div>)}
    </div>
  );
}

export function LoadingRow<Row>({ frame, columns, selectable }: { frame: RowFrame; columns: readonly Column<Row>[]; selectable: boolean }) {
  return (
    <div role="row" id={frame.id} aria-rowindex={frame.index + 2} aria-busy="true" className={classes(styles.grid, styles.row, styles.loading, frame.top !== null && styles.virtual, frame.active && styles.active)} style={placeOf(frame.top)}>
      {selectable ? <div role="gridcell" className={styles.cell} /> : null}
      {columns.map((column, index) => <div key={column.id} role="gridcell" className={styles.cell}>{index === 0 ? <span className="sr">{t('kit.loading')}</span> : <i />}</div>)}
    </div>
  );
}

export function FootRow<Row>({ columns, edges, selectable, sums }: { columns: readonly Column<Row>[]; edges: ReadonlyMap<string, number>; selectable: boolean; sums: Readonly<Record<string, ReactNode>> | undefined }) {
  return (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" className={styles.grid}>
        {selectable ? <div role="gridcell" className={classes(styles.cell, styles.sticky)} style={{ left: firstEdge }} /> : null}
        {columns.map((column) => <div key={column.id} role="gridcell" style={stickyStyle(edges, column)} className={classes(styles.cell, column.align === 'end' && styles.end, edges.has(column.id) && styles.sticky)}>{column.foot ?? sums?.[column.id]}</div>)}
      </div>
    </div>
  );
}

/** Where a column that stays in sight stays. */
export function stickyStyle<Row>(edges: ReadonlyMap<string, number>, column: Column<Row>): CSSProperties | undefined {
  const edge = edges.get(column.id);
  return edge === undefined ? undefined : { left: edge };
}

function placeOf(top: number | null): CSSProperties | undefined {
  return top === null ? undefined : { transform: `translateY(${top}px)` };
}
