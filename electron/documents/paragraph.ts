import { rasterHead } from '#shared/documents/raster.ts';
import { AlignmentType, Bookmark, ImageRun, Paragraph as WordParagraph, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { CellBlock, Figure, Paragraph, Picture, Section } from '#shared/documents/model.ts';
import { pixels, pointTwips, twips } from './measures.ts';
import { styleIds } from './styles.ts';
import { ruleOf } from './table.ts';
import { runsOf, xmlText } from './text.ts';

/** Pictures of figures, made before the document is written. */
export type Pictures = ReadonlyMap<Figure, Uint8Array>;

export function wordParagraph(paragraph: Paragraph, keep = false): WordParagraph {
  const runs = runsOf(paragraph.content);
  const children: ParagraphChild[] = paragraph.bookmark === undefined ? runs : [new Bookmark({ id: paragraph.bookmark, children: runs })];
  return new WordParagraph({ ...propertiesOf(paragraph, keep), children });
}

export function wordBlock(block: CellBlock, keep: boolean, pictures: Pictures): WordParagraph {
  if (block.kind === 'paragraph') return wordParagraph(block, keep);
  return block.kind === 'figure' ? wordFigure(block, keep, pictures) : wordPicture(block, keep);
}

export function wordFigure(figure: Figure, keep: boolean, pictures: Pictures): WordParagraph {
  const data = pictures.get(figure);
  if (data === undefined) throw new Error(`The picture of figure ${figure.name} was not made.`);
  const properties = propertiesOf({ ...figure, kind: 'paragraph', content: [] }, keep);
  return new WordParagraph({ ...properties, children: [imageRun(data, figure)] });
}

/** The heading of a section or annex, with the anchor that the contents point to. */
export function wordSection(section: Section, anchor: string, annexReference: string): WordParagraph {
  return new WordParagraph({
    style: 'Heading1',
    ...(section.newPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
    ...(section.numbering === 'annex' ? { numbering: { reference: annexReference, level: 0 } } : {}),
    children: [new Bookmark({ id: anchor, children: runsOf([{ kind: 'text', text: section.title }]) })],
  });
}

/** Fitted into its box without stretching; the room above makes up for what is missing in height. */
function wordPicture(picture: Picture, keep: boolean): WordParagraph {
  const { widthMm, heightMm } = picture;
  const head = rasterHead(picture.image);
  const shape = head === null ? widthMm / heightMm : head.width / head.height;
  const fitted = shape > widthMm / heightMm ? { widthMm, heightMm: widthMm / shape } : { widthMm: heightMm * shape, heightMm };
  const before = (picture.before ?? 0) + ((heightMm - fitted.heightMm) * 72) / 25.4;
  return new WordParagraph({ ...propertiesOf({ ...picture, kind: 'paragraph', content: [], before }, keep), children: [imageRun(picture.image, { ...picture, ...fitted })] });
}

function imageRun(image: Uint8Array, picture: { readonly widthMm: number; readonly heightMm: number; readonly name: string; readonly alternative: string }): ImageRun {
  const description = xmlText(picture.alternative);
  return new ImageRun({
    type: rasterHead(image)?.mediaType === 'image/jpeg' ? 'jpg' : 'png',
    data: image,
    transformation: { width: pixels(picture.widthMm), height: pixels(picture.heightMm) },
    altText: { name: picture.name, description, title: picture.name },
  });
}

function propertiesOf(paragraph: Paragraph, keep: boolean): IParagraphOptions {
  const { before, after } = paragraph;
  const keepNext = keep ? true : paragraph.keepNext;
  return {
    style: styleIds[paragraph.style],
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(paragraph.align === undefined ? {} : { alignment: alignments[paragraph.align] }),
    ...(before === undefined && after === undefined ? {} : { spacing: { ...(before === undefined ? {} : { before: pointTwips(before) }), ...(after === undefined ? {} : { after: pointTwips(after) }) } }),
    ...(paragraph.indentMm === undefined ? {} : { indent: { left: twips(paragraph.indentMm) } }),
    ...(paragraph.ruleBelow === undefined ? {} : { border: { bottom: { ...ruleOf(paragraph.ruleBelow), space: 1 } } }),
  };
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
