import { useQuery } from '@tanstack/react-query';
import type { RowData } from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { mostExportRows, type ExportFormat, type ExportInput } from '#shared/exports/model.ts';
import { offsetsOf } from '#shared/exports/offset.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { viewQuerySchema, type SavedView, type ViewQuery } from '#shared/views/model.ts';
import { Button } from '../button.tsx';
import { EmptyPlace } from '../empty-place.tsx';
import { Section } from '../section.tsx';
import { SelectionBar } from '../selection-bar.tsx';
import { asDrawn, moved, resized, shifted, shownColumns, unsized } from '../table/arrangement.ts';
import { hasCells, type Column } from '../table/columns.ts';
import { DataTable, type DataTableProps } from '../table/data-table.tsx';
import { itemsOf } from '../table/items.ts';
import { copiedRows, copyLines } from '../table/use-copy.ts';
import type { Selection } from '../table/use-selection.ts';
import { useSortedRows } from '../table/use-sorted-rows.ts';
import { ColumnPanel } from './column-panel.tsx';
import { fitting } from './conditions.ts';
import { exportList } from './export-list.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { GroupPick, type Grouping } from './group-pick.tsx';
import { groupingOf, groupingsOf, totalsOf } from './grouping.tsx';
import styles from './list.module.css';
import { rowsInput } from './rows-input.ts';
import { keptSearch, sortOf, sortText } from './search.ts';
import { useArrangement } from './use-arrangement.ts';
import { useTableSearch } from './use-table-search.ts';
import { ViewsMenu } from './views-menu.tsx';

type Inner<Row extends RowData> = Omit<DataTableProps<Row>, 'sort' | 'onSortChange' | 'groupBy' | 'selected' | 'onSelectedChange' | 'selectionBar' | 'widths' | 'deeds' | 'totals' | 'zone' | 'isSorted'>;

export type ListTableProps<Row extends RowData> = Inner<Row> & {
  /** The name under which views and columns are kept: `outages`. */
  readonly place: string;
  readonly defaultSort?: string;
  /** What stands before the conditions: the page's own choices. */
  readonly tools?: ReactNode;
  /** The conditions of a source, which filters by itself, in the place of those on columns. */
  readonly chips?: ReactNode;
  /** By what a source can be grouped. */
  readonly groupings?: readonly Grouping[];
  /** How the list of a source becomes a file, in its order and with the columns that are shown. */
  readonly toExport?: (format: ExportFormat, columns: readonly Column<Row>[]) => ExportInput | Promise<ExportInput>;
  /** What a file says of rows where that is more than the shown columns; null where it cannot be made. */
  readonly toFile?: (format: ExportFormat, columns: readonly Column<Row>[], rows: readonly Row[]) => ExportInput | null;
  /** Buttons for the chosen rows, beside copy and export. */
  readonly actions?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** Parameters of the page that name what is at hand, so that no view keeps them. */
  readonly passing?: readonly string[];
  /** False for a list beside another one on its page, which is not in the address. */
  readonly inAddress?: boolean;
  /** The list is a section of its page, under this head. */
  readonly heading?: string;
  /** False where the list is too small to have views. */
  readonly views?: boolean;
};

const noRows: readonly never[] = [];
const noPassing: readonly string[] = [];
/** More rows than that scroll by themselves and are drawn as they come into sight. */
const mostDrawn = 100;
const nothingClosed: ReadonlySet<string> = new Set();

/** A list of the app: the table with its conditions, groups, saved views, columns, export and selection. How it stands is in the address. */
export function ListTable<Row extends RowData>({ place, defaultSort, tools, chips, groupings, toExport, toFile, actions, passing = noPassing, heading, inAddress = true, views = true, ...inner }: ListTableProps<Row>) {
  const { columns, rows, source, rowId } = inner;
  const { table, search, change, replace } = useTableSearch(inAddress);
  const { arrangement: kept, arrange } = useArrangement(place);
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const [selected, setSelected] = useState<Selection<Row>>(new Map());
  const zone = workspace?.zone ?? 'UTC';
  const arrangement = kept ?? asDrawn;
  const order = [arrangement.order.join(' '), arrangement.hidden.join(' ')].join('|');
  const shown = useMemo(() => shownColumns(columns, arrangement), [columns, order]); // oxlint-disable-line react/exhaustive-deps -- widths do not change which columns are shown
  const sort = useMemo(() => sortOf(table.sort ?? defaultSort), [table.sort, defaultSort]);
  const where = table.where;
  const fits = useMemo(() => (rows === undefined ? noRows : fitting(rows, columns, where ?? noRows, zone)), [rows, columns, where, zone]);
  const sorted = useSortedRows(fits, columns, sort, rowId);
  const groupBy = useMemo(() => (source === undefined ? groupingOf(columns, table.group, zone) : undefined), [source, columns, table.group, zone]);
  const totals = useMemo(() => (source === undefined ? totalsOf(columns, fits) : undefined), [source, columns, fits]);
  const query: ViewQuery = viewQuerySchema.parse({ search: keptSearch(search, passing), arrangement });
  const take = (view: SavedView | null): void => {
    arrange(view?.query.arrangement ?? asDrawn);
    replace(view === null ? {} : { ...view.query.search, view: view.id });
  };
  const chosen = [...selected.values()];
  const clear = (): void => setSelected(new Map());
  const everyRow = async (): Promise<readonly Row[]> => {
    if (source === undefined) return itemsOf(sorted, groupBy, nothingClosed).flatMap((item) => (item.kind === 'row' ? [item.row] : []));
    return (await source.read?.(0, Math.min(source.rowCount, mostExportRows + 1) - 1)) ?? noRows;
  };
  const run = async (format: ExportFormat, some: readonly Row[] | null): Promise<void> => {
    const fileOf = toFile ?? ((as, written, all) => rowsInput(inner.label, as, written, all, arrangement.widths));
    const input = some === null && toExport !== undefined ? await toExport(format, shown) : fileOf(format, shown, some ?? (await everyRow()));
    if (input !== null) await exportList(input);
  };
  const deeds = {
    onMove: (id: string, target: string, behind: boolean) => arrange(moved(columns, arrangement, id, target, behind)),
    onShift: (id: string, by: -1 | 1) => arrange(shifted(columns, arrangement, id, by)),
    onResize: (id: string, width: number | null) => arrange(width === null ? unsized(arrangement, id) : resized(arrangement, id, width)),
  };
  const empty = rows !== undefined && rows.length > 0 && fits.length === 0 && where !== undefined
    ? <EmptyPlace title={t('table.noneFits')} text={t('table.noneFitsText')} actions={<Button onClick={() => change({ where: undefined })}>{t('table.removeFilters')}</Button>} />
    : inner.empty;
  const choices = groupings ?? (source === undefined ? groupingsOf(columns) : noRows);
  const conditions = chips ?? (source === undefined ? <FilterChips columns={columns} rows={rows ?? noRows} zone={zone} conditions={where ?? noRows} onChange={(next) => change({ where: next })} /> : null);
  const end = (
    <div className={styles.end}>
      {choices.length === 0 ? null : <GroupPick groupings={choices} value={table.group} onChange={(group) => change({ group })} />}
      {views ? <ViewsMenu place={place} current={table.view} query={query} onTake={take} onSaved={(id) => change({ view: id })} /> : null}
      <ColumnPanel columns={columns} arrangement={arrangement} onArrange={arrange} />
      {columns.some(hasCells) ? <ExportMenu onExport={(format) => void run(format, null)} /> : null}
    </div>
  );
  const isLong = inner.height === 'content' && fits.length > mostDrawn;
  const body = kept === null ? null : (
    <DataTable {...inner} {...(isLong ? { height: 'fill' } : {})} {...(rows === undefined ? {} : { rows: sorted, isSorted: true })} columns={shown} sort={sort} onSortChange={(next) => change({ sort: sortText(next) })} widths={arrangement.widths} deeds={deeds} zone={zone} empty={empty}
      selected={selected} onSelectedChange={setSelected} {...(groupBy === undefined ? {} : { groupBy })} {...(totals === undefined ? {} : { totals })}
      selectionBar={(
        <SelectionBar count={selected.size} onClear={clear}>
          {actions?.(chosen, clear)}
          <Button size="small" icon="copy" onClick={() => copyLines(copiedRows(shown, chosen, offsetsOf(zone)), t('table.copied', { count: countText(chosen.length) }))}>{t('table.copy')}</Button>
          <Button size="small" icon="download" onClick={() => void run('xlsx', chosen)}>{t('table.export')}</Button>
        </SelectionBar>
      )} />
  );
  const list = isLong ? <div className={styles.long}>{body}</div> : body;
  if (heading !== undefined) return <Section title={heading} count={countText(rows?.length ?? source?.rowCount ?? 0)} end={<div className={styles.headEnd}>{conditions}{end}</div>}>{list}</Section>;
  return (
    <>
      <div className={styles.tools}>{tools}<div className={styles.line}><div className={styles.chips}>{conditions}</div>{end}</div></div>
      {list}
    </>
  );
}
