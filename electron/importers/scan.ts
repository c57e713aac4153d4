import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import type { ProfileFit } from '#shared/imports/choose-profile.ts';
import { CsvSplitter, type CsvRecord } from '#shared/imports/csv.ts';
import type { Dialect } from '#shared/imports/dialect.ts';
import { mostListedValues } from '#shared/imports/limits.ts';
import { timeFields, valueFields, type ImportField, type ValueField } from '#shared/imports/profile.ts';
import { DateEvidence, readTime, type DateOrder } from '#shared/imports/times.ts';
import { detectLegacyEncoding, isMostlyUtf8, refuseZeros, type Encoding } from './encoding.ts';
import type { ImportInput } from './input.ts';
import { KeySet } from './key-set.ts';
import { ownText, pieceBytes } from './records.ts';

/** What one pass over the whole file shows before anything is taken in. */
export type Scan = {
  readonly encoding: Encoding;
  /** Byte sequences that are no characters of the encoding. */
  readonly damaged: boolean;
  readonly sha256: string;
  /** Records after the header, repeated headers not counted. */
  readonly rows: number;
  readonly fittingRows: number;
  readonly dates: ReadonlyMap<ImportField, DateEvidence>;
  /** Tickets that would be stopped before they were opened, under each order of day and month. */
  readonly reversed: { readonly dayFirst: number; readonly monthFirst: number };
  /** Values of mapped columns with their rows; null where there are too many to list. */
  readonly values: ReadonlyMap<ValueField, ReadonlyMap<string, number> | null>;
  /** Missing markers found, with the number of columns in which each stands. */
  readonly missing: ReadonlyMap<string, number>;
  /** Rows of one key stand together. */
  readonly isGrouped: boolean;
};

export type ScanOptions = {
  readonly onPiece: (bytes: number) => void;
  /** List the values of mapped columns: only the screen needs them. */
  readonly listValues: boolean;
};

/**
 * Reads the whole file once: proves the encoding, counts rows, weighs the order of day and month, hashes.
 * A text that turns out not to be UTF-8 is read again in the encoding that its bytes show.
 */
export async function scanInput(input: ImportInput, encoding: Encoding, dialect: Dialect, fit: ProfileFit, options: ScanOptions): Promise<Scan> {
  try {
    return await scanAs(input, encoding, dialect, fit, options, encoding.label === 'utf-8' && !encoding.hasMark);
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error;
    if (error.isDamagedUtf8) return scanAs(input, encoding, dialect, fit, options, false);
    return scanAs(input, detectLegacyEncoding(error.around), dialect, fit, options, false);
  }
}

class NotInEncoding extends Error {
  readonly around: Uint8Array;
  /** Most of what is beyond ASCII is UTF-8: some bytes are damaged, the encoding is right. */
  readonly isDamagedUtf8: boolean;

  constructor(around: Uint8Array, isDamagedUtf8: boolean) {
    super('The text is in another encoding.');
    this.around = around;
    this.isDamagedUtf8 = isDamagedUtf8;
  }
}

async function scanAs(input: ImportInput, encoding: Encoding, dialect: Dialect, fit: ProfileFit, options: ScanOptions, isStrict: boolean): Promise<Scan> {
  const decoder = new TextDecoder(encoding.label, { fatal: isStrict });
  const splitter = new CsvSplitter(dialect);
  const collector = new Collector(dialect, fit, options.listValues);
  const hash = createHash('sha256');
  const handle = await open(input.file, 'r');
  const pieces = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)] as const;
  let bytes = 0;
  let highCharacters = 0;
  let damaged = false;
  let [characters, zeros] = [0, 0];
  try {
    let pending = handle.read(pieces[0], 0, pieceBytes, 0);
    for (let turn = 0; ; turn += 1) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) break;
      bytes += bytesRead;
      pending = handle.read(turn % 2 === 0 ? pieces[1] : pieces[0], 0, pieceBytes, bytes);
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      const text = decode(decoder, piece, highCharacters);
      characters += text.length;
      zeros += zerosIn(text);
      if (isStrict && text.length < bytesRead) highCharacters += bytesRead - text.length;
      if (!isStrict && text.includes('\uFFFD')) damaged = true;
      splitter.push(text, collector.take);
      options.onPiece(bytes);
    }
    splitter.push(decode(decoder, new Uint8Array(), highCharacters, true), collector.take);
    splitter.end(collector.take);
    refuseZeros(zeros, characters, input.name);
  } finally {
    await handle.close();
  }
  return { ...collector.result(), encoding, damaged, sha256: hash.digest('hex') };
}

function zerosIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\u0000'); at >= 0; at = text.indexOf('\u0000', at + 1)) count += 1;
  return count;
}

function decode(decoder: TextDecoder, piece: Uint8Array, validBefore: number, isEnd = false): string {
  try {
    return decoder.decode(piece, { stream: !isEnd });
  } catch (error) {
    if (error instanceof TypeError) throw new NotInEncoding(Uint8Array.from(piece), validBefore > 2 || isMostlyUtf8(piece));
    throw error;
  }
}

/** Rows after which a column of dates has said what it has to say. */
const evidenceRows = 20_000;

class Collector {
  readonly #dialect: Dialect;
  readonly #width: number;
  readonly #times: readonly { readonly index: number; readonly evidence: DateEvidence }[];
  readonly #dates = new Map<ImportField, DateEvidence>();
  readonly #values = new Map<ValueField, Map<string, number> | null>();
  readonly #valueColumns: readonly { readonly field: ValueField; readonly index: number }[];
  readonly #missingSet: ReadonlySet<string>;
  readonly #missing = new Map<string, Set<number>>();
  readonly #keyIndex: number | undefined;
  readonly #openedIndex: number | undefined;
  readonly #stopIndexes: readonly number[];
  readonly #keys = new KeySet();
  #lastKey = '';
  #isGrouped = true;
  #rows = 0;
  #fitting = 0;
  #dayFirst = 0;
  #monthFirst = 0;

  constructor(dialect: Dialect, fit: ProfileFit, listValues: boolean) {
    this.#dialect = dialect;
    this.#width = dialect.header.length;
    const index = new Map(fit.columns.map((column) => [column.field, column.index]));
    this.#times = timeFields.flatMap((field) => {
      const at = index.get(field);
      if (at === undefined) return [];
      const evidence = new DateEvidence();
      this.#dates.set(field, evidence);
      return [{ index: at, evidence }];
    });
    this.#valueColumns = valueFields.flatMap((field) => {
      const at = listValues ? index.get(field) : undefined;
      if (at === undefined) return [];
      this.#values.set(field, new Map());
      return [{ field, index: at }];
    });
    this.#missingSet = new Set(fit.profile.missing);
    this.#keyIndex = index.get('key');
    this.#openedIndex = index.get('opened');
    this.#stopIndexes = (['resolved', 'closed'] as const).flatMap((field) => index.get(field) ?? []);
  }

  readonly take = (record: CsvRecord): void => {
    if (record.line <= this.#dialect.headerLine || record.isUnclosed) return;
    if (this.#rows >= evidenceRows && this.#keyIndex === 0 && this.#takeKeyOnly(record)) return;
    const { fields } = record;
    if (isRepeatedHeader(fields, this.#dialect.header)) return;
    this.#rows += 1;
    if (fields.length !== this.#width) return;
    this.#fitting += 1;
    this.#takeKey(fields);
    for (const { index, evidence } of this.#times) {
      const value = fields[index] ?? '';
      if (value !== '' && !this.#missingSet.has(value)) evidence.add(value.trim());
    }
    if (this.#valueColumns.length > 0) {
      this.#takeValues(fields);
      this.#takeMissing(fields);
    }
    this.#weighOrder(fields);
  };

  result(): Omit<Scan, 'encoding' | 'damaged' | 'sha256'> {
    return {
      rows: this.#rows,
      fittingRows: this.#fitting,
      dates: this.#dates,
      reversed: { dayFirst: this.#dayFirst, monthFirst: this.#monthFirst },
      values: this.#values,
      missing: new Map([...this.#missing].map(([marker, columns]) => [marker, columns.size])),
      isGrouped: this.#isGrouped,
    };
  }

  /** Far into a file whose dates are clear only the rows and their keys matter. False where the record has to be looked at in full. */
  #takeKeyOnly({ raw }: CsvRecord): boolean {
    const { delimiter, header } = this.#dialect;
    if (this.#valueColumns.length > 0 || !this.#isClear()) return false;
    const end = raw.indexOf(delimiter);
    const key = raw.slice(0, end);
    if (end < 0 || key.startsWith('"') || key === header[0]) return false;
    this.#rows += 1;
    this.#noteKey(key);
    return true;
  }

  /** The order of day and month is beyond doubt, or does not matter, and so is whether times carry a zone. */
  #isClear(): boolean {
    return this.#times.every(({ evidence }) => {
      const { dayFirst, monthFirst, either, withOffset, withoutOffset } = evidence;
      return (dayFirst > 100 && monthFirst === 0) || (monthFirst > 100 && dayFirst === 0) || either === 0 ? withOffset === 0 || withoutOffset === 0 : false;
    });
  }

  #takeKey(fields: readonly string[]): void {
    if (this.#keyIndex !== undefined) this.#noteKey(fields[this.#keyIndex] ?? '');
  }

  #noteKey(key: string): void {
    if (!this.#isGrouped || key === this.#lastKey) return;
    this.#lastKey = key;
    if (!this.#keys.add(key)) this.#isGrouped = false;
  }

  #takeValues(fields: readonly string[]): void {
    for (const { field, index } of this.#valueColumns) {
      const values = this.#values.get(field);
      if (!values) continue;
      const value = (fields[index] ?? '').trim();
      const count = values.get(value);
      if (count !== undefined) values.set(value, count + 1);
      else if (values.size >= mostListedValues) this.#values.set(field, null);
      else values.set(ownText(value), 1);
    }
  }

  #takeMissing(fields: readonly string[]): void {
    for (let column = 0; column < fields.length; column += 1) {
      const value = fields[column] ?? '';
      if (value === '' || value.length > 8 || !this.#missingSet.has(value)) continue;
      const columns = this.#missing.get(value);
      if (columns) columns.add(column);
      else this.#missing.set(value, new Set([column]));
    }
  }

  /** No ticket is stopped before it was opened: weighs the two orders while the numbers alone do not decide. */
  #weighOrder(fields: readonly string[]): void {
    const evidence = this.#times[0]?.evidence;
    if (this.#openedIndex === undefined || evidence === undefined || evidence.dayFirst + evidence.monthFirst + evidence.yearFirst > 0) return;
    const opened = (fields[this.#openedIndex] ?? '').trim();
    for (const index of this.#stopIndexes) {
      const stop = (fields[index] ?? '').trim();
      if (isReversed(opened, stop, 'day-month-year')) this.#dayFirst += 1;
      if (isReversed(opened, stop, 'month-day-year')) this.#monthFirst += 1;
    }
  }
}

/** A header that stands again in the middle, as in files that were put together from several exports. */
export function isRepeatedHeader(fields: readonly string[], header: readonly string[]): boolean {
  if (fields[0] !== header[0] || fields.length !== header.length || fields.length < 2) return false;
  return fields.filter((field, index) => field.trim() === header[index]).length >= header.length * 0.9;
}

function isReversed(opened: string, stop: string, order: DateOrder): boolean {
  const [from, to] = [readTime(opened, order), readTime(stop, order)];
  return from !== null && to !== null && to.wall < from.wall;
}
