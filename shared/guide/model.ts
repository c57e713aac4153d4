/** The guide as the page shows it: plain data, read from Markdown while building. There is no kind for raw HTML. */
export const chapterNames = ['first-hour', 'importing', 'counting', 'signing', 'going-back', 'tables', 'sample', 'desktop'] as const;
export type ChapterName = (typeof chapterNames)[number];

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: HelpPlace; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[]; readonly numeric: readonly boolean[] }
  | { readonly kind: 'picture'; readonly source: string; readonly words: string; readonly width: number; readonly height: number };

export type Cell = readonly Inline[];

export type Chapter = { readonly name: ChapterName; readonly title: string; readonly blocks: readonly Block[] };

/** A chapter, or one of its headings. */
export type HelpPlace = { readonly chapter: ChapterName; readonly anchor: string | null };

/** Whether a text names a chapter. */
export function isChapterName(name: string): name is ChapterName {
  return chapterNames.some((known) => known === name);
}
