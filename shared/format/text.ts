import { z } from 'zod';

/**
 * The one rule for text that people type, paste or send: what is kept can be shown, printed and written into XML.
 * Half a character (a lone surrogate) becomes the replacement character, a control character goes, line ends become `\n`;
 * a text of which nothing can be seen is empty. Every other character of every script stays as it is.
 */
export function cleanParagraphs(text: string): string {
  const kept = text.toWellFormed().replaceAll(lineEnds, '\n').replaceAll(unprintable, '').trim();
  return invisible.test(kept) ? '' : kept;
}

/** The same for a field of one line: a line end or tab in it is a space. */
export function cleanLine(text: string): string {
  return cleanParagraphs(text).replaceAll(/\s*[\n\t]\s*/gu, ' ');
}

/** A field of one line. Lengths count after cleaning: `lineText.min(1).max(500)`. */
export const lineText = z.string().overwrite(cleanLine);

/** A field of several lines. */
export const paragraphText = z.string().overwrite(cleanParagraphs);

/** CR, vertical tab (a line end within a paragraph in Word), form feed, NEL, line and paragraph separator. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/** Control characters but tab and line end, and the code points that are no characters. */
const unprintable = /[[\p{Cc}--[\t\n]]\p{Noncharacter_Code_Point}]/gv;
/** Spaces and format characters only: zero-width spaces, direction marks. */
const invisible = /^[\p{Z}\p{Cf}\p{Cc}]*$/u;
