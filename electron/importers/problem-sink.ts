import { problemWriter } from '#db/imports/commands.ts';
import type { Tx } from '#db/store.ts';
import { mostListedProblems } from '#shared/imports/limits.ts';
import { problemTexts, reasonOf, type Problem, type ProblemCode } from '#shared/imports/problems.ts';

type Reason = { count: number; readonly first: Problem };

/** Takes quarantined rows as they come: all into the workspace, the first ones into the answer. */
export class ProblemSink {
  readonly #insert: ((problem: Problem) => void) | null;
  readonly #reasons = new Map<ProblemCode, Reason>();
  readonly #listed: { row: number; code: string; reason: string }[] = [];
  count = 0;

  constructor(tx: Tx | null, importNo: number) {
    this.#insert = tx === null ? null : problemWriter(tx, importNo);
  }

  readonly add = (problem: Problem): void => {
    this.count += 1;
    this.#insert?.(problem);
    const reason = this.#reasons.get(problem.code);
    if (reason) reason.count += 1;
    else this.#reasons.set(problem.code, { count: 1, first: owned(problem) });
    if (this.#listed.length < mostListedProblems) this.#listed.push({ row: problem.line, code: problem.code, reason: Buffer.from(reasonOf(problem)).toString() });
  };

  /** The first quarantined rows, by line. */
  listed(): { row: number; code: string; reason: string }[] {
    return [...this.#listed].sort((a, b) => a.row - b.row);
  }

  reasons(): { code: string; text: string; count: number; line: number; detail: string; raw: string }[] {
    return [...this.#reasons]
      .map(([code, { count, first }]) => ({ code, text: problemTexts[code], count, line: first.line, detail: first.detail, raw: first.raw }))
      .sort((a, b) => b.count - a.count);
  }
}

/** A copy that keeps no piece of the file alive. */
function owned(problem: Problem): Problem {
  return { ...problem, detail: Buffer.from(problem.detail).toString(), raw: Buffer.from(problem.raw).toString() };
}
