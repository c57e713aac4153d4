import { useVirtualizer } from '@tanstack/react-virtual';
import type { RowData } from '@tanstack/react-table';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { classes } from '../classes.ts';
import { Check } from '../fields/check.tsx';
import { styleWith } from '../style.ts';
import { gridOf, nextSort, type Column, type SortBy, type WindowSource } from './columns.ts';
import styles from './data-table.module.css';
import { itemsOf, layoutOf, type GroupBy, type Item } from './items.ts';
import { FootRow, GroupRow, HeadRow, LoadingRow, TableRow, type RowActions } from './rows.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useSortedRows } from './use-sorted-rows.ts';

export type DataTableProps<Row extends RowData> = {
  label: string;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** All rows, or the source of rows that are read as they come into sight; the source sorts by itself. */
  rows?: readonly Row[];
  source?: WindowSource<Row>;
  sort?: readonly SortBy[];
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
  selected?: ReadonlySet<string>;
  onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** `fill` takes the height that is left and scrolls; `content` grows with its rows (not for long lists). */
  height?: 'fill' | 'content';
  rowHeight?: 32 | 36 | 44 | 48;
  empty?: ReactNode;
  /** What typing finds. */
  findText?: (row: Row) => string;
  /** A SelectionBar, floating above the foot. */
  selectionBar?: ReactNode;
};

const HEAD = 32;
const GROUP = 34;
const noRows: readonly never[] = [];
const noSort: readonly SortBy[] = [];
const noSelection: ReadonlySet<string> = new Set();
const noSums: Readonly<Record<string, ReactNode>> = {};

/** The one table of the app: virtual rows, several sort columns, groups with sums, totals, keyboard, sticky head, foot and first column. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, source, rowId, sort = noSort, height = 'fill', rowHeight = 36, selected = noSelection, onSelectedChange } = props;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(noSelection);
  const [cursor, setCursor] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const sorted = useSortedRows(props.rows ?? noRows, columns, sort, rowId);
  const items = useMemo(() => itemsOf(sorted, props.groupBy, closed), [sorted, props.groupBy, closed]);
  const groups = source?.groups;
  const layout = useMemo(() => (groups === undefined ? null : layoutOf(groups, closed)), [groups, closed]);
  const count = layout?.count ?? source?.rowCount ?? items.length;
  const itemAt = (index: number): Item<Row> | undefined => {
    if (source === undefined) return items[index];
    const place = layout?.at(index) ?? { row: index };
    if ('group' in place) return { kind: 'group', rows: noRows, sums: noSums, ...place.group };
    const row = source.getRow(place.row);
    return row === undefined ? undefined : { kind: 'row', row };
  };
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => scroll.current, overscan: 12, enabled: height === 'fill',
    estimateSize: (index) => (itemAt(index)?.kind === 'group' ? GROUP : rowHeight),
    scrollMargin: HEAD, scrollPaddingStart: HEAD, scrollPaddingEnd: 44,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, items, layout, rowHeight]);
  const shown = height === 'fill' ? virtualizer.getVirtualItems() : items.map((item, index) => ({ index, start: 0, size: item.kind === 'group' ? GROUP : rowHeight }));
  const firstShown = shown[0]?.index ?? 0;
  const lastShown = shown.at(-1)?.index ?? -1;
  const onWindow = source?.onWindow;
  useEffect(() => {
    if (lastShown < firstShown) return;
    const rowFrom = (index: number, last: number): number => {
      const place = layout?.at(index);
      return place === undefined ? index : 'row' in place ? place.row : index < last ? rowFrom(index + 1, last) : 0;
    };
    const first = rowFrom(firstShown, lastShown);
    onWindow?.(first, Math.max(first, rowFrom(lastShown, lastShown)));
  }, [onWindow, layout, firstShown, lastShown]);
  const currentPlace = typeof props.currentIndex === 'number' ? (layout?.placeOf(props.currentIndex) ?? props.currentIndex) : null;
  useEffect(() => {
    if (currentPlace !== null) virtualizer.scrollToIndex(currentPlace, { align: 'auto' });
  }, [virtualizer, currentPlace]);

  const keyAt = (index: number): string | null => {
    const item = itemAt(index);
    return item === undefined ? null : item.kind === 'row' ? rowId(item.row) : item.key;
  };
  const places = useMemo(() => new Map(items.map((item, index) => [item.kind === 'row' ? rowId(item.row) : item.key, index])), [items, rowId]);
  const marked = cursor?.key ?? props.currentId ?? null;
  const active = marked === null ? -1 : source === undefined ? (places.get(marked) ?? -1) : cursor !== null ? cursor.index : (shown.find((place) => keyAt(place.index) === marked)?.index ?? -1);
  const [lastCurrent, setLastCurrent] = useState(props.currentId);
  if (lastCurrent !== props.currentId) {
    setLastCurrent(props.currentId);
    if (cursor !== null && cursor.key !== props.currentId) setCursor(null);
  }
  const moveTo = (index: number): void => {
    const item = itemAt(index);
    if (height === 'fill') virtualizer.scrollToIndex(index, { align: 'auto' });
    setCursor({ key: keyAt(index) ?? `loading ${index}`, index });
    if (item?.kind === 'row') props.onCurrentChange?.(item.row);
  };
  const open = (index: number): void => {
    const item = itemAt(index);
    if (item?.kind === 'group') setClosed(toggled(closed, item.key));
    else if (item !== undefined) (props.onOpen ?? props.onCurrentChange)?.(item.row);
  };
  const toggle = onSelectedChange === undefined ? undefined : (index: number) => {
    const item = itemAt(index);
    if (item?.kind === 'row') onSelectedChange(toggled(selected, rowId(item.row)));
  };
  const findText = props.findText;
  const find = findText === undefined || source !== undefined ? undefined : (text: string) => items.findIndex((item) => item.kind === 'row' && findText(item.row).toLowerCase().startsWith(text));
  const onKeyDown = useGridKeys({ count, active, pageRows: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2), onMove: moveTo, onOpen: open, onToggle: toggle, find });

  const actions = useStableActions<Row>({
    select: (row) => onSelectedChange?.(toggled(selected, rowId(row))),
    click: (row, index) => {
      setCursor({ key: rowId(row), index });
      (props.onCurrentChange ?? props.onOpen)?.(row);
    },
    open: (row) => props.onOpen?.(row),
  });

  const selectable = onSelectedChange !== undefined;
  const grid = gridOf(columns, selectable);
  const all = selectable && sorted.length > 0 && sorted.every((row) => selected.has(rowId(row)));
  const selectHead = selectable && source === undefined
    ? <Check label={t('kit.selectRow')} labelHidden checked={all} some={selected.size > 0} onChange={(checked) => onSelectedChange(checked ? new Set(sorted.map(rowId)) : noSelection)} />
    : null;
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <div className={classes(styles.wrap, height === 'fill' && styles.fill)}>
      <div ref={scroll} className={styles.scroll} role={props.groupBy === undefined && layout === null ? 'grid' : 'treegrid'} aria-label={props.label} aria-rowcount={count + 1} aria-multiselectable={selectable || undefined} tabIndex={0}
        aria-activedescendant={active >= firstShown && active <= lastShown ? `${id}-${active}` : undefined} onKeyDown={onKeyDown}>
        <div className={styles.inner} style={styleWith({ minWidth: grid.least + 12 * columns.length, '--columns': grid.template, '--row': `${rowHeight}px` })}>
          <HeadRow columns={columns} sort={sort} selectHead={selectHead} selectable={selectable} onSort={props.onSortChange === undefined ? undefined : (column, add) => props.onSortChange?.(nextSort(sort, column, add))} />
          <div role="rowgroup" className={styles.body} style={height === 'fill' ? { height: virtualizer.getTotalSize() } : undefined}>
            {shown.map((place) => {
              const item = itemAt(place.index);
              const frame = { id: `${id}-${place.index}`, index: place.index, top: height === 'fill' ? place.start - HEAD : null, active: place.index === active };
              if (item === undefined) return <LoadingRow key={`loading ${place.index}`} frame={frame} columns={columns} selectable={selectable} />;
              if (item.kind === 'group') return <GroupRow key={`group ${item.key}`} frame={frame} columns={columns} selectable={selectable} group={item} closed={closed.has(item.key)} onToggle={() => setClosed(toggled(closed, item.key))} />;
              const key = rowId(item.row);
              return (
                <TableRow key={key} frame={frame} columns={columns} row={item.row} tone={props.tone?.(item.row) ?? null} current={key === props.currentId}
                  selected={selectable ? selected.has(key) : null} opens={props.onOpen !== undefined || props.onCurrentChange !== undefined} actions={actions} />
              );
            })}
            {count === 0 && props.empty !== undefined ? <div role="row" className={styles.empty}><div role="gridcell">{props.empty}</div></div> : null}
          </div>
          {hasFoot ? <FootRow columns={columns} selectable={selectable} /> : null}
        </div>
      </div>
      {props.selectionBar}
    </div>
  );
}

/** The same object in every render, whose functions are those of the latest one. */
function useStableActions<Row>(actions: RowActions<Row>): RowActions<Row> {
  const latest = useRef(actions);
  useEffect(() => { latest.current = actions; });
  return useMemo(() => ({ select: (row) => latest.current.select(row), click: (row, index) => latest.current.click(row, index), open: (row) => latest.current.open(row) }), []);
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
