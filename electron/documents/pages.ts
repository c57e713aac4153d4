import type { DocumentModel } from '#shared/documents/model.ts';

/** Where the numbered sections and annexes begin, and how many pages there are. */
export type PageFigures = { readonly count: number; readonly entries: readonly { readonly number: string; readonly title: string; readonly label: string; readonly page: number }[] };

export function pagesOf(model: DocumentModel): PageFigures {
  const entries = model.blocks.flatMap((block) => (block.kind === 'section' ? [{ number: block.number ?? '', title: block.title, label: block.label, page: 1 }] : []));
  return { count: 1, entries };
}
