import { oc } from '@orpc/contract';
import { z } from 'zod';
import { exportInputSchema, exportResultSchema } from './model.ts';

const job = z.strictObject({ id: z.string() });

/** Lists as files for spreadsheets: CSV and XLSX, made in a job. */
export const exportsContract = {
  /** Begins to make the file; `jobs.watch` tells how far it is. */
  start: oc.input(exportInputSchema).output(job),
  /** Waits for the file. Refused with `conflict` where the job was cancelled. */
  result: oc.input(job).output(exportResultSchema),
};
