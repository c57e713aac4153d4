import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import type { CompletenessItem } from '../completeness-items.ts';
import type { ClauseTerm } from '../terms.ts';
import { anchor, bold, clause, paragraph, span } from './build.ts';
import type { PrintContext } from './context.ts';

/** The clauses of these categories, in this order. */
export function clausesOf(context: PrintContext, ...categories: readonly CompletenessItem[]): DraftBlock[] {
  return categories.flatMap((category) => context.clauses(category).flatMap(clauseBlocks));
}

/** The blocks of a section, or one clause that says that nothing is agreed. */
export function orNothing(context: PrintContext, topic: string, blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  return blocks.length > 0 ? blocks : [clause(fillPattern(context.words.nothingAgreed, { topic }))];
}

/**
 * A clause term: its heading bold in front of the first paragraph, which has the number; further paragraphs below it; lines that begin
 * with a dash or a letter in brackets as list items. Every paragraph has its anchor.
 */
function clauseBlocks(term: ClauseTerm): DraftBlock[] {
  const paragraphs = term.text.replaceAll(/\r\n?/g, '\n').split(/\n+/).map((text) => text.trim()).filter((text) => text !== '');
  return paragraphs.map((text, index) => {
    const bookmark = anchor(term.id, index + 1);
    const isBeforeList = listMark.test(paragraphs[index + 1] ?? '');
    const keep = text.endsWith(':') || isBeforeList ? { keepNext: true } : {};
    if (index === 0) return paragraph('clause', [bold(headingText(term.heading)), span(` ${text}`)], { bookmark, ...keep });
    if (listMark.test(text)) return paragraph('clause-list', text.replace(listMark, ''), { bookmark });
    return paragraph('body', text, { bookmark, ...keep });
  });
}

const listMark = /^(?:[-–•]\s+|\([a-z]\)\s+)/;

function headingText(heading: string): string {
  return /[.!?:]$/.test(heading) ? heading : `${heading}.`;
}
