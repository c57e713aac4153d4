import { useRef, useState, type DragEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Icon } from '../icon.tsx';
import { columnName, firstEdge, type Column, type SortBy } from './columns.ts';
import styles from './data-table.module.css';
import { stickyStyle } from './rows.tsx';

/** What a person changes at the head: places and widths of columns. */
export type ColumnDeeds = {
  readonly onMove: (id: string, target: string, behind: boolean) => void;
  readonly onShift: (id: string, by: -1 | 1) => void;
  /** Null gives the drawn width back. */
  readonly onResize: (id: string, width: number | null) => void;
};

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly edges: ReadonlyMap<string, number>;
  readonly sort: readonly SortBy[];
  readonly selectHead: ReactNode;
  readonly selectable: boolean;
  readonly onSort: ((column: string, add: boolean) => void) | undefined;
  readonly deeds: ColumnDeeds | undefined;
};

export function HeadRow<Row>({ columns, edges, sort, selectHead, selectable, onSort, deeds }: HeadProps<Row>) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly behind: boolean } | null>(null);
  const fixed = columns.length - columns.filter((column) => !edges.has(column.id)).length;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.grid}>
        {selectable ? <div role="columnheader" className={classes(styles.cell, styles.sticky)} style={{ left: firstEdge }}>{selectHead ?? <span className="sr">{t('kit.selectRow')}</span>}</div> : null}
        {columns.map((column, index) => {
          const place = sort.findIndex((entry) => entry.column === column.id);
          const entry = sort[place];
          const sortable = onSort !== undefined && column.sortable !== false && (column.value !== undefined || column.sortable === true);
          const movable = deeds !== undefined && index >= fixed;
          const drag = !movable ? {} : {
            draggable: true,
            onDragStart: (event: DragEvent) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', column.id); setDragged(column.id); },
            onDragEnd: () => { setDragged(null); setOver(null); },
            onDragOver: (event: DragEvent) => {
              if (dragged === null) return;
              event.preventDefault();
              const box = event.currentTarget.getBoundingClientRect();
              setOver({ id: column.id, behind: event.clientX > box.left + box.width / 2 });
            },
            onDrop: (event: DragEvent) => { event.preventDefault(); if (dragged !== null && over !== null) deeds.onMove(dragged, over.id, over.behind); },
          };
          return (
            <div key={column.id} role="columnheader" aria-colindex={index + 1} style={stickyStyle(edges, column)} {...drag}
              className={classes(styles.cell, column.align === 'end' && styles.end, edges.has(column.id) && styles.sticky, over?.id === column.id && (over.behind ? styles.dropBehind : styles.dropBefore), dragged === column.id && styles.dragged)}
              aria-sort={entry === undefined ? (sortable ? 'none' : undefined) : entry.descending ? 'descending' : 'ascending'}>
              {sortable ? (
                <button type="button" onClick={(event) => onSort(column.id, event.shiftKey)} onKeyDown={deeds === undefined ? undefined : (event) => pressHead(event, column.id, movable, deeds)} aria-keyshortcuts={deeds === undefined ? undefined : 'Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight'}>
                  <span className={styles.headWords}>{column.head}</span>
                  {entry === undefined ? null : <Icon name={entry.descending ? 'chevron-down' : 'chevron-up'} size={12} />}
                  {entry !== undefined && sort.length > 1 ? <span className={styles.place}>{place + 1}</span> : null}
                </button>
              ) : <span className={styles.headWords}>{column.head}</span>}
              {column.label === undefined ? null : <span className="sr">{column.label}</span>}
              {deeds === undefined || column.head === '' ? null : <Resizer name={columnName(column)} onResize={(width) => deeds.onResize(column.id, width)} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Pixels that one press of a key makes a column wider. */
const stepPx = 16;

/** Alt and arrows move the column, Shift and arrows change its width. */
function pressHead(event: KeyboardEvent<HTMLElement>, id: string, movable: boolean, deeds: ColumnDeeds): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
  if (by === null || event.ctrlKey || event.metaKey || event.altKey === event.shiftKey) return;
  event.preventDefault();
  if (event.shiftKey) deeds.onResize(id, widthOf(event.currentTarget) + by * stepPx);
  else if (movable) deeds.onShift(id, by);
}

/** The edge of a head that is dragged; a double click gives the drawn width back. Keys change the width at the head itself. */
function Resizer({ name, onResize }: { name: string; onResize: (width: number | null) => void }) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const press = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: widthOf(event.currentTarget) };
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (start.current !== null) onResize(start.current.width + event.clientX - start.current.x);
  };
  return <span className={styles.resizer} title={t('table.resize', { name })} aria-hidden="true" draggable onDragStart={(event) => { event.preventDefault(); event.stopPropagation(); }} onPointerDown={press} onPointerMove={move} onPointerUp={() => { start.current = null; }} onPointerCancel={() => { start.current = null; }} onDoubleClick={() => onResize(null)} />;
}

function widthOf(element: Element): number {
  return element.closest('[role="columnheader"]')?.getBoundingClientRect().width ?? 0;
}
