import { z } from 'zod';
import { importSettingsSchema } from '#shared/imports/model.ts';
import { previewImport } from '#electron/importers/preview.ts';
import { defineJob } from '#electron/jobs/job.ts';

/** Reads a whole file for what it is, and writes nothing. */
export const previewJob = defineJob(z.strictObject({ file: z.string(), name: z.string(), settings: importSettingsSchema }), (input, job) => previewImport(job, input));
