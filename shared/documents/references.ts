import type { Block, Cell, CellBlock, DraftBlock, DraftInline, Inline, ReferenceSpan, Row, Table } from './model.ts';

/** How a language writes cross-references and numbers. `{n}` is the number. */
export type ReferenceWords = {
  readonly table: string; readonly clause: string; readonly section: string; readonly figure: string; readonly annex: string;
  readonly Table: string; readonly Clause: string; readonly Section: string; readonly Figure: string; readonly Annex: string;
};

/**
 * Numbers sections, annexes, clauses, list items and tables in the order of the document and replaces every reference by its text.
 * Generated clauses without an anchor get one from their number, `slm_C_4_8`. Throws where a reference names nothing.
 */
export function resolveReferences(blocks: readonly DraftBlock[], words: ReferenceWords): Block[] {
  const numbered = numberBlocks(blocks, words);
  const resolve = (content: readonly DraftInline[]): Inline[] =>
    content.map((inline) => (inline.kind === 'reference' ? { kind: 'text', text: referenceText(inline, numbered.labels, words) } : inline));
  return numbered.blocks.map((block) => resolveBlock(block, resolve));
}

type Labels = ReadonlyMap<string, string>;

function numberBlocks(blocks: readonly DraftBlock[], words: ReferenceWords): { blocks: DraftBlock[]; labels: Labels } {
  const labels = new Map<string, string>();
  const counts = { section: 0, annex: 0, clause: 0, item: 0, table: 0 };
  let clausePart = 1;
  const out = blocks.map((block): DraftBlock => {
    if (block.kind === 'section') {
      const isAnnex = block.numbering === 'annex';
      if (isAnnex) counts.annex += 1;
      else counts.section += 1;
      counts.clause = 0;
      counts.item = 0;
      const number = isAnnex ? String.fromCharCode(64 + counts.annex) : String(counts.section);
      labels.set(`${isAnnex ? 'annex' : 'section'}:${block.label}`, number);
      return { ...block, number };
    }
    if (block.kind === 'table' && block.caption !== undefined) {
      counts.table += 1;
      if (block.label !== undefined) labels.set(`table:${block.label}`, String(counts.table));
      return { ...block, number: counts.table, numberText: `${words.Table.replace('{n}', String(counts.table))}.` };
    }
    if (block.kind !== 'paragraph') return block;
    if (block.style === 'clause') {
      counts.clause += 1;
      counts.item = 0;
      clausePart = 1;
      const number = `${counts.section}.${counts.clause}`;
      if (block.label !== undefined) labels.set(`clause:${block.label}`, number);
      return { ...block, number, bookmark: block.bookmark ?? anchorOf(number, 1) };
    }
    if (block.style === 'clause-list') {
      counts.item += 1;
      clausePart += 1;
      const number = `(${String.fromCharCode(96 + ((counts.item - 1) % 26) + 1)})`;
      return { ...block, number, bookmark: block.bookmark ?? anchorOf(`${counts.section}.${counts.clause}`, clausePart) };
    }
    return block;
  });
  return { blocks: out, labels };
}

function anchorOf(number: string, part: number): string {
  return `slm_C_${number.replace('.', '_')}${part === 1 ? '' : `_${part}`}`;
}

function referenceText(reference: ReferenceSpan, labels: Labels, words: ReferenceWords): string {
  const number = labels.get(`${reference.target}:${reference.label}`);
  if (number === undefined) throw new Error(`The document refers to ${reference.target} ${reference.label}, which it does not have.`);
  const { target } = reference;
  const capital = { table: 'Table', clause: 'Clause', section: 'Section', figure: 'Figure', annex: 'Annex' } as const;
  return words[reference.capital ? capital[target] : target].replace('{n}', number);
}

type Resolve = (content: readonly DraftInline[]) => Inline[];

function resolveBlock(block: DraftBlock, resolve: Resolve): Block {
  if (block.kind === 'paragraph') return { ...block, content: resolve(block.content) };
  if (block.kind !== 'table') return block;
  const { head, rows, ...table } = block;
  const resolved: Table = { ...table, rows: rows.map((row) => resolveRow(row, resolve)) };
  return head === undefined ? resolved : { ...resolved, head: resolveRow(head, resolve) };
}

function resolveRow(row: Row<DraftInline>, resolve: Resolve): Row {
  return { ...row, cells: row.cells.map((cell): Cell => ({ ...cell, blocks: cell.blocks.map((block) => resolveCellBlock(block, resolve)) })) };
}

function resolveCellBlock(block: CellBlock<DraftInline>, resolve: Resolve): CellBlock {
  return block.kind === 'paragraph' ? { ...block, content: resolve(block.content) } : block;
}
