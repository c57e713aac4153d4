import type { z } from 'zod';
import type { Store } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import type { JobProgress } from '#shared/jobs/model.ts';
import { detailsOfIssues } from '#shared/refusal.ts';
import type { Instant } from '#shared/time/instant.ts';

/** What a job's code gets: its own connection, and the way to tell how far it is and to notice that it shall stop. */
export type JobContext = {
  readonly store: Store;
  /** Who started it; null where nobody is named yet. */
  readonly actorId: string | null;
  readonly clock: () => Instant;
  /** May be called for every row: only some calls become events; `counts` says what came of it so far. Throws when the job was cancelled. */
  report(step: string, done: number, total: number | null, unit: JobProgress['unit'], counts?: JobProgress['counts']): void;
  /** Throws when the job was cancelled, so that an open transaction is rolled back. */
  checkpoint(): void;
};

/** One kind of long work. The input and the result are plain JSON; all writes are one transaction, so that cancelling leaves nothing. */
export type JobKind = (input: unknown, job: JobContext) => Promise<unknown>;

/** Thrown by `report` and `checkpoint` once a job was cancelled. Never caught by a job's own code. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled.');
    this.name = 'JobCancelled';
  }
}

/** A job with a schema at its border: the input crosses a thread. */
export function defineJob<Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>, job: JobContext) => unknown): JobKind {
  return async (input, job) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      throw new ParleyError('invalid-input', 'The input of this job does not fit.', { details: detailsOfIssues(parsed.error.issues) });
    }
    return await run(parsed.data, job);
  };
}
