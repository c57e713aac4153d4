import { NoBreakHyphen, Tab, TextRun, type IRunPropertiesOptions } from 'docx';
import type { Inline, TextSpan } from '#shared/documents/model.ts';
import { colours, faces, halfPoints } from './measures.ts';
import { accentStyle } from './styles.ts';

/** Text as runs. Line feeds become line breaks; a hyphen inside a code or a number does not break a line. */
export function runsOf(content: readonly Inline[]): TextRun[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'tab') return [new TextRun({ children: [new Tab()] })];
    if (inline.kind === 'break') return [new TextRun({ break: 1 })];
    return textRuns(inline);
  });
}

/**
 * Text that XML 1.0 can carry: control characters, lone surrogates and the two last places of a plane are left out,
 * line ends become one form. Nothing else changes.
 */
export function xmlText(text: string): string {
  return text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n').replaceAll(notXml, '');
}

// XML 1.0, production 2 (Char): what is not allowed, a lone surrogate included.
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** T-005, SLA-2026-0042, 24-hour: a hyphen beside a digit. */
const codeHyphen = /(?<=[\p{Lu}\d])-(?=\d)|(?<=\d)-(?=\p{L})/u;

function textRuns(span: TextSpan): TextRun[] {
  return xmlText(span.text)
    .split('\n')
    .map((line, index) => new TextRun({ ...lookOf(span), ...(index === 0 ? {} : { break: 1 }), children: hyphenated(line) }));
}

function hyphenated(line: string): (string | NoBreakHyphen)[] {
  return line.split(codeHyphen).flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));
}

function lookOf(span: TextSpan): IRunPropertiesOptions {
  return {
    ...(span.bold === undefined ? {} : { bold: span.bold }),
    ...(span.italic === undefined ? {} : { italics: span.italic }),
    ...(span.tone === undefined ? {} : span.tone === 'accent' ? { style: accentStyle } : { color: colours[span.tone] }),
    ...(span.serif === true ? { font: { ascii: faces.serif, hAnsi: faces.serif, eastAsia: faces.serif, cs: faces.serif } } : {}),
    ...(span.size === undefined ? {} : { size: halfPoints(span.size) }),
  };
}
