import type { Instant } from '#shared/time/instant.ts';

/**
 * A printed document without its file format: the same model feeds Word and the preview on screen.
 * Lengths are millimetres, sizes of letters points. Every value is described in the house style of the documents.
 */
export type DocumentModel = {
  readonly language: DocumentLanguage;
  readonly properties: DocumentProperties;
  /** Of identifiers, section numbers and what stands out: six hexadecimal digits. */
  readonly accent: string;
  readonly header: { readonly left: string; readonly right: string };
  /** `page` is the pattern of the page count, with `{page}` and `{pages}`. */
  readonly footer: { readonly left: string; readonly page: string };
  /** How an annex is numbered, with `{letter}`. */
  readonly annexNumber: string;
  readonly blocks: readonly Block[];
};

export type DocumentLanguage = 'en' | 'de' | 'fr' | 'es';

export type DocumentProperties = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: string;
  /** Goes into the file instead of the clock, so that the same content gives the same bytes. */
  readonly created: Instant;
};

/** A colour by its meaning. `met`, `risk` and `missed` are only for verdicts. */
export type Tone = 'text' | 'ink' | 'accent' | 'secondary' | 'mid' | 'met' | 'risk' | 'missed';

export type TextSpan = {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly tone?: Tone;
  /** The face of headings and values instead of the face of the text. */
  readonly serif?: boolean;
  readonly size?: number;
};
export type TabSpan = { readonly kind: 'tab' };
export type BreakSpan = { readonly kind: 'break' };
export type Inline = TextSpan | TabSpan | BreakSpan;

/** What a cross-reference prints: "table 7", "clause 5.2", "section 4", "annex B"; capitalised at the start of a sentence. */
export type ReferenceSpan = { readonly kind: 'reference'; readonly target: 'table' | 'clause' | 'section' | 'figure' | 'annex'; readonly label: string; readonly capital: boolean };
/** Content before its references are resolved. */
export type DraftInline = Inline | ReferenceSpan;

export const paragraphStyles = [
  'normal', 'body', 'clause', 'clause-list', 'lead', 'title', 'heading-2', 'heading-plain', 'table-text', 'table-number', 'table-head', 'table-small',
  'target-value', 'target-fact', 'table-caption', 'figure-title', 'figure', 'caption', 'callout', 'note', 'cover-kind', 'cover-label', 'cover-fact',
] as const;
export type ParagraphStyle = (typeof paragraphStyles)[number];

export type Paragraph<Content = Inline> = {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly content: readonly Content[];
  /** Anchor of a term or of generated text, at most 40 characters, unique in the document. */
  readonly bookmark?: string;
  /** For cross-references to a numbered clause. */
  readonly label?: string;
  /** The number that a clause or list item prints, as text: "4.8", "(a)". Set when references are resolved. */
  readonly number?: string;
  readonly keepNext?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Points, instead of the style's own. */
  readonly before?: number;
  readonly after?: number;
  /** Millimetres from the left margin, instead of the style's own indent. */
  readonly indentMm?: number;
  /** A rule under the paragraph, points. */
  readonly ruleBelow?: number;
};

/** A heading of the first level. Numbered ones and annexes stand in the contents. */
export type Section = {
  readonly kind: 'section';
  readonly numbering: 'section' | 'annex';
  readonly label: string;
  readonly title: string;
  readonly newPage: boolean;
  /** "4", "Annex A". Set when references are resolved. */
  readonly number?: string;
};

export type PlainHeading = { readonly kind: 'plain-heading'; readonly title: string; readonly newPage: boolean; readonly before?: number };

export type Figure = {
  readonly kind: 'figure';
  /** SVG whose user units are points, in the Carlito face. */
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly name: string;
  /** What the figure says, for readers who do not see it. */
  readonly alternative: string;
  readonly style: ParagraphStyle;
  /** From the left margin, instead of the style's own indent. */
  readonly indentMm?: number;
  readonly keepNext?: boolean;
};

/** A PNG or JPEG given as it is, such as a drawn signature or a logo, fitted into a box. */
export type Picture = { readonly kind: 'picture'; readonly image: Uint8Array; readonly widthMm: number; readonly heightMm: number; readonly name: string; readonly alternative: string; readonly style: ParagraphStyle; readonly before?: number; readonly ruleBelow?: number };

export type CellBlock<Content = Inline> = Paragraph<Content> | Figure | Picture;

export type Cell<Content = Inline> = {
  readonly blocks: readonly CellBlock<Content>[];
  readonly span?: number;
  /** Six hexadecimal digits. */
  readonly fill?: string;
  readonly align?: 'top' | 'center' | 'bottom';
  /** A rule above or below this cell only, in points; `none` takes the row's rule away (a first cell that repeats). */
  readonly ruleAbove?: number | 'none';
  readonly ruleBelow?: number | 'none';
  /** Millimetres: top, right, bottom, left, instead of the table's own. */
  readonly padding?: readonly [number, number, number, number];
};

export type Row<Content = Inline> = {
  readonly cells: readonly Cell<Content>[];
  readonly height?: { readonly mm: number; readonly rule: 'exact' | 'at-least' };
};

export type Table<Content = Inline> = {
  readonly kind: 'table';
  /** `head` has a filled head row, `plain` has none, `layout` has no rules and no margins. */
  readonly look: 'head' | 'plain' | 'layout';
  readonly indentMm: 0 | 16;
  readonly columnsMm: readonly number[];
  readonly head?: Row<Content>;
  readonly rows: readonly Row<Content>[];
  /** "Table 7." is put before it. */
  readonly caption?: string;
  readonly label?: string;
  /** The table's number. Set when references are resolved. */
  readonly number?: number;
  /** The number as its caption prints it: "Table 7.". Set when references are resolved. */
  readonly numberText?: string;
  /** All rows stay on one page, whatever their number. */
  readonly together?: boolean;
  /** Nothing breaks between this table and the next block. */
  readonly keepWithNext?: boolean;
};

/** The list of numbered sections and annexes with their pages. */
export type Contents = { readonly kind: 'contents' };
/** 6 pt before a table without caption, and between two tables. */
export type Spacer = { readonly kind: 'spacer' };

export type Block<Content = Inline> = Paragraph<Content> | Section | PlainHeading | Figure | Table<Content> | Contents | Spacer;
export type DraftBlock = Block<DraftInline>;

/** Plain text of inlines, tabs and breaks as spaces. */
export function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
}
