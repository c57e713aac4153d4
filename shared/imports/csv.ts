/** One record of a delimited file. `line` is the physical line on which it begins, counted from 1. */
export type CsvRecord = {
  readonly line: number;
  readonly fields: readonly string[];
  /** The record as it stands in the file, without its line end. */
  readonly raw: string;
  /** A quote that never closes: `fields` is then empty and `raw` is the one line. */
  readonly isUnclosed: boolean;
};

/** How a delimited file is written. `newline` is a lone CR only in files that have no LF at all. */
export type CsvSyntax = { readonly delimiter: string; readonly newline: '\n' | '\r' };

/**
 * Longest record in characters. A quote that is still open after that is taken for a fault of its first line; a line that is longer
 * becomes one record without fields, and the rest of it is passed over.
 */
export const longestRecord = 4_000_000;

/**
 * Splits text into records as it comes in, RFC 4180 with the deviations that exports have: line breaks of either kind inside
 * quotes, quotes inside unquoted values, text after a closing quote. Blank lines are no records.
 * Holds one piece of text and one unfinished record at a time, whatever the size of the file.
 */
export class CsvSplitter {
  readonly #syntax: CsvSyntax;
  #rest = '';
  #isPassingOver = false;
  #line: number;

  constructor(syntax: CsvSyntax, firstLine = 1) {
    this.#syntax = syntax;
    this.#line = firstLine;
  }

  /** The physical line on which the next record begins. */
  get line(): number {
    return this.#line;
  }

  /** Calls `emit` for each record that is complete with this text. */
  push(text: string, emit: (record: CsvRecord) => void): void {
    this.#rest = this.#consume(this.#rest === '' ? text : this.#rest + text, false, emit);
  }

  /** Calls `emit` for what is left when the file has ended. */
  end(emit: (record: CsvRecord) => void): void {
    this.#rest = this.#consume(this.#rest, true, emit);
  }

  #consume(text: string, isEnd: boolean, emit: (record: CsvRecord) => void): string {
    const { delimiter, newline } = this.#syntax;
    let position = this.#isPassingOver ? this.#passOver(text, newline) : 0;
    let quote = text.indexOf('"', position);
    while (position < text.length) {
      const found = text.indexOf(newline, position);
      const lineEnd = found < 0 ? text.length : found;
      if (quote >= 0 && quote < position) quote = text.indexOf('"', position);
      if (quote < 0 || quote > lineEnd) {
        if (found < 0 && text.length - position > longestRecord) return this.#cut(text, position, isEnd, false, emit);
        if (found < 0 && !isEnd) break;
        const raw = withoutReturn(text, position, lineEnd);
        if (raw !== '') emit(new PlainRecord(this.#line, raw, delimiter));
        this.#line += 1;
        position = lineEnd + 1;
        continue;
      }
      const record = readQuoted(text, position, delimiter, newline, isEnd);
      if (record === null) {
        if (!isEnd && text.length - position <= longestRecord) break;
        if (found < 0) return this.#cut(text, position, isEnd, true, emit);
        emit({ line: this.#line, fields: [], raw: withoutReturn(text, position, lineEnd), isUnclosed: true });
        this.#line += 1;
        position = lineEnd + 1;
        continue;
      }
      emit({ line: this.#line, fields: record.fields, raw: withoutReturn(text, position, record.end), isUnclosed: false });
      this.#line += 1 + record.breaks;
      position = record.end + 1;
    }
    return position >= text.length ? '' : text.slice(position);
  }

  /** A line that is too long or whose quote stays open to its end: a record without fields, and what still comes of it is nothing. */
  #cut(text: string, position: number, isEnd: boolean, isUnclosed: boolean, emit: (record: CsvRecord) => void): '' {
    emit({ line: this.#line, fields: [], raw: text.slice(position, position + longestRecord), isUnclosed });
    this.#isPassingOver = !isEnd;
    return '';
  }

  /** Where the next line begins, or the end of the text. */
  #passOver(text: string, newline: string): number {
    const found = text.indexOf(newline);
    if (found < 0) return text.length;
    this.#isPassingOver = false;
    this.#line += 1;
    return found + 1;
  }
}

/** A record without quotes: it is split when somebody asks for its fields. */
class PlainRecord implements CsvRecord {
  readonly line: number;
  readonly raw: string;
  readonly isUnclosed = false;
  readonly #delimiter: string;
  #fields: readonly string[] | null = null;

  constructor(line: number, raw: string, delimiter: string) {
    this.line = line;
    this.raw = raw;
    this.#delimiter = delimiter;
  }

  get fields(): readonly string[] {
    return (this.#fields ??= this.raw.split(this.#delimiter));
  }
}

/** All records of a text that is there as a whole. */
export function splitCsv(text: string, syntax: CsvSyntax): CsvRecord[] {
  const records: CsvRecord[] = [];
  const splitter = new CsvSplitter(syntax);
  splitter.push(text, (record) => records.push(record));
  splitter.end((record) => records.push(record));
  return records;
}

type QuotedRecord = { fields: string[]; end: number; breaks: number };

/** A record that has a quote somewhere on its first line; null where the text ends inside it. */
function readQuoted(text: string, start: number, delimiter: string, newline: string, isEnd: boolean): QuotedRecord | null {
  const fields: string[] = [];
  let position = start;
  let breaks = 0;
  for (;;) {
    let value = '';
    if (text[position] === '"') {
      position += 1;
      for (;;) {
        const close = text.indexOf('"', position);
        if (close < 0) return null;
        const part = text.slice(position, close);
        breaks += countOf(part, newline);
        value += part;
        position = close + 1;
        if (text[position] !== '"') break;
        value += '"';
        position += 1;
      }
      if (position >= text.length && !isEnd) return null;
    }
    const next = endOfValue(text, position, delimiter, newline);
    if (next >= text.length && !isEnd) return null;
    value += text[next] === newline || next >= text.length ? withoutReturn(text, position, next) : text.slice(position, next);
    fields.push(value);
    if (next >= text.length || text[next] === newline) return { fields, end: next, breaks };
    position = next + 1;
  }
}

function endOfValue(text: string, position: number, delimiter: string, newline: string): number {
  for (let index = position; index < text.length; index += 1) {
    const character = text[index];
    if (character === delimiter || character === newline) return index;
  }
  return text.length;
}

function withoutReturn(text: string, start: number, end: number): string {
  return end > start && text.charCodeAt(end - 1) === 13 ? text.slice(start, end - 1) : text.slice(start, end);
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) count += 1;
  return count;
}
