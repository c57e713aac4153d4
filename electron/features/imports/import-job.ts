import { z } from 'zod';
import { correctsSchema, importSettingsSchema } from '#shared/imports/model.ts';
import { runImport } from '#electron/importers/run-import.ts';
import { defineJob } from '#electron/jobs/job.ts';

/** Reads one file into the workspace, or only says what it would do. */
export const importJob = defineJob(z.strictObject({ file: z.string(), name: z.string(), settings: importSettingsSchema, dryRun: z.boolean(), corrects: correctsSchema.optional() }), (input, job) => runImport(job, input));
