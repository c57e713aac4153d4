import { useVirtualizer } from '@tanstack/react-virtual';
import type { RowData } from '@tanstack/react-table';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { offsetsOf } from '#shared/exports/offset.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Check } from '../fields/check.tsx';
import { useRowHeight } from '../density.ts';
import { styleWith } from '../style.ts';
import { useBeforePrinting, usePrinting } from '../use-printing.ts';
import { columnsInside, oneCell, stepped } from './cell-range.ts';
import { gridOf, nextSort, stickyEdges, type Column, type SortBy, type WindowSource } from './columns.ts';
import styles from './data-table.module.css';
import { HeadRow, type ColumnDeeds } from './head-row.tsx';
import type { GroupBy } from './items.ts';
import { FootRow, GroupRow, LoadingRow, TableRow, type RowActions } from './rows.tsx';
import { useCellRange } from './use-cell-range.ts';
import { useCopy } from './use-copy.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useItems } from './use-items.ts';
import { useSelection, type Selection } from './use-selection.ts';

export type DataTableProps<Row extends RowData> = {
  label: string;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** All rows, or the source of rows that are read as they come into sight; the source sorts by itself. */
  rows?: readonly Row[];
  source?: WindowSource<Row>;
  sort?: readonly SortBy[];
  /** The rows stand in their order already. */
  isSorted?: boolean;
  onSortChange?: (sort: readonly SortBy[]) => void;
  groupBy?: GroupBy<Row>;
  /** Only a miss may tint a row. */
  tone?: (row: Row) => 'missed' | null;
  /** The row whose content the side panel shows. */
  currentId?: string | null;
  /** Where it stands in the source: it is scrolled into sight when this changes. */
  currentIndex?: number | null;
  onCurrentChange?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  selected?: Selection<Row>;
  onSelectedChange?: (selected: Selection<Row>) => void;
  /** `fill` takes the height that is left and scrolls; `content` grows with its rows (not for long lists). */
  height?: 'fill' | 'content';
  rowHeight?: 32 | 36 | 44 | 48;
  empty?: ReactNode;
  /** What typing finds in rows that are here; a source finds by itself. */
  findText?: (row: Row) => string;
  /** A SelectionBar, floating above the foot. */
  selectionBar?: ReactNode;
  /** Widths that a person gave, by column, and what changes them and the order at the head. */
  widths?: Readonly<Record<string, number>>;
  deeds?: ColumnDeeds;
  /** Totals by column, where the column has no foot of its own. */
  totals?: Readonly<Record<string, ReactNode>>;
  /** The clock that copied times are of. */
  zone?: string;
};

const HEAD = 32;
const GROUP = 34;
/** More rows than these are a file, not paper; the paper says so. */
const mostPrinted = 1000;
/** What upright paper takes beside its edges; px. */
const paperWidth = 700;
const noSort: readonly SortBy[] = [];
const nothingClosed: ReadonlySet<string> = new Set();
const noWidths: Readonly<Record<string, number>> = {};

/** The one table of the app: virtual rows, several sort columns, groups with sums, totals, cells to copy, keyboard, sticky head, foot and first column. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, source, rowId, sort = noSort, onSelectedChange, widths = noWidths, zone = 'UTC' } = props;
  const printing = usePrinting();
  const height = printing ? 'content' : (props.height ?? 'fill');
  const rowHeight = useRowHeight(props.rowHeight ?? 36);
  const [nothing] = useState<Selection<Row>>(() => new Map());
  const selected = props.selected ?? nothing;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(nothingClosed);
  const [cursor, setCursor] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const { range, setRange, pointer, takesClick } = useCellRange();
  const { count, itemAt, keyAt, placeOf, sorted, layout, version } = useItems({ columns, rows: props.rows, source, rowId, sort: props.isSorted === true ? noSort : sort, groupBy: props.groupBy, closed });
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => scroll.current, overscan: 4, enabled: height === 'fill', useFlushSync: false,
    estimateSize: (index) => (itemAt(index)?.kind === 'group' ? GROUP : rowHeight),
    scrollMargin: HEAD, scrollPaddingStart: HEAD, scrollPaddingEnd: 44,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, version, rowHeight]);
  const shown = height === 'fill' ? virtualizer.getVirtualItems() : Array.from({ length: count }, (_, index) => ({ index, start: 0 })).filter(({ index }) => !printing || itemAt(index) !== undefined).slice(0, printing ? mostPrinted : count);
  useBeforePrinting(async () => source?.read?.(0, Math.min(source.rowCount, mostPrinted) - 1));
  const firstShown = shown[0]?.index ?? 0;
  const lastShown = shown.at(-1)?.index ?? -1;
  const onWindow = source?.onWindow;
  useEffect(() => {
    if (printing || lastShown < firstShown) return;
    const rowFrom = (index: number, last: number): number => {
      const place = layout?.at(index);
      return place === undefined ? index : 'row' in place ? place.row : index < last ? rowFrom(index + 1, last) : 0;
    };
    const first = rowFrom(firstShown, lastShown);
    onWindow?.(first, Math.max(first, rowFrom(lastShown, lastShown)));
  }, [onWindow, layout, firstShown, lastShown, printing]);
  const currentPlace = typeof props.currentIndex === 'number' ? (layout?.placeOf(props.currentIndex) ?? props.currentIndex) : null;
  useEffect(() => {
    if (currentPlace !== null) virtualizer.scrollToIndex(currentPlace, { align: 'auto' });
  }, [virtualizer, currentPlace]);

  const marked = cursor?.key ?? props.currentId ?? null;
  const active = marked === null ? -1 : source === undefined ? placeOf(marked) : cursor !== null ? cursor.index : (shown.find((place) => keyAt(place.index) === marked)?.index ?? -1);
  const [lastCurrent, setLastCurrent] = useState(props.currentId);
  if (lastCurrent !== props.currentId) {
    setLastCurrent(props.currentId);
    if (cursor !== null && cursor.key !== props.currentId) setCursor(null);
  }
  const goTo = (index: number): void => {
    if (height === 'fill') virtualizer.scrollToIndex(index, { align: 'auto' });
    setCursor({ key: keyAt(index) ?? `loading ${index}`, index });
  };
  const moveTo = (index: number): void => {
    const item = itemAt(index);
    goTo(index);
    if (range !== null) setRange(oneCell({ row: index, column: range.focus.column }));
    if (item?.kind === 'row') props.onCurrentChange?.(item.row);
  };
  const open = (index: number): void => {
    const item = itemAt(index);
    if (item?.kind === 'group') setClosed(toggled(closed, item.key));
    else if (item !== undefined) (props.onOpen ?? props.onCurrentChange)?.(item.row);
  };
  const selection = useSelection({ selected, onChange: (next) => onSelectedChange?.(next), rowId, itemAt, all: sorted });
  const selectable = onSelectedChange !== undefined;
  const find = (text: string): boolean => {
    if (source?.find !== undefined) {
      void source.find(text).then((index) => { if (index !== null) moveTo(layout?.placeOf(index) ?? index); });
      return true;
    }
    const { findText } = props;
    if (findText === undefined || sorted === null) return false;
    const found = Array.from({ length: count }, (_, index) => index).find((index) => {
      const item = itemAt(index);
      return item?.kind === 'row' && findText(item.row).toLowerCase().startsWith(text.toLowerCase());
    });
    if (found !== undefined) moveTo(found);
    return found !== undefined;
  };
  const onKeyDown = useGridKeys({
    count, active, pageRows: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2), onMove: moveTo, onOpen: open,
    onToggle: selectable ? selection.toggle : undefined,
    onToggleAll: selectable && sorted !== null ? selection.toggleAll : undefined,
    onCells: (step, extend) => {
      const next = stepped(range, active, step, extend, { rows: count, columns: columns.length });
      setRange(next);
      if (next !== null) goTo(next.focus.row);
      return next !== null;
    },
    onLeave: () => {
      if (range !== null) setRange(null);
      else if (selected.size > 0) onSelectedChange?.(new Map());
      return range !== null || selected.size > 0;
    },
    onFind: find,
  });
  const offset = useMemo(() => offsetsOf(zone), [zone]);
  useCopy(scroll, { columns, range, selected: [...selected.values()], active, itemAt, offset });

  const actions = useStableActions<Row>({
    select: (_row, index, extend) => selection.toggle(index, extend),
    click: (row, index) => {
      if (takesClick()) return;
      setCursor({ key: rowId(row), index });
      (props.onCurrentChange ?? props.onOpen)?.(row);
    },
    open: (row) => props.onOpen?.(row),
  });
  const grid = gridOf(columns, selectable, widths);
  const edges = useMemo(() => stickyEdges(columns, selectable, widths), [columns, selectable, widths]);
  const all = selectable && sorted !== null && sorted.length > 0 && selected.size >= sorted.length;
  const selectHead = selectable && sorted !== null ? <Check label={t('table.selectAll')} labelHidden checked={all} some={selected.size > 0} onChange={selection.toggleAll} /> : null;
  const hasFoot = props.totals !== undefined || columns.some((column) => column.foot !== undefined);
  const hasGroups = props.groupBy !== undefined || layout !== null;
  const cursorCell = range === null || active !== range.focus.row || itemAt(active)?.kind !== 'row' ? '' : `-${range.focus.column}`;
  return (
    <div className={classes(styles.wrap, height === 'fill' && styles.fill)} style={styleWith({ '--fit': String(Math.min(1, paperWidth / grid.least)) })}>
      <div ref={scroll} className={classes(styles.scroll, active >= 0 && styles.walked)} role={hasGroups ? 'treegrid' : 'grid'} aria-label={props.label} aria-rowcount={count + 1} aria-colcount={columns.length} aria-multiselectable={selectable || undefined} tabIndex={0}
        aria-activedescendant={active >= firstShown && active <= lastShown ? `${id}-${active}${cursorCell}` : undefined} onKeyDown={onKeyDown} {...pointer}>
        <div className={styles.inner} style={styleWith({ minWidth: grid.least, '--columns': grid.template, '--row': `${rowHeight}px` })}>
          <HeadRow columns={columns} edges={edges} sort={sort} selectHead={selectHead} selectable={selectable} deeds={props.deeds} onSort={props.onSortChange === undefined ? undefined : (column, add) => props.onSortChange?.(nextSort(sort, column, add))} />
          <div role="rowgroup" className={styles.body} style={height === 'fill' ? { height: virtualizer.getTotalSize() } : undefined}>
            {shown.map((place) => {
              const item = itemAt(place.index);
              const frame = { id: `${id}-${place.index}`, index: place.index, top: height === 'fill' ? place.start - HEAD : null, active: place.index === active };
              if (item === undefined) return <LoadingRow key={`loading ${place.index}`} frame={frame} columns={columns} selectable={selectable} />;
              if (item.kind === 'group') return <GroupRow key={`group ${item.key}`} frame={frame} columns={columns} selectable={selectable} group={item} closed={closed.has(item.key)} onToggle={() => setClosed(toggled(closed, item.key))} />;
              const key = rowId(item.row);
              return (
                <TableRow key={key} frame={frame} columns={columns} edges={edges} row={item.row} tone={props.tone?.(item.row) ?? null} current={key === props.currentId}
                  selected={selectable ? selected.has(key) : null} opens={props.onOpen !== undefined || props.onCurrentChange !== undefined} inside={columnsInside(range, place.index)} cursor={range?.focus.row === place.index ? range.focus.column : null} actions={actions} />
              );
            })}
            {count === 0 && props.empty !== undefined ? <div role="row" className={styles.empty}><div role="gridcell">{props.empty}</div></div> : null}
          </div>
          {hasFoot ? <FootRow columns={columns} edges={edges} selectable={selectable} sums={props.totals} /> : null}
        </div>
      </div>
      {printing && shown.length < count ? <p className={styles.cut}>{t('table.printCut', { shown: countText(shown.length), count: countText(count) })}</p> : null}
      {props.selectionBar}
    </div>
  );
}

/** The same object in every render, whose functions are those of the latest one. */
function useStableActions<Row>(actions: RowActions<Row>): RowActions<Row> {
  const latest = useRef(actions);
  useEffect(() => { latest.current = actions; });
  return useMemo(() => ({ select: (row, index, extend) => latest.current.select(row, index, extend), click: (row, index) => latest.current.click(row, index), open: (row) => latest.current.open(row) }), []);
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
