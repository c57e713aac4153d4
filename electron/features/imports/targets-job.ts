import { z } from 'zod';
import type { MeasuredTarget } from '#shared/imports/targets.ts';
import { defineJob } from '#electron/jobs/job.ts';
import { measureTargets } from './measure-targets.ts';

/** Measures the targets in force away from the host's main thread; its result is a list of `MeasuredTarget`. */
export const targetsJob = defineJob(z.strictObject({}), (_input, job): readonly MeasuredTarget[] => measureTargets(job, () => job.checkpoint()));
