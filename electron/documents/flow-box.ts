import type { Block, Cell, CellBlock, Inline, Paragraph, ParagraphStyle, Row, Table } from '#shared/documents/model.ts';
import { textWidth, type Face } from '#shared/documents/text-width.ts';
import { page } from './measures.ts';
import { styleIds, styleRules, type StyleRule } from './styles.ts';

/** A piece of the flow that does not break: lines of a paragraph, a row, a picture. Points. */
export type FlowBox = {
  readonly block: Block;
  readonly before: number;
  readonly height: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly breakBefore: boolean;
  /** Height of the head that comes again where a page begins with this row. */
  readonly repeats: number;
};

/** The heading of a section, which is no paragraph style of the model. */
export type Heading1 = Omit<Paragraph, 'style'> & { readonly style: 'heading-1' };

const pointsPerMm = 72 / 25.4;
const lineFactors: Readonly<Record<Face, number>> = { sans: 1.2207, 'sans-bold': 1.2207, serif: 1.1723, 'serif-italic': 1.1723 };
const cellPadding = 85 / 20;
const rowPadding = 45 / 20;
const ruleHeight = 0.5;
/** What the rules above and below a table add to its rows. */
const tableRules = 1;
/** Up to ten rows stay on one page, unless they fill most of it; longer tables keep their head with the first row. */
const rowsKept = 10;
const heightKept = 480;
const heightWhole = 640;

type Look = { readonly size: number; readonly bold: boolean; readonly serif: boolean; readonly line: number | { readonly exact: number }; readonly left: number; readonly right: number; readonly hanging: number; readonly before: number; readonly after: number; readonly keepNext: boolean; readonly keepLines: boolean; readonly borders: number };

const looks = new Map<string, Look>();

/** A style with what it takes over from the one that it is based on. */
function lookOf(style: ParagraphStyle | 'heading-1'): Look {
  const known = looks.get(style);
  if (known !== undefined) return known;
  const look = resolved(style === 'heading-1' ? 'Heading1' : styleIds[style]);
  looks.set(style, look);
  return look;
}

function resolved(id: string): Look {
  const rule: StyleRule | undefined = styleRules.find((one) => one.id === id);
  if (rule === undefined) return { size: 10, bold: false, serif: false, line: 1.1, left: 0, right: 0, hanging: 0, before: 0, after: 5, keepNext: false, keepLines: false, borders: 0 };
  const base = resolved(rule.basedOn ?? 'Normal');
  const borders = (rule.borders ?? []).filter((border) => border.side === 'top').reduce((sum, border) => sum + border.points + border.away, 0);
  return {
    size: rule.size ?? base.size, bold: rule.bold ?? base.bold, serif: rule.serif ?? base.serif, line: rule.line ?? base.line,
    left: rule.left ?? base.left, right: rule.right ?? base.right, hanging: rule.hanging ?? base.hanging, before: rule.before ?? base.before, after: rule.after ?? base.after,
    keepNext: rule.keepNext ?? base.keepNext, keepLines: rule.keepLines ?? base.keepLines, borders,
  };
}

/** The lines of a paragraph as boxes: two at least on either side of a page break. `block` is what they belong to. */
export function paragraphBox(paragraph: Paragraph | Heading1, block: Block): FlowBox[] {
  const look = lookOf(paragraph.style);
  const lines = linesOf(paragraph, page.text * pointsPerMm);
  const height = lineHeight(paragraph.content, look);
  const before = paragraph.before ?? look.before;
  const after = paragraph.after ?? look.after;
  const keepNext = paragraph.keepNext ?? look.keepNext;
  const groups = look.keepLines || lines <= 3 ? [lines] : [2, ...Array.from({ length: lines - 4 }, () => 1), 2];
  return groups.map((count, index) => ({
    block,
    before: index === 0 ? before : 0,
    height: count * height + (index === 0 ? look.borders : 0),
    after: index === groups.length - 1 ? after : 0,
    keepNext: index === groups.length - 1 && keepNext,
    breakBefore: false,
    repeats: 0,
  }));
}

/** The first of the boxes begins a page where `newPage` says so. */
export function isIn(boxes: readonly FlowBox[], newPage: boolean): FlowBox[] {
  return boxes.map((box, index) => (index === 0 && newPage ? { ...box, breakBefore: true } : box));
}

/** Whether all rows of a table stay on one page. */
export function keepsTogether(table: Table): boolean {
  if (table.look === 'layout') return false;
  if (table.rows.length > rowsKept && table.together !== true) return false;
  return table.rows.reduce((sum, row) => sum + rowHeight(row, table), 0) <= heightKept;
}

/** The last row of a long table is not left alone on a page: the one before it goes with it, where both are low. */
export function leadsLast(table: Table, index: number): boolean {
  const last = table.rows.length - 1;
  return table.look === 'head' && last > 1 && index === last - 1 && table.rows.slice(index).every((row) => rowHeight(row, table) <= lowRow);
}

/** Points: three lines of a table. */
const lowRow = 40;

/** A row that is nearly as tall as a page must be allowed to break, or its end would be lost. */
export function fitsOnPage(row: Row, table: Table): boolean {
  return rowHeight(row, table) <= heightWhole;
}

/** The rows of a table. */
export function tableBoxes(table: Table): FlowBox[] {
  const rules = table.look === 'layout' ? 0 : tableRules;
  const head = table.head === undefined ? 0 : rowHeight(table.head, table) + rules;
  const isKept = keepsTogether(table);
  const rows = table.rows.map((row, index): FlowBox => {
    const isLast = index === table.rows.length - 1;
    return { block: table, before: 0, height: rowHeight(row, table) + (index === 0 && table.head === undefined ? rules : 0), after: 0, keepNext: isLast ? table.keepWithNext === true : isKept || keepsRow(row) || leadsLast(table, index), breakBefore: false, repeats: head };
  });
  if (table.head === undefined) return rows;
  return [{ block: table, before: 0, height: head, after: 0, keepNext: true, breakBefore: false, repeats: 0 }, ...rows];
}

/** Word keeps a row with the next when the paragraphs of its first cell are kept. */
function keepsRow(row: Row): boolean {
  const first = row.cells[0]?.blocks[0];
  return first?.kind === 'paragraph' && first.keepNext === true;
}

function rowHeight(row: Row, table: Table): number {
  let column = 0;
  const isLayout = table.look === 'layout';
  const heights = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = table.columnsMm.slice(column, column + span).reduce((sum, one) => sum + one, 0) * pointsPerMm;
    column += span;
    return cellHeight(cell, width, isLayout);
  });
  const content = Math.max(0, ...heights) + (isLayout ? 0 : ruleHeight);
  return row.height === undefined ? content : row.height.rule === 'exact' ? row.height.mm * pointsPerMm : Math.max(content, row.height.mm * pointsPerMm);
}

function cellHeight(cell: Cell, width: number, isLayout: boolean): number {
  const padding = cell.padding?.map((mm) => mm * pointsPerMm) ?? (isLayout ? [0, 3 * pointsPerMm, 0, 0] : [rowPadding, cellPadding, rowPadding, cellPadding]);
  const [top = 0, right = 0, bottom = 0, left = 0] = padding;
  let sum = top + bottom;
  let below = 0;
  for (const block of cell.blocks) {
    const measured = cellBlock(block, width - left - right);
    sum += Math.max(below, measured.before) + measured.height;
    below = measured.after;
  }
  return sum + below;
}

/** Of the space below a paragraph and above the next the larger one counts. */
function cellBlock(block: CellBlock, width: number): { before: number; height: number; after: number } {
  if (block.kind !== 'paragraph') return { before: block.kind === 'picture' ? (block.before ?? 0) : 0, height: block.heightMm * pointsPerMm + 3, after: 0 };
  const look = lookOf(block.style);
  return { before: block.before ?? look.before, height: linesOf(block, width) * lineHeight(block.content, look), after: block.after ?? look.after };
}

function lineHeight(content: readonly Inline[], look: Look): number {
  if (typeof look.line !== 'number') return look.line.exact;
  const sizes = content.map((inline) => (inline.kind === 'text' ? (inline.size ?? look.size) * lineFactors[faceOf(inline, look)] : 0));
  const own = look.size * lineFactors[look.serif ? 'serif' : 'sans'];
  const height = Math.max(sizes.length === 0 ? own : 0, ...sizes, content.some((inline) => inline.kind === 'text') ? 0 : own);
  return Math.floor(Math.round(height * 20) * look.line) / 20;
}

function faceOf(inline: Inline & { kind: 'text' }, look: Look): Face {
  if (inline.serif ?? look.serif) return inline.italic === true ? 'serif-italic' : 'serif';
  return (inline.bold ?? look.bold) ? 'sans-bold' : 'sans';
}

/** Lines after breaking at spaces, hyphens and dashes; a tab moves to the place after the number or label in front of it. */
function linesOf(paragraph: Paragraph | Heading1, width: number): number {
  const look = lookOf(paragraph.style);
  const left = (paragraph.indentMm ?? look.left) * pointsPerMm;
  const room = width - left - look.right * pointsPerMm;
  let lines = 1;
  let x = 0;
  let isAfterTab = false;
  for (const inline of paragraph.content) {
    if (inline.kind === 'tab') {
      x = isAfterTab && paragraph.style === 'target-fact' ? Math.max(x, (x + left > 62 * pointsPerMm ? 76 : 62) * pointsPerMm - left) : paragraph.style === 'target-fact' ? 0 : x + 10;
      isAfterTab = true;
      continue;
    }
    if (inline.kind === 'break') {
      lines += 1;
      x = 0;
      continue;
    }
    if (paragraph.style === 'target-fact' && !isAfterTab) continue;
    const face = faceOf(inline, look);
    const size = inline.size ?? look.size;
    inline.text.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines += 1;
        x = 0;
      }
      for (const word of part.split(/(?<=[ \-–—])/)) {
        const full = textWidth(word, face, size);
        const bare = word.endsWith(' ') ? full - textWidth(' ', face, size) : full;
        if (x > 0 && x + bare > room) {
          lines += 1;
          x = 0;
        }
        if (bare > room) lines += Math.floor(bare / room);
        x += full;
      }
    });
  }
  return lines;
}
