import type { Instant } from '#shared/time/instant.ts';
import type { ProfileFit } from './choose-profile.ts';
import type { CsvRecord } from './csv.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { instantReader, type DateOrder } from './times.ts';
import type { ImportField } from './profile.ts';

/** How the rows of one file are read: which column is what, how times are written, what stands for all rows. */
export type RowReading = {
  readonly fit: ProfileFit;
  readonly header: readonly string[];
  readonly order: DateOrder;
  readonly zone: string | null;
};

/** Reads single cells of a row by field. */
export type CellReader = {
  /** What is wrong with the row as a whole, or null. */
  readonly check: (record: CsvRecord) => Problem | null;
  /** The value, or the fixed one of the profile; null where it is missing. */
  readonly text: (fields: readonly string[], field: ImportField) => string | null;
  /** Null where it is missing, NaN where it cannot be read. */
  readonly time: (fields: readonly string[], field: ImportField) => Instant | null;
  readonly number: (fields: readonly string[], field: ImportField) => number | null;
  readonly fault: (record: CsvRecord, code: ProblemCode, detail: string) => Problem;
  /** The problem of the first of these fields that cannot be read as a time. */
  readonly unreadable: (record: CsvRecord, candidates: readonly ImportField[]) => Problem;
  readonly columnOf: (field: ImportField) => string;
  /** The same of a cell as it is written, also where it says that there is no value. */
  readonly written: (fields: readonly string[], field: ImportField) => string;
  /** `resolved_at "31/11/2026 10:20"`. */
  readonly quoted: (fields: readonly string[], field: ImportField) => string;
};

export function readCells({ fit, header, order, zone }: RowReading): CellReader {
  const indexOf = new Map(fit.columns.map(({ field, index }) => [field, index]));
  const nameOf = new Map(fit.columns.map(({ field, column }) => [field, column]));
  const missing = new Set(fit.profile.missing);
  const fixed = new Map<string, string>(Object.entries(fit.profile.fixed).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const])));
  const readers = new Map(fit.columns.map(({ field }) => [field, instantReader(order, zone)]));
  const lastColumn = Math.max(0, ...fit.columns.map(({ index }) => index));

  function text(fields: readonly string[], field: ImportField): string | null {
    const given = fixed.get(field);
    if (given !== undefined) return given;
    const index = indexOf.get(field);
    if (index === undefined) return null;
    const value = (fields[index] ?? '').trim();
    return value === '' || missing.has(value) ? null : value;
  }

  function time(fields: readonly string[], field: ImportField): Instant | null {
    const value = text(fields, field);
    if (value === null) return null;
    return readers.get(field)?.(value) ?? NaN;
  }

  function columnOf(field: ImportField): string {
    return nameOf.get(field) ?? field;
  }

  function quoted(fields: readonly string[], field: ImportField): string {
    return `${columnOf(field)} ${JSON.stringify(text(fields, field) ?? '')}`;
  }

  function fault(record: CsvRecord, code: ProblemCode, detail: string): Problem {
    const raw = record.raw.length > longestRaw ? `${record.raw.slice(0, longestRaw)}…` : record.raw;
    return { line: record.line, code, detail, raw: raw.replaceAll('\u0000', zeroSign) };
  }

  return {
    text,
    time,
    columnOf,
    quoted,
    written: (fields, field) => `${columnOf(field)} ${JSON.stringify(fields[indexOf.get(field) ?? -1] ?? '')}`,
    fault,
    number: (fields, field) => {
      const value = text(fields, field);
      return value === null ? null : readNumber(value);
    },
    check: (record) => {
      if (record.raw.includes('\u0000')) return fault(record, 'zero-byte', `"${zeroSign}"`);
      if (record.isUnclosed) return fault(record, 'unclosed-quote', '');
      const { length } = record.fields;
      if (length === header.length) return null;
      if (length > header.length && record.fields.slice(header.length).every((field) => field.trim() === '')) return null;
      if (length < header.length && length > lastColumn && header.slice(length).every((name) => name === '')) return null;
      return fault(record, 'field-count', `${length} fields instead of ${header.length}`);
    },
    unreadable: (record, candidates) => {
      const field = candidates.find((candidate) => Number.isNaN(time(record.fields, candidate))) ?? candidates[0];
      return fault(record, 'date-unreadable', field === undefined ? '' : quoted(record.fields, field));
    },
  };
}

/** Stands for a zero byte where a line is shown. */
const zeroSign = '\u2400';

/** Longest original line that is kept with a problem, in characters. */
const longestRaw = 20_000;

/** `1234.5`, `1.234,5`, `1,234.5`, `12 %`: a decimal as people write it; NaN for anything else. */
export function readNumber(text: string): number {
  const bare = text.replace(/[\s\u00a0\u202f'%]/gu, '');
  if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(bare)) return Number(bare);
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^[+-]?\d+,\d+$/u.test(bare)) return Number(bare.replace(',', '.'));
  return NaN;
}
