import { z } from 'zod';

/** Why a copy was made. `update`: before the file was brought to a newer format. */
export const copyKinds = ['auto', 'hand', 'undo', 'restore', 'update'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** How often copies are made by themselves, at most: only after something changed, and while nobody writes. */
export const backupIntervals = ['off', 'quarter', 'hour', 'day'] as const;
export type BackupInterval = (typeof backupIntervals)[number];

export const fewestCopies = 3;
export const mostCopies = 100;

/** Kept on this computer, outside the workspace: a folder is a place of this computer. */
export const backupSettingsSchema = z.strictObject({
  /** Absolute path; null: the folder `backups` beside the workspace. */
  folder: z.string().min(1).max(4096).nullable(),
  every: z.enum(backupIntervals),
  /** Copies made by themselves that are kept at most. */
  keep: z.int().min(fewestCopies).max(mostCopies),
});
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

export const defaultBackupSettings: BackupSettings = { folder: null, every: 'hour', keep: 10 };

/** What is in a workspace file, as far as a person compares by it. */
export const copyFactsSchema = z.strictObject({
  agreements: z.int(),
  organisations: z.int(),
  tickets: z.int(),
  outages: z.int(),
  /** Number of the last change of its log; the same number and id mean the same content. */
  lastChange: z.strictObject({ no: z.int(), id: z.string(), at: z.int(), actor: z.string().nullable(), command: z.string(), cause: z.string(), undoes: z.string().nullable() }).nullable(),
});
export type CopyFacts = z.infer<typeof copyFactsSchema>;

export const backupCopySchema = z.strictObject({
  /** Its file name in the folder of copies. */
  name: z.string(),
  kind: z.enum(copyKinds),
  madeAt: z.int(),
  bytes: z.int(),
  /** Null where the copy cannot be read. */
  facts: copyFactsSchema.nullable(),
});
export type BackupCopy = z.infer<typeof backupCopySchema>;

/** A copy that could not be made; `id` is another one for every new trouble, so that each is told once. */
export const backupFailureSchema = z.strictObject({ id: z.string(), at: z.int(), message: z.string(), wayOut: z.string().nullable() });
export type BackupFailure = z.infer<typeof backupFailureSchema>;

export const backupStateSchema = z.strictObject({
  settings: backupSettingsSchema,
  /** Where copies go: the chosen folder, else the one beside the workspace. */
  folder: z.string(),
  isRunning: z.boolean(),
  /** Null once a later copy went well. */
  failure: backupFailureSchema.nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const backupListSchema = z.strictObject({ present: copyFactsSchema, copies: z.array(backupCopySchema) });
export type BackupList = z.infer<typeof backupListSchema>;
