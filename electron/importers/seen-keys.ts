import type { Problem } from '#shared/imports/problems.ts';

type KeyedRow = { readonly key: string; readonly line: number; readonly raw: string; readonly fingerprint: string };

/** Keeps what was read of a file with one row per key: a row that comes again is there twice, or contradicts the first one. */
export class SeenKeys {
  readonly #rows = new Map<string, { readonly line: number; readonly fingerprint: string }>();

  problemOf(row: KeyedRow): Problem | null {
    const before = this.#rows.get(row.key);
    if (before === undefined) {
      this.#rows.set(Buffer.from(row.key).toString(), { line: row.line, fingerprint: row.fingerprint });
      return null;
    }
    const { line, raw } = row;
    return before.fingerprint === row.fingerprint
      ? { line, code: 'duplicate', detail: `the same as line ${before.line}`, raw }
      : { line, code: 'contradiction', detail: `line ${before.line} says something else`, raw };
  }
}
