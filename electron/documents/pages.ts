import type { Block, DocumentModel, Paragraph, Table } from '#shared/documents/model.ts';
import { isIn, paragraphBox, tableBoxes, type FlowBox, type Heading1 } from './flow-box.ts';
import { page } from './measures.ts';

/** Where the numbered sections and annexes begin, and how many pages there are. */
export type PageFigures = { readonly count: number; readonly entries: readonly ContentsPage[] };
export type ContentsPage = { readonly number: string; readonly title: string; readonly label: string; readonly page: number };

/** A block with the page and the height, in points from the top of the text, at which it begins. */
export type PlacedBlock = { readonly block: Block; readonly page: number; readonly top: number; /** Where it ends, on the page on which it ends. */ readonly bottom: number };

const pointsPerMm = 72 / 25.4;
/** What is lost to rounding over a page. */
const tolerance = 0.4;
/** Height of the text of a page in points. */
export const textHeight = (page.height - page.top - page.bottom) * pointsPerMm;

/**
 * Lays the document out as Word does, with the widths of its faces: paragraphs in lines, rows whole, kept paragraphs with what follows,
 * two lines at least on either side of a break. A cheap estimate: kerning and ligatures are left out, so a page can be off where a line
 * just fits.
 */
export function pagesOf(model: DocumentModel): PageFigures {
  const placed = layOut(model.blocks);
  const entries = placed.flatMap(({ block, page: on }) => (block.kind === 'section' ? [{ number: numberText(model, block), title: block.title, label: block.label, page: on }] : []));
  return { count: placed.at(-1)?.page ?? 1, entries };
}

/**
 * Takes a forced page break back where it would leave a page nearly empty, or where so little room is left before it that another
 * program's line breaks could push a line over.
 */
export function withFlow(model: DocumentModel): DocumentModel {
  let { blocks } = model;
  for (let round = 0; round < roundsMost; round += 1) {
    const placed = new Map(layOut(blocks).map((place) => [place.block, place]));
    const index = blocks.findIndex((block, at) => at > 1 && isForced(block) && isPoorlyFilled(placed, blocks, at));
    if (index < 0) break;
    blocks = blocks.map((block, at) => (at === index && isForced(block) ? { ...block, newPage: false } : block));
  }
  return { ...model, blocks };
}

const roundsMost = 8;
const leastFilled = 0.16;
const leastFree = 8 * pointsPerMm;

function isForced(block: Block): block is Extract<Block, { newPage: boolean }> {
  return (block.kind === 'section' || block.kind === 'plain-heading') && block.newPage;
}

function isPoorlyFilled(placed: ReadonlyMap<Block, PlacedBlock>, blocks: readonly Block[], at: number): boolean {
  const before = blocks[at - 1];
  const bottom = before === undefined ? undefined : placed.get(before)?.bottom;
  return bottom !== undefined && (bottom < leastFilled * textHeight || textHeight - bottom < leastFree);
}

/** Every block with its place. The last entry's page is the document's last. */
export function layOut(blocks: readonly Block[]): PlacedBlock[] {
  const boxes = blocks.flatMap((block, index) => boxesOf(block, blocks[index - 1], blocks));
  const placed = new Map<Block, PlacedBlock>();
  let last: PlacedBlock | null = null;
  let on = 1;
  let y = 0;
  /** Space that the block before asks for below itself; of two spaces the larger one counts. */
  let below = 0;
  for (let index = 0; index < boxes.length; ) {
    const chain = chainFrom(boxes, index);
    const [first] = chain;
    if (first === undefined) break;
    const needed = heightOf(chain, y === 0 ? null : below);
    const isTooLong = y > 0 && y + needed > textHeight + tolerance && heightOf(chain, null) <= textHeight;
    if (first.breakBefore ? index > 0 : isTooLong) {
      on += 1;
      y = placed.has(first.block) ? first.repeats : 0;
    }
    for (const box of chain) {
      let top = y + (y === 0 ? 0 : Math.max(below, box.before));
      if (y > 0 && top + box.height > textHeight + tolerance) {
        on += 1;
        top = box.repeats;
      }
      const beginsOn = on;
      y = top + box.height;
      while (y > textHeight + tolerance && box.height > textHeight) {
        on += 1;
        y -= textHeight - box.repeats;
      }
      below = box.after;
      placed.set(box.block, { ...(placed.get(box.block) ?? { block: box.block, page: beginsOn, top }), bottom: y });
      last = { block: box.block, page: on, top: y, bottom: y };
    }
    index += chain.length;
  }
  return last === null ? [...placed.values()] : [...placed.values(), last];
}

/** Boxes that must not be parted: each one that keeps with the next, and the one after the last of them. */
function chainFrom(boxes: readonly FlowBox[], start: number): FlowBox[] {
  const chain: FlowBox[] = [];
  for (let index = start; index < boxes.length; index += 1) {
    const box = boxes[index];
    if (box === undefined || (index > start && box.breakBefore)) break;
    chain.push(box);
    if (!box.keepNext) break;
  }
  return chain;
}

/** `below` null: at the top of a page, where the space before is left out. */
function heightOf(chain: readonly FlowBox[], below: number | null): number {
  let sum = 0;
  let space = below;
  for (const box of chain) {
    sum += (space === null ? 0 : Math.max(space, box.before)) + box.height;
    space = box.after;
  }
  return sum;
}

function boxesOf(block: Block, before: Block | undefined, blocks: readonly Block[]): FlowBox[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphBox(before?.kind === 'table' && block.before === undefined ? { ...block, before: 10 } : block, block);
    case 'section': {
      const heading: Heading1 = { kind: 'paragraph', style: 'heading-1', content: [{ kind: 'text', text: block.title }], ...(block.newPage ? { before: 0 } : {}) };
      return isIn(paragraphBox(heading, block), block.newPage);
    }
    case 'plain-heading': {
      const heading: Paragraph = { kind: 'paragraph', style: 'heading-plain', content: [{ kind: 'text', text: block.title }], ...(block.before === undefined ? {} : { before: block.before }) };
      return isIn(paragraphBox(heading, block), block.newPage);
    }
    case 'figure':
      return [{ block, before: 0, height: block.heightMm * pointsPerMm + 3, after: 2, keepNext: block.keepNext ?? block.style === 'figure', breakBefore: false, repeats: 0 }];
    case 'spacer':
      return [{ block, before: 0, height: 6, after: 0, keepNext: true, breakBefore: false, repeats: 0 }];
    case 'contents':
      return blocks.filter((one) => one.kind === 'section').map((): FlowBox => ({ block, before: 2.4, height: 12.2 + 2.5, after: 2.4, keepNext: false, breakBefore: false, repeats: 0 }));
    case 'table':
      return [...captionBox(block, before), ...tableBoxes(block)];
  }
}

function captionBox(table: Table, before: Block | undefined): FlowBox[] {
  if (table.caption === undefined) return [];
  const caption: Paragraph = { kind: 'paragraph', style: 'table-caption', content: [{ kind: 'text', text: `${table.numberText ?? ''} ${table.caption}` }], ...(before?.kind === 'table' ? { before: 12 } : {}) };
  return paragraphBox(caption, table);
}

function numberText(model: DocumentModel, section: Block & { kind: 'section' }): string {
  const number = section.number ?? '';
  return section.numbering === 'annex' ? model.annexNumber.replace('{letter}', number) : number;
}
