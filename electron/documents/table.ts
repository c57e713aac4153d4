import { BorderStyle, HeightRule, TableCell, TableLayoutType, TableRow, Table as WordTable, VerticalAlignTable, WidthType, type ITableBordersOptions, type Paragraph as WordParagraph } from 'docx';
import type { Cell, CellBlock, Row, Table } from '#shared/documents/model.ts';
import { fitsOnPage, keepsTogether, leadsLast } from './flow-box.ts';
import { colours, twips } from './measures.ts';

/** Makes a cell's block; `keep` keeps it on the page of what follows. */
export type CellRenderer = (block: CellBlock, keep: boolean) => WordParagraph;

/** A table of the model: fixed layout, widths in twips, the head repeated, no row split unless it is taller than a page. */
export function wordTable(table: Table, render: CellRenderer): WordTable {
  const widths = table.columnsMm.map(twips);
  const all = table.head === undefined ? table.rows : [table.head, ...table.rows];
  const isKept = keepsTogether(table);
  const last = all.length - 1;
  const rows = all.map((row, index) => {
    const isHead = index === 0 && table.head !== undefined;
    const keep = leadsLast(table, table.head === undefined ? index : index - 1) || (isKept && index < last) || (index === last && table.keepWithNext === true) || (table.head !== undefined && index === 0);
    return wordRow(row, { widths, isHead, keep, isLayout: table.look === 'layout', isWhole: fitsOnPage(row, table), render });
  });
  return new WordTable({
    rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: twips(table.indentMm), type: WidthType.DXA },
    tableLook: { firstRow: table.look === 'head', lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    ...(table.look === 'layout' ? { borders: noBorders } : { style: table.look === 'head' ? 'ParleyTable' : 'ParleyPlain' }),
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** A table without a style gets lines on all sides in Word: say none. */
const noBorders: ITableBordersOptions = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

type RowSetting = { readonly widths: readonly number[]; readonly isHead: boolean; readonly keep: boolean; readonly isLayout: boolean; readonly isWhole: boolean; readonly render: CellRenderer };

function wordRow(row: Row, setting: RowSetting): TableRow {
  let column = 0;
  const children = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = setting.widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return wordCell(cell, span, width, setting);
  });
  return new TableRow({
    children,
    ...(setting.isWhole ? { cantSplit: true } : {}),
    ...(setting.isHead ? { tableHeader: true } : {}),
    ...(row.height === undefined ? {} : { height: { value: twips(row.height.mm), rule: row.height.rule === 'exact' ? HeightRule.EXACT : HeightRule.ATLEAST } }),
  });
}

function wordCell(cell: Cell, span: number, width: number, setting: RowSetting): TableCell {
  const padding = cell.padding ?? (setting.isLayout ? ([0, 3, 0, 0] as const) : undefined);
  return new TableCell({
    children: cell.blocks.map((block) => setting.render(block, setting.keep)),
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: setting.isHead ? VerticalAlignTable.BOTTOM : verticals[cell.align ?? 'top'],
    ...(cell.fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill: cell.fill } }),
    ...(padding === undefined ? {} : { margins: { marginUnitType: WidthType.DXA, top: twips(padding[0]), right: twips(padding[1]), bottom: twips(padding[2]), left: twips(padding[3]) } }),
    ...bordersOf(cell),
  });
}

const verticals = { top: VerticalAlignTable.TOP, center: VerticalAlignTable.CENTER, bottom: VerticalAlignTable.BOTTOM } as const;

function bordersOf(cell: Cell): Pick<ConstructorParameters<typeof TableCell>[0], 'borders'> {
  const { ruleAbove, ruleBelow } = cell;
  if (ruleAbove === undefined && ruleBelow === undefined) return {};
  const border = (rule: number | 'none') => (rule === 'none' ? none : ruleOf(rule));
  return { borders: { ...(ruleAbove === undefined ? {} : { top: border(ruleAbove) }), ...(ruleBelow === undefined ? {} : { bottom: border(ruleBelow) }) } };
}

/** A rule in ink; points. */
export function ruleOf(points: number): { style: typeof BorderStyle.SINGLE; size: number; color: string; space: number } {
  return { style: BorderStyle.SINGLE, size: Math.round(points * 8), color: colours.ink, space: 0 };
}

