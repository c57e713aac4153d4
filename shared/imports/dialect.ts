import { splitCsv, type CsvRecord, type CsvSyntax } from './csv.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file is written, with the evidence for it. */
export type Dialect = CsvSyntax & {
  readonly delimiter: Delimiter;
  /** Physical line of the header, counted from 1. */
  readonly headerLine: number;
  /** Column names as they stand there. A name that is there twice is told apart as `Labels`, `Labels (2)`. */
  readonly header: readonly string[];
  /** Data rows of the sample that are as wide as the header. */
  readonly fitting: number;
  readonly sampled: number;
};

/**
 * Reads delimiter, line end and header from the beginning of a file: the delimiter that splits most rows into equally many
 * columns. An `sep=` line of Excel decides by itself; lines before the header that are narrower than the table are passed over.
 * `isWhole`: the text is the whole file, so that its last line counts.
 */
export function sniffDialect(text: string, isWhole: boolean, chosen?: Delimiter): Dialect {
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const named = /^sep=(.)\r?[\n\r]/iu.exec(text)?.[1];
  const forced = chosen ?? delimiters.find((delimiter) => delimiter === named);
  const tries = (forced === undefined ? delimiters : [forced]).map((delimiter) => attempt(text, isWhole, { delimiter, newline }, named !== undefined));
  return tries.reduce((best, next) => (isBetter(next, best) ? next : best));
}

/** A column name for comparing: case, spaces, underscores and punctuation do not matter. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const sampledRecords = 400;

function attempt(text: string, isWhole: boolean, syntax: { delimiter: Delimiter; newline: '\n' | '\r' }, hasSeparatorLine: boolean): Dialect {
  const sample = text.length > 400_000 ? text.slice(0, 400_000) : text;
  const records = splitCsv(sample, syntax);
  if (!isWhole || sample.length < text.length) records.pop();
  if (hasSeparatorLine) records.shift();
  const used = records.slice(0, sampledRecords);
  const width = commonWidth(used);
  const at = Math.max(0, used.findIndex((record) => record.fields.length === width && record.fields.some((field) => field.trim() !== '')));
  const head = used[at];
  const rows = used.slice(at + 1);
  return {
    ...syntax,
    headerLine: head?.line ?? 1,
    header: distinctNames(head?.fields ?? []),
    fitting: rows.filter((record) => record.fields.length === head?.fields.length).length,
    sampled: rows.length,
  };
}

function commonWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [head] = records;
  let best = head?.fields.length ?? 1;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}

function isBetter(next: Dialect, best: Dialect): boolean {
  if (next.header.length < 2) return false;
  if (best.header.length < 2) return true;
  const [share, bestShare] = [shareOf(next), shareOf(best)];
  if (Math.abs(share - bestShare) > 0.1) return share > bestShare;
  return next.header.length > best.header.length;
}

function shareOf({ fitting, sampled }: Dialect): number {
  return sampled === 0 ? 1 : fitting / sampled;
}

function distinctNames(fields: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const name = field.replace(/^\uFEFF/u, '').trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
