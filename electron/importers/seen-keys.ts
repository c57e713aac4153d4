import { openFirstRows } from '#db/imports/first-rows.ts';
import type { Problem } from '#shared/imports/problems.ts';

type KeyedRow = { readonly key: string; readonly line: number; readonly raw: string; readonly fingerprint: string };

/** Keeps what was read of a file with one row per key: a row that comes again is there twice, or contradicts the first one. */
export class SeenKeys {
  readonly #rows = openFirstRows();

  problemOf({ key, line, raw, fingerprint }: KeyedRow): Problem | null {
    const before = this.#rows.keep(key, { line, fingerprint });
    if (before === null) return null;
    return before.fingerprint === fingerprint
      ? { line, code: 'duplicate', detail: `the same as line ${before.line}`, raw }
      : { line, code: 'contradiction', detail: `line ${before.line} says something else`, raw };
  }

  close(): void {
    this.#rows.close();
  }
}
