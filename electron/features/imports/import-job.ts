import { z } from 'zod';
import { signedAgreements } from '#db/imports/queries.ts';
import { correctsSchema, importSettingsSchema } from '#shared/imports/model.ts';
import { figuresOf, type FiguresBefore } from '#shared/imports/targets.ts';
import { runImport } from '#electron/importers/run-import.ts';
import { defineJob, type JobContext } from '#electron/jobs/job.ts';
import { measureTargets } from './measure-targets.ts';

/** Reads one file into the workspace, or only says what it would do. */
export const importJob = defineJob(z.strictObject({ file: z.string(), name: z.string(), settings: importSettingsSchema, dryRun: z.boolean(), corrects: correctsSchema.optional() }), (input, job) =>
  runImport(job, { ...input, before: input.dryRun || input.corrects !== undefined ? null : figuresBefore(job) }),
);

function figuresBefore(job: JobContext): FiguresBefore | null {
  const agreements = job.store.read(signedAgreements);
  return agreements.length === 0 ? null : figuresOf(agreements, measureTargets(job, () => job.checkpoint()));
}
