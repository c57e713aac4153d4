import type { ParagraphStyle } from '#shared/documents/model.ts';
import { colours, faces, halfPoints, page, pointTwips, twips } from './measures.ts';

/** A paragraph style as data: points for letters and spacing, millimetres for indents. */
export type StyleRule = {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly serif?: boolean;
  readonly size?: number;
  /** Six hexadecimal digits, or the accent of the document. */
  readonly colour?: string;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
  /** A factor, or exact points. */
  readonly line?: number | { readonly exact: number };
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  readonly tabs?: readonly { readonly at: number; readonly right?: boolean }[];
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly level?: number;
  readonly outline?: number;
  readonly align?: 'right';
  readonly borders?: readonly { readonly side: 'top' | 'left' | 'bottom' | 'between'; readonly colour: string; readonly points: number; readonly away: number }[];
  readonly fill?: string;
  readonly hidden?: boolean;
};

/** Stands in a rule for the accent of the document. */
const accentRole = 'accent';

const body = { basedOn: 'BodyText', next: 'BodyText' } as const;

/** The paragraph styles of the house, in the order in which they stand in the file. */
export const styleRules: readonly StyleRule[] = [
  { id: 'Title', name: 'Title', serif: true, size: 38, colour: colours.ink, before: 0, after: 8, line: 0.98 },
  { id: 'Heading1', name: 'heading 1', next: 'Clause', serif: true, size: 18, colour: colours.ink, before: 19, after: 7, line: 1, left: 16, hanging: 16, keepNext: true, keepLines: true, level: 0, outline: 0, borders: [{ side: 'top', colour: colours.ink, points: 0.75, away: 8 }] },
  { id: 'Heading2', name: 'heading 2', next: 'BodyText', size: 11.5, bold: true, colour: colours.ink, before: 13, after: 4, line: 1, left: 16, keepNext: true, keepLines: true, outline: 1 },
  { id: 'BodyText', name: 'Body Text', next: 'BodyText', left: 16, right: 16 },
  { id: 'Clause', name: 'Clause', basedOn: 'BodyText', next: 'Clause', left: 16, right: 16, hanging: 16, level: 1 },
  { id: 'ClauseList', name: 'Clause List', basedOn: 'BodyText', next: 'ClauseList', before: 0, after: 2.5, left: 23, right: 16, hanging: 7, level: 2 },
  { id: 'SourcedSentence', name: 'Sourced Sentence', basedOn: 'BodyText', next: 'SourcedSentence', left: 16, right: 16, hanging: 16, tabs: [{ at: 16 }] },
  { id: 'Lead', name: 'Lead', ...body, serif: true, size: 14, colour: colours.ink, before: 0, after: 10, line: 1.14, left: 16, right: 6, keepLines: true },
  { id: 'HeadingUnnumbered', name: 'Heading Unnumbered', next: 'BodyText', serif: true, size: 18, colour: colours.ink, before: 0, after: 8, line: 1, left: 16, keepNext: true, keepLines: true },
  { id: 'FigureTitle', name: 'Figure Title', basedOn: 'BodyText', next: 'Figure', size: 10.5, bold: true, colour: colours.ink, before: 12, after: 4, line: 1.05, keepNext: true, keepLines: true },
  { id: 'Figure', name: 'Figure', basedOn: 'BodyText', next: 'Caption', before: 0, after: 2, line: 1, left: 16, right: 0, keepNext: true },
  { id: 'Caption', name: 'caption', ...body, size: 8.5, colour: colours.secondary, before: 0, after: 12, line: 1.05, keepLines: true },
  { id: 'TableCaption', name: 'Table Caption', ...body, size: 9, colour: colours.secondary, before: 10, after: 4, line: 1, keepNext: true, keepLines: true },
  { id: 'TableText', name: 'Table Text', next: 'TableText', size: 9, before: 0, after: 0, line: 1.04 },
  { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', next: 'TableNumber', align: 'right' },
  { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', next: 'TableText', size: 8.5, bold: true, colour: colours.secondary, before: 0, after: 0, line: 1, keepNext: true },
  { id: 'TableSmall', name: 'Table Small', basedOn: 'TableText', next: 'TableSmall', size: 8.5, colour: colours.secondary, before: 0, after: 0, line: 1.04 },
  { id: 'TargetValue', name: 'Target Value', next: 'TableSmall', serif: true, size: 15, colour: colours.ink, before: 0, after: 0, line: 1 },
  { id: 'TargetFact', name: 'Target Fact', basedOn: 'TableSmall', next: 'TargetFact', before: 1, after: 0, line: 1.04, left: 18, hanging: 18, tabs: [{ at: 18 }, { at: 62 }, { at: 76 }] },
  { id: 'Callout', name: 'Callout', ...body, size: 10, before: 6, after: 10, line: 1.1, left: 20, right: 4, keepLines: true, fill: colours.fill, borders: [{ side: 'left', colour: accentRole, points: 2.25, away: 9 }] },
  { id: 'Note', name: 'Note', ...body, size: 8.5, colour: colours.secondary, before: 4, after: 8, line: 1.08 },
  { id: 'CoverKind', name: 'Cover Kind', next: 'Title', size: 13, colour: accentRole, before: 0, after: 6, line: 1 },
  { id: 'CoverLabel', name: 'Cover Label', next: 'CoverFact', size: 8.5, colour: colours.secondary, before: 0, after: 1, line: 1 },
  { id: 'CoverFact', name: 'Cover Fact', next: 'CoverFact', size: 10.5, bold: true, colour: colours.ink, before: 0, after: 0, line: 1.05 },
  { id: 'Spacer', name: 'Spacer', next: 'BodyText', size: 4, before: 0, after: 0, line: { exact: 6 }, keepNext: true },
  {
    id: 'TOC1', name: 'toc 1', next: 'Normal', before: 2.4, after: 2.4, line: 1, left: 32, hanging: 16, tabs: [{ at: 32 }, { at: page.text, right: true }], hidden: true,
    borders: [{ side: 'bottom', colour: colours.rule, points: 0.5, away: 2 }, { side: 'between', colour: colours.rule, points: 0.5, away: 2 }],
  },
  { id: 'Header', name: 'header', size: 8.5, colour: colours.secondary, before: 0, after: 0, line: 1, tabs: [{ at: page.text, right: true }] },
  { id: 'Footer', name: 'footer', size: 8.5, colour: colours.secondary, before: 0, after: 0, line: 1, tabs: [{ at: page.text, right: true }], borders: [{ side: 'top', colour: colours.rule, points: 0.5, away: 5 }] },
];

/** The file's style of a paragraph of the model. */
export const styleIds: Readonly<Record<ParagraphStyle, string>> = {
  normal: 'Normal', body: 'BodyText', clause: 'Clause', 'clause-list': 'ClauseList', lead: 'Lead', title: 'Title', 'heading-2': 'Heading2', 'heading-plain': 'HeadingUnnumbered',
  'table-text': 'TableText', 'table-number': 'TableNumber', 'table-head': 'TableHead', 'table-small': 'TableSmall', 'target-value': 'TargetValue', 'target-fact': 'TargetFact',
  'table-caption': 'TableCaption', 'figure-title': 'FigureTitle', figure: 'Figure', caption: 'Caption', callout: 'Callout', note: 'Note',
  'cover-kind': 'CoverKind', 'cover-label': 'CoverLabel', 'cover-fact': 'CoverFact',
};

/** `word/styles.xml`. `language` is a tag such as `en-GB`: it decides what a spelling check reads; `accent` six hexadecimal digits. */
export function stylesXml(language: string, accent: string): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml(false)}<w:color w:val="${colours.text}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="${language}" w:eastAsia="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  const character = '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
  const accented = `<w:style w:type="character" w:customStyle="1" w:styleId="${accentStyle}"><w:name w:val="Accent"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:color w:val="${accent}"/></w:rPr></w:style>`;
  const table = '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  const numbering = '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
  return `${xmlHead}<w:styles xmlns:w="${wordNamespace}">${defaults}${normal}${character}${accented}${table}${numbering}${styleRules.map((rule) => styleXml(inColours(rule, accent))).join('')}${tableStyleXml('ParleyTable', 'Parley Table', true)}${tableStyleXml('ParleyPlain', 'Parley Plain', false)}</w:styles>`;
}

/** `word/numbering.xml`: 1 sections, clauses and list items in one list of three levels; 2 annexes. */
export function numberingXml(annex: string, accent: string): string {
  const gutter = indentXml({ left: page.gutter, hanging: page.gutter });
  const level = (index: number, format: string, text: string, style: string, paragraph: string, run: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}<w:suff w:val="tab"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:lvl>`;
  const small = `<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="${colours.secondary}"/><w:sz w:val="19"/><w:szCs w:val="19"/>`;
  const sections = [
    level(0, 'decimal', '%1', 'Heading1', gutter, `<w:color w:val="${accent}"/>`),
    level(1, 'decimal', '%1.%2', 'Clause', gutter, small),
    level(2, 'lowerLetter', '(%3)', 'ClauseList', indentXml({ left: 23, hanging: 7 }), `<w:color w:val="${colours.secondary}"/>`),
  ].join('');
  const annexes = level(0, 'upperLetter', annex, '', gutter, `${fontXml(false)}<w:b/><w:bCs/><w:color w:val="${accent}"/><w:sz w:val="19"/><w:szCs w:val="19"/>`);
  const list = (id: number, nsid: string, levels: string) => `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${nsid}"/><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
  return `${xmlHead}<w:numbering xmlns:w="${wordNamespace}">${list(1, '5A7C0001', sections)}${list(2, '5A7C0002', annexes)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="${annexNumbering}"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
}

export const annexNumbering = 2;
/** The character style of what stands in the accent. */
export const accentStyle = 'Accent';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function styleXml(rule: StyleRule): string {
  const custom = builtIn.has(rule.name) ? '' : ' w:customStyle="1"';
  const names = `<w:name w:val="${rule.name}"/><w:basedOn w:val="${rule.basedOn ?? 'Normal'}"/><w:next w:val="${rule.next ?? 'Normal'}"/>`;
  const show = rule.hidden === true ? '<w:uiPriority w:val="39"/><w:unhideWhenUsed/>' : '<w:qFormat/>';
  return `<w:style w:type="paragraph"${custom} w:styleId="${rule.id}">${names}${show}<w:pPr>${paragraphXml(rule)}</w:pPr><w:rPr>${runXml(rule)}</w:rPr></w:style>`;
}

function inColours(rule: StyleRule, accent: string): StyleRule {
  const shown = (colour: string): string => (colour === accentRole ? accent : colour);
  return { ...rule, ...(rule.colour === undefined ? {} : { colour: shown(rule.colour) }), ...(rule.borders === undefined ? {} : { borders: rule.borders.map((border) => ({ ...border, colour: shown(border.colour) })) }) };
}

const builtIn: ReadonlySet<string> = new Set(['Title', 'heading 1', 'heading 2', 'Body Text', 'caption', 'toc 1', 'header', 'footer']);

/** Order of the elements as the schema asks. */
function paragraphXml(rule: StyleRule): string {
  return [
    rule.keepNext === true ? '<w:keepNext/>' : '',
    rule.keepLines === true ? '<w:keepLines/>' : '',
    rule.level === undefined ? '' : `<w:numPr><w:ilvl w:val="${rule.level}"/><w:numId w:val="1"/></w:numPr>`,
    rule.borders === undefined ? '' : `<w:pBdr>${borderOrder.map((side) => borderXml(rule, side)).join('')}</w:pBdr>`,
    rule.fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${rule.fill}"/>`,
    rule.tabs === undefined ? '' : `<w:tabs>${rule.tabs.map((tab) => `<w:tab w:val="${tab.right === true ? 'right' : 'left'}" w:pos="${twips(tab.at)}"/>`).join('')}</w:tabs>`,
    spacingXml(rule),
    rule.left === undefined && rule.right === undefined && rule.hanging === undefined ? '' : indentXml(rule),
    rule.align === undefined ? '' : `<w:jc w:val="${rule.align}"/>`,
    rule.outline === undefined ? '' : `<w:outlineLvl w:val="${rule.outline}"/>`,
  ].join('');
}

const borderOrder = ['top', 'left', 'bottom', 'between'] as const;

function borderXml(rule: StyleRule, side: (typeof borderOrder)[number]): string {
  const border = rule.borders?.find((candidate) => candidate.side === side);
  return border === undefined ? '' : `<w:${side} w:val="single" w:sz="${Math.round(border.points * 8)}" w:space="${border.away}" w:color="${border.colour}"/>`;
}

function spacingXml(rule: StyleRule): string {
  const parts = [
    rule.before === undefined ? '' : ` w:before="${pointTwips(rule.before)}"`,
    rule.after === undefined ? '' : ` w:after="${pointTwips(rule.after)}"`,
    rule.line === undefined ? '' : typeof rule.line === 'number' ? ` w:line="${Math.round(rule.line * 240)}" w:lineRule="auto"` : ` w:line="${pointTwips(rule.line.exact)}" w:lineRule="exact"`,
  ].join('');
  return parts === '' ? '' : `<w:spacing${parts}/>`;
}

function indentXml(rule: { readonly left?: number; readonly right?: number; readonly hanging?: number }): string {
  const right = rule.right === undefined ? '' : ` w:right="${twips(rule.right)}"`;
  const hanging = rule.hanging === undefined ? '' : ` w:hanging="${twips(rule.hanging)}"`;
  return `<w:ind w:left="${twips(rule.left ?? 0)}"${right}${hanging}/>`;
}

function runXml(rule: StyleRule): string {
  return [
    rule.serif === undefined ? '' : fontXml(rule.serif),
    rule.bold === true ? '<w:b/><w:bCs/>' : '',
    rule.colour === undefined ? '' : `<w:color w:val="${rule.colour}"/>`,
    rule.size === undefined ? '' : `<w:sz w:val="${halfPoints(rule.size)}"/><w:szCs w:val="${halfPoints(rule.size)}"/>`,
  ].join('');
}

function fontXml(serif: boolean): string {
  const face = serif ? faces.serif : faces.sans;
  return `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`;
}

/** LibreOffice shades the first row of a style that has one even where the table says not to: so there are two. */
function tableStyleXml(id: string, name: string, hasHead: boolean): string {
  const rule = (side: string, points: number, colour: string) => `<w:${side} w:val="single" w:sz="${Math.round(points * 8)}" w:space="0" w:color="${colour}"/>`;
  const none = (side: string) => `<w:${side} w:val="nil"/>`;
  const borders = `<w:tblBorders>${hasHead ? none('top') : rule('top', 0.75, colours.ink)}${none('left')}${rule('bottom', 0.75, colours.ink)}${none('right')}${rule('insideH', 0.5, colours.rule)}${none('insideV')}</w:tblBorders>`;
  const margins = `<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`;
  const head = `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${rule('top', 0.75, colours.ink)}${rule('bottom', 0.75, colours.ink)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${colours.fill}"/></w:tcPr></w:tblStylePr>`;
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr>${hasHead ? '<w:tblStyleRowBandSize w:val="1"/>' : ''}${borders}${margins}</w:tblPr>${hasHead ? head : ''}</w:style>`;
}
