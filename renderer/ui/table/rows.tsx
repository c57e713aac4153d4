import type { CSSProperties, ReactNode } from 'react';
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

export function TableRow<Row>({ frame, columns, row, tone, current, selected, onSelect, onClick, onDoubleClick, opens }: {
  frame: RowFrame; columns: readonly Column<Row>[]; row: Row; tone: 'missed' | null; current: boolean; selected: boolean | null; onSelect: (() => void) | undefined; onClick: () => void; onDoubleClick: () => void; opens: boolean;
}) {
  const marked = current || selected === true;
  return (
    <div role="row" id={frame.id} aria-rowindex={frame.index + 2} aria-selected={selected ?? current}
      className={classes(styles.grid, styles.row, frame.top !== null && styles.virtual, tone === 'missed' && styles.missed, marked && styles.marked, frame.active && styles.active, opens && styles.opens)}
      style={placeOf(frame)} onClick={onClick} onDoubleClick={onDoubleClick}>
      {selected === null ? null : <div role="gridcell" className={styles.cell} onClick={(event) => event.stopPropagation()}><Check label={t('kit.selectRow')} labelHidden checked={selected} onChange={() => onSelect?.()} /></div>}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end, column.sticky === true && styles.sticky)}>
          {column.cell === undefined ? (column.value?.(row) ?? '') : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export function GroupRow<Row>({ frame, columns, selectable, group, closed, onToggle }: { frame: RowFrame; columns: readonly Column<Row>[]; selectable: boolean; group: GroupItem<Row>; closed: boolean; onToggle: () => void }) {
  const firstSum = columns.findIndex((column) => column.sum !== undefined);
  const span = (firstSum < 0 ? columns.length : Math.max(1, firstSum)) + (selectable ? 1 : 0);
  return (
    <div role="row" id={frame.id} aria-rowindex={frame.index + 2} aria-expanded={!closed} className={classes(styles.grid, styles.group, frame.top !== null && styles.virtual, frame.active && styles.active)} style={placeOf(frame)}>
      <div role="gridcell" aria-colspan={span} className={styles.cell} style={{ gridColumn: `span ${span}` }}>
        <button type="button" className={styles.fold} tabIndex={-1} aria-label={t(closed ? 'kit.openGroup' : 'kit.closeGroup', { name: group.key })} onClick={onToggle}><Icon name={closed ? 'chevron-right' : 'chevron-down'} size={14} /></button>
        {group.head}
      </div>
      {columns.slice(firstSum < 0 ? columns.length : Math.max(1, firstSum)).map((column) => <div key={column.id} role="gridcell" className={classes(styles.cell, column.align === 'end' && styles.end)}>{column.sum?.(group.rows)}</div>)}
    </div>
  );
}

export function LoadingRow<Row>({ frame, columns, selectable }: { frame: RowFrame; columns: readonly Column<Row>[]; selectable: boolean }) {
  return (
    <div role="row" id={frame.id} aria-rowindex={frame.index + 2} aria-busy="true" className={classes(styles.grid, styles.row, styles.loading, frame.top !== null && styles.virtual)} style={placeOf(frame)}>
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

function placeOf(frame: RowFrame): CSSProperties | undefined {
  return frame.top === null ? undefined : { transform: `translateY(${frame.top}px)` };
}
