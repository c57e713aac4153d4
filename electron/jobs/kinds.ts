import { backupJob } from '../features/backups/backup-job.ts';
import { exportJob } from '../features/exports/export-job.ts';
import { importJob } from '../features/imports/import-job.ts';
import { previewJob } from '../features/imports/preview-job.ts';
import { targetsJob } from '../features/imports/targets-job.ts';
import { workspaceCheckJob } from '../features/workspace/check-job.ts';
import type { JobKind } from './job.ts';

/** Every kind of long work, by name. A feature adds its `electron/features/<feature>/…-job.ts` here. */
export const jobKinds = {
  'workspace-check': workspaceCheckJob,
  backup: backupJob,
  import: importJob,
  'import-preview': previewJob,
  'measure-targets': targetsJob,
  export: exportJob,
} satisfies Record<string, JobKind>;

export type JobKindName = keyof typeof jobKinds;
