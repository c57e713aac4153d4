import { z } from 'zod';

/** Things whose history a screen shows, and that the history names. */
export const historySubjects = ['organisation', 'site', 'person', 'service', 'calendar', 'agreement', 'ticket', 'outage', 'maintenance', 'reading', 'exclusion', 'import', 'profile', 'view', 'attachment', 'note', 'workspace'] as const;
export type HistorySubject = (typeof historySubjects)[number];

/** Things that can be archived: hidden from lists and choices, kept, found by the search. */
export const archivable = ['organisation', 'person', 'service', 'calendar', 'agreement'] as const;
export type Archivable = (typeof archivable)[number];

/** A thing of the workspace by its name; `id` of a ticket or an outage is its number. */
export const historyThingSchema = z.strictObject({ kind: z.enum(historySubjects), id: z.string(), name: z.string() });
export type HistoryThing = z.infer<typeof historyThingSchema>;

/** One column that has another value now; ids are given as the names that they stand for, instants and codes as they are stored. */
export const fieldChangeSchema = z.strictObject({ field: z.string(), before: z.union([z.string(), z.number()]).nullable(), after: z.union([z.string(), z.number()]).nullable() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const rowChangeSchema = z.strictObject({
  table: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  /** What the row is called, empty for one without a name. */
  name: z.string(),
  fields: z.array(fieldChangeSchema),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** How a change goes back: by undo, by taking the import back as a whole; done again where it was undone; or not at all, and why. */
export const waysBack = ['undo', 'import', 'redo', 'approval', 'signature', 'none'] as const;

/** One change: who, when, by which command, what it is about, and the first rows that it touched. */
export const historyEntrySchema = z.strictObject({
  id: z.string(),
  /** Order of arrival in this file. */
  no: z.int(),
  at: z.int(),
  /** As chosen on the laptop; null for the program or where nobody was named. */
  actor: z.string().nullable(),
  command: z.string(),
  cause: z.string(),
  reason: z.string().nullable(),
  about: historyThingSchema.nullable(),
  /** The command that an undo took back, or that was done again; null for every other change. */
  undoes: z.string().nullable(),
  isUndone: z.boolean(),
  way: z.enum(waysBack),
  rows: z.array(rowChangeSchema),
  /** Rows beyond those given. */
  more: z.int(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** A page of the history, newest first; `next` continues below it. */
export const historyPageSchema = z.strictObject({ entries: z.array(historyEntrySchema), next: z.int().nullable() });

/** A deleted record that is not there again. */
export const deletedSchema = z.strictObject({
  /** The change that deleted it: undoing it brings everything of it back. */
  change: z.string(),
  at: z.int(),
  actor: z.string().nullable(),
  table: z.string(),
  name: z.string(),
  /** What went with it, by table. */
  along: z.array(z.strictObject({ table: z.string(), count: z.int() })),
});
export type Deleted = z.infer<typeof deletedSchema>;

export const archivedSchema = z.strictObject({ kind: z.enum(archivable), id: z.string(), name: z.string(), on: z.string() });
export type Archived = z.infer<typeof archivedSchema>;
