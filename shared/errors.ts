import type { Stale } from './stale/model.ts';

/** What went wrong, as a closed list. The command line's exit code and the screen's words follow from it. */
export const errorCodes = ['invalid-input', 'not-found', 'conflict', 'rule-violated', 'read-only', 'storage', 'incident'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One fault in an input: `path` as a person would point at it, `terms[0].within`. */
export type ErrorDetail = { readonly path: string; readonly message: string };

/**
 * An expected failure. `message` says what happened, `details` where, `wayOut` what to do next.
 * Everything that is not a ParleyError is an incident: it reaches the user as an id, its details stay in the local log.
 */
export class ParleyError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  readonly wayOut: string | null;
  /** What somebody else changed meanwhile, where that is the conflict. */
  readonly stale: Stale | null;

  constructor(code: ErrorCode, message: string, more: { details?: readonly ErrorDetail[]; wayOut?: string; cause?: unknown; stale?: Stale } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'ParleyError';
    this.code = code;
    this.details = more.details ?? [];
    this.wayOut = more.wayOut ?? null;
    this.stale = more.stale ?? null;
  }
}
