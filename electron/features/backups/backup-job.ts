import { z } from 'zod';
import { copyWorkspace } from '#db/backups/copy.ts';
import { defineJob } from '#electron/jobs/job.ts';

/** Copies the workspace of one moment and reads the copy through: seconds for a large one, on a slow stick minutes. */
export const backupJob = defineJob(z.strictObject({ target: z.string() }), async ({ target }, job) => {
  const bytes = await copyWorkspace(job.store.file, target, (done, total) => job.report('copy', done, total, 'steps'));
  return { bytes };
});
