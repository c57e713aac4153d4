import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, chapterFile, readChapter, readGuide } from '#build/guide.ts';
import { projectFile } from '#build/project.ts';
import { agreementCommands } from '#electron/cli/agreements.ts';
import { parseLine } from '#electron/cli/arguments.ts';
import { calendarCommands } from '#electron/cli/calendars.ts';
import { catalogueCommands } from '#electron/cli/catalogue.ts';
import { complianceCommands } from '#electron/cli/compliance.ts';
import { historyCommands } from '#electron/cli/history.ts';
import { importCommands } from '#electron/cli/imports.ts';
import { signingCommands } from '#electron/cli/signing.ts';
import { workspaceCommands } from '#electron/cli/workspace.ts';
import { helpPlaceOf, helpPlaces } from '#renderer/features/guide/help-places.ts';
import { chapterNames, type Block, type HelpPlace, type Inline } from '#shared/guide/model.ts';
import { findSections, sectionsOf } from '#shared/guide/sections.ts';

const commands = [...workspaceCommands, ...catalogueCommands, ...calendarCommands, ...agreementCommands, ...signingCommands, ...complianceCommands, ...importCommands, ...historyCommands];
const chapters = readGuide();
const anchors = new Set(chapters.flatMap((chapter) => sectionsOf(chapter).map(({ anchor }) => `${chapter.name}#${anchor ?? ''}`)));
const routes = filesIn(projectFile('renderer/features')).filter((file) => file.endsWith('/routes.ts') && !file.includes('/guide/'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']+)'/gu)].map((match) => match[1] ?? ''));

describe('help opens what the guide says about a place', () => {
  it('knows every route of the app, and no other', () => {
    expect(Object.keys(helpPlaces).toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it.each(Object.entries(helpPlaces))('from %s at a heading that exists', (_route, place) => {
    expect(anchors).toContain(addressOf(place));
  });

  it('begins at the start where a place has no words of its own', () => {
    expect(helpPlaceOf('/$')).toEqual({ chapter: 'first-hour', anchor: null });
    expect(helpPlaceOf('/services/')).toEqual(helpPlaces['/services']);
  });
});

describe('the guide', () => {
  it('has no other file than its chapters', () => {
    expect(readdirSync(projectFile('docs/guide')).toSorted()).toEqual(chapterNames.map((name) => `${name}.md`).toSorted());
  });

  it('has each heading of a chapter once', () => {
    for (const chapter of chapters) {
      const found = sectionsOf(chapter).map(({ anchor }) => anchor);
      expect(new Set(found).size, chapter.name).toBe(found.length);
    }
  });

  it('has no anchor that could be taken for the token of a start, which has 43 signs', () => {
    expect([...anchors].filter((address) => address.split('#')[1]?.length === 43)).toEqual([]);
  });

  it('leads only to headings that exist', () => {
    const broken = chapters.flatMap((chapter) => linksOf(chapter.blocks).map(addressOf).filter((address) => !anchors.has(address)));
    expect(broken).toEqual([]);
  });

  it('shows pictures of at most 200 kB, each with its words', () => {
    for (const picture of chapters.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'picture')) {
      expect(statSync(picture.source).size, picture.source).toBeLessThanOrEqual(200_000);
      expect(picture.words).not.toBe('');
      expect(picture.width).toBeGreaterThan(0);
    }
  });

  it('quotes commands as they are', () => {
    const lines = chapters.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'code' ? block.text.split('\n') : [])).filter((line) => line.startsWith('parley '));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(() => parseLine(wordsOf(line).slice(1), commands), line).not.toThrow();
  });

  it('is named chapter by chapter in the index', () => {
    const index = readFileSync(projectFile('docs/user-guide.md'), 'utf8');
    for (const name of chapterNames) expect(index).toContain(`(guide/${name}.md)`);
  });

  it.each(['README.md', 'docs/user-guide.md'])('%s names only files that exist', (file) => {
    const text = readFileSync(projectFile(file), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+)/gu)].map((match) => match[1] ?? '').filter((link) => !link.startsWith('http'));
    expect(links.filter((link) => !existsSync(path.join(path.dirname(projectFile(file)), link)))).toEqual([]);
  });
});

describe('a chapter is plain data', () => {
  it.each([
    ['raw HTML', '# A\n\n<script>alert(1)</script>'],
    ['HTML in a line', '# A\n\nWord <b>bold</b>.'],
    ['a link to elsewhere', '# A\n\n[there](https://example.org)'],
    ['a script as link', '# A\n\n[there](javascript:alert(1))'],
    ['a picture from elsewhere', '# A\n\n![x](https://example.org/x.png)'],
    ['a second title', '# A\n\n# B'],
    ['no title', 'Words.'],
  ])('refuses %s', (_what, markdown) => {
    expect(() => readChapter('counting', markdown)).toThrow(/counting\.md/u);
  });

  it('gives headings the anchors of GitHub', () => {
    expect(anchorOf('Start and stop')).toBe('start-and-stop');
    expect(anchorOf('A ledger, line by line')).toBe('a-ledger-line-by-line');
    expect(anchorOf('What’s “due”?')).toBe('whats-due');
  });

  it('is found by all of its words, titles first', () => {
    const sections = chapters.flatMap(sectionsOf);
    expect(findSections(sections, 'availability')[0]?.title).toBe('Availability');
    expect(findSections(sections, 'REOPENED  pause').map(({ title }) => title)).toContain('Reopened tickets');
    expect(findSections(sections, '   ')).toEqual([]);
    expect(findSections(sections, 'availability xyzzy')).toEqual([]);
  });

  it('reads every file that it names', () => {
    for (const name of chapterNames) expect(statSync(chapterFile(name)).size).toBeGreaterThan(200);
  });
});

function addressOf({ chapter, anchor }: HelpPlace): string {
  return `${chapter}#${anchor ?? ''}`;
}

function linksOf(blocks: readonly Block[]): readonly HelpPlace[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph': return linksIn(block.children);
      case 'list': return block.items.flatMap(linksOf);
      case 'table': return [block.head, ...block.rows].flat().flatMap(linksIn);
      case 'code':
      case 'picture': return [];
    }
  });
}

function linksIn(children: readonly Inline[]): readonly HelpPlace[] {
  return children.flatMap((child) => ('text' in child ? [] : child.kind === 'link' ? [child.to, ...linksIn(child.children)] : linksIn(child.children)));
}

/** A command line as a shell splits it. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? '');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
}
