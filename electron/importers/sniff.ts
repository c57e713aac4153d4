import { ParleyError } from '#shared/errors.ts';
import { sniffDialect, type Delimiter, type Dialect } from '#shared/imports/dialect.ts';
import { detectEncoding, knownEncoding, notText, type Encoding } from './encoding.ts';
import type { ImportInput } from './input.ts';
import { readHead } from './records.ts';

export type SniffChoice = { readonly encoding?: string | undefined; readonly delimiter?: Delimiter | undefined };
export type Sniffed = { readonly encoding: Encoding; readonly dialect: Dialect };

const headBytes = 1024 * 1024;

/**
 * Reads encoding, delimiter and header from the beginning of a file. A choice of the user wins over what is found.
 * Throws `invalid-input` for what is no delimited text.
 */
export function sniffInput(input: ImportInput, choice: SniffChoice = {}): Sniffed {
  const head = readHead(input.file, headBytes);
  const encoding = chosenEncoding(choice.encoding) ?? detectEncoding(head, input.name);
  return { encoding, dialect: dialectOf(input, head, encoding.label, choice.delimiter) };
}

/** Delimiter and header under a given encoding. */
export function dialectOf(input: ImportInput, head: Uint8Array, encoding: string, delimiter?: Delimiter): Dialect {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  refuseOtherText(text, input.name);
  const dialect = sniffDialect(text, head.length >= input.bytes, delimiter);
  if (dialect.header.some((name) => name.includes('\u0000'))) throw notText(input.name, `${input.name} has a byte in its header that no text has, in line ${dialect.headerLine}.`);
  if (dialect.header.every((name) => name === '')) throw notText(input.name, `${input.name} has no header with column names.`);
  return dialect;
}

function chosenEncoding(label: string | undefined): Encoding | null {
  if (label === undefined) return null;
  const known = knownEncoding(label);
  if (known === null) throw new ParleyError('invalid-input', `There is no encoding ${label}.`, { details: [{ path: 'encoding', message: 'unknown' }], wayOut: 'Leave it out, or write a name such as utf-8 or windows-1252.' });
  return { label: known, hasMark: false, evidence: 'chosen' };
}

/** Texts of other kinds that would pass for a table with one column. */
function refuseOtherText(text: string, name: string): void {
  const start = text.slice(0, 200).trimStart();
  if (start === '' && text.trim() === '') throw notText(name, `${name} holds nothing but blank lines.`);
  if (/^(?:<!doctype|<html|<\?xml|<)/iu.test(start)) throw notText(name, `${name} is HTML or XML, not a CSV file.`);
  if (/^BEGIN:VCALENDAR/iu.test(start)) throw calendarFile(name);
  if (/^[[{]\s*["{[\]}]/u.test(start)) throw notText(name, `${name} is JSON, not a CSV file.`);
}

function calendarFile(name: string): ParleyError {
  return new ParleyError('invalid-input', `${name} is a calendar file, not a CSV file.`, {
    details: [{ path: 'file', message: 'not a CSV' }],
    wayOut: 'Holidays are taken from it in a calendar. Maintenance windows are typed, or come as a CSV with begin and end.',
  });
}
