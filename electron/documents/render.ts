import { Document, Footer, Header, Packer, Paragraph as WordParagraph, TextRun, type ParagraphChild, type Table as WordTable } from 'docx';
import type { Block, DocumentModel } from '#shared/documents/model.ts';
import { contentsParagraphs, countField, type ContentsEntry } from './contents.ts';
import { drawFigures } from './figures.ts';
import { finishPackage } from './package.ts';
import { page, twips } from './measures.ts';
import { pagesOf, withFlow, type PageFigures } from './pages.ts';
import { wordBlock, wordFigure, wordParagraph, wordSection, type Pictures } from './paragraph.ts';
import type { Seal } from './seal.ts';
import { wordTable } from './table.ts';
import { runsOf } from './text.ts';

export type RenderOptions = {
  /** What the file says about its origin, for `verify` and for the way back; null: nothing, as in a translation. */
  readonly seal: Seal | null;
};

/** A Word file from the model, A4. The same model and options give the same bytes. */
export async function renderDocument(source: DocumentModel, options: RenderOptions): Promise<Uint8Array> {
  const model = withFlow(source);
  const pictures = await drawFigures(model.blocks);
  const pages = pagesOf(model);
  const document = new Document({
    title: model.properties.title,
    subject: model.properties.subject,
    creator: model.properties.author,
    lastModifiedBy: model.properties.author,
    keywords: model.properties.keywords,
    defaultTabStop: twips(8),
    numbering: { config: [{ reference: annexReference, levels: [{ level: 0, format: 'upperLetter', text: '%1' }] }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: { top: twips(page.top), bottom: twips(page.bottom), left: twips(page.left), right: twips(page.right), header: twips(page.header), footer: twips(page.footer) },
          },
        },
        headers: { default: new Header({ children: [headerParagraph(model)] }), first: new Header({ children: [new WordParagraph({ style: 'Header' })] }) },
        footers: { default: new Footer({ children: [footerParagraph(model, pages.count)] }), first: new Footer({ children: [new WordParagraph({ style: 'Header' })] }) },
        children: model.blocks.flatMap((block, index) => wordChildren(block, model.blocks[index - 1], { pages, pictures })),
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return finishPackage(new Uint8Array(bytes), { model, seal: options.seal, pages: pages.count });
}

const annexReference = 'annex';

type Setting = { readonly pages: PageFigures; readonly pictures: Pictures };

function wordChildren(block: Block, before: Block | undefined, setting: Setting): (WordParagraph | WordTable)[] {
  switch (block.kind) {
    case 'paragraph':
      return [wordParagraph(before?.kind === 'table' && block.before === undefined ? { ...block, before: 10 } : block)];
    case 'section':
      return [wordSection(block, anchorOf(block.label), annexReference)];
    case 'plain-heading':
      return [new WordParagraph({ style: 'HeadingUnnumbered', ...(block.newPage ? { pageBreakBefore: true } : {}), ...(block.before === undefined ? {} : { spacing: { before: block.before * 20 } }), children: runsOf([{ kind: 'text', text: block.title }]) })];
    case 'figure':
      return [wordFigure(block, false, setting.pictures)];
    case 'spacer':
      return [new WordParagraph({ style: 'Spacer', keepNext: true })];
    case 'contents':
      return contentsParagraphs(setting.pages.entries.map((entry): ContentsEntry => ({ ...entry, anchor: anchorOf(entry.label) })));
    case 'table': {
      const table = wordTable(block, (cellBlock, keep) => wordBlock(cellBlock, keep, setting.pictures));
      if (block.caption === undefined) return [table];
      return [captionParagraph(block.numberText ?? '', block.caption, block.indentMm, before), table];
    }
  }
}

function captionParagraph(number: string, caption: string, indentMm: number, before: Block | undefined): WordParagraph {
  return wordParagraph({
    kind: 'paragraph',
    style: 'table-caption',
    content: [{ kind: 'text', text: number, bold: true, tone: 'ink' }, { kind: 'text', text: ` ${caption}` }],
    ...(indentMm === page.gutter ? {} : { indentMm }),
    ...(before?.kind === 'table' ? { before: 12 } : {}),
  });
}

function anchorOf(label: string): string {
  return `_Toc_${label.replaceAll('-', '_')}`;
}

function headerParagraph(model: DocumentModel): WordParagraph {
  return new WordParagraph({ style: 'Header', children: runsOf([{ kind: 'text', text: model.header.left }, { kind: 'tab' }, { kind: 'text', text: model.header.right }]) });
}

function footerParagraph(model: DocumentModel, count: number): WordParagraph {
  const children: ParagraphChild[] = runsOf([{ kind: 'text', text: model.footer.left }, { kind: 'tab' }]);
  for (const part of model.footer.page.split(/(\{pages?\})/)) {
    if (part === '{page}') children.push(...countField('PAGE', 2));
    else if (part === '{pages}') children.push(...countField('NUMPAGES', count));
    else if (part !== '') children.push(new TextRun(part));
  }
  return new WordParagraph({ style: 'Footer', children });
}
