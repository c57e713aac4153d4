import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import { chapterNames, isChapterName, type Block, type Chapter, type ChapterName, type HelpPlace, type Inline } from '#shared/guide/model.ts';
import { inlineText } from '#shared/guide/sections.ts';
import { projectFile } from './project.ts';

const moduleName = 'virtual:guide';

/** Gives the page the chapters of `docs/guide` as data, their pictures as files beside it. What the page could not show safely does not build. */
export function guide(): Plugin {
  return {
    name: 'guide',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    load(id) {
      if (id !== `\0${moduleName}`) return null;
      for (const name of chapterNames) this.addWatchFile(chapterFile(name));
      const pictures: string[] = [];
      const data = JSON.stringify(readGuide(), (key, value: unknown) => {
        if (key !== 'source' || typeof value !== 'string') return value;
        pictures.push(value);
        return `picture ${pictures.length - 1}`;
      }).replaceAll(/"picture (\d+)"/gu, 'picture$1');
      return `${pictures.map((file, index) => `import picture${index} from ${JSON.stringify(file)};`).join('\n')}\nexport const chapters = ${data};\n`;
    },
  };
}

/** All chapters in their order; the source of a picture is its file. */
export function readGuide(): readonly Chapter[] {
  return chapterNames.map((name) => readChapter(name, readFileSync(chapterFile(name), 'utf8')));
}

/** Where a chapter is kept. */
export function chapterFile(name: ChapterName): string {
  return projectFile('docs/guide', `${name}.md`);
}

/** One chapter of Markdown: a title, headings of two levels, paragraphs, lists, tables, code, pictures, links to other chapters. Throws for anything else, raw HTML first of all. */
export function readChapter(name: ChapterName, markdown: string): Chapter {
  const [first, ...rest] = lexer(markdown).filter((token) => token.type !== 'space');
  if (first === undefined || !isHeading(first) || first.depth !== 1) throw new Error(`${name}.md does not begin with its title.`);
  return { name, title: first.text, blocks: rest.map((token) => readBlock(name, token)) };
}

/** The anchor that GitHub gives to a heading. */
export function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/gu, '-');
}

function readBlock(chapter: ChapterName, token: Token): Block {
  if (isHeading(token)) {
    if (token.depth !== 2 && token.depth !== 3) throw new Error(`${chapter}.md: "${token.text}" has level ${token.depth}; headings have 2 or 3.`);
    const children = readInlines(chapter, token.tokens);
    return { kind: 'heading', level: token.depth, id: anchorOf(inlineText(children)), children };
  }
  if (isParagraph(token)) return readParagraph(chapter, token);
  if (isText(token)) return { kind: 'paragraph', children: readInlines(chapter, token.tokens ?? [token]) };
  if (isList(token)) return { kind: 'list', ordered: token.ordered, items: token.items.map((item) => item.tokens.filter(({ type }) => type !== 'space').map((part) => readBlock(chapter, part))) };
  if (isCode(token)) return { kind: 'code', text: token.text };
  if (isTable(token)) {
    const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => readInlines(chapter, cell.tokens));
    return { kind: 'table', head: cells(token.header), rows: token.rows.map(cells), numeric: token.align.map((align) => align === 'right') };
  }
  throw new Error(`${chapter}.md: the guide has no ${token.type}: ${token.raw.slice(0, 60)}`);
}

function readParagraph(chapter: ChapterName, { tokens }: Tokens.Paragraph): Block {
  const [only] = tokens;
  if (tokens.length !== 1 || only === undefined || !isImage(only)) return { kind: 'paragraph', children: readInlines(chapter, tokens) };
  const source = path.resolve(path.dirname(chapterFile(chapter)), only.href);
  if (path.dirname(source) !== projectFile('docs/images')) throw new Error(`${chapter}.md: the picture ${only.href} is not in docs/images.`);
  const head = readFileSync(source).subarray(0, 24);
  return { kind: 'picture', source, words: only.text, width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function readInlines(chapter: ChapterName, tokens: readonly Token[]): readonly Inline[] {
  return tokens.map((token): Inline => {
    if (isText(token) || isEscape(token)) return { kind: 'text', text: token.text.replaceAll('\n', ' ') };
    if (isCodespan(token)) return { kind: 'code', text: token.text };
    if (isLink(token)) return { kind: 'link', to: readPlace(chapter, token.href), children: readInlines(chapter, token.tokens) };
    if (isStrong(token)) return { kind: token.type === 'strong' ? 'strong' : 'emphasis', children: readInlines(chapter, token.tokens) };
    throw new Error(`${chapter}.md: the guide has no ${token.type}: ${token.raw.slice(0, 60)}`);
  });
}

/** `importing.md#quarantine` or `#quarantine`; nothing outside the guide can be reached offline. */
function readPlace(chapter: ChapterName, href: string): HelpPlace {
  const [file = '', anchor = null] = href.split('#');
  const name = file === '' ? chapter : file.replace(/\.md$/u, '');
  if (!isChapterName(name)) throw new Error(`${chapter}.md: the link ${href} leads out of the guide.`);
  return { chapter: name, anchor };
}

function isHeading(token: Token): token is Tokens.Heading { return token.type === 'heading'; }
function isParagraph(token: Token): token is Tokens.Paragraph { return token.type === 'paragraph'; }
function isText(token: Token): token is Tokens.Text { return token.type === 'text'; }
function isEscape(token: Token): token is Tokens.Escape { return token.type === 'escape'; }
function isList(token: Token): token is Tokens.List { return token.type === 'list'; }
function isCode(token: Token): token is Tokens.Code { return token.type === 'code'; }
function isTable(token: Token): token is Tokens.Table { return token.type === 'table'; }
function isImage(token: Token): token is Tokens.Image { return token.type === 'image'; }
function isCodespan(token: Token): token is Tokens.Codespan { return token.type === 'codespan'; }
function isLink(token: Token): token is Tokens.Link { return token.type === 'link'; }
function isStrong(token: Token): token is Tokens.Strong | Tokens.Em { return token.type === 'strong' || token.type === 'em'; }
