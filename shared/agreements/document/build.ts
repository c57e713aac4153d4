import type { Cell, CellBlock, DraftBlock, DraftInline, Paragraph, ParagraphStyle, Row, Table, TextSpan, Tone } from '#shared/documents/model.ts';
import { plain, richText, type PatternValue } from '#shared/documents/rich-text.ts';

export type DraftTable = Table<DraftInline>;
export type DraftRow = Row<DraftInline>;
export type DraftCell = Cell<DraftInline>;
export type DraftParagraph = Paragraph<DraftInline>;
type ParagraphMore = Partial<Omit<DraftParagraph, 'kind' | 'style' | 'content'>>;

export function paragraph(style: ParagraphStyle, content: string | readonly DraftInline[], more: ParagraphMore = {}): DraftParagraph {
  return { kind: 'paragraph', style, content: typeof content === 'string' ? plain(content) : content, ...more };
}

/** A numbered clause from a pattern. */
export function clause(pattern: string, values: Readonly<Record<string, PatternValue>> = {}, more: ParagraphMore = {}): DraftParagraph {
  return paragraph('clause', richText(pattern, values), more);
}

/** List items (a), (b) … under a clause that ends in a colon; they stay with it at both ends. */
export function listItems(items: readonly { readonly content: readonly DraftInline[]; readonly bookmark?: string }[]): DraftParagraph[] {
  return items.map((item, index) =>
    paragraph('clause-list', item.content, {
      ...(item.bookmark === undefined ? {} : { bookmark: item.bookmark }),
      ...(index === 0 || index === items.length - 2 ? { keepNext: index < items.length - 1 } : {}),
      ...(index === items.length - 1 ? { after: 6 } : {}),
    }),
  );
}

export function heading2(title: string): DraftParagraph {
  return paragraph('heading-2', title);
}

export function section(numbering: 'section' | 'annex', label: string, title: string, newPage = false): DraftBlock {
  return { kind: 'section', numbering, label, title, newPage };
}

export const spacer: DraftBlock = { kind: 'spacer' };

export function span(text: string, look: Partial<Omit<TextSpan, 'kind' | 'text'>> = {}): TextSpan {
  return { kind: 'text', text, ...look };
}

export function bold(text: string, tone?: Tone): TextSpan {
  return tone === undefined ? { kind: 'text', text, bold: true } : { kind: 'text', text, bold: true, tone };
}

export const tab: DraftInline = { kind: 'tab' };

/** A cell of one paragraph. */
export function cell(content: string | readonly DraftInline[], style: ParagraphStyle = 'table-text', more: Partial<Omit<DraftCell, 'blocks'>> = {}): DraftCell {
  return { blocks: [paragraph(style, content)], ...more };
}

export function cellOf(blocks: readonly CellBlock<DraftInline>[], more: Partial<Omit<DraftCell, 'blocks'>> = {}): DraftCell {
  return { blocks, ...more };
}

/** A number, right-aligned. */
export function numberCell(text: string): DraftCell {
  return cell(text, 'table-number');
}

/** The code of a term, bold in accent. */
export function codeCell(code: string): DraftCell {
  return cell([bold(code, 'accent')]);
}

export function row(cells: readonly DraftCell[]): DraftRow {
  return { cells };
}

/** A head row; the columns named in `right` stand over numbers. */
export function headRow(titles: readonly string[], right: readonly number[] = []): DraftRow {
  return { cells: titles.map((title, index) => ({ blocks: [paragraph('table-head', title, right.includes(index) ? { align: 'right' } : {})] })) };
}

/** One merged cell, bold and filled. */
export function groupRow(title: string, columns: number): DraftRow {
  return { cells: [{ blocks: [paragraph('table-text', [bold(title)], { keepNext: true })], span: columns, fill: 'F6F5F2' }] };
}

/** A pattern whose references to one label name another: tables of a kind are told apart only when they are made. */
export function relabelled(pattern: string, from: string, to: string): string {
  return pattern.replaceAll(`:${from}}`, `:${to}}`);
}

/** The anchor of a term's paragraph: `slm_T_005`, `slm_T_005_2` for its second one. */
export function anchor(code: string, part = 1): string {
  return `slm_${code.replaceAll('-', '_')}${part === 1 ? '' : `_${part}`}`;
}
