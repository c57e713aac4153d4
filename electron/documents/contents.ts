import { InternalHyperlink, Paragraph as WordParagraph, Tab, TextRun, type ParagraphChild } from 'docx';
import { fieldRun, instructionRun } from './field.ts';
import { runsOf } from './text.ts';

export type ContentsEntry = { readonly number: string; readonly title: string; readonly anchor: string; readonly page: number };

/** The contents as Word writes them: one field with its result stored, each entry a link with the page of its heading. */
export function contentsParagraphs(entries: readonly ContentsEntry[]): WordParagraph[] {
  return entries.map((entry, index) => {
    const children: ParagraphChild[] = [];
    if (index === 0) children.push(fieldRun('begin'), instructionRun(' TOC \\o "1-1" \\h \\z '), fieldRun('separate'));
    children.push(
      new InternalHyperlink({
        anchor: entry.anchor,
        children: [
          ...runsOf([{ kind: 'text', text: entry.number }, { kind: 'tab' }, { kind: 'text', text: entry.title }]),
          new TextRun({ children: [new Tab()] }),
          fieldRun('begin'), instructionRun(` PAGEREF ${entry.anchor} \\h `), fieldRun('separate'), new TextRun(String(entry.page)), fieldRun('end'),
        ],
      }),
    );
    if (index === entries.length - 1) children.push(fieldRun('end'));
    return new WordParagraph({ style: 'TOC1', children });
  });
}

/** A field of one run with its stored result, such as the number of the page. */
export function countField(instruction: 'PAGE' | 'NUMPAGES', result: number): ParagraphChild[] {
  return [fieldRun('begin'), instructionRun(` ${instruction} `), fieldRun('separate'), new TextRun(String(result)), fieldRun('end')];
}
