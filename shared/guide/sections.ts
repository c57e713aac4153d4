import type { Block, Chapter, ChapterName, Inline } from './model.ts';

/** A part of a chapter from one heading to the next; the part before the first heading has no anchor and the chapter's title. */
export type Section = { readonly chapter: ChapterName; readonly anchor: string | null; readonly title: string; readonly level: 1 | 2 | 3; readonly text: string };
export type FoundSection = Section & { readonly excerpt: string };

const excerptLength = 160;

/** The sections of a chapter in their order, with their plain text. */
export function sectionsOf(chapter: Chapter): readonly Section[] {
  const sections: Section[] = [{ chapter: chapter.name, anchor: null, title: chapter.title, level: 1, text: '' }];
  for (const block of chapter.blocks) {
    if (block.kind === 'heading') sections.push({ chapter: chapter.name, anchor: block.id, title: inlineText(block.children), level: block.level, text: '' });
    else {
      const last = sections.at(-1);
      if (last !== undefined) sections[sections.length - 1] = { ...last, text: `${last.text} ${blockText(block)}`.trim() };
    }
  }
  return sections;
}

/** Sections that have every word of `typed`, those with all of them in their title first; each with the words around the first hit. */
export function findSections(sections: readonly Section[], typed: string): readonly FoundSection[] {
  const words = typed.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const found = sections.filter((section) => has(`${section.title} ${section.text}`)).map((section) => ({ ...section, excerpt: excerpt(section.text, words) }));
  return [...found.filter(({ title }) => has(title)), ...found.filter(({ title }) => !has(title))];
}

/** The words without their marks. */
export function inlineText(children: readonly Inline[]): string {
  return children.map((child) => ('text' in child ? child.text : inlineText(child.children))).join('');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': return inlineText(block.children);
    case 'list': return block.items.map((item) => item.map(blockText).join(' ')).join(' ');
    case 'code': return block.text;
    case 'table': return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' ')).join(' ');
    case 'picture': return block.words;
  }
}

function excerpt(text: string, words: readonly string[]): string {
  const hits = words.map((word) => text.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const first = hits.length === 0 ? 0 : Math.min(...hits);
  const from = first < 60 ? 0 : text.indexOf(' ', first - 50) + 1;
  const part = text.slice(from, from + excerptLength);
  return `${from > 0 ? '… ' : ''}${part}${from + excerptLength < text.length ? ' …' : ''}`;
}
