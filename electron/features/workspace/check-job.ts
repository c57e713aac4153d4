import { z } from 'zod';
import { problemsOf } from '#db/workspace/check.ts';
import { defineJob } from '#electron/jobs/job.ts';

/** Integrity, foreign keys and the log's chain of a whole file: seconds on a large one, so a job. */
export const workspaceCheckJob = defineJob(z.null(), (_input, job) => {
  job.report('check', 0, 1, 'steps');
  const problems = job.store.read((reader) => problemsOf(reader));
  job.report('check', 1, 1, 'steps');
  return { ok: problems.length === 0, problems };
});
