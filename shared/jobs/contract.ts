import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { jobEventSchema, jobSummarySchema } from './model.ts';

const jobReference = z.strictObject({ id: z.string().min(1) });

/** Long work. A feature's own call starts a job and answers `{ id }`; these follow and stop it. */
export const jobsContract = {
  list: oc.output(z.array(jobSummarySchema)),
  /** The events of one job from its latest state on; ends after the last one. Leaving does not stop the job. */
  watch: oc.input(jobReference).output(eventIterator(jobEventSchema)),
  /** Asks the job to stop: nothing of it stays. Cancelling a finished job changes nothing. */
  cancel: oc.input(jobReference).output(z.strictObject({ cancelled: z.boolean() })),
};
