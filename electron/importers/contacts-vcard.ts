import type { ReadContact } from '#shared/people/contacts.ts';
import { cleanLine } from '#shared/format/text.ts';
import { knownEncoding } from './encoding.ts';

/** One content line, unfolded; `value` has one character a byte. */
type Property = { readonly name: string; readonly parameters: ReadonlyMap<string, readonly string[]>; readonly value: string };
type Card = { readonly line: number; readonly properties: Property[]; isWhole: boolean };

/** Properties that are read; photographs, keys and all others are stepped over undecoded. */
const wanted = new Set(['FN', 'N', 'ORG', 'TITLE', 'ROLE', 'EMAIL', 'TEL', 'NICKNAME', 'KIND', 'X-ADDRESSBOOKSERVER-KIND']);

/**
 * Reads vCards 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): folded lines, quoted-printable, a character set per property, groups (`item1.EMAIL`).
 * `bytes` is the file with one character a byte, so that a line folded inside a character is put together before it is decoded;
 * `encoding` is that of what names none.
 */
export function readVcards(bytes: string, encoding: string): ReadContact[] {
  const cards: Card[] = [];
  let card: Card | null = null;
  let depth = 0;
  for (const { line, text } of contentLines(bytes)) {
    const marker = text.length > longestMarker ? '' : text.toUpperCase().replaceAll(/\s/gu, '');
    if (marker === 'BEGIN:VCARD' || marker.endsWith(':BEGIN:VCARD')) {
      const isNested = card !== null && (marker !== 'BEGIN:VCARD' || agentWaits(card));
      depth = isNested ? depth + 1 : 1;
      if (!isNested) cards.push((card = { line, properties: [], isWhole: false }));
    } else if (marker === 'END:VCARD') {
      depth -= 1;
      if (depth <= 0 && card !== null) card = close(card);
    } else if (card !== null && depth === 1) {
      const property = propertyOf(text);
      if (property !== null) card.properties.push(property);
    }
  }
  return cards.map((one) => contactOf(one, encoding));
}

/** BEGIN:VCARD, with a group before it and spaces in it. */
const longestMarker = 100;

/** The lines of the file, continued ones joined: one that begins with a space goes on, and a quoted-printable one that ends in "=". */
function* contentLines(bytes: string): Generator<{ line: number; text: string }> {
  const lines = bytes.split(/\r\n|\n|\r/u);
  let first = 1;
  const parts: string[] = [];
  let soft = false;
  for (const [index, next] of lines.entries()) {
    if (index > 0 && soft) parts.push(next.replace(/^[ \t]/u, ''));
    else if (index > 0 && parts.length > 0 && /^[ \t]/u.test(next)) parts.push(next.slice(1));
    else {
      if (parts.length > 0) yield { line: first, text: parts.join('') };
      first = index + 1;
      parts.splice(0, parts.length, next);
    }
    soft = isQuoted(parts[0] ?? '') && next.endsWith('=');
    if (soft) parts.push((parts.pop() ?? '').slice(0, -1));
  }
  if (parts.length > 0) yield { line: first, text: parts.join('') };
}

function isQuoted(start: string): boolean {
  return /^[^:]*QUOTED-PRINTABLE[^:]*:/iu.test(start);
}

/** AGENT of vCard 2.1 holds a card of its own, that begins on the next line. */
function agentWaits(card: Card): boolean {
  const last = card.properties.at(-1);
  return last?.name === 'AGENT' && last.value.trim() === '';
}

function close(card: Card): null {
  card.isWhole = true;
  return null;
}

function propertyOf(text: string): Property | null {
  const colon = valueStart(text);
  if (colon < 0) return null;
  const [head = '', ...rest] = text.slice(0, colon).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  const name = head.slice(head.lastIndexOf('.') + 1).trim().toUpperCase();
  if (!wanted.has(name) && name !== 'AGENT') return null;
  const parameters = new Map<string, readonly string[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase();
    const values = part.slice(equals + 1).split(',').map((value) => value.replaceAll('"', '').trim().toUpperCase());
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
  }
  return { name, parameters, value: text.slice(colon + 1) };
}

/** The colon after the parameters, not one inside quotation marks. */
function valueStart(text: string): number {
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') isInside = !isInside;
    else if (text[index] === ':' && !isInside) return index;
  }
  return -1;
}

function contactOf({ line, properties, isWhole }: Card, encoding: string): ReadContact {
  const decoded = (property: Property | undefined): string => (property === undefined ? '' : decode(property, encoding));
  const first = (name: string): Property | undefined => properties.find((property) => property.name === name && property.value.trim() !== '');
  const [family = '', given = '', additional = ''] = structured(decoded(first('N')));
  const organisation = structured(decoded(first('ORG')))[0] ?? '';
  const named = plain(decoded(first('FN'))) || [given, additional, family].filter((part) => part !== '').join(' ') || plain(decoded(first('NICKNAME')));
  const isGroup = ['KIND', 'X-ADDRESSBOOKSERVER-KIND'].some((name) => /^(?:group|org|location)$/iu.test(decoded(first(name)).trim()));
  return {
    line,
    name: cleanLine(named),
    organisation: cleanLine(organisation),
    email: cleanLine(plain(decoded(preferred(properties, 'EMAIL', []))).replace(/^mailto:/iu, '')),
    phone: cleanLine(plain(decoded(preferred(properties, 'TEL', ['FAX', 'PAGER', 'MODEM']))).replace(/^tel:/iu, '')),
    jobTitle: cleanLine(plain(decoded(first('TITLE') ?? first('ROLE')))),
    fault: isGroup ? 'group' : isWhole ? null : 'cut-off',
  };
}

/** The one marked as preferred, else one for work, else the first; none that is only of a type in `not`. */
function preferred(properties: readonly Property[], name: string, not: readonly string[]): Property | undefined {
  const found = properties.filter((property) => property.name === name && property.value.trim() !== '' && !typesOf(property).some((type) => not.includes(type)));
  const rank = (property: Property): number => {
    const order = Number(property.parameters.get('PREF')?.[0] ?? Number.NaN);
    if (typesOf(property).includes('PREF') || order >= 1) return Number.isNaN(order) ? 1 : order;
    return typesOf(property).includes('WORK') ? 200 : 300;
  };
  return found.toSorted((one, other) => rank(one) - rank(other))[0];
}

function typesOf(property: Property): readonly string[] {
  return property.parameters.get('TYPE') ?? [];
}

/** The bytes of a value as text: quoted-printable undone, in the property's own character set, else the file's; UTF-8 where it is that after all. */
function decode({ parameters, value }: Property, encoding: string): string {
  const isQuotedPrintable = [...(parameters.get('ENCODING') ?? []), ...typesOf({ name: '', parameters, value })].some((one) => one === 'QUOTED-PRINTABLE' || one === 'Q');
  const raw = isQuotedPrintable ? value.replaceAll(/=([0-9a-f]{2})/giu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : value;
  const bytes = Buffer.from(raw, 'latin1');
  const own = knownEncoding(parameters.get('CHARSET')?.[0] ?? '');
  for (const label of own === null ? ['utf-8'] : [own]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
}

/** The parts of "Lee;Ann;;;" with what a backslash keeps. */
function structured(value: string): string[] {
  return value.split(/(?<!\\);/u).map((part) => cleanLine(plain(part)));
}

function plain(value: string): string {
  return value.replaceAll(/\\(.)/gsu, (_whole, kept: string) => (kept === 'n' || kept === 'N' ? ' ' : kept)).trim();
}
