import { fitProfile } from './choose-profile.ts';
import { splitCsv, type CsvSyntax } from './csv.ts';
import type { Problem } from './problems.ts';
import type { ImportProfile } from './profile.ts';

/** How the lines of an import are written. */
export type LineSyntax = { readonly header: readonly string[]; readonly delimiter: string };

/**
 * What would make a quarantined row whole. `swap`, `join` and `clean` propose the line as it would be, `text` says what it becomes;
 * `value`: one cell that a person types; `line`: only the whole line can be mended; `leave`: it is there already, nothing is to do.
 */
export type Correction =
  | { readonly kind: 'swap' | 'join' | 'clean'; readonly raw: string; readonly text: string }
  | { readonly kind: 'value'; readonly column: string; readonly value: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'leave' };

type Row = Pick<Problem, 'code' | 'detail' | 'raw'>;

/** Sign that stands for a zero byte in a kept line. */
const zeroSign = '\u2400';

/** What is proposed for a quarantined row. */
export function correctionOf({ code, detail, raw }: Row, syntax: LineSyntax): Correction {
  const fields = fieldsOf(raw, syntax.delimiter);
  if (code === 'duplicate') return { kind: 'leave' };
  if (code === 'zero-byte') return { kind: 'clean', raw: raw.replaceAll(zeroSign, ''), text: '' };
  if (code === 'field-count') return joined(fields, syntax) ?? { kind: 'line' };
  if (code === 'resolved-before-opened' || code === 'end-before-start') return swapped(fields, detail, syntax) ?? { kind: 'line' };
  const column = /^(.+?) "/u.exec(detail)?.[1] ?? (code === 'time-missing' ? detail : '');
  const at = syntax.header.indexOf(column);
  return at < 0 || fields.length !== syntax.header.length ? { kind: 'line' } : { kind: 'value', column, value: fields[at] ?? '' };
}

/** The line with another value in one column. */
export function lineWith(raw: string, { header, delimiter }: LineSyntax, column: string, value: string): string {
  const at = header.indexOf(column);
  return lineOf(fieldsOf(raw, delimiter).map((field, index) => (index === at ? value : field)), delimiter);
}

/** How many different tickets stand in these rows; rows without a number are of none. */
export function ticketsIn(rows: readonly { readonly raw: string }[], { header, delimiter }: LineSyntax, profile: ImportProfile): number {
  const at = fitProfile(profile, header).columns.find(({ field }) => field === 'key')?.index;
  const missing = new Set(['', ...profile.missing]);
  const keys = at === undefined ? [] : rows.map(({ raw }) => (fieldsOf(raw, delimiter)[at] ?? '').trim()).filter((key) => !missing.has(key));
  return new Set(keys).size;
}

/** `opened_at "…" lies after resolved_at "…"`: the two values change places. */
function swapped(fields: readonly string[], detail: string, { header, delimiter }: LineSyntax): Correction | null {
  const found = /^(.+?) "(?:[^"\\]|\\.)*" lies after (.+?) "/u.exec(detail);
  const [one, other] = [header.indexOf(found?.[1] ?? ''), header.indexOf(found?.[2] ?? '')];
  if (one < 0 || other < 0 || fields.length !== header.length) return null;
  const [first = '', second = ''] = [fields[one], fields[other]];
  const line = fields.map((field, index) => (index === one ? second : index === other ? first : field));
  return { kind: 'swap', raw: lineOf(line, delimiter), text: `${header[one] ?? ''} ${shown(second, first)}, ${header[other] ?? ''} ${shown(first, second)}` };
}

/** Two times of one day need no date to be told apart. */
function shown(time: string, other: string): string {
  const day = time.slice(0, time.indexOf(' ') + 1);
  return day !== '' && other.startsWith(day) ? time.slice(day.length) : time;
}

/** One delimiter too many: the only place where a text goes on after a space is put together again. */
function joined(fields: readonly string[], { header, delimiter }: LineSyntax): Correction | null {
  if (fields.length !== header.length + 1) return null;
  const places = fields.flatMap((field, index) => (index > 0 && /^ \S/u.test(field) && fields[index - 1] !== '' ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const text = `${fields[place - 1] ?? ''}${delimiter}${fields[place] ?? ''}`;
  return { kind: 'join', raw: lineOf([...fields.slice(0, place - 1), text, ...fields.slice(place + 1)], delimiter), text };
}

function fieldsOf(raw: string, delimiter: string): readonly string[] {
  const syntax: CsvSyntax = { delimiter, newline: '\n' };
  return splitCsv(raw, syntax)[0]?.fields ?? [];
}

/** One line of a delimited file, cells quoted where they must be. */
export function lineOf(fields: readonly string[], delimiter: string): string {
  return fields.map((field) => (field.includes(delimiter) || /["\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(delimiter);
}
