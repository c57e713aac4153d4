import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Check } from '../fields/check.tsx';
import { Icon } from '../icon.tsx';
import type { Column, SortBy } from './columns.ts';
import styles from './data-table.module.css';
import type { GroupItem } from './items.ts';

/** Where a row stands: its id and index, its place from the top of a virtual body, and whether the keyboard is on it. */
export type RowFrame = { readonly id: string; readonly index: number; readonly top: number | null; readonly active: boolean };

export function HeadRow<Row>({ columns, sort, selectHead, selectable, onSort }: { columns: readonly Column<Row>[]; sort: readonly SortBy[]; selectHead: ReactNode; selectable: boolean; onSort: ((column: string, add: boolean) => void) | undefined }) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.grid}>
        {selectable ? <div role="columnheader" className={styles.cell}>{selectHead ?? <span className="sr">{t('kit.selectRow')}</span>}</div> : null}
        {columns.map((column) => {
          const place = sort.findIndex((entry) => entry.column === column.id);
          const entry = sort[place];
          const sortable = onSort !== undefined && column.sortable !== false && (column.value !== undefined || column.sortable === true);
          return (
            <div key={column.id} role="columnheader" className={classes(styles.cell, column.align === 'end' && styles.end, column.sticky === true && styles.sticky)}
              aria-sort={entry === undefined ? (sortable ? 'none' : undefined) : entry.descending ? 'descending' : 'ascending'}>
              {sortable ? (
                <button type="button" onClick={(event) => onSort(column.id, event.shiftKey)}>
                  {column.head}
                  {entry === undefined ? null : <Icon name={entry.descending ? 'chevron-down' : 'chevron-up'} size={12} />}
                  {entry !== undefined && sort.length > 1 ? <span className={styles.place}>{place + 1}</span> : null}
                </button>
              ) : column.head}
              {column.label === undefined ? null : <span className="sr">{column.label}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What can be done with a row; the same object as long as the table lives, so that rows that did not change are not drawn again. */
export type RowActions<Row> = { readonly select: (row: Row) => void; readonly click: (row: Row, index: number) => void; readonly open: (row: Row) => void };

type TableRowProps<Row> = {
  readonly frame: RowFrame; readonly columns: readonly Column<Row>[]; readonly row: Row; readonly tone: 'missed' | null; readonly current: boolean; readonly selected: boolean | null; readonly opens: boolean; readonly actions: RowActions<Row>;
};

/** One row; drawn again only when something of it changed. */
export function TableRow<Row>({ frame, columns, row, tone, current, selected, opens, actions }: TableRowProps<Row>) {
  const { id, index, top, active } = frame;
  const marked = current || selected === true;
  return useMemo(() => (
    <div role="row" id={id} aria-rowindex={index + 2} aria-selected={selected ?? current}
      className={classes(styles.grid, styles.row, top !== null && styles.virtual, tone === 'missed' && styles.missed, marked && styles.marked, active && styles.active, opens && styles.opens)}
      style={placeOf(top)} onClick={() => actions.click(row, index)} onDoubleClick={() => actions.open(row)}>
      {selected === null ? null : <div role="gridcell" className={styles.cell} onClick={(event) => event.stopPropagation()}><Check label={t('kit.selectRow')} labelHidden checked={selected} onChange={() => actions.select(row)} /></div>}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end, column.sticky === true && styles.sticky)}>
          {column.cell === undefined ? (column.value?.(row) ?? '') : column.cell(row)}
        </div>
      ))}
    </div>
  ), [id, index, top, active, columns, row, tone, current, selected, marked, opens, actions]);
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

export function FootRow<Row>({ columns, selectable }: { columns: readonly Column<Row>[]; selectable: boolean }) {
  return (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" className={styles.grid}>
        {selectable ? <div role="gridcell" className={styles.cell} /> : null}
        {columns.map((column) => <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end, column.sticky === true && styles.sticky)}>{column.foot}</div>)}
      </div>
    </div>
  );
}

function placeOf(top: number | null): CSSProperties | undefined {
  return top === null ? undefined : { transform: `translateY(${top}px)` };
}
